"""Where a plan's stages stand: in rows of their own, in a column, at the head of the activity's text, or nowhere."""

import re

from kmdash.domain.identity import match_key
from kmdash.domain.shape import COLUMN, NONE, NUMBER, ROWS, TEXT
from kmdash.domain.stages import CHANGE, KM
from kmdash.domain.words import arabic
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.stages import stage_names, stage_number_of, stage_of_number
from kmdash.ingest.sheet import Sheet

Named = list[tuple[str, int]]

_CONTINUED = re.compile(r"\s*[(\[]?\s*ต่อ\s*[)\]]\s*$")
_LIST = re.compile(r"\n\s*(?:[-•*]|[0-9๐-๙]+[.)])|\s+-\s")
_BARE = re.compile(r"\(?(\d{1,2})[.)]?")
_COUNTED = tuple(  # headings under which a number is that of a stage, and of which process
    (match_key(word), process)
    for word, process in (
        ("องค์ประกอบ", CHANGE),
        ("การจัดการความรู้", KM),
        ("ขั้นตอน KM", KM),
        ("กระบวนการ KM", KM),
        ("KM process", KM),
        ("KM stage", KM),
    )
)
MOST = 0.4  # share of a plan's rows that must name a stage for a rule to be believed


def section(sheet: Sheet, table: Table, row: int) -> Named:
    """The stages a row of its own names: a stage's name and nothing but, perhaps, its number; else none."""
    texts = sheet.cells(row)
    others = set(texts) - {table.columns.get("no"), table.columns["text"], table.columns.get("stage")}
    if others and len(texts) > 1:
        return []
    return next((named for named in map(stage_of, texts.values()) if named), [])


def stage_of(text: str) -> Named:
    """The stages a text names, a "(ต่อ)" at its end left out."""
    return stage_names(_CONTINUED.sub("", text))


def leading_stage(text: str) -> Named:
    """The stages named by the text or by what stands before its list, its first line or its first two lines.

    >>> leading_stage("การสร้างและแสวงหาความรู้\\n- ภายใน\\n- ภายนอก")
    [('KM', 2)]
    """
    lines = text.split("\n")
    heads = (text, _LIST.split(text, maxsplit=1)[0], lines[0], " ".join(lines[:2]))
    return next((named for named in map(stage_of, heads) if named), [])


def counted_stage(sheet: Sheet, table: Table, text: str) -> Named:
    """The stage a bare number names in a column whose heading names the process; nothing for another text."""
    found = _BARE.fullmatch(arabic(text).strip())
    heads = [sheet.text(row, table.columns.get("stage")) for row in range(table.header, table.last_header + 1)]
    keys = [match_key(head) for head in heads if head]
    process = next((process for word, process in _COUNTED for key in keys if word in key), None)
    return stage_of_number(process, found[1]) if found else []


def rule_of(sheet: Sheet, table: Table) -> str:
    """The rule a table follows (``domain.shape.STAGE_RULES``): a person's choice, else what its rows show."""
    if table.stages:
        return table.stages
    if any(section(sheet, table, row) for row in table.rows):
        return ROWS
    _find_column(sheet, table)
    _settle_numbers(sheet, table)
    if "stage" in table.columns:
        return COLUMN
    texts = [text for row in table.rows if (text := sheet.text(row, table.columns["text"]))]
    leading = sum(bool(leading_stage(text)) for text in texts)
    if leading > 1 and leading >= MOST * len(texts):
        return TEXT
    numbers = [
        arabic(sheet.text(row, table.columns.get("no"))).strip() or _lead(text)
        for row, text in _numbered(sheet, table)
    ]
    staged = [number for number in numbers if stage_number_of(number)]
    if len(staged) > 1 and len(staged) == len(numbers) and len({number[0] for number in staged}) > 1:
        return NUMBER
    return NONE


def _settle_numbers(sheet: Sheet, table: Table) -> None:
    """A stage column of bare numbers whose heading names no process only numbers the rows."""
    column = table.columns.get("stage")
    texts = [text for row in table.rows if (text := sheet.text(row, column)) and len(sheet.cells(row)) > 1]
    bare = texts and all(_BARE.fullmatch(arabic(text).strip()) for text in texts)
    if column is None or not bare or all(counted_stage(sheet, table, text) for text in texts):
        return
    del table.columns["stage"]
    if "no" in table.columns:
        table.unknown[column] = sheet.text(table.header, column)
    else:
        table.columns["no"] = column


def _numbered(sheet: Sheet, table: Table) -> list[tuple[int, str]]:
    column = table.columns["text"]
    return [
        (row, sheet.text(row, column)) for row in table.rows if sheet.text(row, column) and len(sheet.cells(row)) > 1
    ]


def _lead(text: str) -> str:
    found = re.match(r"\d+\.\d+", arabic(text))
    return found[0] if found else ""


def _find_column(sheet: Sheet, table: Table) -> None:
    """A column of stage names under a heading that does not say so (ลำดับ, an unknown one) is the stage column."""
    if "stage" in table.columns:
        return
    for column in [*table.unknown, *([table.columns["no"]] if "no" in table.columns else [])]:
        texts = [text for row in table.rows if (text := sheet.text(row, column))]
        named = [named for text in texts if (named := leading_stage(text))]
        if len({tuple(pairs) for pairs in named}) > 1 and len(named) > len(texts) / 2:
            table.columns = {name: place for name, place in table.columns.items() if place != column}
            table.columns["stage"] = column
            table.unknown.pop(column, None)
            return
