"""What tables of submissions and of target against actual say, before office and fiscal year are known."""

from dataclasses import dataclass, field

from kmdash.ingest.grid import Value
from kmdash.ingest.layouts.month_columns import Month
from kmdash.ingest.sheet import Sheet


@dataclass(frozen=True)
class Typed:
    """A cell: its value, the text it shows, its number format and its address; blank where there is none."""

    value: Value | None = None
    text: str = ""
    number_format: str = "General"
    cell: str = ""


BLANK = Typed()


@dataclass
class SubmissionDraft:
    """A report of a unit: ``month`` is that of a month column, ``month_typed`` the cell that names it.

    ``told`` is the word or tick, ``is_cross`` that a cross stands where others have ticks. ``due_day`` is the day
    of the month after by which the heading wants it.
    """

    unit: str
    cell: str
    report: str = ""
    month: Month | None = None
    month_typed: Typed = BLANK
    due: Typed = BLANK
    received: Typed = BLANK
    told: str = ""
    is_cross: bool = False
    score: Typed = BLANK
    note: str = ""
    due_day: int | None = None


@dataclass
class SeriesDraft:
    """Target and actual of a unit in a period; ``when`` is the cell or heading that names it, ``month`` its months."""

    name: str
    unit: str
    cell: str
    when: Typed
    kind: str = ""
    month: Month | None = None
    target: Typed = BLANK
    actual: Typed = BLANK
    measure_unit: str = ""
    cumulative: bool | None = None
    note: str = ""


@dataclass
class DutyDraft:
    """A role of the committee: the positions and units that hold it, and its duties, each with its cell if known."""

    role: str
    cell: str
    holders: list[str] = field(default_factory=list)
    duties: list[str] = field(default_factory=list)
    note: str = ""
    duty_cells: list[str] = field(default_factory=list)


@dataclass
class AimDraft:
    """What knowledge management is for: its kind, and of a scope what each party has of it."""

    kind: str
    text: str
    cell: str
    benefits: dict[str, str] = field(default_factory=dict)


@dataclass
class SwotDraft:
    """The office's SWOT: the points of each kind, a line each."""

    texts: dict[str, str]
    cell: str


def typed(sheet: Sheet, row: int, column: int | None) -> Typed:
    """A cell as it was typed; in a range merged over rows, the one shown in all of them."""
    if column is None:
        return BLANK
    top = sheet.origin(row, column)
    cell = sheet.cell(top, column)
    text = sheet.text(top, column)
    return Typed(cell.value, text, cell.number_format, sheet.address(top, column)) if cell and text else BLANK
