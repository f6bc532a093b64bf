"""Sentences the reader of files writes down: Thai text that can be said in another language later.

A sentence about a file is made when the file is read, kept with the reading and in the store, and read by people
who chose another language. So it is a ``Worded``: a plain string, the Thai text, which also carries its key of the
catalogue and the values it names. ``told`` says it in the language now set. Stored and sent between processes it
travels as JSON of key and values (``as_plain``, ``of_plain``) beside the Thai text, which stands where there is none.

The texts lie in files of their own, ``catalogue/reader_<area>.toml``, and a key begins with its file's name
(``reader_build.no_result``): the child process that reads files parses only what it says. It can open no file once
it reads, so it takes the bytes in hand before (``take_texts``).
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from kmdash.domain.fiscal import shown_date, thai_date
from kmdash.domain.words import CATALOGUE, filled, language, source_of, texts_of


class Worded(str):
    """The Thai text of ``key``, which remembers its key and values. Made by ``worded`` and ``joined``.

    Without a key its values are ``parts``, said one after the other with ``between`` between them.
    """

    __slots__ = ("key", "values")
    key: str
    values: dict[str, Any]

    def __new__(cls, key: str, values: dict[str, Any]) -> "Worded":
        """The sentence; its text is made here, once."""
        made = super().__new__(cls, _text(key, values, "th"))
        made.key, made.values = key, values
        return made

    def __getnewargs__(self) -> tuple[str, dict[str, Any]]:  # type: ignore[override]  # not of str(text)
        """What a copy is made of."""
        return self.key, self.values


def worded(key: str, /, **values: Any) -> Worded:
    """The sentence ``key`` of the catalogue with its values: text from the file, numbers, days or other ``Worded``.

    Raises
    ------
    KeyError
        If the catalogue has no such key, or its text a name without a value.
    """
    return Worded(key, values) if values else _without_values(key)


@cache
def _without_values(key: str) -> Worded:
    return Worded(key, {})


def joined(parts: Sequence[str], between: str = " ") -> Worded:
    """Several sentences as one, a blank or other text ``between`` them.

    >>> joined(["ก", "ข"], ", ")
    'ก, ข'
    """
    return Worded("", {"parts": list(parts), "between": between})


def told(text: str) -> str:
    """A text in the language now set, if it is a ``Worded``; else as it is."""
    return _text(text.key, text.values, language()) if isinstance(text, Worded) else text


def told_of(row: Mapping[str, Any], field: str) -> str | None:
    """``found``, ``message`` or ``remedy`` of a row of the problems frame, in the language now set.

    The stored Thai text stands where nothing else is stored, or for a sentence this program no longer has.
    """
    text = row[field]
    if language() == "th" or not row.get("said"):
        return text
    try:
        known = json.loads(row["said"])
        return told(of_plain(known[field])) if field in known else text
    except KeyError:
        return text


def said(**texts: str) -> str | None:
    """What ``told_of`` needs of these texts, as JSON; None where none of them is a ``Worded``."""
    known = {name: as_plain(text) for name, text in texts.items() if isinstance(text, Worded)}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")) if known else None


def as_plain(value: Any) -> Any:
    """A sentence, or a value of one, as JSON values; ``of_plain`` is its inverse. Any other text stays itself."""
    if isinstance(value, Worded):
        return {"key": value.key, "values": {name: as_plain(item) for name, item in value.values.items()}}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return [as_plain(item) for item in value] if isinstance(value, list) else value


def of_plain(plain: Any) -> Any:
    """A sentence or value from ``as_plain``.

    Raises
    ------
    KeyError
        If the catalogue has no such sentence.
    """
    if isinstance(plain, list):
        return [of_plain(item) for item in plain]
    if not isinstance(plain, dict):
        return plain
    if "day" in plain:
        return date.fromisoformat(plain["day"])
    return Worded(plain["key"], {name: of_plain(item) for name, item in plain["values"].items()})


@cache
def take_texts() -> None:
    """Take the files of the reader's texts in hand, so that none needs to be opened later."""
    for path in CATALOGUE.glob("reader_*.toml"):
        source_of(path.stem)


def _text(key: str, values: Mapping[str, Any], spoken: str) -> str:
    words = {name: _value(value, spoken) for name, value in values.items()}
    if not key:
        return str(words["between"]).join(words["parts"])
    return filled(texts_of(key.partition(".")[0])[key][spoken], words)


def _value(value: Any, spoken: str) -> Any:
    if isinstance(value, Worded):
        return _text(value.key, value.values, spoken)
    if isinstance(value, date):
        return thai_date(value) if spoken == "th" else shown_date(value)
    return [_value(item, spoken) for item in value] if isinstance(value, list) else value
