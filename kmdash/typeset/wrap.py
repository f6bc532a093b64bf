"""Thai text broken into lines that fit: at words, measured against the font that is shown.

A chart cannot wrap text by itself, and a browser does not know the words of our field. Words come from
PyThaiNLP's dictionary (newmm) with words of our field; what belongs together is glued; widths are those of the
shipped Sarabun, marks above and below counting nothing; the lines of a chart are then balanced, so that no
single word is left on the last.
"""

import os
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from PIL import ImageFont

from kmdash.domain.words import numerals

_STATIC = Path(__file__).resolve().parents[2] / "static"
_FONTS = {False: _STATIC / "Sarabun_400Regular.ttf", True: _STATIC / "Sarabun_700Bold.ttf"}
_EM = 100
_ELLIPSIS = "…"
_MOST_PER_EM = 16  # letters, with their marks, of a text as people write it
_MOST_BALANCED = 100  # lines; a text of more is no label

_NOT_WORDS = frozenset({"งานการ", "สอบผ่าน"})
_OUR_WORDS = frozenset(
    {"องค์ความรู้", "กระบวนงาน", "คณะทำงาน", "กลั่นกรอง", "ตัวชี้วัด", "ขั้นตอน", "ส่วนราชการ", "ปกครองส่วนท้องถิ่น"}
    | {"อิเล็กทรอนิกส์", "ปีงบประมาณ", "ร้อยละ", "แลกเปลี่ยนเรียนรู้", "ประชาสัมพันธ์", "ความรู้", "การเรียนรู้"}
    | {"วิสัยทัศน์", "วิทยุทัศน์", "ยุทธศาสตร์", "ผ่านทาง", "เปลี่ยนชื่อ", "ฉบับที่", "ขั้นตอนที่"}
)
_HOLDS_NEXT = frozenset(
    {"การ", "ความ", "ผู้", "ที่", "ใน", "ของ", "และ", "หรือ", "เพื่อ", "จาก", "กับ", "ด้วย", "ว่า"}
    | {"กรม", "แผน", "ครั้ง", "ร้อย", "เรื่อง", "(", "“"}
)
_HELD_BY_PREVIOUS = tuple("ๆ)/,.:;ฯ”%…")
_WHOLE = re.compile(  # a month with its day and year, abbreviations with their year, numbers with their marks
    r"(?:[๐-๙0-9]{1,2} )?(?:ม[ีิ]\.[คย]|เม\.ย|[กตธพมส]\.ค|[กพ]\.[พย])\.(?: [๐-๙0-9]{2,4})?"
    r"|[ก-ฮเแ][ก-ฮ]{0,3}(?:\.[ก-ฮ]{1,4})*\.(?: [๐-๙0-9]{2,4})?|[๐-๙0-9]+(?:[./,:-][๐-๙0-9]+)+%?"
)
_SHORT_NUMBER = re.compile(r"[๐-๙0-9][๐-๙0-9./,-]{0,7}%?")
_LEADING_VOWELS = "เแโใไ"
_FOLLOWING = "ะาำๅๆ"
_LOOSE_ENDS = " -–(,/"


