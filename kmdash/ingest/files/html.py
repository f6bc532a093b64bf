"""Web pages that bear the name of a workbook (.xls of many government systems): the cells of their tables."""

from html.parser import HTMLParser

from kmdash.domain.wording import worded
from kmdash.ingest import limits
from kmdash.ingest.files.book import Book
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.text import decoded
from kmdash.ingest.grid import Grid

SHEET = "HTML"
_MOST_ROWS_SPANNED = 65_534  # both from the HTML standard
_MOST_COLUMNS_SPANNED = 1_000


def read_html(data: bytes) -> list[Grid]:
    """Read the tables of a page one below the other into one sheet; a table within a cell is that cell's text.

    Nothing is fetched or run. The charset a page claims is not believed (``text.decoded``).

    Raises
    ------
    Refusal
        ``wrong_type`` if the page has no table; else as ``Book``.
    """
    reader = _TableReader()
    reader.feed(decoded(data))
    reader.close()
    if not reader.has_table:
        raise Refusal("wrong_type", worded("reader_files.web_page"))
    return reader.book.finished()


class _TableReader(HTMLParser):
    """Fills the grid from the tags of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.book = Book()
        self.book.add_sheet(SHEET)
        self.has_table = False
        self._depth = 0
        self._unshown = 0
        self._row = self._column = 0
        self._taken_until: dict[int, int] = {}
        self._cell: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.has_table = True
            self._depth += 1
        elif tag in ("script", "style"):
            self._unshown += 1
        elif tag == "br" or (self._depth > 1 and tag == "tr"):
            self._add("\n")
        elif self._depth > 1 and tag in ("td", "th"):
            self._add(" ")
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self._row, self._column = self._row + 1, 0
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            self._cell = []
            given = dict(attrs)
            down = _count(given.get("rowspan"), _MOST_ROWS_SPANNED)
            self._span = (down, _count(given.get("colspan"), _MOST_COLUMNS_SPANNED))

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            if self._depth == 1:
                self._end_cell()
                self._row = max([self._row, *self._taken_until.values()])
                self._taken_until = {}
            self._depth -= 1
        elif tag in ("script", "style") and self._unshown:
            self._unshown -= 1
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag in ("p", "div"):
            self._add("\n")

    def handle_data(self, data: str) -> None:
        if not self._unshown:
            self._add(" ".join(f"|{data}|".split()).strip("|"))

    def _add(self, text: str) -> None:
        if self._cell is not None:
            self._cell.append(text)

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        self._row = max(self._row, 1)
        self._column += 1
        while self._taken_until.get(self._column, 0) >= self._row:
            self._column += 1
        down, across = self._span
        lines = (line.strip() for line in "".join(self._cell).split("\n"))
        self.book.put(self._row, self._column, "\n".join(lines).strip("\n"))
        self.book.merge(self._row, self._column, self._row + down - 1, self._column + across - 1)
        if self._column + across > limits.GRID_COLUMNS:
            raise Refusal("limit", worded("reader_files.too_wide"))
        for column in range(self._column, self._column + across):
            self._taken_until[column] = self._row + down - 1
        self._column += across - 1
        self._cell = None


def _count(text: str | None, most: int) -> int:
    """A span as browsers read it: a whole number from 1 to ``most``, 1 if it is none.

    >>> _count("3", 1000), _count("1000000000", 1000), _count("x", 1000)
    (3, 1000, 1)
    """
    if text is None or not (text.isascii() and text.strip().isdigit()):
        return 1
    return max(1, min(int(text.strip()[:9]), most))
