"""The knowledge an office needs (Form 1), each line with the state of the plan made for it."""

from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import counted, is_filled, is_one_of, places, taken
from kmdash.domain.frames import conform
from kmdash.domain.items import items, plan_facts
from kmdash.domain.register import Register
from kmdash.domain.states import DONE, group_states
from kmdash.domain.summaries import KNOWLEDGE_STATE


def knowledge(register: Register, as_of: date) -> pd.DataFrame:
    """Join every line of Form 1 with the state of its plan's activities on a day.

    Returns
    -------
    DataFrame, one row a line, in the register's order (``summaries.KNOWLEDGE_STATE``)
        A line without a plan has state ``none`` and its counts are <NA>. The unit is the line's own, else
        the plan's.
    """
    lines, plans = register.knowledge, register.plans
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
