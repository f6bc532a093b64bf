"""Rows under other ids: in every column that names them, in their parts' keys and in what was found about them."""

from kmdash.domain.problem import Problem
from kmdash.domain.reading import Part

REPORTED = ("results", "progress", "rounds", "tests")  # what hangs on a known plan, in parts of its own

Ids = dict[str, str]


def renamed(part: Part, ids: Ids) -> None:
    """The new ids in every row; results and reports carry their plan's key, too."""
    plans = {row["plan_id"] for name in REPORTED for row in part.records.get(name, ())}
    if part.kind in REPORTED and len(plans) == 1 and (plans & set(ids)):
        key = ids[plans.pop()].split("-", 2)[2]
        part.key = f"{key}@{part.key.rpartition('@')[2]}" if "@" in part.key else key
    for rows in part.records.values():
        for row in rows:
            for column in ("plan_id", "activity_id", "kpi_id", "row_id"):
                if row.get(column) in ids:
                    row[column] = ids[row[column]]
            if "problem_id" in row:
                row["problem_id"] = _new_problem_id(row["problem_id"], ids)


def _new_problem_id(problem_id: str, ids: Ids) -> str:
    row_id, mark, rest = problem_id.partition("#")
    return f"{ids.get(row_id, row_id)}{mark}{rest}"


def renamed_problem(problem: Problem, ids: Ids) -> Problem:
    """A finding under the new id of its row."""
    if problem.row_id not in ids:
        return problem
    return Problem(**{**vars(problem), "row_id": ids[problem.row_id]})
