"""The months in every spelling met: full, short, without dots, colloquial, misspelt, English; and doubtful ones."""

from itertools import product

from kmdash.domain.fiscal import MONTHS_ENGLISH, MONTHS_ENGLISH_FULL, MONTHS_FULL, MONTHS_SHORT

_COLLOQUIAL = (
    "มกรา",
    "กุมภา",
    "มีนา",
    "เมษา",
    "พฤษภา",
    "มิถุนา",
    "กรกฎา",
    "สิงหา",
    "กันยา",
    "ตุลา",
    "พฤศจิกา",
    "ธันวา",
)
_MISSPELT = {
    1: ("มกรคม", "มกาคม", "มกราคาม"),
    2: ("กุมภาพันธุ์", "กุมภาพันธ", "กุมภาพัน", "กุมภาพันธุ", "กุมภาพันท์", "กุมพาพันธ์", "กุมภาพันธ์ุ"),
    3: ("มีนาม", "มินาคม", "มีนคม"),
    4: ("เมษยน", "เมษายาน", "เมษาย"),
    5: ("พฤษภาค", "พฤษาคม", "พฤกษภาคม", "พฤษภคม"),
    6: ("มิถุยน", "มิถุนยน", "มีถุนายน", "มิถุนาย"),
    7: ("กรกฎคม", "กรกาคม", "กรฎาคม", "กรกฎาค"),
    8: ("สิงหคม", "สิงหาค", "สิหาคม"),
    9: ("กันยาน", "กันยยน", "กันยาย"),
    10: ("ตุลคม", "ตุลาค"),
    11: ("พฤศจิกาย", "พฤศจิกยน", "พฤจิกายน", "พฤศจิายน", "พฤศิจกายน"),
    12: ("ธันวคม", "ธันวาค", "ธันวามคม"),
}
_CONFUSED = ("ฎฏ", "ศษส", "ณน")

DOUBTFUL: dict[str, tuple[int, ...]] = {
    "มี.ย.": (6, 4, 3),
    "ม.ย.": (6, 4, 1),
    "มิ.ค.": (3, 6, 1),
    "เม.ค.": (4, 3, 1),
}
"""What is no month's abbreviation but is typed for one, with the months it may mean, likeliest first."""


def spellings() -> dict[str, tuple[int, ...]]:
    """Every spelling of a month and the months it may mean: one, or several for a doubtful one.

    >>> spellings()["กรกฏาคม"], spellings()["มี.ย."]
    ((7,), (6, 4, 3))
    """
    found: dict[str, tuple[int, ...]] = {}
    for number in range(1, 13):
        names = (MONTHS_FULL[number - 1], _COLLOQUIAL[number - 1], *_MISSPELT[number])
        thai = [variant for name in names for variant in _confusions(name)]
        english = (MONTHS_ENGLISH_FULL[number - 1], MONTHS_ENGLISH[number - 1])
        found |= dict.fromkeys([*thai, MONTHS_SHORT[number - 1], *english], (number,))
    return found | {"Sept": (9,)} | DOUBTFUL


def _confusions(name: str) -> list[str]:
    """A name with each letter that is often taken for another: กรกฏาคม, พฤษจิกายน."""
    choices = [next((group for group in _CONFUSED if letter in group), letter) for letter in name]
    return ["".join(letters) for letters in product(*choices)]
