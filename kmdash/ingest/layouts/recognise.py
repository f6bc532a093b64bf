"""Find the tables of a sheet: every row is weighed as the heading of each form, the best one takes the rows below.

A person's own mapping of a heading (``domain.shape``) goes before the forms that are known.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache

from kmdash.domain.identity import match_key
from kmdash.domain.shape import Shape, fingerprint
from kmdash.ingest.layouts.form import Form
from kmdash.ingest.layouts.headings import ColumnHead, column_heads, is_subheading, level_of
from kmdash.ingest.layouts.known import FORMS
from kmdash.ingest.layouts.look_inside import LOOKED_AT, PERIOD_FROM, look_inside
from kmdash.ingest.layouts.month_columns import month_columns
from kmdash.ingest.layouts.side_by_side import parts_of
from kmdash.ingest.layouts.spread import beside_spread, spreads
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.layouts.untaken import is_named, is_untaken, rows_of
from kmdash.ingest.normalise.stages import stage_names
from kmdash.ingest.normalise.status import status_of
from kmdash.ingest.sheet import Sheet

HEADER = "หัวตาราง"
REPEATED_HEADER = "หัวตารางที่พิมพ์ซ้ำ"
LONGEST_HEADING = 90  # letters; a longer text is no heading
FEWEST_HEADINGS = 2


@dataclass
class _Match:
    """A heading taken for a form: its columns by field and what was left over."""

    form: Form
    last: int
    columns: dict[str, int]
    months: dict[int, tuple[int, int, int | None]] = field(default_factory=dict)
    results: dict[int, str] = field(default_factory=dict)
    statuses: dict[int, str] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)
    beside: dict[int, str] = field(default_factory=dict)
    stages: str = ""
    reasons: list[str] = field(default_factory=list)

    @property
    def fields(self) -> set[str]:
        """The fields there are, those of a grid's columns too."""
        spread = {"period"} if self.months or set(PERIOD_FROM) & set(self.columns) else set()
        return set(self.columns) | spread | ({"status"} if self.statuses else set())

    @property
    def score(self) -> tuple[float, int]:
        """How well it fits: the share of the columns known, then how many are."""
        known = len(self.columns) + len(self.months) + len(self.statuses)
        weight = known + 3 * bool(self.stages)
        unknown = 0 if self.form.spread else len(self.unknown)
        return weight - 0.5 * unknown, known


@dataclass
class Found:
    """What stands on a sheet: its tables, the rows of a sheet that has none, and tables of no known form.

    ``untaken`` are the rows of each table that was not taken, its heading first.
    """

    tables: list[Table] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)
    untaken: list[list[int]] = field(default_factory=list)


def side_by_side(sheet: Sheet, shapes: Mapping[str, Shape] | None = None) -> list[Sheet]:
    """The sheet, or its parts where tables stand side by side (``parts_of``)."""

    def takes(part: Sheet, row: int) -> bool:
        return _heading(part, row, shapes or {}) is not None

    def likely(part: Sheet, row: int) -> bool:
        texts = list(part.cells(row).values())
        by_hand = shapes and fingerprint(texts) in shapes
        return not by_hand and sum(map(is_named, texts)) >= FEWEST_HEADINGS

    return parts_of(sheet, takes, likely)


def find_tables(
    sheet: Sheet, shapes: Mapping[str, Shape] | None = None, taken: AbstractSet[int] = frozenset()
) -> Found:
    """The tables of a sheet in their order, and the rows of a sheet that has no table at all.

    A heading printed again goes on with the same table; one-text rows right above it are the page's repeated title
    (``Table.breaks``). Those above another table's heading are that table's head. A heading of no known form ends
    the table above it; neither its rows nor those before it are the head of a table below. Rows in ``taken`` are
    no part of any table.
    """
    found = Found()
    current: Table | None = None
    loose: list[int] = []
    inside = 0
    for row in sheet.rows:
        if row <= inside or row in taken:
            continue
        match = _heading(sheet, row, shapes or {})
        if match is None and is_untaken(sheet, row):
            found.loose += loose if current is None else _released(sheet, current)
            found.untaken.append(rows_of(sheet, row, lambda line: _heading(sheet, line, shapes or {}) is not None))
            inside, loose, current = found.untaken[-1][-1], [], None
        elif match is None:
            (loose if current is None else current.rows).append(row)
        elif current and current.form is match.form and current.columns == match.columns:
            inside = match.last
            _repeat(sheet, current, row, match.last)
        else:
            inside = match.last
            head = loose if current is None else _released(sheet, current)
            current = _table(match, row, head)
            found.tables.append(current)
            loose = []
            _ignore_heading(sheet, row, match.last, HEADER)
    found.loose += loose
    for table in found.tables:
        look_inside(sheet, table)
    return found


def _heading(sheet: Sheet, row: int, shapes: Mapping[str, Shape]) -> _Match | None:
    """What a row is the heading of; None where it is none."""
    texts = sheet.cells(row)
    if len(texts) < 2:
        return None
    if shapes and (own := shapes.get(fingerprint(list(texts.values())))):
        return _by_shape(own, row, list(texts))
    few = sum(map(_is_heading, texts.values())) < FEWEST_HEADINGS
    if few and not any(map(_opens_matrix, texts.values())):
        return None
    last, heads = column_heads(sheet, row)
    matches = [found for form in FORMS if (found := _match(sheet, form, row, last, heads))]
    return max(matches, key=lambda found: found.score, default=None)


@lru_cache(maxsize=10_000)
def _is_heading(text: str) -> bool:
    """Whether a text is a heading of any form, or one that stands under a group heading."""
    if len(text) > LONGEST_HEADING:
        return False
    key = match_key(text)
    return any(heading.length(key) for form in FORMS for heading in form.columns) or is_subheading(text)


