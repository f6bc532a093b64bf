"""Finding by words: a text reduced to what is compared, and the entries that hold every word, best first."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

import pandas as pd

from kmdash.domain.identity import match_key

_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_TONE_FIRST = re.compile("([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e37\u0e47\u0e4d])")
_MARK_TWICE = re.compile(f"([{_MARKS}])\\1+")
_END, _BREAK = "\ue000", "\ue001"  # between texts reduced together, and between the lines of one
_PUNCTUATION = re.compile(f"(?:[^\\w{_MARKS}{_END}{_BREAK}]|_)+")
_FIELDS = ("no", "name", "plan", "unit", "also")
KINDS = ("plan", "unit", "kpi", "activity", "step", "candidate")


@dataclass(frozen=True)
class Lines:
    """Texts, each on a line of its own in one long text, each from its place in ``starts``."""

    text: str
    starts: tuple[int, ...]

    def having(self, part: str) -> Iterator[int]:
        """The places of the texts with a part, ascending; ``\\n`` stands for their ends."""
        at = self.text.find(part)
        while at >= 0:
            place = bisect_right(self.starts, at) - 1
            yield place
            at = self.text.find(part, self.starts[place + 1])

    def has(self, place: int, part: str) -> bool:
        """Whether one text has a part."""
        return self.text.find(part, self.starts[place], self.starts[place + 1]) >= 0


@dataclass(frozen=True)
class Index:
    """The entries of a search, and what is compared of each: its number, its name, all that is told of it."""

    entries: pd.DataFrame
    numbers: Lines
    names: Lines
    texts: Lines


@dataclass(frozen=True)
class Hits:
    """What was found: how many entries in all, and the best of them (``summaries.ENTRIES``)."""

    total: int
    best: pd.DataFrame


def search_key(text: str) -> str:
    """A text as it is compared: however it was typed, without blanks, dots, quotes or case; never for showing.

    >>> search_key("ก.พ.ร. นํ้า ๖๒") == search_key("กพร น้ำ62")
    True
    """
    return _reduced(_plain(text))


def index_of(entries: pd.DataFrame) -> Index:
    """An index over entries (``summaries.ENTRIES``), plans first; of one kind they keep their order."""
    order = entries["kind"].map({kind: place for place, kind in enumerate(KINDS)})
    entries = entries.iloc[order.argsort(kind="stable")].reset_index(drop=True)
    lines = entries["also"].str.replace("\n", _BREAK, regex=False)
    keys = {name: _keys(column) for name, column in entries[list(_FIELDS)].assign(also=lines).items()}
    texts = ["\n".join(own) for own in zip(*keys.values(), strict=True)]
    return Index(entries, _lines(keys["no"]), _lines(keys["name"]), _lines(texts))


def find(index: Index, query: str, limit: int) -> Hits:
    """The entries in which every word of the query is found, at most ``limit``; none for a query without words.

    First those that are what was asked for by name or number, then those whose name begins so, then those
    whose name has it inside, then those with every word in the name, then the rest; else in their order.
    """
    words = sorted(filter(None, map(search_key, query.split())), key=len, reverse=True)
    if not words:
        return Hits(0, index.entries.iloc[:0])
    places = list(index.texts.having(words[0]))
    for word in words[1:]:
        places = [place for place in places if index.texts.has(place, word)]
    found = set(places)
    ranked = (place for place in _ranked(index, search_key(query), words, places) if place in found)
    best = list(islice(_once(ranked), min(limit, len(places))))
    return Hits(len(places), index.entries.iloc[best])


def _ranked(index: Index, whole: str, words: list[str], places: list[int]) -> Iterator[int]:
    """The best places first; some come again."""
    yield from index.names.having(f"\n{whole}\n")
    yield from index.numbers.having(f"\n{whole}\n")
    yield from index.names.having(f"\n{whole}")
    yield from index.names.having(whole)
    yield from (place for place in places if all(index.names.has(place, word) for word in words))
    yield from places


def _once(places: Iterable[int]) -> Iterator[int]:
    seen: set[int] = set()
    for place in places:
        if place not in seen:
            seen.add(place)
            yield place


def _lines(texts: list[str]) -> Lines:
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    return Lines("".join(f"\n{text}" for text in texts) + "\n", tuple(starts))


def _keys(texts: pd.Series) -> list[str]:
    """Every text reduced, "" for a gap; all in one go."""
    codes, known = pd.factorize(texts)
    reduced = _reduced(_END.join(text.replace(_END, "") for text in known)).split(_END)
    return [reduced[code] if code >= 0 else "" for code in codes.tolist()]


def _plain(text: str) -> str:
    return text.replace(_END, "").replace(_BREAK, "")


def _reduced(text: str) -> str:
    plain = _PUNCTUATION.sub("", match_key(text)).replace("เเ", "แ")
    return _MARK_TWICE.sub(r"\1", _TONE_FIRST.sub(r"\2\1", plain))
