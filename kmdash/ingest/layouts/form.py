"""What a form's description says: its headings with their spellings, what must be there, what it is no form of."""

from dataclasses import dataclass
from functools import cache

from kmdash.domain.identity import match_key


@cache
def _keys(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(match_key, words))


@dataclass(frozen=True)
class Heading:
    """A column: the field it fills and the words its heading starts with, the most particular first.

    A heading matches when it starts with one of ``words``, or is one of ``exactly``; blanks and dots do not count.
    One that starts with one of ``weak`` matches only where no other column is of this field.
    ``holds`` names what its cells hold (``contents.HOLDS``): by it a column with an unknown heading is found,
    and one with a known heading whose cells hold something else is doubted.
    """

    field: str
    words: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()
    holds: str = ""
    weak: tuple[str, ...] = ()

    def length(self, key: str) -> int:
        """How many letters of a heading name this column, 0 for none; ``key`` is the heading's ``match_key``."""
        if key in _keys(self.exactly):
            return len(key)
        return max((len(word) for word in _keys(self.words) if key.startswith(word)), default=0)

    def may_be(self, key: str) -> bool:
        """Whether a heading (its ``match_key``) may name this column where no other does."""
        return key.startswith(_keys(self.weak))


@dataclass(frozen=True, eq=False)  # the same form is the same object
class Form:
    """A table form.

    ``kind`` is its name in a reading, ``name`` the key of the one a person reads. Each of ``needs`` must be among
    its columns, and of each group in ``one_of`` at least one. ``spread`` names what further columns hold ("vote"
    for the voters of a ballot matrix); where it is "", further columns are unknown ones. Of ``titles``, if there
    are any, one must stand in the sheet's name, the heading or the lines above (small letters). ``refused`` (a key
    of the catalogue) is told where the table is no part of a register: it is recognised only to be left out with
    its reason. ``fewest`` is how many columns it has at least.
    """

    kind: str
    name: str
    columns: tuple[Heading, ...]
    needs: tuple[str, ...]
    one_of: tuple[tuple[str, ...], ...] = ()
    spread: str = ""
    titles: tuple[str, ...] = ()
    refused: str = ""
    fewest: int = 2
