"""What stands behind the curve of progress: the forecast with its numbers, and what the planned line leaves out."""

from typing import Any

from kmdash.domain.scale import plain
from kmdash.domain.words import say
from kmdash.ui.pieces import note


def pace_notes(pace: Any) -> None:
    """The sum the forecast is, and how many activities have no certain due date."""
    if pace.forecast is not None:
        counts = {name: getattr(pace, name) for name in ("done", "later", "kept", "due")}
        note(say("frames.curve.pace", forecast=plain(round(pace.forecast, 1)), **counts))
    if pace.undated:
        note(say("frames.curve.undated", count=pace.undated))
