"""Submissions and series as register parts: months, days and figures read with the file's fiscal year."""

from datetime import date

from kmdash.domain.fiscal import BE_OFFSET, FIRST_MONTH, fiscal_year_of, month_end
from kmdash.domain.identity import office_code
from kmdash.domain.period import Precision
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, Record
from kmdash.domain.wording import worded
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.layouts.month_columns import Month, month_span
from kmdash.ingest.layouts.period_matrix import week_number
from kmdash.ingest.normalise.numbers import is_blank_mark, is_missing_mark, number
from kmdash.ingest.normalise.periods import parse_value
from kmdash.ingest.records.drafts_follow import SeriesDraft, SubmissionDraft, Typed
from kmdash.ingest.records.targets import number_in
from kmdash.ingest.records.told import told_of

_WEEK = 7
_MONTHS = 12


def submissions_part(drafts: list[SubmissionDraft], owner: Owner) -> tuple[Part, list[Problem]]:
    """One part with a row a submission; a month, day, score or word that cannot be read is missing, and told."""
    problems: list[Problem] = []
    rows = [_submission(draft, place, owner, problems) for place, draft in enumerate(drafts, start=1)]
    return Part("submissions", "1", owner.office, owner.fiscal_year, {"submissions": rows}), problems


def series_part(drafts: list[SeriesDraft], owner: Owner) -> tuple[Part, list[Problem]]:
    """One part with a row a unit, kind and period; a figure that is not one clear number is missing, and told."""
    problems: list[Problem] = []
    rows = [_series(draft, place, owner, problems) for place, draft in enumerate(drafts, start=1)]
    return Part("series", "1", owner.office, owner.fiscal_year, {"series": rows}), problems


def _own(owner: Owner, letter: str, position: int, cell: str) -> Record:
    return {
        "office": owner.office,
        "fiscal_year": owner.fiscal_year,
        "position": position,
        "source_cell": cell,
        "source_file": owner.file,
        "id": f"{owner.fiscal_year or 0}-{office_code(owner.office)}-{letter}{position}",
    }


def _submission(draft: SubmissionDraft, position: int, owner: Owner, problems: list[Problem]) -> Record:
    row = _own(owner, "S", position, draft.cell)
    row["submission_id"] = row.pop("id")
    due, received = (_day(cell, owner, problems) for cell in (draft.due, draft.received))
    month = _month(draft.month, draft.month_typed, owner) or (due.replace(day=1) if due else None)
    if month is None:
        message = worded("reader_build.submission_month_missing", unit=draft.unit)
        problems.append(_problem("submission_month_missing", draft.cell, draft.month_typed.text, message))
    if due is None and draft.due_day and month:
        following = date(month.year + (month.month == _MONTHS), month.month % _MONTHS + 1, 1)
        due = following.replace(day=draft.due_day)
    told = "missing" if draft.is_cross else told_of(draft.told)
    if told == "":
        message = worded("reader_build.submission_word_unknown", unit=draft.unit)
        problems.append(_problem("submission_word_unknown", draft.cell, draft.told, message))
    by_days = None if not (due and received) else "on_time" if received <= due else "late"
    if by_days and told in ("on_time", "late") and told != by_days:
        message = worded("reader_build.submission_contradicts")
        problems.append(_problem("submission_contradicts", draft.cell, draft.told, message))
    score = number(draft.score.value, draft.score.number_format)
    if score is None and not is_missing_mark(draft.score.text):
        message = worded("reader_build.submission_score_unreadable", unit=draft.unit)
        problems.append(_problem("submission_score_unreadable", draft.score.cell, draft.score.text, message))
    return row | {
        "unit": draft.unit,
        "report": draft.report or None,
        "month": month,
        "month_text": draft.month_typed.text or None,
        "due": due,
        "received": received,
        "told": told or None,
        "score": score,
        "note": draft.note or None,
    }


