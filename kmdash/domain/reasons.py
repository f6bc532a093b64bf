"""Why every item is in its state, in words: one sentence, then what else must be known to judge it."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from kmdash.domain.codes import grouped, is_filled, is_one_of
from kmdash.domain.fiscal import shown_date
from kmdash.domain.months import NAT, days_of
from kmdash.domain.period import PeriodKind
from kmdash.domain.words import say

_BY_DUE = ("done_late", "overdue", "active")
_BY_START = ("upcoming", "not_yet")
_BY_TEXT = ("unclear", "no_date")


@dataclass(frozen=True)
class Judged:
    """Items (as ``states.states`` takes them) with what decided the state of each; days are NaT where missing."""

    items: pd.DataFrame
    state: pd.Series
    due: np.ndarray
    opens: np.ndarray
    finished: np.ndarray
    planned_due: np.ndarray
    days: np.ndarray


def reasons(judged: Judged) -> pd.api.extensions.ExtensionArray:
    """The sentence of every item; items of which the same is to be said share one wording."""
    facts = _facts(judged)
    groups, rows = grouped([_numbers(column) for column in facts.values()])
    told = [_sentence({name: column[row] for name, column in facts.items()}) for row in rows]
    return pd.array(told, dtype="str").take(groups)


def _numbers(column: np.ndarray) -> np.ndarray:
    """A column of facts as numbers that are equal where the facts are."""
    return pd.factorize(column)[0] if column.dtype == object else column.astype(np.int64)


def _facts(judged: Judged) -> dict[str, np.ndarray]:
    """What the sentence of each item names, and nothing that it does not."""
    items, state = judged.items, judged.state
    by_due, by_start = is_one_of(state, *_BY_DUE), is_one_of(state, *_BY_START)
    done, cancelled = is_one_of(state, "done", "done_late"), is_one_of(state, "cancelled")
    by_text = is_one_of(state, *_BY_TEXT) & is_filled(items["period_text"])
    postponed = ~np.isnat(days_of(items["postponed_to"]))
    return {
        "state": state.to_numpy(object),
        "relative": is_one_of(state, "no_date") & is_one_of(items["period_kind"], PeriodKind.RELATIVE),
        "text": _only(items["period_text"], by_text),
        "due": np.where(by_due, judged.due, NAT),
        "days": np.where(by_due | by_start, judged.days, -1),
        "start": np.where(by_start, judged.opens, NAT),
        "finished": np.where(done, judged.finished, NAT),
        "by_report": done & items["done_date_reported"].to_numpy(bool, na_value=False),
        "original": np.where(postponed, judged.planned_due, NAT),
        "no_new_day": is_one_of(items["status"], "postponed") & ~postponed,
        "note": _only(items["note"], cancelled & is_filled(items["note"])),
        "silent": is_one_of(state, "overdue") & ~items["reported"].to_numpy(bool, na_value=False),
        "undated": ~items["status"].isna().to_numpy() & np.isnat(days_of(items["reported_on"])),
    }


def _only(texts: pd.Series, where: np.ndarray) -> np.ndarray:
    """The texts where they matter, None elsewhere."""
    found = np.full(len(texts), None, dtype=object)
    found[where] = texts.array[where].to_numpy(object)
    return found


def _sentence(facts: dict[str, Any]) -> str:
    days = {
        name: None if np.isnat(facts[name]) else shown_date(facts[name].item())
        for name in ("due", "start", "finished", "original")
    }
    key = _key(facts)
    values = {"text": facts["text"], "days": facts["days"], "day": days["finished"]}
    parts = [say(f"measure.reason.{key}", due=days["due"], start=days["start"], **values)]
    if days["original"]:
        parts.append(say("measure.reason.postponed", original=days["original"]))
    if facts["no_new_day"]:
        parts.append(say("measure.reason.postponed_without_day"))
    if facts["note"]:
        parts.append(facts["note"])
    if facts["silent"]:
        parts.append(say("measure.reason.no_report"))
    if facts["undated"]:
        parts.append(say("measure.reason.undated"))
    return " · ".join(parts)


def _key(facts: dict[str, Any]) -> str:
    """The wording of a state."""
    if facts["state"] == "done":
        return "done" if np.isnat(facts["finished"]) else "done_reported" if facts["by_report"] else "done_on"
    if facts["state"] == "done_late":
        return "done_late_reported" if facts["by_report"] else "done_late"
    if facts["state"] == "no_date":
        return "relative" if facts["relative"] else "no_end" if facts["text"] else "no_period"
    return str(facts["state"])
