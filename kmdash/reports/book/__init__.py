"""The meeting book: its pages as data, then as slides or as a PDF."""
