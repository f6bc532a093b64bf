"""Values that a spreadsheet has likely changed while they were typed."""

from datetime import date

from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.ingest.records.drafts import ActivityDraft


def about_target(activity: ActivityDraft, identity: str) -> list[Problem]:
    """A target that is a date (spreadsheets make one of "3/1" and "1-3"), or a part of one that shows no percent.

    A binary workbook does not tell that its 0.8 is shown as 80%. Both are kept as they stand, and told.
    """
    value = activity.values.get("target")
    if isinstance(value, date):
        message = worded("reader_build.target_is_date")
        return [_told(activity, identity, "target_is_date", message, worded("reader_build.target_is_date_do"))]
    if isinstance(value, float) and 0 < value < 1 and "%" not in activity.texts["target"]:
        message = worded("reader_build.target_fraction", percent=value * 100)
        return [_told(activity, identity, "fraction_suspected", message, worded("reader_build.target_fraction_do"))]
    return []


def _told(activity: ActivityDraft, identity: str, code: str, message: str, remedy: str) -> Problem:
    return Problem(
        code=code,
        severity=Severity.WARNING,
        cell=activity.cells["target"],
        found=activity.texts["target"],
        message=message,
        remedy=remedy,
        frame="activities",
        row_id=identity,
    )