def preload() -> None:
    """Load dictionary and fonts now (about a second), before a visitor waits for them."""
    words("ก")
    text_width("ก", 10)
    text_width("ก", 10, bold=True)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text as it is drawn, in the digits now set: in pixels, at a font size in pixels.

    >>> text_width("กี่", 16) == text_width("ก", 16)
    True
    """
    return _width(numerals(text), size, bold=bold)


def _width(text: str, size: float, *, bold: bool) -> float:
    return _advances(text, bold) * size / _EM


@lru_cache(maxsize=16384)
def lines(
    text: str, width: float, size: float, *, max_lines: int, bold: bool = False, balanced: bool = True
) -> tuple[str, ...]:
    """A text in at most ``max_lines`` lines of at most ``width`` pixels; a cut one ends in "…".

    The digits are those of the text. White space in it is taken as single blanks. Lines are about equally long;
    where they need not be ``balanced``, each is filled as far as it goes, which is much faster.
    A piece wider than the width is cut between characters, never before a tone mark or vowel that needs its
    consonant.

    >>> lines("การจัดความรู้ให้เป็นระบบ", 110, 14.5, max_lines=3)
    ('การจัดความรู้', 'ให้เป็นระบบ')
    """
    whole = " ".join(text.split())
    looked_at = whole[: int(max_lines * (_MOST_PER_EM * width / size + _MOST_PER_EM))]
    pieces = words(looked_at)
    found = _filled(pieces, width, size, bold)
    if len(looked_at) < len(whole) and len(found) <= max_lines:
        return (*found[:-1], found[-1] + _ELLIPSIS)
    if len(found) > max_lines:
        return (*found[: max_lines - 1], _shortened("".join(found[max_lines - 1 :]), width, size, bold))
    return _balanced(pieces, found, width, size, bold) if balanced else tuple(found)


def words(text: str) -> tuple[str, ...]:
    """The pieces a line may be broken between, blanks kept at their ends.

    >>> words("เรื่องวิสัยทัศน์ และยุทธศาสตร์ของกรม")
    ('เรื่องวิสัยทัศน์ ', 'และยุทธศาสตร์', 'ของกรม')
    """
    pieces: list[str] = []
    holds = False
    for token in _tokens(" ".join(text.split())):
        if pieces and (holds or _belongs_before(token, pieces[-1])):
            pieces[-1] += token
        else:
            pieces.append(token)
        holds = token in _HOLDS_NEXT
    return tuple(pieces)


@lru_cache(maxsize=16384)
def pieces(text: str, width: float, size: float) -> tuple[str, ...]:
    """The pieces of a text that a page may break a line between, each at most ``width`` pixels wide.

    >>> "".join(pieces("เรื่องวิสัยทัศน์ และยุทธศาสตร์ของกรม", 250, 16))
    'เรื่องวิสัยทัศน์ และยุทธศาสตร์ของกรม'
    """
    return tuple(part for piece in words(text) for part in _parts(piece, width, size, bold=False))


def _belongs_before(token: str, piece: str) -> bool:
    if token == " " or token.startswith(_HELD_BY_PREVIOUS):
        return True
    return piece.endswith(" ") and _SHORT_NUMBER.fullmatch(token) is not None


def _tokens(text: str) -> list[str]:
    """Words, blanks and what is whole; a mark never begins one, unless the text itself begins with it."""
    segment, trie = _dictionary()
    tokens: list[str] = []
    position = 0
    for found in _WHOLE.finditer(text):
        tokens += segment(text[position : found.start()], trie)
        tokens.append(found[0])
        position = found.end()
    tokens += segment(text[position:], trie)
    joined: list[str] = []
    for token in tokens:
        if joined and unicodedata.category(token[0]) == "Mn":
            joined[-1] += token
        else:
            joined.append(token)
    return joined


@cache
def _dictionary() -> tuple[Any, Any]:
    """The word finder and its dictionary; PyThaiNLP is told to write nothing into the home folder."""
    if "PYTHAINLP_READ_MODE" not in os.environ:
        os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.corpus import thai_words
    from pythainlp.tokenize.newmm import segment
    from pythainlp.util.trie import Trie

    return segment, Trie((thai_words() - _NOT_WORDS) | _OUR_WORDS)


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS[bold], _EM)


@cache
def _advance(char: str, bold: bool) -> float:
    return 0.0 if unicodedata.category(char) == "Mn" else _font(bold).getlength(char)


@lru_cache(maxsize=16384)
def _advances(text: str, bold: bool) -> float:
    return sum(_advance(char, bold) for char in text)


def _filled(pieces: Iterable[str], width: float, size: float, bold: bool) -> list[str]:
    """Lines filled one after the other, each as far as it goes."""
    found: list[str] = []
    line, taken = "", 0.0
    for piece in pieces:
        for part in _parts(piece, width, size, bold):
            if line and (taken + _advances(part.rstrip(), bold)) * size / _EM > width:
                found.append(line.rstrip())
                line, taken = "", 0.0
            line += part
            taken += _advances(part, bold)
    return [*found, line.rstrip()]


def _parts(piece: str, width: float, size: float, bold: bool) -> list[str]:
    """A piece as it is, or its words where it is too wide, or bits of these where they are."""
    if _width(piece.rstrip(), size, bold=bold) <= width:
        return [piece]
    parts = []
    for token in _tokens(piece):
        while (cut := _cut(token, width, size, bold)) < len(token):
            parts.append(token[:cut])
            token = token[cut:]
        parts.append(token)
    return parts


def _cut(text: str, width: float, size: float, bold: bool) -> int:
    """How many characters fit, at least one cluster; never between a consonant and its marks."""
    fits, advance = 0, 0.0
    for end in range(1, len(text) + 1):
        advance += _advance(text[end - 1], bold)
        if end < len(text) and _inside_cluster(text, end):
            continue
        if fits and advance * size / _EM > width:
            break
        fits = end
    return fits


def _inside_cluster(text: str, at: int) -> bool:
    before, following = text[at - 1], text[at]
    if unicodedata.category(following) == "Mn":
        return True
    needs_next = before in _LEADING_VOWELS and following not in _LEADING_VOWELS
    needs_previous = following in _FOLLOWING and before not in _FOLLOWING
    return needs_next or needs_previous


def _shortened(text: str, width: float, size: float, bold: bool) -> str:
    """The beginning of a text, at a word's end where one fits, and "…"."""
    room = width - _width(_ELLIPSIS, size, bold=bold)
    kept = ""
    for piece in words(text):
        if _width((kept + piece).rstrip(), size, bold=bold) > room:
            break
        kept += piece
    return (kept.rstrip(_LOOSE_ENDS) or text[: _cut(text, room, size, bold)]) + _ELLIPSIS


def _balanced(pieces: tuple[str, ...], found: list[str], width: float, size: float, bold: bool) -> tuple[str, ...]:
    """The same number of lines within the narrowest width that still allows it."""
    narrow, wide = max((_width(piece.rstrip(), size, bold=bold) for piece in pieces), default=0.0) - 1, width
    while 1 < len(found) <= _MOST_BALANCED and wide - narrow > 1:
        middle = (narrow + wide) / 2
        trial = _filled(pieces, middle, size, bold)
        if len(trial) <= len(found) and max(_width(line, size, bold=bold) for line in trial) <= middle:
            wide, found = middle, trial
        else:
            narrow = middle
    return tuple(found)
