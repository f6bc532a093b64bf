"""Target against actual: how far each unit is, how far behind its plan, and where it ends at this pace."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.followed_results import PERIODS, TARGETS_MET
from kmdash.domain.frames import frame, records
from kmdash.domain.reading import Record

_SERIES = ("office", "fiscal_year", "name", "kind", "unit")
_TINY = 1e-9


def periods(series: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Every period of every series in the order of time, with what was planned and done by its end.

    A period is ``reached`` when it has ended by the day, or has begun and tells an actual; one that is only
    numbered, when any unit tells an actual of it or of a later one. Sums of figures that are none themselves
    (``cumulative``) run over the periods there are; a missing figure adds nothing and is never 0 of its own.

    Returns
    -------
    DataFrame, one row a unit, kind and period (``followed_results.PERIODS``)
    """
    rows = records(series)
    last = _last_told(rows)
    found: list[Record] = []
    for _, group in _grouped(rows):
        for row in group:
            row["reached"] = _reached(row, as_of, last)
        for name in ("target", "actual"):
            sums = _sums([row[name] for row in group], cumulative=_cumulative(group))
            for row, total in zip(group, sums, strict=True):
                row[f"{name}_so_far"] = total if name == "target" or row["reached"] else None
        found += group
    return frame(PERIODS, found)


def targets_met(periods: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """How each unit stands: of a series by its periods, of a target without periods by its one figure.

    ``lag`` is the target of the periods reached that tell an actual, less their actual: a period nobody reported
    is neither planned nor done in it. ``forecast`` is the whole target × that actual ÷ that target: what is open goes
    on at the pace so far. Both are <NA> where nothing was reported, and of a target without periods.

    Parameters
    ----------
    periods : DataFrame
        Of ``periods``.
    targets : DataFrame
        ``columns.TARGETS``.

    Returns
    -------
    DataFrame, those of one series and kind together, then the targets without periods
        One row a series, kind and unit (``followed_results.TARGETS_MET``).
    """
    found = [_stand(group) for _, group in _grouped(records(periods), ordered=True)]
    first = {_series_of(row): place for place, row in reversed([*enumerate(found)])}
    found.sort(key=lambda row: first[_series_of(row)])
    return frame(TARGETS_MET, [*found, *map(_single, records(targets))])


def _grouped(rows: list[Record], *, ordered: bool = False) -> Iterable[tuple[Any, list[Record]]]:
    """The rows of each series, kind and unit in the order of time, groups in the order they come."""
    groups: dict[tuple[Any, ...], list[Record]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in _SERIES), []).append(row)
    return [(key, group if ordered else sorted(group, key=_order)) for key, group in groups.items()]


def _order(row: Record) -> tuple[Any, ...]:
    return (row["start"] is None, row["start"] or date.min, row["period_no"] or 0, row["position"] or 0)


def _series_of(row: Record) -> tuple[Any, ...]:
    return tuple(row[name] for name in _SERIES[:-1])


def _last_told(rows: list[Record]) -> dict[tuple[Any, ...], int]:
    """The last number of each series that any unit tells an actual of."""
    found: dict[tuple[Any, ...], int] = {}
    for row in rows:
        if row["start"] is None and row["actual"] is not None:
            key = _series_of(row)
            found[key] = max(found.get(key, 0), row["period_no"] or 0)
    return found


def _reached(row: Record, as_of: date, last: dict[tuple[Any, ...], int]) -> bool:
    if row["start"] is None:
        return row["actual"] is not None or (row["period_no"] or 0) <= last.get(_series_of(row), -1)
    end = row["end"] or row["start"]
    return end <= as_of or (row["start"] <= as_of and row["actual"] is not None)


def _cumulative(group: list[Record]) -> bool:
    return any(row["cumulative"] for row in group)


def _sums(values: list[float | None], *, cumulative: bool) -> list[float | None]:
    """The sum up to each place; of figures that are sums already the latest one; None before the first."""
    found: list[float | None] = []
    so_far: float | None = None
    for value in values:
        if value is not None:
            so_far = value if cumulative or so_far is None else so_far + value
        found.append(so_far)
    return found


def _stand(group: list[Record]) -> Record:
    cumulative, first = _cumulative(group), group[0]
    told = [row for row in group if row["reached"] and row["actual"] is not None]
    reached = [row for row in group if row["reached"]]
    target, due = _total(group, "target", cumulative), _total(reached, "target", cumulative)
    actual = _total(told, "actual", cumulative)
    planned = told[-1:] if cumulative else told
    whole = bool(planned) and all(row["target"] is not None for row in planned)
    compared = _total(planned, "target", cumulative) if whole else None
    known = actual is not None and compared is not None
    return {
        **_where(first),
        "periods": sum(row["target"] is not None or row["actual"] is not None for row in group),
        "reached": len(reached),
        "not_told": len(reached) - len(told),
        "target": target,
        "due_so_far": due,
        "compared": compared,
        "actual": actual,
        "share": _share(actual, target),
        "lag": compared - actual if compared is not None and actual is not None else None,
        "periods_behind": _behind(told, actual, cumulative) if known else None,
        "forecast": target * actual / compared if target is not None and actual is not None and compared else None,
        "met": _met(actual, target),
        "cumulative": cumulative,
        "constructed": any(row["constructed"] for row in group),
    }


def _behind(told: list[Record], actual: float | None, cumulative: bool) -> int:
    """How many of the periods told have a planned sum that is not reached."""
    planned = _sums([row["target"] for row in told], cumulative=cumulative)
    return sum(total is not None and actual is not None and total > actual + _TINY for total in planned)


def _single(row: Record) -> Record:
    return {
        **{name: row.get(name) for name in ("office", "fiscal_year", "unit", "target", "actual", "source_cell")},
        "name": row["measure"],
        "periods": 0,
        "reached": 0,
        "not_told": 0,
        "share": _share(row["actual"], row["target"]),
        "met": _met(row["actual"], row["target"]),
    }


def _where(row: Record) -> Record:
    return {name: row[name] for name in (*_SERIES, "measure_unit", "source_cell")}


def _total(rows: list[Record], name: str, cumulative: bool) -> float | None:
    return next(iter(_sums([row[name] for row in rows], cumulative=cumulative)[::-1]), None)


def _share(actual: float | None, target: float | None) -> float | None:
    return actual / target if actual is not None and target else None


def _met(actual: float | None, target: float | None) -> bool | None:
    return None if actual is None or target is None else actual >= target
