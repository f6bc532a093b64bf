"""Text as it is shown: the same letters, without what cannot be seen."""

import re
import unicodedata

_SURROGATES = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_SARA_AM = re.compile("([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_TONE_FIRST = re.compile("([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e37\u0e47\u0e4d])")
_MARK_TWICE = re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+")
_EVERYDAY = re.compile("[\n -~\u0e01-\u0e3a\u0e3f-\u0e5b]*")  # nothing to take out or replace letter by letter
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_UNTIDY = re.compile(  # what the steps below may change in a text of everyday letters
    f"[\u0e48-\u0e4b][{_MARKS}]|([{_MARKS}])\\1|[\u0e38-\u0e3a][\u0e38-\u0e3a]|\u0e4d|เเ| {{2}}| \n|\n "
)
_BLANKS = re.compile(" {2,}")
_BLANK_AT_LINE_END = re.compile(" ?\n ?")


def clean(text: str) -> str:
    """A text as it is shown, whatever way it was typed or copied.

    NFC; สระอำ written in two marks is one letter again, เเ is แ, a tone stands after its vowel, a mark typed
    twice stands once; invisible marks (zero width, bidi, BOM) and control characters are gone, lone surrogates
    are U+FFFD; every blank is a plain space, runs of them are one, line breaks stay.

    >>> clean("\\ufeffทํา  เเผน\\u00a0KM ")
    'ทำ แผน KM'
    """
    everyday = _EVERYDAY.fullmatch(text)
    if everyday and not _UNTIDY.search(text):
        return text.strip()
    if not everyday:
        text = _LINE_ENDS.sub("\n", _SURROGATES.sub("\ufffd", text))
        text = "".join(_plain(letter) for letter in _INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFC", text)
    text = _MARK_TWICE.sub(r"\1", _TONE_FIRST.sub(r"\2\1", text))
    text = _SARA_AM.sub("\\1\\2\u0e33", text).replace("เเ", "แ")
    return _BLANK_AT_LINE_END.sub("\n", _BLANKS.sub(" ", text)).strip()


def _plain(letter: str) -> str:
    if letter == "\n":
        return letter
    kind = unicodedata.category(letter)
    if letter == "\t" or kind == "Zs":
        return " "
    return "" if kind == "Cc" else letter
