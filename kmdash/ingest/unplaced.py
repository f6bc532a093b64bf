"""Tables of KPIs that stand apart from the plans of their file: each joins one plan, by an answer or as known."""

from collections.abc import Mapping, Sequence

from kmdash.domain.identity import match_key, plan_labels
from kmdash.domain.reading import Part, Record
from kmdash.ingest.build.placing import PLAN
from kmdash.ingest.renaming import Ids, renamed


def join_plans(
    parts: list[Part],
    tables: Sequence[Part],
    known: Mapping[int, Sequence[Record]],
    decided: Mapping[str, str],
) -> tuple[list[Part], Ids]:
    """Move each table whose plan is told into that plan, in ``parts`` itself; the tables left, and the new ids.

    ``decided`` maps the cell of a table's first KPI to the plan's label; without one, the plan is the only one among
    whose ``known`` KPIs (rows by the plan's place in the file) all of the table's stand by their names, beside those
    the plan has in the file. The table's KPIs are numbered on from the plan's own; its question is then answered.
    """
    plans = [part for part in parts if part.kind == "plan"]
    labels = plan_labels([plan for part in plans for plan in part.records["plans"]])
    left: list[Part] = []
    ids: Ids = {}
    for table in tables:
        cell = table.records["kpis"][0]["source_cell"]
        told = decided.get(cell)
        place = labels.index(told) if told in labels else _known_place(table, plans, known)
        if place is None:
            left.append(table)
            continue
        ids |= _join(table, plans[place], parts)
        for row in (row for part in parts for row in part.records.get("problems", [])):
            if row.get("field") == PLAN and row["source_cell"] == cell:
                row["answer"] = labels[place]
    return left, ids


def _known_place(table: Part, plans: Sequence[Part], known: Mapping[int, Sequence[Record]]) -> int | None:
    wanted = _names(table.records["kpis"])
    places = [place for place, rows in known.items() if wanted <= _names(rows) - _names(plans[place].records["kpis"])]
    return places[0] if len(places) == 1 else None


def _names(kpis: Sequence[Record]) -> set[str]:
    return {match_key(row["name"]) for row in kpis}


def _join(table: Part, plan: Part, parts: list[Part]) -> Ids:
    """Add a table's KPIs, results and findings to a plan's; the ids they had, with those they have now."""
    identity = plan.records["plans"][0]["plan_id"]
    kpis = plan.records["kpis"]
    ids = {row["plan_id"]: identity for row in table.records["kpis"]}
    for row in table.records["kpis"]:
        row["position"] = len(kpis) + 1
        ids[row["kpi_id"]] = f"{identity}/K{row['position']}"
        kpis.append(row)
    renamed(table, ids)
    plan.records.setdefault("problems", []).extend(table.records.get("problems", []))
    results = table.records["results"]
    if results:
        told = next((part for part in parts if part.kind == "results" and part.key == plan.key), None)
        if told is None:
            told = Part("results", plan.key, plan.office, plan.fiscal_year, {"results": []})
            parts.append(told)
        told.records["results"] += results
    return ids
