"""The chain from the vote to the result: candidate → chosen process → plan → activities → KPI result."""

from collections import Counter
from difflib import SequenceMatcher
from typing import Any

import pandas as pd

from kmdash.domain.frames import frame, records
from kmdash.domain.identity import match_key
from kmdash.domain.items import whereabouts
from kmdash.domain.register import Register
from kmdash.domain.states import DONE
from kmdash.domain.summaries import CHAIN
from kmdash.domain.weights import score_so_far

Row = dict[str, Any]
LIKELY = 0.6  # likeness of two wordings that, with the same unit, are likely one process


def chain(
    register: Register, tally: pd.DataFrame, warnings: pd.DataFrame, attainment: pd.DataFrame, *, floor: str = "1"
) -> pd.DataFrame:
    """Join every candidate of a vote with the plan made of it, and the plan with what became of it.

    A plan belongs to a candidate of its office and year when its process (else its title) has the same words
    (``same_words``), or, for what is left, when the unit is the same and the wordings are alike (``likely``: to be
    shown as such). A plan belongs to one candidate at most; where two fit equally well, neither is taken.

    Parameters
    ----------
    tally, warnings, attainment : DataFrame
        The register's own ``results.TALLY``, ``results.WARNINGS`` and ``results.ATTAINMENT``.
    floor : what a result short of the first threshold scored in ``attainment``.

    Returns
    -------
    DataFrame (``summaries.CHAIN``)
        One row a candidate, in the order of the tally, then one a plan without a candidate. Counts and score of
        a candidate without a plan are <NA>.

    Source: rules.md, section 6.
    """
    plans = [_plan(plan) for plan in records(register.plans)]
    candidates = records(tally)
    links = _links(candidates, plans)
    told = _told(records(warnings), records(attainment))
    taken = {place for place, _ in links.values()}
    rows = []
    for at, candidate in enumerate(candidates):
        place, link = links.get(at, (None, None))
        named = ("office", "fiscal_year", "ballot_id", "candidate_id", "process", "votes", "rank", "selected")
        row = {name: candidate[name] for name in (*named, "source_cell")}
        row |= {"candidate_unit": candidate["unit"], "link": link}
        rows.append(row if place is None else {**row, **_of_plan(plans[place], told, floor)})
    for place, plan in enumerate(plans):
        if place not in taken:
            where = {"office": plan["office"], "fiscal_year": plan["fiscal_year"], "process": plan["wording"]}
            rows.append(where | _of_plan(plan, told, floor))
    return frame(CHAIN, rows)


def _plan(plan: Row) -> Row:
    return {**plan, "wording": plan["critical_process"] or plan["title"]}


def _links(candidates: list[Row], plans: list[Row]) -> dict[int, tuple[int, str]]:
    """The place of each candidate's plan and how it was found; same words come first."""
    found: dict[int, tuple[int, str]] = {}
    for link, fits in (("same_words", _same_words), ("likely", _likely)):
        taken = {place for place, _ in found.values()}
        pairs = [
            (at, place)
            for at, candidate in enumerate(candidates)
            for place, plan in enumerate(plans)
            if at not in found and place not in taken and fits(candidate, plan)
        ]
        candidates_of, plans_of = Counter(at for at, _ in pairs), Counter(place for _, place in pairs)
        found |= {at: (place, link) for at, place in pairs if candidates_of[at] == plans_of[place] == 1}
    return found


def _same_year(candidate: Row, plan: Row) -> bool:
    return (candidate["office"], candidate["fiscal_year"]) == (plan["office"], plan["fiscal_year"])


def _same_words(candidate: Row, plan: Row) -> bool:
    if not _same_year(candidate, plan) or not candidate["process"]:
        return False
    wordings = {match_key(text) for text in (plan["critical_process"], plan["title"]) if text}
    return match_key(candidate["process"]) in wordings


def _likely(candidate: Row, plan: Row) -> bool:
    if not _same_year(candidate, plan) or not all(
        (candidate["process"], candidate["unit"], plan["wording"], plan["unit"])
    ):
        return False
    if match_key(candidate["unit"]) != match_key(plan["unit"]):
        return False
    one, other = match_key(candidate["process"]), match_key(plan["wording"])
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= LIKELY


def _told(items: list[Row], kpis: list[Row]) -> dict[str, Row]:
    """What became of each plan: its activities by state and its score."""
    found: dict[str, Row] = {}
    for item in items:
        if item["plan_id"] is not None and item["state"] != "cancelled":
            plan = found.setdefault(item["plan_id"], Row(activities=0, done=0, overdue=0, of=[]))
            plan["activities"] += 1
            plan["done"] += item["state"] in DONE
            plan["overdue"] += item["state"] == "overdue"
    for kpi in kpis:
        found.setdefault(kpi["plan_id"], Row(activities=0, done=0, overdue=0, of=[]))["of"].append(kpi)
    return found


def _of_plan(plan: Row, told: dict[str, Row], floor: str) -> Row:
    known = told.get(plan["plan_id"], Row(activities=0, done=0, overdue=0, of=[]))
    score = score_so_far(known["of"], floor)
    return {
        **{name: whereabouts(plan)[name] for name in ("plan_id", "plan", "unit")},
        **{name: known[name] for name in ("activities", "done", "overdue")},
        "kpis": len(known["of"]),
        "scored": sum(kpi["score"] is not None for kpi in known["of"]),
        "score": None if score is None else float(score),
        "plan_cell": plan["source_cell"],
    }
