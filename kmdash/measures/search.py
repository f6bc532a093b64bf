"""What can be searched for: plans, units, KPIs, activities, committee steps, candidates, each with how it stands."""

import pandas as pd

from kmdash.domain.codes import is_one_of
from kmdash.domain.columns import Columns
from kmdash.domain.frames import conform, frame, records
from kmdash.domain.items import plan_facts
from kmdash.domain.register import Register
from kmdash.domain.scale import rounded
from kmdash.domain.states import DONE
from kmdash.domain.summaries import ENTRIES
from kmdash.domain.words import say


def entries(register: Register, warnings: pd.DataFrame, attainment: pd.DataFrame, tally: pd.DataFrame) -> pd.DataFrame:
    """One row for everything of the register that a person may look for by name.

    Parameters
    ----------
    warnings, attainment, tally : DataFrame
        The register's own ``results.WARNINGS``, ``results.ATTAINMENT`` and ``results.TALLY``.

    Returns
    -------
    DataFrame (``summaries.ENTRIES``)
        Plans, units (those of plans), KPIs, activities, committee steps, candidates, in source order. What has
        no name is left out. ``state`` and ``told`` are as of the day of the frames given.
    """
    parts = [
        _plans(register.plans, warnings),
        _units(register.plans),
        _kpis(attainment),
        _items(warnings),
        _candidates(tally),
    ]
    found = pd.concat([conform(ENTRIES, part) for part in parts], ignore_index=True)
    return found[found["name"].notna()].reset_index(drop=True)


def _plans(plans: pd.DataFrame, warnings: pd.DataFrame) -> pd.DataFrame:
    facts = plan_facts(plans)
    counted = warnings[warnings["plan_id"].notna() & (warnings["state"] != "cancelled")]
    of_plan = counted.groupby("plan_id", observed=True)
    sums = pd.DataFrame(
        {"of": of_plan.size(), "done": of_plan["state"].agg(lambda own: int(is_one_of(own, *DONE).sum()))}
    )
    sums["overdue"] = of_plan["state"].agg(lambda own: int((own == "overdue").sum()))
    known = sums.astype("Int64").reindex(plans["plan_id"]).fillna(0)
    told = [say("find.plan_told", done=row.done, of=row.of, overdue=row.overdue) for row in known.itertuples()]
    also = _joined(plans, ("critical_process", "issue"))
    return facts.assign(
        kind="plan", no=plans["no"], name=facts["plan"], also=also, told=told, source_cell=plans["source_cell"]
    )


def _units(plans: pd.DataFrame) -> pd.DataFrame:
    named = plans[plans["unit"].notna()]
    groups = named.groupby(["office", "fiscal_year", "unit"], sort=False, dropna=False, observed=True)
    found = groups.agg(plans=("plan_id", "size"), source_cell=("source_cell", "first")).reset_index()
    told = [say("find.unit_told", plans=count) for count in found["plans"]]
    return found.assign(kind="unit", name=found["unit"], told=told)


def _kpis(attainment: pd.DataFrame) -> pd.DataFrame:
    return attainment.assign(kind="kpi", told=[_score(row) for row in records(attainment[_SCORED])])


_SCORED = ["score", "level", "reason"]


def _score(row: Columns) -> str | None:
    if row["score"] is not None:
        return say("find.kpi_told", level=row["level"], score=rounded(row["score"]))
    return say(f"no_score.{row['reason']}") if row["reason"] else None


def _items(warnings: pd.DataFrame) -> pd.DataFrame:
    kind = pd.Series("activity", index=warnings.index).where(warnings["plan_id"].notna(), "step")
    return warnings.assign(
        kind=kind, name=warnings["text"], told=warnings["reason"], also=_joined(warnings, ("owners", "period_text"))
    )


def _candidates(tally: pd.DataFrame) -> pd.DataFrame:
    rows = [
        {
            **{name: row[name] for name in ("office", "fiscal_year", "unit", "ballot_id", "source_cell")},
            "kind": "candidate",
            "name": row["process"],
            "told": _votes(row),
        }
        for row in records(tally)
    ]
    return frame(ENTRIES, rows)


def _votes(row: Columns) -> str | None:
    if row["votes"] is None:
        return None
    told = say("find.candidate_told", rank=row["rank"], votes=row["votes"])
    return " · ".join([told, *([say("find.selected")] if row["selected"] else [])])


def _joined(data: pd.DataFrame, names: tuple[str, ...]) -> pd.Series:
    """The texts of several columns of each row on lines of their own, gaps left out."""
    rows = zip(*(data[name] for name in names), strict=True)
    return pd.Series(
        ["\n".join(part for part in row if isinstance(part, str)) for row in rows], index=data.index, dtype="str"
    )
