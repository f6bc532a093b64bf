"""The status of an activity by tick columns, and what stands in them that is no tick."""

from kmdash.domain.period import PeriodKind
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.template import STATUSES
from kmdash.domain.wording import worded
from kmdash.ingest.normalise.periods import parse_period
from kmdash.ingest.records.drafts import ActivityDraft

_WORDS = {status: word for word, status in STATUSES.items()}
DONE = "done"


def ticked_status(activity: ActivityDraft, identity: str) -> tuple[str | None, list[Problem]]:
    """The one status that is ticked; two are asked.

    A day typed where "done" is ticked says that it is done, and is told; other words are asked, or told where
    another column is ticked.
    """
    ticked = list(dict.fromkeys(status for status, _ in activity.ticks))
    if len(ticked) > 1:
        return None, [_asked("status_ticked_twice", activity.ticks, worded(_TWICE), identity)]
    if ticked:
        return ticked[0], [_told(cell, text, worded(_BESIDE)) for _, text, cell in activity.said]
    status, text, cell = activity.said[0]
    if len(activity.said) == 1 and status == DONE and _is_day(text):
        return DONE, [_told(cell, text, worded(_DATED))]
    return None, [
        _asked("tick_unreadable", [(status, cell) for status, _, cell in activity.said], worded(_SAID), identity, text)
    ]


def ticked_text(activity: ActivityDraft) -> str | None:
    """The status as the columns tell it: the words over the ticks and what is typed in them; None where nothing is."""
    words = [_WORDS[status] for status, _ in activity.ticks] + [text for _, text, _ in activity.said]
    return " ".join(words) or None


def _is_day(text: str) -> bool:
    period = parse_period(text)
    return period.kind == PeriodKind.POINT and period.start is not None and not period.question


_TWICE = "reader_build.status_ticked_twice"
_SAID = "reader_build.tick_unreadable"
_BESIDE = "reader_build.tick_beside"
_DATED = "reader_build.tick_is_day"


def _told(cell: str, text: str, message: str) -> Problem:
    return Problem(
        code="tick_in_words",
        severity=Severity.WARNING,
        cell=cell,
        found=text,
        message=message,
        remedy=worded("reader_build.tick_in_words_do"),
    )


def _asked(code: str, places: list[tuple[str, str]], message: str, identity: str, found: str = "") -> Problem:
    words = tuple(dict.fromkeys(_WORDS[status] for status, _ in places))
    return Problem(
        code=code,
        severity=Severity.QUESTION,
        cell=places[0][1],
        found=found or " / ".join(words),
        message=message,
        remedy=worded("reader_build.status_asked_do"),
        choices=words,
        frame="activities",
        row_id=identity,
        field="status",
    )
