"""The committee's calendar as a register part; a step dated after the steps that follow it is marked."""

from bisect import bisect_right
from datetime import date

from kmdash.domain.fiscal import BE_OFFSET, MONTHS_SHORT
from kmdash.domain.identity import office_code
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, Record
from kmdash.domain.wording import worded
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.periods import read_period
from kmdash.ingest.records.drafts import StepDraft

OF_DUTIES = "duties"  # key of the part that holds the times named by duties, beside the calendar itself


def events_part(steps: list[StepDraft], owner: Owner, key: str = "1") -> tuple[Part, list[Problem]]:
    """One part with every step, dates kept as printed; of the calendar itself, or of another list by its ``key``."""
    letter = "E" if key == "1" else f"E-{key}"
    rows: list[Record] = []
    problems: list[Problem] = []
    after: date | None = None
    for position, step in enumerate(steps, start=1):
        identity = f"{owner.fiscal_year or 0}-{office_code(owner.office)}-{letter}{position}"
        period, found = read_period(
            step.period_value,
            step.period_text,
            cell=step.period_cell,
            frame="events",
            row_id=identity,
            fiscal_years=owner.fiscal_years,
            number_format=step.period_format,
            after=after,
        )
        problems += found
        row = {
            "event_id": identity,
            "office": owner.office,
            "fiscal_year": owner.fiscal_year,
            "position": position,
            "no": step.no,
            "text": step.text,
            "unit": step.unit,
            **period,
            "source_cell": step.cell,
            "source_file": owner.file,
        }
        after = row.get("start") or row.get("end") or after
        rows.append(row)
    problems += [_out_of_order(row, rows) for row in _out_of_line(rows)]
    return Part("calendar", key, owner.office, owner.fiscal_year, {"events": rows}), problems


def _out_of_line(rows: list[Record]) -> list[Record]:
    """The fewest dated steps to leave out so that the rest stand in the order of their dates."""
    dated = [row for row in rows if row.get("end") or row.get("start")]
    tails: list[date] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, row in enumerate(dated):
        day = _day(row)
        place = bisect_right(tails, day)
        before.append(ends[place - 1] if place else None)
        tails[place : place + 1] = [day]
        ends[place : place + 1] = [index]
    kept: set[int] = set()
    at: int | None = ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return [row for index, row in enumerate(dated) if index not in kept]


def _day(row: Record) -> date:
    return row.get("start") or row["end"]


def _out_of_order(row: Record, rows: list[Record]) -> Problem:
    choices = (*_likelier(row, rows), row["period_text"])
    return Problem(
        code="out_of_order",
        severity=Severity.WARNING,
        cell=row["period_cell"],
        found=row["period_text"],
        message=worded("reader_build.out_of_order"),
        remedy=worded("reader_build.out_of_order_do"),
        choices=choices,
        frame="events",
        row_id=row["event_id"],
        field="period",
    )


def _likelier(row: Record, rows: list[Record]) -> tuple[str, ...]:
    """The same day in another month of that year that fits between its neighbours, spelled most alike first."""
    day = row.get("start")
    if day is None or row.get("precision") != "day" or day != row.get("end"):
        return ()
    position = row["position"]
    earlier = [_day(r) for r in rows if r["position"] < position and (r.get("end") or r.get("start"))]
    later = [_day(r) for r in rows if r["position"] > position and (r.get("end") or r.get("start"))]
    printed = MONTHS_SHORT[day.month - 1]
    fitting = []
    for month in range(1, 13):
        try:
            moved = day.replace(month=month)
        except ValueError:
            continue
        if month != day.month and (not later or moved <= min(later)) and (not earlier or moved >= max(earlier)):
            common = sum(letter in printed for letter in MONTHS_SHORT[month - 1])
            fitting.append((-common, -month, f"{day.day} {MONTHS_SHORT[month - 1]} {moved.year + BE_OFFSET}"))
    return tuple(text for *_, text in sorted(fitting)[:2])
