"""Which activities and committee steps stand behind a mark: the same that the measures counted for it."""

from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_one_of, whole
from kmdash.domain.fiscal import fiscal_year_span, month_end
from kmdash.domain.items import COMMITTEE_LAYER, PLAN_LAYER
from kmdash.domain.marks import COMMITTEE, EVERY, SHOWN_LAYERS, Mark
from kmdash.domain.months import days_of, month_number, month_numbers
from kmdash.domain.stage_days import lies_by, stage_days
from kmdash.domain.stage_grid import stage_grid
from kmdash.domain.states import DONE


def pointed(
    mark: Mark, items: pd.DataFrame, plans: pd.DataFrame, fiscal_year: int, as_of: date, months: pd.DataFrame | None
) -> pd.DataFrame:
    """The items behind a mark, in their order; none where the mark names none.

    Cancelled activities of a stage, plan or unit are among them, for they are shown there, too; a sum of done,
    overdue or due ones has none.

    Parameters
    ----------
    items : DataFrame, one row an item as of the day (``items.ITEMS``)
    fiscal_year : in BE; the year whose plans the sums are of
    months : the calendar of the year (``results.CALENDAR``), where the mark is one of a month; else not needed
    """
    where = _where(mark, items, plans, fiscal_year, as_of, months)
    return items[where].reset_index(drop=True)


def _where(
    mark: Mark, items: pd.DataFrame, plans: pd.DataFrame, fiscal_year: int, as_of: date, months: pd.DataFrame | None
) -> np.ndarray:
    kind, *ids = mark
    year = whole(items["fiscal_year"]) == fiscal_year
    own = is_one_of(items["layer"], PLAN_LAYER)
    counted = own & year & ~is_one_of(items["state"], "cancelled")
    if kind == "stage":
        return own & is_one_of(items["plan_id"], ids[0]) & (_slots(items, plans, own) == int(ids[1] or 0))
    if kind == "stages":
        return own & year & _of_process(items, plans, own, ids[0]) & (_slots(items, plans, own) == int(ids[1] or 0))
    if kind == "plan":
        return own & is_one_of(items["plan_id"], ids[0])
    if kind == "unit":
        return own & year & _is(items["unit"], ids[0])
    if kind == "year":
        of_year = own & (whole(items["fiscal_year"]) == int(ids[0] or 0))
        return of_year & _of_process(items, plans, own, ids[1])
    if kind == "chain":
        return own & is_one_of(items["plan_id"], ids[1])
    if kind == "grown":
        return counted & _grown(items, plans, own, ids, fiscal_year, as_of)
    if kind == "item":
        return is_one_of(items["item_id"], ids[0])
    if kind == "items":
        return is_one_of(items["item_id"], *ids[0].split("\n"))
    if kind == "done":
        return counted & is_one_of(items["state"], *DONE)
    if kind == "overdue":
        return counted & is_one_of(items["state"], "overdue")
    if kind == "due":
        in_month = month_numbers(days_of(items["due"])) == month_number(as_of)
        return counted & ~is_one_of(items["state"], *DONE) & items["due"].notna().to_numpy() & in_month
    if kind == "until":
        return counted & _until(items, date.fromisoformat(ids[0]), fiscal_year, as_of)
    if kind == "month" and months is not None:
        return items["item_id"].isin(_of_month(months, ids[0], ids[1])).to_numpy()
    if kind in ("load", "owned") and months is not None:
        counts = _counted(months[months["month"] == pd.Timestamp(ids[1])])
        whose = _is(counts["unit"], ids[0]) if kind == "load" else _owned(counts["owners"], ids[0])
        return items["item_id"].isin(counts.loc[whose, "item_id"]).to_numpy()
    return np.zeros(len(items), dtype=bool)


def _is(values: pd.Series, wanted: str) -> np.ndarray:
    """Where a value is the one wanted; "" wants the missing ones."""
    return is_one_of(values, wanted) if wanted else values.isna().to_numpy()


def _slots(items: pd.DataFrame, plans: pd.DataFrame, own: np.ndarray) -> np.ndarray:
    """The stage (component) each activity counts for, 0 in a plan without stages, -1 for what counts for none."""
    slots = np.full(len(items), -1, dtype=np.int64)
    slots[own] = stage_grid(plans, items[own]).slot
    return slots


def _process(plans: pd.DataFrame, items: pd.DataFrame, own: np.ndarray) -> np.ndarray:
    """KM, change or "" of every plan; "" also of a plan without stages."""
    grid = stage_grid(plans, items[own])
    return np.where(grid.stages > 0, pd.Series(grid.process).fillna("").to_numpy(object), "")


def _of_process(items: pd.DataFrame, plans: pd.DataFrame, own: np.ndarray, process: str) -> np.ndarray:
    """Where an item is of a plan that follows the process; "" is of the plans without stages."""
    return items["plan_id"].isin(plans.loc[_process(plans, items, own) == process, "plan_id"]).to_numpy()


def _grown(
    items: pd.DataFrame, plans: pd.DataFrame, own: np.ndarray, ids: list[str], fiscal_year: int, as_of: date
) -> np.ndarray:
    """What belongs to a stage that was planned to be complete by the end of a month, or was complete by then."""
    month = date.fromisoformat(ids[1])
    end = np.datetime64(month_end(month), "D").astype(np.int64)
    reached = min(end, np.datetime64(as_of, "D").astype(np.int64))
    days = stage_days(plans, items[own], fiscal_year, as_of)
    by_then = lies_by(days.planned, end) | (lies_by(days.done, reached) & (month <= as_of))
    plan, slot = days.grid.plan, days.grid.slot
    found = np.zeros(len(items), dtype=bool)
    found[own] = (slot > 0) & by_then[plan, slot]
    return found & _of_process(items, plans, own, ids[0])


def _until(items: pd.DataFrame, month: date, fiscal_year: int, as_of: date) -> np.ndarray:
    """What was planned to be done by the end of a month, or was done by then as far as it is known."""
    end = np.datetime64(month_end(month), "D")
    point = np.datetime64(min(as_of, fiscal_year_span(fiscal_year)[1]), "D")
    finished, planned = days_of(items["done_date"]), days_of(items["planned_due"])
    done = is_one_of(items["state"], *DONE)
    told = month <= as_of
    by_then = told & done & ((finished <= end) | (np.isnat(finished) & (end >= point)))
    return (planned <= end) | by_then


def _of_month(months: pd.DataFrame, whose: str, month: str) -> pd.Series:
    """The ids of the calendar's items in a month: of a plan, of the committee, or of every plan as it is counted."""
    rows = months[months["month"] == pd.Timestamp(month)]
    if whose == COMMITTEE:
        return rows.loc[rows["layer"] == COMMITTEE_LAYER, "item_id"]
    if whose == SHOWN_LAYERS:
        return rows.loc[~rows["band"], "item_id"]
    if whose == EVERY:
        return _counted(rows)["item_id"]
    rows = rows[rows["layer"] == PLAN_LAYER]
    return rows.loc[rows["plan_id"] == whose, "item_id"]


def _counted(months: pd.DataFrame) -> pd.DataFrame:
    """The rows of the calendar that count towards the load of a month."""
    return months[(months["layer"] == PLAN_LAYER) & ~months["band"] & (months["state"] != "cancelled")]


def _owned(owners: pd.Series, owner: str) -> np.ndarray:
    """Where an activity's owners have the one wanted among them; "" wants those without any."""
    if not owner:
        return owners.isna().to_numpy()
    return np.array([owner in names.split("\n") for names in owners.fillna("")], dtype=bool)
