"""Text of uploads: what its bytes mean, and what no cell may hold."""

import codecs
import re

from kmdash.domain.wording import worded
from kmdash.ingest.files.refusal import Refusal

NO_TEXT = "reader_files.no_text"
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp874", "cp1252", "cp437", "latin-1")

_MARKS = (  # the longer first: the UTF-16 mark begins the UTF-32 one
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF16_HIGH = b"\x00\x0e"  # the high bytes of Latin and of Thai letters
_UTF16_SHARE = 0.8
THAI_SHARE = 0.8
_SAMPLE = 1_000_000
_ASCII = bytes(range(0x80))
_UTF8_THAI = re.compile(rb"\xe0[\xb8\xb9][\x80-\xbf]")
_MIXED_SHARE = 0.1
_THAI_UTF8_AS_1252 = re.compile("à[¸¹]")

_CONTROLS = bytes({*range(1, 0x20), 0x7F} - {*b"\t\n\v\f\r\x1a"})
MOST_CONTROLS = 0.05
_SAVE_AS_UTF8 = "reader_files.save_as_utf8"

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n?")


def clean(text: str) -> str:
    """The text as typed, without what would break a store or an export.

    Line ends become ``\\n``; other control characters go; a lone surrogate becomes U+FFFD.

    >>> clean("ก\\r\\nข\\x00\\x0b\\ud800")
    'ก\\nข�'
    """
    if text.isprintable():
        return text
    return _SURROGATE.sub("\ufffd", _FORBIDDEN.sub("", _LINE_END.sub("\n", text)))


def decoded(data: bytes) -> str:
    """The text of a file, by its byte order mark, else UTF-8, UTF-16 without a mark, or CP874 (TIS-620).

    CP874 is taken only where at least four fifths of the bytes above ASCII are plausible Thai; nothing else
    is guessed.

    Raises
    ------
    Refusal
        ``damaged`` if none of these fits, if two are mixed, or if the text was spoilt before; ``wrong_type``
        if the bytes are no text.

    >>> decoded("แผนงาน".encode("cp874")), decoded("แผน,1".encode("utf-16-le"))
    ('แผนงาน', 'แผน,1')
    """
    try:
        text = data.decode(encoding_of(data)).lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise Refusal("damaged", worded("reader_files.letters")) from error
    spoilt = len(_THAI_UTF8_AS_1252.findall(text))
    if spoilt > 2 and spoilt > sum("\u0e00" <= letter <= "\u0e7f" for letter in text):
        raise Refusal("damaged", worded("reader_files.spoilt"))
    return text


def encoding_of(data: bytes) -> str:
    """The name of the encoding ``decoded`` uses."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    wide = _utf16_without_mark(data)
    if wide:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        refused = _why_not_cp874(data)
        if refused:
            raise refused from error
        return "cp874"
    return "utf-8"


def _why_not_cp874(data: bytes) -> Refusal | None:
    """Why bytes that are no UTF-8 are not taken for CP874; None if they are."""
    high = len(data.translate(None, _ASCII))
    is_mixed = 3 * len(_UTF8_THAI.findall(data)) > _MIXED_SHARE * high
    is_thai = not is_mixed and thai_share(data[:_SAMPLE]) >= THAI_SHARE
    strange = len(data) - len(data.translate(None, _CONTROLS)) + (0 if is_thai else data.count(0))
    if strange > MOST_CONTROLS * len(data):
        return Refusal("wrong_type", worded(NO_TEXT))
    if is_thai:
        return None
    if is_mixed:
        return Refusal("damaged", worded("reader_files.mixed"))
    return Refusal("damaged", worded("reader_files.charset"), worded(_SAVE_AS_UTF8))


def _utf16_without_mark(data: bytes) -> str | None:
    if len(data) < 4 or len(data) % 2:
        return None
    halves = data[0::2], data[1::2]
    even, odd = (sum(half.count(byte) for byte in _UTF16_HIGH) / len(half) for half in halves)
    if odd >= _UTF16_SHARE > 2 * even:
        return "utf-16-le"
    return "utf-16-be" if even >= _UTF16_SHARE > 2 * odd else None


def thai_share(data: bytes) -> float:
    """The share of the bytes above ASCII that are plausible Thai in CP874, 0 where there is none.

    A vowel or tone mark that stands above or below is plausible only after another Thai byte; quotes, dashes
    and the like (80–A0) count for neither side.

    >>> thai_share("ผู้รับผิดชอบ".encode("cp874")), thai_share("café".encode("latin-1"))
    (1.0, 0.0)
    """
    counted = plausible = before = 0
    for byte in data:
        if byte > 0xA0:
            counted += 1
            mark = byte == 0xD1 or 0xD4 <= byte <= 0xDA or 0xE7 <= byte <= 0xEE
            letter = 0xA1 <= byte <= 0xDA or 0xDF <= byte <= 0xFB
            plausible += letter and (not mark or before > 0xA0)
        before = byte
    return plausible / counted if counted else 0.0
