"""The office's book of unit names: which spellings mean one unit. Proposals are shown, never applied by themselves."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kmdash.domain.identity import match_key, office_code
from kmdash.domain.reading import Part, Record

CLOSE = 0.86
FEWEST_LETTERS = 3
_VOWELS_BEFORE = "เแโใไ"
_JOINING = ("และ", "การ", "ความ", "งาน")


@dataclass(frozen=True)
class Proposal:
    """A spelling that may mean a unit; ``why`` is likely (letters agree) or alike (nearly the same letters)."""

    alias: str
    unit: str
    why: str


def book_of(rows: Iterable[Mapping[str, str | None]]) -> dict[str, str]:
    """The unit meant by the ``match_key`` of each spelling of the book."""
    return {match_key(row["alias"] or ""): row["unit"] or "" for row in rows if row["alias"] and row["unit"]}


def canonical(text: str, book: Mapping[str, str]) -> str:
    """The unit a text means by the book; the text itself where the book has no word of it.

    >>> canonical("ก.พ.ร.สธ.", {"กพรสธ": "กลุ่มพัฒนาระบบบริหาร"}), canonical("กองคลัง", {})
    ('กลุ่มพัฒนาระบบบริหาร', 'กองคลัง')
    """
    return book.get(match_key(text), text)


def aliases_part(book: Mapping[str, str], office: str) -> Part:
    """The register part that holds an office's whole book (it belongs to no fiscal year)."""
    rows: list[Record] = [
        {
            "alias_id": f"{office_code(office)}-A{place}",
            "office": office,
            "fiscal_year": 0,
            "alias": alias,
            "unit": unit,
        }
        for place, (alias, unit) in enumerate(book.items(), start=1)
    ]
    return Part("aliases", "1", office, 0, {"aliases": rows})


def proposals(units: Iterable[str], book: Mapping[str, str]) -> list[Proposal]:
    """Pairs of names that may mean one unit and of which the book says nothing, in alphabetical order.

    A short form whose letters begin the words of one full name is likely; one that fits several names is
    ambiguous and not proposed. Two full names that differ by a few letters are alike.
    """
    names = sorted(set(units))
    open_ = [name for name in names if match_key(name) not in book]
    short = [name for name in open_ if is_short(name)]
    full = [name for name in names if not is_short(name)]
    found = []
    for name in short:
        fitting = [unit for unit in full if _abbreviates(name, unit)]
        if len(fitting) == 1:
            found.append(Proposal(name, fitting[0], "likely"))
    for place, name in enumerate(full):
        for other in full[place + 1 :]:
            if other in open_ and _alike(name, other):
                found.append(Proposal(other, name, "alike"))
    return found


def is_short(name: str) -> bool:
    """Whether a name is an abbreviation: few letters, no vowels.

    >>> is_short("กพร.สธ."), is_short("กองคลัง")
    (True, False)
    """
    letters = match_key(name).replace("/", "")
    return 1 < len(letters) <= 7 and all("ก" <= letter <= "ฮ" for letter in letters)


def _abbreviates(short: str, full: str) -> bool:
    """Whether the letters of a short form are found in a full name, in order, the first at its beginning."""
    letters = match_key(short).replace("/", "")
    if len(letters) < FEWEST_LETTERS:
        return False  # two letters are found in nearly every name
    name = match_key(full)
    for word in _JOINING:
        name = name.replace(word, "")
    consonants = [letter for letter in name if letter not in _VOWELS_BEFORE and "ก" <= letter <= "ฮ"]
    if not consonants or consonants[0] != letters[0]:
        return False
    rest = iter(consonants)
    return all(letter in rest for letter in letters)


def _alike(one: str, other: str) -> bool:
    first, second = match_key(one), match_key(other)
    if first == second:
        return False
    if first.startswith(second) or second.startswith(first):
        return min(len(first), len(second)) > len("สำนักปลัด") - 1
    digits = [[letter for letter in name if letter.isdigit()] for name in (first, second)]
    return digits[0] == digits[1] and difflib.SequenceMatcher(None, first, second, autojunk=False).ratio() >= CLOSE
