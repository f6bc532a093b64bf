"""Items whose time begins with an event: their period once the event has its date."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from kmdash.domain.codes import is_one_of
from kmdash.domain.frames import records
from kmdash.domain.period import PeriodKind, Precision
from kmdash.domain.relative import Term, term_of

Row = dict[str, Any]
_KIND, _EXACT = str(PeriodKind.RANGE), str(Precision.DAY)


def begun(items: pd.DataFrame, occasions: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Items with the period that an event gave them; one whose event has no date stays as it is.

    An item counted from an event ("ภายใน ๑๕ วัน นับแต่…") runs from the day after the event to its last day
    (``relative.Term``). Of several events the one whose last day comes first counts, as long as what it asks for
    is not done; when all are done by ``as_of`` the item is done, on the day of the last. An event after the day
    on which the item was told as done opens it again.

    Parameters
    ----------
    items : DataFrame, one row an item (``items.JUDGED``)
    occasions : DataFrame (``notices.OCCASIONS``)

    Returns
    -------
    DataFrame, same rows and index
        With ``start``, ``end``, ``period_kind`` and ``precision``, and of a done item ``status``, ``done_date`` and
        ``reported``, changed where an event decides.
    """
    dated: dict[str, list[Row]] = {}
    for row in records(occasions):
        if row["happened_on"] is not None:
            dated.setdefault(row["item_id"], []).append(row)
    where = is_one_of(items["period_kind"], PeriodKind.RELATIVE) & items["item_id"].isin(dated).to_numpy(bool)
    if not where.any():
        return items
    found = items.copy()
    for index in items.index[where]:
        row = items.loc[index]
        term = term_of(row["period_text"] if pd.notna(row["period_text"]) else None)
        if term is not None:
            for name, value in _decided(row, dated[row["item_id"]], term, as_of).items():
                found.loc[index, name] = value
    return found


def _decided(item: pd.Series, occasions: list[Row], term: Term, as_of: date) -> Row:
    """What the events of an item say of it."""
    still = [row for row in occasions if row["done_on"] is None or row["done_on"] > as_of]
    chosen = (min if still else max)(still or occasions, key=lambda row: term.end(row["happened_on"]))
    period = {
        "start": pd.Timestamp(chosen["happened_on"] + timedelta(days=1)),
        "end": pd.Timestamp(term.end(chosen["happened_on"])),
        "period_kind": _KIND,
        "precision": _EXACT,
    }
    if item["status"] == "cancelled":
        return period
    if not still:
        done = {"status": "done", "done_date": pd.Timestamp(chosen["done_on"]), "done_date_reported": False}
        return period | done | {"reported": True}
    if item["status"] == "done" and item["done_date"] < pd.Timestamp(max(row["happened_on"] for row in still)):
        return period | {"status": None, "done_date": pd.NaT}
    return period
