"""Which activities and committee steps stand behind a mark: the same that the measures counted for it."""

from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_one_of, whole
from kmdash.domain.fiscal import fiscal_year_span, month_end
from kmdash.domain.items import COMMITTEE_LAYER, PLAN_LAYER
from kmdash.domain.marks import COMMITTEE, EVERY, SHOWN_LAYERS, Mark
from kmdash.domain.months import days_of, month_number, month_numbers
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
        of_process = items["plan_id"].isin(plans.loc[_process(plans, items, own) == ids[0], "plan_id"]).to_numpy()
        return own & year & of_process & (_slots(items, plans, own) == int(ids[1] or 0))
    if kind == "plan":
        return own & is_one_of(items["plan_id"], ids[0])
    if kind == "unit":
        return own & year & _is(items["unit"], ids[0])
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
    rows = rows[rows["layer"] == PLAN_LAYER]
    if whose == EVERY:
        return rows.loc[~rows["band"] & (rows["state"] != "cancelled"), "item_id"]
    return rows.loc[rows["plan_id"] == whose, "item_id"]
