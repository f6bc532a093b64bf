"""What plans are called on the screen: short, the same on every page."""

import re
from collections.abc import Mapping
from itertools import count

import pandas as pd

from kmdash.domain.words import say

TOLD_BY = 20  # letters of a name that are seen everywhere
_OWN_NUMBER = re.compile(r"\s*\((\d{1,4})\)\s*$")


def plan_names(plans: pd.DataFrame) -> dict[str, str]:
    """Plan ids with their short names: by number where there is one, else by title.

    Of one office and year no two begin alike: however little room a name gets, it tells its plan from the others.
    Where titles begin with the same ``TOLD_BY`` letters each is led by its number among them, "(2) …".
    """
    numbers = _numbers_among_alike(plans)
    rows = zip(plans["plan_id"], plans["no"], plans["title"], strict=True)
    return {
        plan: say("plan.no", no=no) if pd.notna(no) else _named_by_title(title, numbers.get(plan))
        for plan, no, title in rows
    }


def plan_numbers(plans: pd.DataFrame) -> dict[str, str]:
    """Plan ids with their numbers, where there is one, for places too narrow for a name."""
    own = {plan: str(no) for plan, no in zip(plans["plan_id"], plans["no"], strict=True) if pd.notna(no)}
    return {plan: f"({number})" for plan, number in _numbers_among_alike(plans).items()} | own


def and_others(name: str, others: int) -> str:
    """The name of a plan that shares with so many others what is said of it."""
    return say("plan.and_others", plan=name, count=others) if others else name


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


def told_apart(data: pd.DataFrame, key: str) -> pd.DataFrame:
    """A result frame whose ``name`` is led by its ``plan`` where things of several ``key`` share it in an office.

    >>> rows = pd.DataFrame({"office": "ก", "key": [1, 1, 2, 3], "plan": ["A", "A", "B", "B"], "name": list("xxxy")})
    >>> told_apart(rows, "key")["name"].tolist()
    ['A · x', 'A · x', 'B · x', 'y']
    """
    several = data.groupby(["office", "name"], dropna=False)[key].transform("nunique") > 1
    led = data["plan"] + " · " + data["name"]
    return data.assign(name=data["name"].mask(several & led.notna(), led))


def _named_by_title(title: str | None, number: int | None) -> str:
    told = say("plots.unnamed_plan") if pd.isna(title) else str(title)
    if number is None:
        return told
    own = _OWN_NUMBER.search(told)
    return say("plan.alike", number=number, title=told[: own.start()] if own and int(own[1]) == number else told)


def _numbers_among_alike(plans: pd.DataFrame) -> dict[str, int]:
    """Plan ids without a number whose titles begin like another's, each with the number that tells it from them.

    It is the one at the end of the title, "… (2)"; the others get those that are left, in their order.
    """
    alike: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    columns = (plans[name] for name in ("plan_id", "no", "title", "office", "fiscal_year"))
    for plan, no, title, office, year in zip(*columns, strict=True):
        if pd.isna(no):
            told = "" if pd.isna(title) else title
            alike.setdefault((str(office), str(year), told[:TOLD_BY]), []).append((plan, told))
    found: dict[str, int] = {}
    for members in (members for members in alike.values() if len(members) > 1):
        own = {int(number[1]): plan for plan, title in reversed(members) if (number := _OWN_NUMBER.search(title))}
        free = (number for number in count(1) if number not in own)
        found |= {plan: number for number, plan in own.items()}
        found |= {plan: next(free) for plan, _ in members if plan not in own.values()}
    return found
