"""Weigh a row as the heading of each form; the best one takes the rows below.

A person's own mapping of a heading (``domain.shape``) goes before the forms that are known.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kmdash.domain.identity import match_key
from kmdash.domain.shape import Shape, fingerprint
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.form import Form
from kmdash.ingest.layouts.headings import ColumnHead, column_heads, is_done, is_other_share, is_subheading, level_of
from kmdash.ingest.layouts.known import FORMS
from kmdash.ingest.layouts.look_inside import LOOKED_AT, PERIOD_FROM, by_contents
from kmdash.ingest.layouts.month_columns import month_columns
from kmdash.ingest.layouts.spread import beside_spread, spreads
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.status import status_of
from kmdash.ingest.sheet import Sheet

HEADER = "reader_left.heading"
LONGEST_HEADING = 90  # letters; a longer text is no heading
FEWEST_HEADINGS = 2
DATES = ("period", "start", "end")


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


def heading_at(sheet: Sheet, row: int, shapes: Mapping[str, Shape]) -> _Match | None:
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
    reasons: list[str] = [worded("reader_left.shape_remembered")]
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
    _enter_weak(found, heads)
    _settle_statuses(found)
    columns = len(found.columns) + len(found.months) + len(found.statuses)
    if form.spread:
        if not _fits(found, columns, ()) or not _spoken_for(sheet, form, last):
            return None
        rows = _following(sheet, last)
        found.beside = beside_spread(sheet, form, found.unknown, rows)
        found.unknown = {column: text for column, text in found.unknown.items() if column not in found.beside}
        if not spreads(sheet, form, found.columns, list(found.unknown), rows):
            return None
    else:
        held = _held(sheet, found)
        unknown = len(found.unknown) - len(held)
        if not _fits(found, columns + len(held), held) or columns + len(held) <= unknown:
            return None
        if not _spoken_for(sheet, form, last):
            return None
    found.reasons.append(worded("reader_left.heading_found", columns=columns, row=row))
    return found


def _fits(found: _Match, columns: int, held: Collection[str]) -> bool:
    """Whether there are as many columns, and the fields, that the form asks for; ``held`` are told by contents."""
    known = found.fields | set(held)
    form = found.form
    there = all(name in known for name in form.needs) and all(known & set(group) for group in form.one_of)
    return there and columns >= form.fewest


def _held(sheet: Sheet, found: _Match) -> Collection[str]:
    """The fields told by what columns of no known heading hold, looked for only where too few headings are known."""
    columns = len(found.columns) + len(found.months) + len(found.statuses)
    if not found.unknown or (_fits(found, columns, ()) and columns > len(found.unknown)):
        return ()
    telling = {heading.field for heading in found.form.columns if heading.holds}
    if not telling or not set(found.form.needs) <= found.fields | telling:
        return ()
    rows = _following(sheet, found.last)
    return by_contents(sheet, found.form, found.fields, found.months, found.unknown, rows)


def _enter(found: _Match, head: ColumnHead) -> None:
    """Give a column the field its heading names, the longest word first; else a status, or unknown."""
    if len(head.shown) > LONGEST_HEADING:
        found.unknown[head.column] = head.shown
        return
    other_share = any(map(is_other_share, head.keys[1:]))
    for key in head.keys:
        named = [pair for pair in _named(found.form, key) if pair[1] not in found.columns]
        fitting = [pair for pair in named if not (other_share and pair[1] == "percent")]
        if any(map(is_done, head.texts)):
            fitting = [pair for pair in fitting if pair[1] not in DATES]
        if fitting:
            found.columns[max(fitting, key=lambda pair: pair[0])[1]] = head.column
            return
        if named:
            break
        if _status(key) and len(head.texts) > 1:
            found.statuses[head.column] = _status(key) or ""
            return
    found.unknown[head.column] = head.shown


@lru_cache(maxsize=10_000)
def _named(form: Form, key: str) -> list[tuple[int, str]]:
    """The fields a heading names, each with the number of letters that name it."""
    return [(length, heading.field) for heading in form.columns if (length := heading.length(key))]


@lru_cache(maxsize=10_000)
def _status(text: str) -> str | None:
    return status_of(text)


def _enter_weak(found: _Match, heads: list[ColumnHead]) -> None:
    """Give a column the field its heading may name (``Heading.weak``) where no other heading names it."""
    weak = [heading for heading in found.form.columns if heading.weak and heading.field not in found.columns]
    for head in heads if weak else ():
        if head.column not in found.unknown:
            continue
        for heading in weak:
            if heading.field not in found.columns and any(map(heading.may_be, head.keys)):
                found.columns[heading.field] = head.column
                del found.unknown[head.column]
                break


def _settle_statuses(found: _Match) -> None:
    """Two headings or more that are status words are tick columns, even where no group stands over them."""
    named = {column: _status(heading.rpartition(" / ")[2]) for column, heading in found.unknown.items()}
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


def table_of(found: _Match, row: int, head: list[int]) -> Table:
    """The table under a heading in ``row``, still without its rows."""
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
