"""What a sheet of the tidy template is made of."""

from dataclasses import dataclass

TEXT, NUMBER, COUNT, PERIOD, DAY = "text", "number", "count", "period", "day"
FLAGS = {"ใช่": True, "ไม่ใช่": False}


@dataclass(frozen=True)
class Column:
    """A column of a sheet, or a labelled cell above its table.

    ``field`` is the frame's column, or a name of the template's own (``plan`` a plan's number, ``kpi_no`` a
    KPI's place in its plan, ``reads_as`` a text for the reader only); ``kind`` what is typed in it; ``choices``
    the list it offers (a key of ``CHOICES``, or ``plans``); ``example`` the example row's value.
    """

    field: str
    heading: str
    example: str | float = ""
    width: int = 14
    kind: str = TEXT
    choices: str | None = None
    required: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet: the input frame it fills, its name, its labelled cells above the table, and the columns.

    ``table`` is what a reading calls the table, ``kind`` the kind of file it makes.
    """

    frame: str
    name: str
    table: str
    kind: str
    columns: tuple[Column, ...]
    facts: tuple[Column, ...] = ()


MARKER = Column("marker", "ประเภทแถว", "ตัวอย่าง", width=10)
CONSTRUCTED = Column("constructed", "ข้อมูลสมมติ", "ไม่ใช่", width=11, choices="flags")
NOTE = Column("note", "หมายเหตุ", "", width=20)
