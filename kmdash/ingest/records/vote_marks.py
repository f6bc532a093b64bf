"""The marks of a ballot matrix, and its printed totals against them."""

import re
from collections.abc import Collection, Iterable, Mapping

from kmdash.domain.identity import match_key
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.contents import is_cross, vote_mark
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.records.plan_rows import closing
from kmdash.ingest.records.vote_rule import tells_rule
from kmdash.ingest.sheet import Sheet

DECIDED = "reader_votes.decided"
UNREADABLE = "reader_votes.mark_not_clear"
LONGEST_NAME = 60  # letters of a voter or of a candidate that stands alone in its row
_TOTAL = re.compile(
    r"(?:ผล|ยอด|คะแนน)?รวม(?:ทั้งสิ้น|ทั้งหมด|ทั้งหมดที่ได้|คะแนน|เสียง|จำนวน|ผู้เลือก|ผู้ลงคะแนน|โหวต|ที่ได้|แต่ละ\S*)*|(?:grand)?total|sum"
)


def is_total(texts: Iterable[str]) -> bool:
    """Whether any label of a row says that it sums up.

    >>> is_total(["", "รวมคะแนน"]), is_total(["1", "รวมพลังคนรุ่นใหม่"])
    (True, False)
    """
    return any(_TOTAL.fullmatch(match_key(text)) for text in texts)


def is_line(sheet: Sheet, table: Table, row: int) -> bool:
    """Whether a row under the heading is a line of text: a rule, a footnote, a signature; no row of the table."""
    texts = list(sheet.cells(row).values())
    if not texts or closing(sheet, row):
        return True
    alone = len(texts) == 1
    numbered = "no" in table.columns and not sheet.text(row, table.columns["no"])
    return alone and (numbered or len(texts[0]) > LONGEST_NAME or tells_rule(texts[0]))


def crosses_are_doubtful(sheet: Sheet, rows: Iterable[int], columns: Collection[int]) -> bool:
    """Whether a matrix has crosses beside ticks, so that a cross may say "not chosen"."""
    marks = [text for row in rows for column in columns if (text := sheet.text(row, column))]
    crosses = [text for text in marks if is_cross(text)]
    return bool(crosses) and any(vote_mark(text) and not (is_cross(text) or text.isdecimal()) for text in marks)


def marks_of(sheet: Sheet, row: int, columns: Iterable[int], doubtful: bool, problems: list[Problem]) -> list[int]:
    """The columns marked in a row; what is no mark, or a cross where it is ``doubtful``, is told, not counted."""
    marked = []
    for column in columns:
        text = sheet.text(row, column)
        mark = None if doubtful and is_cross(text) else vote_mark(text)
        if mark is None:
            sheet.usage.ignore(sheet.name, row, column, UNREADABLE)
            problems.append(_unreadable(sheet.address(row, column), text, doubtful and is_cross(text)))
            continue
        sheet.take(row, column, "marks")
        if mark:
            marked.append(column)
    return marked


def take_fields(sheet: Sheet, table: Table, row: int) -> None:
    """Enter a candidate's row in the account; its unit is entered by itself, and a printed result is left out."""
    for name, column in table.columns.items():
        if name == "decision":
            sheet.usage.ignore(sheet.name, row, column, DECIDED)
        elif name != "unit":
            sheet.take(row, column, name)


def total_differs(sheet: Sheet, row: int, counts: Mapping[int, int]) -> list[Problem]:
    """The printed totals of a row that differ from the marks; ``counts`` are the marks by the totals' column."""
    printed = {column: number(sheet.text(row, column)) for column in counts}
    return [
        Problem(
            code="tally_total_differs",
            severity=Severity.WARNING,
            cell=sheet.address(row, column),
            found=sheet.text(row, column),
            message=worded("reader_votes.marks_differ", printed=sheet.text(row, column), count=count),
            remedy=worded("reader_votes.marks_differ_do"),
        )
        for column, count in counts.items()
        if printed[column] is not None and printed[column] != count
    ]


def _unreadable(cell: str, text: str, doubtful: bool) -> Problem:
    message = worded("reader_votes.mark_cross") if doubtful else worded("reader_votes.mark_unreadable")
    return Problem(
        code="mark_unreadable",
        severity=Severity.ERROR,
        cell=cell,
        found=text,
        message=message,
        remedy=worded("reader_votes.mark_unreadable_do"),
    )
