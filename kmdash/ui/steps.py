"""Where a secretary stands between choosing a file and confirming it."""

from collections.abc import Sequence

from kmdash.domain.words import say
from kmdash.ui import pieces
from kmdash.ui.uploads import Upload

NAMES = ("choose", "understood", "check", "compare", "confirm")


def show(chosen: Sequence[Upload], to_check: int) -> None:
    """The five steps with the one at hand: choosing, checking while something is to be checked, else confirming."""
    readable = any(upload.reading for upload in chosen)
    now = 1 if not readable else 3 if to_check else 5
    pieces.steps([say(f"upload.step_{name}") for name in NAMES], now)
