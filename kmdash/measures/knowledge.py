"""The knowledge an office needs (Form 1): each line with its plan's state, each piece with how far it has come."""

from collections import Counter
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from kmdash.domain.codes import counted, is_filled, is_one_of, places, taken
from kmdash.domain.frames import conform, frame, records
from kmdash.domain.identity import match_key
from kmdash.domain.items import items, plan_facts
from kmdash.domain.knowledge import INVENTORY, is_published, pieces_of, unit_key
from kmdash.domain.knowledge_links import linked
from kmdash.domain.register import Register
from kmdash.domain.states import DONE, group_states
from kmdash.domain.summaries import KNOWLEDGE_STATE


def knowledge(register: Register, as_of: date) -> pd.DataFrame:
    """Join every line of Form 1 with the state of its plan's activities on a day.

    Returns
    -------
    DataFrame, one row a line, in the register's order (``summaries.KNOWLEDGE_STATE``)
        A line without a plan has state ``none`` and its counts are <NA>. The unit is the line's own, else
        the plan's. ``link`` says how the plan is known (``domain.knowledge_links``).
    """
    plans = register.plans
    lines = register.knowledge.assign(**linked(register))
    found = items(register, as_of)
    of_item, of_line = places(plans["plan_id"], found["plan_id"]), places(plans["plan_id"], lines["plan_id"])
    asked = {
        "activities": ~is_one_of(found["state"], "cancelled"),
        "done": is_one_of(found["state"], *DONE),
        "overdue": is_one_of(found["state"], "overdue"),
        "active": is_one_of(found["state"], "active"),
    }
    counts = {name: np.append(counted(of_item, len(plans), where), 0)[of_line] for name, where in asked.items()}
    planned = pd.Series(of_line >= 0, index=lines.index)
    facts = plan_facts(plans)
    whose = pd.Series(taken(facts["unit"], of_line), index=lines.index)
    return conform(
        KNOWLEDGE_STATE,
        lines.assign(
            plan=taken(facts["plan"], of_line),
            unit=lines["unit"].where(is_filled(lines["unit"]), whose),
            state=group_states(*counts.values()),
            **{
                name: pd.Series(counts[name], index=lines.index, dtype="Int64").where(planned)
                for name in ("activities", "done", "overdue")
            },
        ),
    )


def inventory(register: Register, as_of: date) -> pd.DataFrame:
    """Every piece of knowledge needed: which plan works on it, how many records name it, how many are published.

    A record names a piece when it says so in the same words; where Form 1 says whose line it is, the record must be
    of that unit or of none. A piece is ``published`` or ``captured`` when one
    record of its office and year is, else ``planned`` when a plan works on its line, else only ``needed``.

    Returns
    -------
    DataFrame, one row a piece, in the order of Form 1 (``domain.knowledge.INVENTORY``)
    """
    written, published = _named(register.knowledge_records)
    rows = []
    units = [unit_key(unit) for unit in register.knowledge["unit"].fillna("")]
    for unit, line in zip(units, records(knowledge(register, as_of)), strict=True):
        category, pieces = pieces_of(line["knowledge"])
        shared = {name: line[name] for name in INVENTORY if name in line and name != "state"}
        for number, piece in enumerate(pieces, start=1):
            key = (line["office"], line["fiscal_year"], unit, match_key(piece))
            rows.append(
                shared
                | {
                    "category": category,
                    "item_no": number,
                    "item": piece,
                    "plan_state": line["state"],
                    "captured": written[key],
                    "published": published[key],
                    "state": _state(written[key], published[key], line["link"]),
                }
            )
    return frame(INVENTORY, rows)


def _named(found: pd.DataFrame) -> tuple[Counter[Any], Counter[Any]]:
    """How many records name each piece of knowledge of a unit ("": of any), and how many of them are published."""
    written: Counter[Any] = Counter()
    published: Counter[Any] = Counter()
    for row in records(found):
        for unit in {"", unit_key(row["unit"])} if row["needed"] else ():
            key = (row["office"], row["fiscal_year"], unit, match_key(row["needed"]))
            written[key] += 1
            published[key] += is_published(row)
    return written, published


def _state(captured: int, published: int, link: str | None) -> str:
    if published:
        return "published"
    return "captured" if captured else "planned" if link else "needed"
