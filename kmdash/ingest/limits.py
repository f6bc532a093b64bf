"""How much a file may ask of this machine, each limit by name.

No honest workbook among some two thousand public ones comes near them; what exceeds one is refused with a
sentence, never cut silently.
"""

MB = 1024 * 1024

UPLOAD_BYTES = 20 * MB

ARCHIVE_ENTRIES = 2_000
ARCHIVE_BYTES = 200 * MB  # unpacked, all parts that are read, counted while inflating
PART_BYTES = 128 * MB  # unpacked, one part
PART_RATIO = 150  # unpacked to packed, of parts over RATIO_FROM_BYTES
RATIO_FROM_BYTES = 1 * MB
XML_DEPTH = 1_000

GRID_ROWS = 1_048_576  # Excel's own grid
GRID_COLUMNS = 16_384
MERGED_CELLS = 1_000_000  # of one merged range

CELLS = 2_000_000  # filled, of the whole file
ROWS = 100_000  # filled, of one sheet
COLUMNS = 1_024  # filled, of one sheet
SHEETS = 200
TALL_CELLS = 60_000  # of an .xlsx, counted twice where it has formulas: beyond, values alone are read; for openpyxl
# takes in 15,000 to 30,000 a second
DENSE_CELLS = 20_000_000  # filled or not, in a rectangle that calamine must hold
TEXT_LENGTH = 32_767  # of one cell; Excel's own limit
FIELD_LENGTH = 1_000_000  # what the CSV reader takes in before the text's length is looked at
SPACES = 1_000_000  # written as a count in an OpenDocument text

CHILD_MEMORY = 1024 * MB  # address space beyond what the child holds when it begins to read
CHILD_CPU_SECONDS = 15
CHILD_WALL_SECONDS = 20
CHILD_RESULT_BYTES = 32 * MB
CHILDREN_AT_ONCE = 2
