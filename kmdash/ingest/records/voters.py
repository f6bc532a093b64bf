"""Who cast a ballot, without a person's name: a code, else the unit, else a number."""

import re
from collections.abc import Mapping, Sequence

from kmdash.domain.identity import match_key
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.ingest.normalise.owners import UNIT_WORDS, is_unit
from kmdash.ingest.normalise.persons import names_person
from kmdash.ingest.records.network import PERSONAL
from kmdash.ingest.sheet import Sheet

VOTER = "ผู้ลงคะแนน"
CODED = "reader_votes.coded"
SECOND = "reader_votes.second"
_TWO_WORDS = re.compile(r"[ก-๎]{2,}\s+(?:ณ\s+)?[ก-๎]{2,}")
_NO_PERSON = (*UNIT_WORDS, "กรม", "จังหวัด", "อำเภอ", "เทศบาล", "อบ", "โรง", "คณะ", "ตำบล", "ผู้แทน", "กรรมการ", VOTER)
_PERSONAL_HEADING = re.compile(r"ชื่อ|สกุล|\bname\b|e-?mail|อีเมล|โทร|phone", re.IGNORECASE)
_UNIT_HEADING = re.compile(r"หน่วยงาน|สังกัด|สำนัก|กอง|ส่วนราชการ|กลุ่มงาน|ฝ่าย")
_NOBODY = ("anonymous", "ไม่ระบุ", "ไม่ระบุชื่อ", "ไม่ประสงค์ออกนาม")


class Voters:
    """The voters of one table: the same words are the same voter, and a person is known by a number only."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._cast: set[str] = set()

    def named(self, text: str, place: int, personal: bool = False) -> str | None:
        """The voter's code or unit; a person's becomes "ผู้ลงคะแนน" and its place. None where nobody is named."""
        key = match_key(text)
        if not key or key in map(match_key, _NOBODY):
            return None
        if key not in self._codes:
            hidden = personal or is_person(text)
            shown = f"{VOTER} {text}" if key.isdecimal() else text
            self._codes[key] = f"{VOTER} {place}" if hidden else shown
        return self._codes[key]

    def casts(self, voter: str | None) -> bool:
        """Enter a voter's ballot; whether it is the first."""
        if voter is None:
            return True
        first = match_key(voter) not in self._cast
        self._cast.add(match_key(voter))
        return first


def is_person(text: str) -> bool:
    """Whether a voter's text is the name of a person, with its title or as two plain words.

    >>> is_person("สมมุติ นามสมมุติ"), is_person("กองคลัง"), is_person("V01"), is_person("ผู้แทน กค.")
    (True, False, False, False)
    """
    if names_person(text) or "@" in text:
        return True
    return bool(_TWO_WORDS.fullmatch(text)) and not is_unit(text) and not text.startswith(_NO_PERSON)


def is_personal(heading: str) -> bool:
    """Whether a column's heading asks for a person's name, e-mail or telephone number."""
    return bool(_PERSONAL_HEADING.search(heading)) and not _UNIT_HEADING.search(heading)


def is_of_unit(heading: str) -> bool:
    """Whether a column's heading asks for a unit."""
    return bool(_UNIT_HEADING.search(heading))


def voter_column(sheet: Sheet, rows: Sequence[int], columns: Mapping[int, str]) -> int:
    """Which of the columns (with their headings) says who voted: codes first, then units, then persons."""

    def rank(column: int) -> int:
        texts = [text for row in rows if (text := sheet.text(row, column))]
        if is_personal(columns[column]) or sum(map(is_person, texts)) * 2 > len(texts):
            return 2
        coded = sum(any(letter.isdecimal() for letter in text) for text in texts) * 2 > len(texts)
        return 0 if coded and not is_of_unit(columns[column]) else 1

    return min(columns, key=rank)


def account_voter(sheet: Sheet, row: int, columns: Mapping[int, str], chosen: int | None) -> None:
    """Enter the cells that say who voted; what names a person is left out."""
    for column, heading in columns.items():
        text = sheet.text(row, column)
        if is_personal(heading) or is_person(text):
            sheet.usage.ignore(sheet.name, row, column, PERSONAL)
        elif column == chosen:
            sheet.take(row, column, "voter")
        else:
            sheet.usage.ignore(sheet.name, row, column, CODED)


def take_proposer(sheet: Sheet, row: int, column: int | None) -> str | None:
    """The unit that proposes a candidate; a person who does is left out."""
    if column and names_person(sheet.text(row, column)):
        sheet.usage.ignore(sheet.name, row, column, PERSONAL)
        return None
    return sheet.take(row, column, "unit")


def second_ballot(cell: str, voter: str) -> Problem:
    """A second ballot of the same voter is not counted."""
    return Problem(
        code="second_ballot",
        severity=Severity.WARNING,
        cell=cell,
        found=voter,
        message=worded("reader_votes.second_ballot"),
        remedy=worded("reader_votes.second_ballot_do"),
    )


def voter_missing(cell: str) -> Problem:
    """A ballot that does not say whose it is."""
    return Problem(
        code="voter_missing",
        severity=Severity.WARNING,
        cell=cell,
        found="",
        message=worded("reader_votes.voter_missing"),
        remedy=worded("reader_votes.voter_missing_do"),
    )
