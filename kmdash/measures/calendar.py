"""What runs, starts and is due in each month of a fiscal year: the plans' activities and the committee's own steps."""

from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_one_of, whole
from kmdash.domain.fiscal import fiscal_months, fiscal_year_span
from kmdash.domain.frames import conform
from kmdash.domain.items import PLAN_LAYER, items
from kmdash.domain.months import column_of, days_of, first_days, month_number, month_numbers, spread
from kmdash.domain.occurrences import Occurrences, months_of, occurrences_of
from kmdash.domain.period import PeriodKind, Precision
from kmdash.domain.register import Register
from kmdash.domain.results import CALENDAR
from kmdash.domain.spans import begins_of, recurs
from kmdash.domain.states import WITHIN
from kmdash.domain.summaries import LOAD

_LONGEST = 31
_OFFSET = 1 << 16  # keeps month numbers positive while item and month are one number


def calendar(register: Register, fiscal_year: int, as_of: date, *, within: int = WITHIN) -> pd.DataFrame:
    """Spread every item over the months of a fiscal year (BE) that it touches.

    An item over several years is drawn in each. An item of this very year whose start or due month lies
    outside it keeps those months with their real dates, so a deadline in the next October does not vanish. A
    deadline ("ภายใน") touches only the month it is due; a recurring item each month it occurs, or of the quarter
    or half year that it occurs in; a postponed one runs to its new day. An item without a certain due date is in no
    month (see the warnings).
    Source: rules.md, sections 2 and 7.

    Returns
    -------
    DataFrame, one row an item and month, by layer, item and month (``columns.CALENDAR``)
        ``month`` is a first day (CE); ``band`` marks an item of the whole year; ``state`` as of the day;
        ``days`` are the days of the month, where days are known: "4-8", of a recurring item "15, 30".
    """
    found = items(register, as_of, within)
    recurring = recurs(found)
    begins = begins_of(found)
    occurrences = occurrences_of(found["occurrences"].where(recurring))
    first_again = month_numbers(occurrences.days)
    last_again = first_again + months_of(found)[occurrences.items] - 1
    place, month = _touched(found, fiscal_year, begins, recurring, (occurrences.items, first_again, last_again))
    first, last = month_numbers(begins)[place], month_numbers(days_of(found["due"]))[place]
    started, again = found["start"].notna().to_numpy()[place], recurring[place]
    opens, closes = (_is_month_of(place, month, again, occurrences.items, ends) for ends in (first_again, last_again))
    rows = found.iloc[place].reset_index(drop=True)
    return conform(
        CALENDAR,
        rows.assign(
            month=column_of(first_days(month)),
            starts=np.where(again, opens, (month == first) & started),
            due=np.where(again, closes, month == last),
            band=is_one_of(rows["period_kind"], PeriodKind.ALL_YEAR),
            days=_days(found, begins, occurrences, place, month),
        ),
    )


def load(calendar: pd.DataFrame, fiscal_year: int, *, layer: str = PLAN_LAYER) -> pd.DataFrame:
    """How many items of a layer are active, start and are due in each month of the fiscal year.

    Bands and cancelled items are not counted, nor months outside the year.

    Returns
    -------
    DataFrame, twelve rows, October first (``summaries.LOAD``); empty for an empty calendar
        A month in which nothing runs has 0.
    """
    months = [] if calendar.empty else fiscal_months(fiscal_year)
    at = month_numbers(days_of(calendar["month"])) - month_number(fiscal_months(fiscal_year)[0])
    counts = is_one_of(calendar["layer"], layer) & ~calendar["band"].to_numpy(bool, na_value=False)
    counts &= ~is_one_of(calendar["state"], "cancelled") & (at >= 0) & (at < len(months))
    asked = {"active": counts, **{name: counts & calendar[name].to_numpy(bool) for name in ("starts", "due")}}
    found = {name: np.bincount(at[where], minlength=len(months)) for name, where in asked.items()}
    return conform(LOAD, pd.DataFrame({"month": np.array(months, dtype="datetime64[s]"), **found}))


def _touched(
    found: pd.DataFrame,
    fiscal_year: int,
    begins: np.ndarray,
    recurring: np.ndarray,
    occurring: tuple[np.ndarray, np.ndarray, np.ndarray],
) -> tuple[np.ndarray, np.ndarray]:
    """The place of each item and the number of each month it shows in, in their order.

    ``occurring`` are the item, the first and the last month of each occurrence.
    """
    first_month = month_number(fiscal_year_span(fiscal_year)[0])
    last_month = first_month + 11
    first, last = month_numbers(begins), month_numbers(days_of(found["due"]))
    steady = ~recurring & found["due"].notna().to_numpy()
    own = np.flatnonzero(steady)
    place, month = spread(np.maximum(first[own], first_month), np.minimum(last[own], last_month))
    occurrence, again = spread(*occurring[1:])
    items = occurring[0][occurrence]
    inside = (again >= first_month) & (again <= last_month)
    ends = whole(found["fiscal_year"]) == fiscal_year
    outer = np.flatnonzero(steady & ends)
    changes = np.flatnonzero(np.diff(items))
    edge = np.zeros(len(again), dtype=bool)  # the first and the last month that an item occurs in
    edge[[*changes, *changes + 1, *([0, -1] if len(again) else [])]] = True
    kept = inside | (edge & ends[items])
    places = np.concatenate([own[place], outer, outer, items[kept]])
    months = np.concatenate([month, first[outer], last[outer], again[kept]])
    both = np.unique(_paired(places, months))
    return both // (2 * _OFFSET), both % (2 * _OFFSET) - _OFFSET


def _paired(places: np.ndarray, months: np.ndarray) -> np.ndarray:
    """Place and month as one number, that sorts by place."""
    return places * (2 * _OFFSET) + months + _OFFSET


def _is_month_of(
    place: np.ndarray, month: np.ndarray, asked: np.ndarray, items: np.ndarray, months: np.ndarray
) -> np.ndarray:
    """Whether the months asked for are among those given of the same item."""
    found = np.zeros(len(place), dtype=bool)
    found[asked] = np.isin(_paired(place[asked], month[asked]), _paired(items, months))
    return found


def _days(
    found: pd.DataFrame, begins: np.ndarray, occurrences: Occurrences, place: np.ndarray, month: np.ndarray
) -> pd.Series:
    """The days of an item in a month as text; missing where its period names no day."""
    exact = np.flatnonzero(is_one_of(found["precision"], Precision.DAY)[place])
    item, number = place[exact], month[exact]
    starts = first_days(number)
    first = np.maximum(begins[item], starts)
    last = np.minimum(days_of(found["due"])[item], first_days(number + 1) - 1)
    pairs, known = pd.factorize((first - starts).astype(np.int64) * _LONGEST + (last - starts).astype(np.int64))
    words = [_span(*divmod(pair, _LONGEST)) for pair in known.tolist()]
    texts = np.full(len(place), None, dtype=object)
    texts[exact] = np.array(words, dtype=object)[pairs]
    listed: dict[tuple[int, int], list[str]] = {}
    for one, day in zip(occurrences.items.tolist(), occurrences.days.tolist(), strict=True):
        listed.setdefault((one, month_number(day)), []).append(str(day.day))
    for row in exact[np.isin(item, occurrences.items)]:
        texts[row] = ", ".join(listed[place[row], month[row]])
    return pd.Series(pd.array(texts, dtype="str"))


def _span(first: int, last: int) -> str:
    """Days counted from 0 as they are written: "4-8"."""
    return str(first + 1) if first == last else f"{first + 1}-{last + 1}"
