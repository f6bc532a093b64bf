"""What stands behind a row of a table that no other kind of mark leads to: the rows of the register it is made of."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pandas as pd

from kmdash.domain.behind import Item, Source, reported_result, reported_state
from kmdash.domain.columns import INPUT_FRAMES, ROW_ID
from kmdash.domain.frames import records
from kmdash.domain.marks import Mark
from kmdash.domain.provinces import province_of
from kmdash.domain.register import Register
from kmdash.domain.scale import plain
from kmdash.domain.words import say

Row = dict[str, Any]
_NAMED_BY = ("no", "title", "name", "role", "about", "process", "text", "issue", "measure", "test_id")
_SAYS = ("holders", "duties", "progress", "factors", "obstacles", "remedies", "reason", "note", "work")
_TOLD: dict[str, Callable[[Row], str]] = {"progress": reported_state, "results": reported_result}
_CHANGED = ("plans", "activities", "kpis", "events", "ballots", "resolutions", "progress", "results", "decisions")


def of_rows(mark: Mark, register: Register, before: Register | None = None) -> list[Item] | None:
    """The rows behind a mark: a recorded row, a test's marks, a unit's plans, what its name is met in, what
    changed.

    ``before`` is the register of the earlier look, where the mark is of a change. None for a mark of another kind.
    """
    kind, *ids = mark
    if kind == "recorded":
        return [_item(ids[0], row) for row in _of_id(register, ids[0], ids[1])]
    if kind == "test":
        return [_test(row) for row in _of_id(register, "tests", ids[1]) if row["plan_id"] == ids[0]]
    if kind == "sender":
        return _sent(ids[0], register)
    if kind == "met":
        return [_item(frame, row) for frame, row in named_so(register, ids[0])]
    if kind == "changed":
        return _changed(ids, register, before or register)
    return None


def scored_for(mark: Mark, attainment: pd.DataFrame) -> pd.DataFrame:
    """The KPIs (``results.ATTAINMENT``) of a plan, unit, office or province of the roll-up."""
    _, level, name, plan = mark
    rows = records(attainment)
    whose = {
        "plan": [row["plan_id"] == plan for row in rows],
        "unit": [(row["unit"] or "") == name for row in rows],
        "office": [(row["office"] or "") == name for row in rows],
        "province": [(province_of(row["office"]) or "") == name for row in rows],
    }
    return attainment[whose[level]] if level in whose else attainment.iloc[:0]


def of_proposed(candidates: pd.DataFrame) -> list[Item]:
    """Candidates (``columns.CANDIDATES``) as they were proposed, on a page that has not counted their vote."""
    return [_item("candidates", row) for row in records(candidates)]


def named_so(register: Register, unit: str) -> Iterable[tuple[str, Row]]:
    """The rows that name a unit, spelt so, each with its frame: every time it is met, as the units' page counts."""
    for frame in ("plans", "candidates", "knowledge", "targets", "network", "knowledge_records"):
        yield from ((frame, row) for row in records(register.frames[frame]) if row["unit"] == unit)
    for row in records(register.activities):
        yield from (("activities", row) for owner in (row["owners"] or "").split("\n") if owner == unit)


def _sent(unit: str, register: Register) -> list[Item]:
    """A unit's plans, the newest year first, each with its year in place of a state; without any, what names it."""
    plans = [row for row in records(register.plans) if (row["unit"] or "") == unit]
    if not plans:
        return [_item(frame, row) for frame, row in named_so(register, unit)]
    plans.sort(key=lambda row: row["fiscal_year"] or 0, reverse=True)
    return [replace(_item("plans", row), state=say("behind.year", year=row["fiscal_year"] or "–")) for row in plans]


def _changed(ids: list[str], register: Register, before: Register) -> list[Item]:
    """One thing that changed, with what is known of it now, else what was known before; or every row of a form."""
    kind, row_id = ids
    if row_id in INPUT_FRAMES:
        return [_item(row_id, row) for row in records(register.frames[row_id])]
    looks = ((name, rows) for name in _CHANGED if (rows := _either(register, before, name, row_id)))
    found = [(name, row) for name, rows in looks for row in rows]
    if not found:
        return []
    name, first = found[0]
    sources = tuple(_source(frame, row) for frame, row in found)
    return [Item(_name(name, first), "none", say(f"since_kind.{kind}"), _says(first), sources=sources)]


def _either(register: Register, before: Register, frame: str, row_id: str) -> list[Row]:
    return _of_id(register, frame, row_id) or _of_id(before, frame, row_id)


def _of_id(register: Register, frame: str, row_id: str) -> list[Row]:
    if frame not in ROW_ID:
        return []
    data = register.frames[frame]
    return records(data[data[ROW_ID[frame]] == row_id])


def _item(frame: str, row: Row) -> Item:
    unit = (("unit", row["unit"]),) if row.get("unit") else ()
    return Item(_name(frame, row), "none", say(f"frame.{frame}"), _says(row), unit, (_source(frame, row),))


def _name(frame: str, row: Row) -> str:
    """What a row is called: by the first of its columns that name it, else by its unit or id."""
    known = [row[name] for name in _NAMED_BY if row.get(name)]
    told = known[:2] if row.get("no") else known[:1]
    return " ".join(told) or row.get("unit") or row[ROW_ID[frame]]


def _says(row: Row) -> str:
    return " · ".join(str(row[name]).replace("\n", " · ") for name in _SAYS if isinstance(row.get(name), str))


def _source(frame: str, row: Row) -> Source:
    told = _TOLD[frame](row) if frame in _TOLD else say(f"frame.{frame}")
    if row.get("constructed") and frame not in _TOLD:
        told = f"{told} · {say('behind.constructed')}"
    return Source(frame, row[ROW_ID[frame]], told, row["source_cell"], row["source_file"])


def _test(row: Row) -> Item:
    marks = {name: "–" if row[name] is None else plain(row[name]) for name in ("pre", "post", "full")}
    counts = (row["pre_count"], row["post_count"])
    group = say("behind.group", pre=counts[0] or "–", post=counts[1] or "–")
    return Item(
        name=" · ".join([row["test_id"], row["person"] or group]),
        mark="none" if row["post"] is None else "done",
        state=say("behind.marks_of_test", **marks),
        why="",
        sources=(_source("tests", row),),
    )
