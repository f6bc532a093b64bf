"""Counting days month by month: the plain form of ``kmdash.measures.progress``."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from kmdash.domain.fiscal import fiscal_months, fiscal_year_span, month_end
from kmdash.domain.frames import frame, records
from kmdash.domain.register import Register
from kmdash.domain.results import PROGRESS_CURVE
from tests.oracles.items import PLAN_LAYER, items
from tests.oracles.states import DONE


def progress(register: Register, fiscal_year: int, as_of: date) -> pd.DataFrame:
    """Count, month by month, the activities due and the activities done, each cumulatively."""
    found = records(items(register, as_of))
    offices: dict[str | None, list[dict[str, Any]]] = {}
    for item in found:
        if item["layer"] == PLAN_LAYER and item["fiscal_year"] == fiscal_year and item["state"] != "cancelled":
            offices.setdefault(item["office"], []).append(item)
    rows = []
    for office, own in offices.items():
        rows += [{"office": office, **row} for row in _curve(own, fiscal_year, as_of)]
    return frame(PROGRESS_CURVE, rows)


def _curve(items: list[dict[str, Any]], fiscal_year: int, as_of: date) -> list[dict[str, Any]]:
    first, last = fiscal_year_span(fiscal_year)
    point = min(as_of, last)
    done = [item for item in items if item["state"] in DONE]
    days = _days(done, "done_date")
    undated = len(done) - len(days)
    due = _days(items, "planned_due")
    open_due = _days((item for item in items if item["state"] not in DONE), "planned_due")
    pace = _pace(due, open_due, point)
    rows = []
    for month in fiscal_months(fiscal_year):
        end = month_end(month)
        row: dict[str, Any] = {"fiscal_year": fiscal_year, "month": month, "planned": _until(due, end)}
        if month <= as_of:
            row["actual"] = _until(days, min(end, as_of)) + (undated if end >= point else 0)
        if pace is not None and as_of >= first and end >= point:
            later = _until(open_due, end) - _until(open_due, point)
            row["forecast"] = float(_until(days, point) + undated + pace * later)
        rows.append(row)
    return rows


def _days(items: Iterable[dict[str, Any]], column: str) -> list[date]:
    return [item[column] for item in items if item[column]]


def _pace(due: list[date], open_due: list[date], point: date) -> Fraction | None:
    """The share of what was due by the as-of point that is done; None while nothing was due."""
    planned = _until(due, point)
    return Fraction(planned - _until(open_due, point), planned) if planned else None


def _until(days: list[date], last: date) -> int:
    return sum(day <= last for day in days)
