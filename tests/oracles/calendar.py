"""Lists of months: the plain form of ``kmdash.measures.calendar``."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from kmdash.domain.fiscal import fiscal_months, fiscal_year_span, month_end
from kmdash.domain.frames import frame, records
from kmdash.domain.period import PeriodKind
from kmdash.domain.register import Register
from kmdash.domain.results import CALENDAR
from kmdash.domain.summaries import LOAD
from tests.oracles.items import PLAN_LAYER, items
from tests.oracles.states import WITHIN, months_covered


def calendar(register: Register, fiscal_year: int, as_of: date, *, within: int = WITHIN) -> pd.DataFrame:
    """Spread every item over the months of a fiscal year (BE) that it touches."""
    found = records(items(register, as_of, within))
    rows = [_row(item, month) for item in found for month in _months(item, fiscal_year)]
    return frame(CALENDAR, sorted(rows, key=lambda row: row["layer"] != PLAN_LAYER))


def load(calendar: pd.DataFrame, fiscal_year: int, *, layer: str = PLAN_LAYER) -> pd.DataFrame:
    """How many items of a layer are active, start and are due in each month of the fiscal year."""
    counted = calendar[(calendar["layer"] == layer) & ~calendar["band"] & (calendar["state"] != "cancelled")]
    months = [] if calendar.empty else fiscal_months(fiscal_year)
    rows = []
    for month in months:
        own = counted[counted["month"] == pd.Timestamp(month)]
        rows.append({"month": month, "active": len(own), "starts": own["starts"].sum(), "due": own["due"].sum()})
    return frame(LOAD, rows)


def _months(item: dict[str, Any], fiscal_year: int) -> list[date]:
    """The first days of the months an item shows in."""
    touched = _touched(item)
    inside = set(fiscal_months(fiscal_year))
    kept = inside.intersection(touched)
    if touched and item["fiscal_year"] == fiscal_year:
        kept |= {touched[0], touched[-1]}
    return sorted(kept)


def _touched(item: dict[str, Any]) -> list[date]:
    if _recurs(item):
        return sorted({month for months in _spans(item) for month in months})
    if item["due"] is None:
        return []
    if item["planned_due"] is None:  # had no date before it was postponed
        return [item["due"].replace(day=1)]
    return _between(_first(item), item["due"])


def _spans(item: dict[str, Any]) -> list[list[date]]:
    """The months of each occurrence of a recurring item."""
    found = []
    for day in sorted(item["occurrences"].split(";")):
        months = [date.fromisoformat(day).replace(day=1)]
        while len(months) < months_covered(item["precision"], item["recurs_every"]):
            months.append(month_end(months[-1]) + timedelta(days=1))
        found.append(months)
    return found


def _first(item: dict[str, Any]) -> date:
    start = item["start"]
    if start is None and _is_band(item) and item["fiscal_year"]:
        start = fiscal_year_span(item["fiscal_year"])[0]
    return min(start or item["due"], item["due"])


def _between(first: date, last: date) -> list[date]:
    months = [first.replace(day=1)]
    while month_end(months[-1]) < last:
        months.append(month_end(months[-1]) + timedelta(days=1))
    return months


def _recurs(item: dict[str, Any]) -> bool:
    """Whether the item shows month by month: recurring, and not moved to one new day."""
    recurring = item["period_kind"] == PeriodKind.RECURRING and item["occurrences"] is not None
    return recurring and item["postponed_to"] is None


def _is_band(item: dict[str, Any]) -> bool:
    return item["period_kind"] == PeriodKind.ALL_YEAR


def _row(item: dict[str, Any], month: date) -> dict[str, Any]:
    taken = ("office", "fiscal_year", "plan_id", "plan", "unit", "item_id", "layer", "no", "text", "stage")
    shown = (*taken, "state", "period_text", "source_cell")
    last = item["due"].replace(day=1)
    first = _first(item).replace(day=1)
    recurs = _recurs(item)
    return {
        **{name: item[name] for name in shown},
        "month": month,
        "starts": month in [span[0] for span in _spans(item)]
        if recurs
        else month == first and item["start"] is not None,
        "due": month in [span[-1] for span in _spans(item)] if recurs else month == last,
        "band": _is_band(item),
    }