@lru_cache(maxsize=10_000)
def _opens_matrix(text: str) -> bool:
    """Whether a text is the one heading that a form needs whose other columns are the voters' or candidates' own."""
    key = match_key(text)
    forms = [form for form in FORMS if form.spread and form.fewest == 1]
    return any(heading.length(key) for form in forms for heading in form.columns if heading.field in form.needs)


def _by_shape(shape: Shape, row: int, places: Sequence[int]) -> _Match:
    form = next(form for form in FORMS if form.kind == shape.form)
    columns = {name: places[place] for name, place in shape.columns.items()}
    reasons = ["อ่านตามการจับคู่คอลัมน์ที่จำไว้"]
    return _Match(form, row, columns, stages=shape.stages, reasons=reasons)


def _match(sheet: Sheet, form: Form, row: int, last: int, heads: list[ColumnHead]) -> _Match | None:
    """The heading read as one form's, None where it does not fit."""
    if form.kind == "kpi":  # the row of level labels below is read with the thresholds
        last, heads = row, [ColumnHead(head.column, head.texts[:1]) for head in heads if sheet.text(row, head.column)]
    found = _Match(form, last, {})
    if any(heading.field == "period" for heading in form.columns):
        found.months, found.results = month_columns({head.column: head.texts for head in heads})
    for head in (head for head in heads if head.column not in (*found.months, *found.results)):
        if form.kind == "kpi" and level_of(head.texts[0]):
            found.columns.setdefault("levels", head.column)
        else:
            _enter(found, head)
    _settle_statuses(found)
    known = found.fields
    fits = all(name in known for name in form.needs) and all(known & set(group) for group in form.one_of)
    columns = len(found.columns) + len(found.months) + len(found.statuses)
    if not fits or columns < form.fewest or not _spoken_for(sheet, form, last):
        return None
    if form.spread:
        rows = _following(sheet, last)
        found.beside = beside_spread(sheet, form, found.unknown, rows)
        found.unknown = {column: text for column, text in found.unknown.items() if column not in found.beside}
        if not spreads(sheet, form, found.columns, list(found.unknown), rows):
            return None
    elif columns <= len(found.unknown):
        return None
    found.reasons.append(f"พบหัวตาราง {columns} คอลัมน์ในแถวที่ {row}")
    return found


def _enter(found: _Match, head: ColumnHead) -> None:
    """Give a column the field its heading names, the longest word first; else a status, or unknown."""
    if len(head.shown) > LONGEST_HEADING:
        found.unknown[head.column] = head.shown
        return
    for key in head.keys:
        fitting = [
            (heading.length(key), heading.field)
            for heading in found.form.columns
            if heading.field not in found.columns and heading.length(key)
        ]
        if fitting:
            found.columns[max(fitting, key=lambda pair: pair[0])[1]] = head.column
            return
        if status_of(key) and len(head.texts) > 1:
            found.statuses[head.column] = status_of(key) or ""
            return
    found.unknown[head.column] = head.shown


def _settle_statuses(found: _Match) -> None:
    """Two headings or more that are status words are tick columns, even where no group stands over them."""
    named = {column: status_of(heading.rpartition(" / ")[2]) for column, heading in found.unknown.items()}
    ticks = {column: status for column, status in named.items() if status}
    if found.statuses or len(ticks) > 1:
        found.statuses |= ticks
        found.unknown = {column: text for column, text in found.unknown.items() if column not in ticks}


def _spoken_for(sheet: Sheet, form: Form, last: int) -> bool:
    """Whether the sheet's name, the heading or a line above it has one of the words the form asks for."""
    if not form.titles:
        return True
    above = (text for row in range(max(1, last - LOOKED_AT), last + 1) for text in sheet.cells(row).values())
    return any(word in text.casefold() for text in (sheet.name, *above) for word in form.titles)


def _following(sheet: Sheet, row: int) -> list[int]:
    """The next filled rows after a row, as many as are weighed."""
    return [later for later in range(row + 1, row + 1 + LOOKED_AT) if sheet.cells(later)]


def _table(found: _Match, row: int, head: list[int]) -> Table:
    return Table(
        form=found.form,
        header=row,
        last_header=found.last,
        columns=found.columns,
        months=found.months,
        results=found.results,
        statuses=found.statuses,
        unknown=found.unknown,
        beside=found.beside,
        head=head,
        headings=[row],
        reasons=found.reasons,
        stages=found.stages,
        by_hand=bool(found.stages),
    )


def _repeat(sheet: Sheet, table: Table, row: int, last: int) -> None:
    """The heading printed again: the lines right above it are the page's own title."""
    lines = _released(sheet, table)
    _ignore_heading(sheet, row, last, REPEATED_HEADER)
    following = next((later for later in sheet.rows_after(last)), None)
    if following is not None:
        table.breaks[following] = lines
    table.headings.append(row)


def _ignore_heading(sheet: Sheet, first: int, last: int, reason: str) -> None:
    for row in range(first, last + 1):
        sheet.ignore_row(row, reason)


def _released(sheet: Sheet, table: Table) -> list[int]:
    """Rows at the end of a table that are the head of the next: a text or a label with its text, no row of a table."""
    released: list[int] = []
    while table.rows and _is_head_line(sheet, table, table.rows[-1]):
        released.insert(0, table.rows.pop())
    return released


def _is_head_line(sheet: Sheet, table: Table, row: int) -> bool:
    texts = list(sheet.cells(row).values())
    if len(texts) == 1 and all(sheet.origin(row, column) == row for column in table.columns.values()):
        key = match_key(texts[0])
        return not key.startswith(match_key("ขั้นตอนที่")) and not stage_names(texts[0])
    return len(texts) == 2 and texts[0].rstrip().endswith(":")
