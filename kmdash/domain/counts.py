"""Numbers within words: how many of what, as a target or a group of people is typed."""

import re

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_NUMBERS = re.compile(_NUMBER)
_COUNTED = re.compile(rf"({_NUMBER})\s*([^\d\s(),.;/]*)")
_OF = re.compile(rf"(?P<of>[^\d\n(]+?)\s*(?P<number>{_NUMBER})\s*(?P<counter>[^\d\s(),.;/]+)")
_EACH = re.compile(rf"(?P<of>[^\d\s()]+)ละ\s*(?P<number>{_NUMBER})\s*(?P<counter>[^\d\s(),.;/]+)")


def number_in(text: str) -> float | None:
    """The only number of a text, with whatever words around it; None where there is none or several.

    >>> number_in("อย่างน้อย ๙ เรื่อง"), number_in("๑๒,๙๐๐ คน"), number_in("๓ - ๕ เรื่อง")
    (9.0, 12900.0, None)
    """
    numbers = _NUMBERS.findall(text)
    return _value(numbers[0]) if len(numbers) == 1 else None


def counter_in(text: str) -> str:
    """The word after the only number of a text; "" where there is none.

    >>> counter_in("อย่างน้อย ๙ เรื่อง"), counter_in("๙")
    ('เรื่อง', '')
    """
    found = _COUNTED.findall(text)
    return found[0][1] if len(found) == 1 else ""


def counts_of(text: str) -> list[tuple[str, float, str]]:
    """Of whom a text counts how many: the words before each number, the number, the word after it.

    >>> counts_of("๑) สำนักงานจังหวัด ๑๒ คน\\n๒) สำนักงานอำเภอ ๔๘ คน")
    [(') สำนักงานจังหวัด', 12.0, 'คน'), (') สำนักงานอำเภอ', 48.0, 'คน')]
    """
    return [(of.strip(), _value(number), counter) for of, number, counter in _OF.findall(text)]


def each_of(text: str) -> list[tuple[str, float, str]]:
    """What a text demands of each: of what, how many, of what kind.

    >>> each_of("บุคลากรสำนักงาน (อำเภอละ ๑ คน)")
    [('อำเภอ', 1.0, 'คน')]
    """
    return [(of, _value(number), counter) for of, number, counter in _EACH.findall(text)]


def _value(number: str) -> float:
    return float(number.replace(",", ""))
