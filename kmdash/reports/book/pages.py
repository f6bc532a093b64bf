"""A page of the meeting book as data: its finding, a table or a chart, and what the notes hold.

Texts are as they are shown: in the language and digits set when the page was made, without control characters.
Lengths are points of a slide.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kmdash.domain.words import numerals, say
from kmdash.plots.palette import LIGHT, MARKS
from kmdash.reports.cells import safe

WIDTH, HEIGHT = 960.0, 540.0  # of a slide, 16:9
MARGIN = 40.0
INNER = WIDTH - 2 * MARGIN
TITLE, TITLE_LEAST, TITLE_LINES = 28.0, 24.0, 3
TEXT = 14.0
LISTED = 4  # lines of a text in a list of items
LINE = 1.42  # height of a line of the shipped font, of its size
FOOT = 500.0  # from here down the foot stands


@dataclass(frozen=True)
class Cell:
    """A cell of a table; ``fill`` is a colour (``#RRGGBB``), None the page's own."""

    text: str
    fill: str | None = None
    bold: bool = False


@dataclass(frozen=True)
class Column:
    """A column: its heading, its share of the width, where its texts stand (left, center, right)."""

    head: str
    share: float
    align: str = "left"


def columns(**shares: float) -> tuple[Column, ...]:
    """Columns under their usual headings (``column.<name>``), each with its share of the width."""
    return tuple(Column(say(f"column.{name}"), share) for name, share in shares.items())


@dataclass(frozen=True)
class Table:
    """A table; ``size`` is that of its texts in points. Without headings it has no heading row.

    A text of more than ``most`` lines is cut with "…" where the table is divided over pages; 0 cuts none.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    size: float = TEXT
    most: int = 0

    @property
    def headed(self) -> bool:
        """Whether there is a heading row."""
        return any(column.head for column in self.columns)

    def widths(self) -> list[float]:
        """The width of each column."""
        whole = sum(column.share for column in self.columns)
        return [INNER * column.share / whole for column in self.columns]


@dataclass(frozen=True)
class Look:
    """How the bars or the line of a series look: a colour and a pattern of ``plots.palette.MARKS``, or a dash."""

    fill: str
    pattern: str = ""
    dash: str = ""


@dataclass(frozen=True)
class Series:
    """The values of a chart under one name, one a category; a gap is None. ``looks`` may tell each bar's own look.

    ``told`` are texts at single points, by their place.
    """

    name: str
    values: tuple[float | None, ...]
    look: Look
    looks: tuple[Look, ...] = ()
    told: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart that stays a chart: ``kind`` is bars, stacked (both lie across) or lines.

    ``most`` is the end of the axis of values, ``cut`` the place of the category that is the cut line.
    """

    kind: str
    about: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    most: float
    decimals: int = 0
    cut: int | None = None


@dataclass(frozen=True)
class Page:
    """One page. ``kind`` is the chapter it belongs to; ``part`` which of how many pages divide one table or chart."""

    kind: str
    title: str
    lines: tuple[str, ...] = ()
    table: Table | None = None
    chart: Chart | None = None
    notes: tuple[str, ...] = ()
    foot: str = ""
    number: int = 0
    part: tuple[int, int] = (1, 1)

    @property
    def heading(self) -> str:
        """The title, with the part where there are several."""
        place, parts = self.part
        return say("book.part", title=self.title, place=place, parts=parts) if parts > 1 else self.title


def told(text: object) -> str:
    """A person's text as a page shows it, one that is missing as "–".

    >>> told("แผน\\x00 1"), told(None)
    ('แผน 1', '–')
    """
    return numerals(safe(str(text))) if text is not None and str(text).strip() else "–"


def plain(*texts: object) -> tuple[Cell, ...]:
    """Cells without a colour of their own."""
    return tuple(Cell(told(text)) for text in texts)


def parted(pages: Sequence[Page]) -> list[Page]:
    """Pages that together show one thing, each with its part."""
    return [replace(page, part=(place, len(pages))) for place, page in enumerate(pages, start=1)]


def state_fill(state: str) -> str | None:
    """The field behind the words of a state that must be seen; the words always carry their mark too."""
    return {"overdue": LIGHT.late_field, "due": "#FBF0D5"}.get(state)


def glyph(state: str) -> str:
    """The mark and word of an item's state."""
    return f"{MARKS[state].glyph} {say(f'state.{state}')}"
