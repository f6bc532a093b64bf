"""What plans are called on the screen: short, the same on every page."""

from collections.abc import Mapping

import pandas as pd

from kmdash.domain.words import say


def plan_names(plans: pd.DataFrame) -> dict[str, str]:
    """Plan ids with their short names: by number where there is one, else by title."""
    rows = zip(plans["plan_id"], plans["no"], plans["title"], strict=True)
    return {plan: say("plan.no", no=no) if pd.notna(no) else str(title) for plan, no, title in rows}


def plan_numbers(plans: pd.DataFrame) -> dict[str, str]:
    """Plan ids with their numbers, where there is one, for places too narrow for a name."""
    return {plan: str(no) for plan, no in zip(plans["plan_id"], plans["no"], strict=True) if pd.notna(no)}


def plan_labels(plans: pd.DataFrame) -> dict[str, str]:
    """Plan ids with their short names and units, for lists."""
    units = dict(zip(plans["plan_id"], plans["unit"], strict=True))
    return {
        plan: f"{name} · {units[plan]}" if pd.notna(units[plan]) else name for plan, name in plan_names(plans).items()
    }


def processes(plans: pd.DataFrame) -> dict[str, str]:
    """Plan ids with the work process each plan is about, as far as it is known."""
    found = plans["critical_process"].fillna(plans["title"])
    return {plan: text for plan, text in zip(plans["plan_id"], found, strict=True) if pd.notna(text)}


def named(data: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """A result frame whose ``plan`` column holds the short names."""
    return data.assign(plan=data["plan_id"].map(names).astype("str").fillna(data["plan"]))
