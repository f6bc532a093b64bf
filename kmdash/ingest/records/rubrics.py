"""KPIs whose five levels are described in words: a row a level, or all five in one cell."""

import re

from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.layouts.headings import LEVELS, level_of
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.records.drafts import KpiDraft
from kmdash.ingest.records.head import labelled
from kmdash.ingest.sheet import Sheet

_BRACKETS = re.compile(r"\(.+\)", re.DOTALL)
FARTHEST = 4  # rows between a KPI's name and its levels
_WORD = r"(?:ระดับคะแนน|ระดับที่|ระดับ|ขั้นที่|ขั้นตอนที่|คะแนน)\s*([1-5])(?!\d)\s*[:=.)]?\s*(?:หมายถึง\s*)?"
_LEVEL_LINE = re.compile(rf"^\s*{_WORD}", re.MULTILINE)
_SCORE_LINE = re.compile(r"^\s*([1-5])\s*(?:คะแนน|ระดับ)\s*[:=.)]?\s*", re.MULTILINE)
_LEVEL_ANYWHERE = re.compile(_WORD)
_NUMBER_LINE = re.compile(r"^\s*([1-5])\s*[=:]\s*", re.MULTILINE)
_RISING = list(range(1, LEVELS + 1))
_BETWEEN_NUMBERS = re.compile(r"\s*[/;|]\s*|\s*,\s+|\s*\n\s*")


def levels_in(text: str) -> list[str]:
    """The texts of level 1 to 5 of a cell that describes them one after the other; empty where they are not 1 to 5.

    A level begins a line, by its word, as "1 =" or as "1 คะแนน"; where the lines give none, its word may stand
    anywhere. They may run from 5 down to 1.

    >>> levels_in("ระดับที่ ๑ วางแผน\\nระดับที่ ๒ เก็บ\\nระดับ ๓ กรอง\\nระดับ ๔ เผยแพร่\\nระดับ ๕ ใช้")
    ['วางแผน', 'เก็บ', 'กรอง', 'เผยแพร่', 'ใช้']
    >>> levels_in("ระดับ 1 = วางแผน ระดับ 2 = เก็บ ระดับ 3 = กรอง ระดับ 4 = เผยแพร่ ระดับ 5 = ใช้")
    ['วางแผน', 'เก็บ', 'กรอง', 'เผยแพร่', 'ใช้']
    >>> levels_in("5 = ใช้\\n4 = เผยแพร่\\n3 = กรอง\\n2 = เก็บ\\n1 = วางแผน")
    ['วางแผน', 'เก็บ', 'กรอง', 'เผยแพร่', 'ใช้']
    """
    for pattern in (_LEVEL_LINE, _NUMBER_LINE, _SCORE_LINE, _LEVEL_ANYWHERE):
        marks = list(pattern.finditer(arabic(text)))
        levels = [int(mark[1]) for mark in marks]
        if levels in (_RISING, _RISING[::-1]):
            ends = [mark.start() for mark in marks[1:]] + [len(text)]
            texts = [text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)]
            return texts if levels == _RISING else texts[::-1]
    return []


def thresholds_in(text: str) -> list[str]:
    """Five rising numbers in one cell, "65/70/75/80/85"; empty where they are not, or are the levels' own numbers.

    >>> thresholds_in("๖๕/๗๐/๗๕/๘๐/๘๕"), thresholds_in("1, 2, 3, 4, 5"), thresholds_in("90/80/70/60/50")
    (['๖๕', '๗๐', '๗๕', '๘๐', '๘๕'], [], [])
    """
    texts = [piece for piece in _BETWEEN_NUMBERS.split(text.strip()) if piece]
    numbers = [value for piece in texts if (value := number(piece)) is not None]
    rising = numbers == sorted(set(numbers)) and numbers != _RISING
    return texts if len(texts) == len(numbers) == LEVELS and rising else []


def find_rubrics(sheet: Sheet) -> tuple[list[KpiDraft], set[int]]:
    """KPIs with a row a level, and the rows they take: five rows "ระดับ ๑" to "ระดับ ๕", or back, each with its text.

    The KPI's name is the line above that begins with "ตัวชี้วัด"; without one there is no KPI.
    """
    kpis: list[KpiDraft] = []
    taken: set[int] = set()
    rows = sheet.rows
    for place in range(len(rows) - LEVELS + 1):
        block = rows[place : place + LEVELS]
        levels = [_level(sheet, row) for row in block]
        if levels not in (_RISING, _RISING[::-1]):
            continue
        above = [row for row in rows[max(0, place - FARTHEST) : place] if row not in taken]
        named = next((row for row in reversed(above) if _name(sheet, row)), None)
        if named is None:
            continue
        column, name = _name(sheet, named) or (1, "")
        kpi = KpiDraft(name, sheet.address(named, column), rows=[named, *block])
        kpi.texts = [list(sheet.cells(row).values())[1] for row in (block if levels == _RISING else block[::-1])]
        kpi.texts_cell = sheet.address(block[0], list(sheet.cells(block[0]))[1])
        kpis.append(kpi)
        kpi.unit = _unit(sheet, above[above.index(named) + 1 :])
        _account(sheet, named, above, block)
        taken |= {*above[above.index(named) :], *block}
    return kpis, taken


def _level(sheet: Sheet, row: int) -> int | None:
    texts = list(sheet.cells(row).values())
    return level_of(texts[0]) if len(texts) == 2 and "ระดับ" in texts[0] else None


def _name(sheet: Sheet, row: int) -> tuple[int, str] | None:
    """The column and text of a line that names a KPI."""
    for column, text in sheet.cells(row).items():
        found = labelled(text)
        if found and found[0] == "kpi" and found[1]:
            return column, found[1]
    return None


def _unit(sheet: Sheet, rows: list[int]) -> tuple[str, str] | None:
    """What is counted, as the heading over the levels says it in brackets."""
    for row in rows:
        for column, text in sheet.cells(row).items():
            if _BRACKETS.fullmatch(text):
                return text.strip("() "), sheet.address(row, column)
    return None


def _account(sheet: Sheet, named: int, above: list[int], block: list[int]) -> None:
    for row in (named, *block):
        for column in sheet.cells(row):
            sheet.take(row, column, "level_texts" if row != named else "name")
    for row in above[above.index(named) + 1 :]:
        sheet.ignore_row(row, worded("reader_left.heading"))