def _series(draft: SeriesDraft, position: int, owner: Owner, problems: list[Problem]) -> Record:
    row = _own(owner, "Q", position, draft.cell)
    row["series_id"] = row.pop("id")
    start, end = span(draft.when, draft.month, owner)
    figures = {}
    for name, cell in (("target", draft.target), ("actual", draft.actual)):
        value = number(cell.value, cell.number_format)
        figures[name] = number_in(cell.text) if value is None else value
        if figures[name] is None and not is_missing_mark(cell.text):
            message = worded("reader_build.series_unreadable", name=draft.name, unit=draft.unit)
            problems.append(_problem("series_unreadable", cell.cell, cell.text, message))
    return row | {
        "name": draft.name or None,
        "kind": draft.kind or None,
        "unit": draft.unit,
        "period_no": week_number(draft.when.text),
        "period_text": draft.when.text or None,
        "start": start,
        "end": end,
        **figures,
        "measure_unit": draft.measure_unit or None,
        "cumulative": draft.cumulative,
        "note": draft.note or None,
    }


def span(when: Typed, month: Month | None, owner: Owner) -> tuple[date | None, date | None]:
    """First and last day of a period: of a month, of a day, or of a week of a month (its n-th seven days).

    A month without a year lies in the file's fiscal year. A week or turn that is only numbered has no days.
    """
    months = month or month_span(when.text)
    if months:
        first = _first_day(months, owner)
        return (first, _last_of(first, months[1])) if first else (None, None)
    week = week_number(when.text)
    if week is not None:
        rest = when.text.partition(str(week))[2] if str(week) in when.text else when.text.split(" ", 1)[-1]
        named = next((found for text in (rest.strip(), when.text.split()[-1]) if (found := month_span(text))), None)
        first = _first_day(named, owner) if named else None
        if first is None or week > 5:
            return None, None
        begin = min((week - 1) * _WEEK + 1, month_end(first).day)
        return first.replace(day=begin), month_end(first) if week == 5 else first.replace(
            day=min(week * _WEEK, month_end(first).day)
        )
    if when.value is None:
        return None, None
    years = owner.fiscal_years
    period = parse_value(when.value, number_format=when.number_format, fiscal_years=years)
    return (None, None) if period.question else (period.start or period.end, period.end)


def _month(month: Month | None, typed: Typed, owner: Owner) -> date | None:
    """The first day of the month a column or cell names."""
    start, _ = span(typed, month, owner)
    return start.replace(day=1) if start else None


def _first_day(months: Month, owner: Owner) -> date | None:
    number_, _, year = months
    if year is None and owner.fiscal_year is None:
        return None
    if year is None:
        year = (owner.fiscal_year or 0) - (number_ >= FIRST_MONTH)
    return date(year - BE_OFFSET, number_, 1)


def _last_of(first: date, months: int) -> date:
    number_ = first.month - 1 + months - 1
    return month_end(date(first.year + number_ // _MONTHS, number_ % _MONTHS + 1, 1))


def _day(cell: Typed, owner: Owner, problems: list[Problem]) -> date | None:
    """A day; one without a year lies in the file's fiscal year."""
    if cell.value is None or is_blank_mark(cell.text):
        return None
    period = parse_value(cell.value, number_format=cell.number_format, fiscal_years=owner.fiscal_years)
    if period.question_code == "missing_year" and owner.fiscal_year:
        readings = [parse_value(f"{cell.text} {year}") for year in (owner.fiscal_year - 1, owner.fiscal_year)]
        period = next(
            (found for found in readings if found.end and fiscal_year_of(found.end) == owner.fiscal_year), period
        )
    if period.question or period.end is None or period.precision != Precision.DAY:
        message = period.question or worded("reader_build.submission_day_unreadable")
        problems.append(_problem("submission_day_unreadable", cell.cell, cell.text, message))
        return None
    return period.end


def _problem(code: str, cell: str, found: str, message: str) -> Problem:
    remedy = worded(f"reader_build.{code}_do")
    return Problem(code=code, severity=Severity.WARNING, cell=cell, found=found, message=message, remedy=remedy)
