"""Which plan works on each line of Form 1: as the file says, as the plan itself names it, or as was answered."""

import pandas as pd

from kmdash.domain.codes import is_filled
from kmdash.domain.columns import Columns
from kmdash.domain.frames import frame, records
from kmdash.domain.identity import match_key
from kmdash.domain.knowledge import issue_name
from kmdash.domain.register import Register

LINKED: Columns = {"plan_id": "str", "link": "str"}  # link: own, answered, issue; missing where nothing says it


def linked(register: Register) -> pd.DataFrame:
    """The plan of every line of Form 1, same rows as ``register.knowledge`` (``LINKED``).

    The file's own word counts first, then the secretary's (while the line says the same issue), then a plan of the
    same office and year whose issues name the line's, where only one plan does. Nothing is chosen among several.
    """
    lines = register.knowledge
    own = is_filled(lines["plan_id"])
    if own.all():
        return pd.DataFrame({"plan_id": lines["plan_id"], "link": pd.array(["own"] * len(lines), dtype="str")})
    answers = {
        (row["knowledge_id"], issue_name(row["issue"])): row["plan_id"] for row in records(register.knowledge_links)
    }
    plans = [
        (row["office"], row["fiscal_year"], match_key(row["issue"] or ""), row["plan_id"])
        for row in records(register.plans)
    ]
    rows = []
    for row in records(lines):
        issue = issue_name(row["issue"])
        answer = answers.get((row["knowledge_id"], issue))
        naming = {
            plan
            for office, year, issues, plan in plans
            if issue and (office, year) == (row["office"], row["fiscal_year"]) and issue in issues
        }
        if row["plan_id"]:
            rows.append({"plan_id": row["plan_id"], "link": "own"})
        elif answer:
            rows.append({"plan_id": answer, "link": "answered"})
        elif len(naming) == 1:
            rows.append({"plan_id": naming.pop(), "link": "issue"})
        else:
            rows.append({})
    return frame(LINKED, rows).set_axis(lines.index)
