"""Every text a person reads, in Thai and English, in one catalogue.

The texts stand in ``catalogue/*.toml`` as ``key = {th = "…", en = "…"}``; ``say`` gives the one of the
language now set, in the digits now set. Both belong to the thread that runs (one visit of a page).
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

CATALOGUE = Path(__file__).parent / "catalogue"
LANGUAGES = ("th", "en")
DIGITS = ("arabic", "th")
_language: ContextVar[str] = ContextVar("language", default="th")
_digits: ContextVar[str] = ContextVar("digits", default="arabic")
_ADDRESS = re.compile(  # a cell with its sheet or without, a range, a file's name, a link
    r"(\A[^!·:“”\n]+![A-Z]{1,3}[0-9]+\Z|[^\s!“”]+![A-Z]{1,3}[0-9]+|\b[A-Z]{1,3}[0-9]+\b|\bhttps?://\S+"
    r"|[^\s“”]*\.(?:xlsx?|xlsm|ods|csv|txt|html?|zip|pdf|pptx|ics|db|png)\b)"
)
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def set_language(language: str) -> None:
    """Choose the language (``th`` or ``en``) for what this thread says from now on."""
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {LANGUAGES}, not {language!r}")
    _language.set(language)


def language() -> str:
    """The language now set."""
    return _language.get()


def set_digits(digits: str) -> None:
    """Choose the digits (``arabic`` or ``th``) of what this thread shows from now on."""
    if digits not in DIGITS:
        raise ValueError(f"digits must be one of {DIGITS}, not {digits!r}")
    _digits.set(digits)


def digits() -> str:
    """The digits now set."""
    return _digits.get()


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Choose the language for what this thread says in the block, and then again the one before."""
    before = _language.get()
    set_language(language)
    try:
        yield
    finally:
        _language.set(before)


@contextmanager
def in_digits(digits: str) -> Iterator[None]:
    """Choose the digits for what this thread shows in the block, and then again those before."""
    before = _digits.get()
    set_digits(digits)
    try:
        yield
    finally:
        _digits.set(before)


def numerals(text: str) -> str:
    """A text a person reads, in the digits now set; Thai digits typed by a person stay as they are.

    The addresses in it, of cells and files, stay as they can be typed. Never for ids and keys.

    >>> numerals("82.4 ๒๕๖๒")
    '82.4 ๒๕๖๒'
    """
    if digits() == "arabic":
        return text
    parts = _ADDRESS.split(text)
    return "".join(part if place % 2 else thai_digits(part) for place, part in enumerate(parts))


def arabic(text: str) -> str:
    """A text with its Thai digits as Arabic ones, letter for letter.

    >>> arabic("ต.ค. ๖๑")
    'ต.ค. 61'
    """
    return text.translate(_ARABIC)


def thai_digits(text: str) -> str:
    """A text with its Arabic digits as Thai ones, the inverse of ``arabic``."""
    return text.translate(_THAI)


def say(key: str, **values: Any) -> str:
    """The text of ``key`` in the language and digits now set, its ``{names}`` filled in.

    Raises
    ------
    KeyError
        If the catalogue has no such key, or its text a name without a value.
    """
    text = catalogue()[key][language()]
    return numerals(filled(text, values) if values else text)


def filled(text: str, values: Mapping[str, Any]) -> str:
    """A text of the catalogue with its ``{names}`` filled in; a KeyError names one without a value."""
    return _COUNTING.vformat(text, (), values) if "|" in text else text.format(**values)


class _Counting(Formatter):
    """Fills in a text: ``{count:day|days}`` is "1 day" or "2 days", everything else as ``str.format`` does."""

    def format_field(self, value: Any, format_spec: str) -> str:
        one, several, many = format_spec.partition("|")
        return f"{value} {one if value == 1 else many}" if several else super().format_field(value, format_spec)


_COUNTING = _Counting()


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """All texts by key: ``{key: {"th": …, "en": …}}``.

    Raises
    ------
    ValueError
        If a key stands in two files.
    """
    texts: dict[str, dict[str, str]] = {}
    for path in sorted(CATALOGUE.glob("*.toml")):
        for key, entry in texts_of(path.stem).items():
            if key in texts:
                raise ValueError(f"catalogue key stands twice: {key!r}")
            texts[key] = entry
    return texts


@cache
def texts_of(name: str) -> dict[str, dict[str, str]]:
    """The texts of one file of the catalogue, by key."""
    return dict(_flat(tomllib.loads(source_of(name))))


@cache
def source_of(name: str) -> str:
    """One file of the catalogue as it is written."""
    return (CATALOGUE / f"{name}.toml").read_text(encoding="utf-8")


def _flat(table: dict[str, Any], prefix: str = "") -> list[tuple[str, dict[str, str]]]:
    found = []
    for name, value in table.items():
        if set(value) == set(LANGUAGES) and all(isinstance(text, str) for text in value.values()):
            found.append((prefix + name, value))
        else:
            found.extend(_flat(value, f"{prefix}{name}."))
    return found
