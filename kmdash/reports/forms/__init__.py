"""The official forms as workbooks: printable, and read back as the rows they were."""
