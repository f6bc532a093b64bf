"""A text of a period cut into its words."""

import re
import string
from dataclasses import dataclass
from itertools import groupby

from kmdash.domain.fiscal import WEEKDAYS
from kmdash.domain.words import arabic
from kmdash.ingest.normalise.months import spellings
from kmdash.ingest.normalise.period_words import VOCABULARY, Meaning, Word


@dataclass(frozen=True)
class Token:
    """A word of a text: its kind, what it means, as typed, and where it stands.

    ``value`` is the number of a NUMBER, the months a MONTH may mean, 0-6 (Monday first) of a WEEKDAY, "BE" or
    "CE" of an ERA, "day" … "year" of a UNIT or an EVERY, the number of a QUARTER or HALF that names it, and
    "every" of an EACH_YEAR that says so, and otherwise None. ``tight`` says that no blank stands before it.
    """

    kind: Word
    value: Meaning
    text: str
    start: int
    end: int
    tight: bool = False

    @property
    def number(self) -> int:
        """The value of a NUMBER."""
        return int(self.text)


_CLOCK = r"\d{1,2}[.:]\d{2}(?!\d)"
_CLOCKS = rf"{_CLOCK}(?:\s*(?:[-–—]|ถึง)\s*{_CLOCK})?"
_CLOCK_PHRASE = rf"(?:ตั้งแต่\s*)?เวลา\s*{_CLOCKS}(?:\s*(?:น\.?|นาฬิกา))?|{_CLOCKS}\s*(?:น\.|นาฬิกา|น(?![ก-๛]))"
_SHAPES = (
    rf"(?P<clock>{_CLOCK_PHRASE})"
    r"|(?P<iso>(?<!\d)(?:\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?(?![\d-])|\d{4}/(?:0?[1-9]|1[0-2])/\d{1,2}(?![\d/])))"
    r"|(?P<tight>(?<!\d)\d{1,2}(?P<mark>[.-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?!\d))"
)
_SIGNS = {"-": Word.TO, "~": Word.TO, "/": Word.SLASH, ",": Word.AND, "&": Word.AND, "(": Word.OPEN, ")": Word.CLOSE}
_SIGNS |= dict.fromkeys("‐‑‒–—―−", Word.TO) | {"[": Word.OPEN, "]": Word.CLOSE}
_MARKS = re.escape("".join(_SIGNS))


def _key(spelling: str) -> str:
    return re.sub(r"[\s.]", "", spelling).casefold()


def _words() -> dict[str, tuple[Word, Meaning]]:
    found: dict[str, tuple[Word, Meaning]] = {
        spelling: (kind, value) for kind, value, group in VOCABULARY for spelling in group
    }
    found |= {spelling: (Word.MONTH, months) for spelling, months in spellings().items()}
    for day, name in [*enumerate(WEEKDAYS), (3, "พฤหัส")]:
        found |= dict.fromkeys((name, f"วัน{name}"), (Word.WEEKDAY, day))
    return found


def _pattern(spelling: str) -> str:
    """A spelling as it may be broken: blanks and dots between its letters, unless it is Latin."""
    letters = _key(spelling)
    if letters.isascii():
        return re.escape(letters) + (r"\.?" if letters.isalpha() else "")
    joint = r"[\s.]*" if "." in spelling else r"\s*"
    return joint.join(map(re.escape, letters)) + (r"(?:\s*\.)?" if "." in spelling else "")


def _alternatives(spellings_known: list[str]) -> str:
    """One pattern for all spellings, longest first, by their first letter (so that few are tried in vain)."""
    ordered = sorted(spellings_known, key=lambda word: (_key(word)[0], -len(_key(word))))
    groups = groupby(ordered, key=lambda word: _key(word)[0])
    return "|".join(f"(?={re.escape(letter)})(?:{'|'.join(map(_pattern, group))})" for letter, group in groups)


_WORDS = {_key(spelling): meaning for spelling, meaning in _words().items()}
_TOKEN = re.compile(
    f"{_SHAPES}|(?P<word>{_alternatives(list(_words()))})"
    rf"|(?P<number>\d{{1,9}})|(?P<stop>[\s.]+$)|(?P<sign>[{_MARKS}])|(?P<unknown>[^\s\d{_MARKS}]+)"
)
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def tokens(text: str) -> list[Token]:
    """The words of a text, in order; clock times are left out, what is not known is UNKNOWN.

    >>> [token.kind.value for token in tokens("ภายในวันที่ ๘ ก.พ. ๖๒ เวลา ๑๖.๓๐ น.")]
    ['within', 'on', 'number', 'month', 'number']
    """
    plain = arabic(text)
    found: list[Token] = []
    for match in _TOKEN.finditer(plain.translate(_LOWER)):
        if not match["clock"] and not match["stop"]:
            found.extend(_tokens_of(match, plain[match.start() : match.end()]))
    return _with_joined_dates(found)


def _tokens_of(match: re.Match[str], text: str) -> list[Token]:
    start, end = match.span()
    tight = start > 0 and not match.string[start - 1].isspace()
    if match["word"]:
        kind, value = _WORDS[_key(text)]
        return [Token(kind, value, text, start, end, tight)]
    if match["sign"]:
        return [Token(_SIGNS[text], None, text, start, end, tight)]
    if match["iso"] or match["tight"]:
        parts = re.findall(r"\d+", text)
        return _slashed(parts[::-1] if match["iso"] else parts, start, end)
    kind = Word.NUMBER if match["number"] else Word.UNKNOWN
    return [Token(kind, None, text, start, end, tight)]


def _slashed(parts: list[str], start: int, end: int) -> list[Token]:
    """A date written with other marks, as if it were written day/month/year."""
    found: list[Token] = []
    for part in parts:
        if found:
            found.append(Token(Word.SLASH, None, "/", start, end, True))
        found.append(Token(Word.NUMBER, None, part, start, end, True))
    return found


def _with_joined_dates(found: list[Token]) -> list[Token]:
    """Without the dashes inside one date: ``1-ต.ค.-61``, ``ต.ค.-61``."""
    kept = list(found)
    for at in range(len(kept) - 1, 0, -1):
        if at + 1 >= len(kept) or kept[at].text != "-" or not (kept[at].tight and kept[at + 1].tight):
            continue
        before, after = kept[at - 1], kept[at + 1]
        ends = at + 2 == len(kept) or kept[at + 2].kind not in (Word.MONTH, Word.SLASH)
        if before.kind is Word.MONTH and after.kind is Word.NUMBER and ends and len(after.text) in (2, 4):
            del kept[at]
            led = kept[at - 2] if at >= 3 else None
            if led is not None and led.text == "-" and led.tight and before.tight and kept[at - 3].kind is Word.NUMBER:
                del kept[at - 2]
    return kept
