"""A report on a plan that is known: statuses and shares done of its activities, not the plan anew."""

from collections.abc import Mapping, Sequence

from kmdash.domain.identity import activity_label
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, Record
from kmdash.domain.wording import worded

NEW = "เป็นกิจกรรมใหม่"
SAME_AS = "same_as"
_LIKELY = 12  # activities offered for a row that was not found


def turn_into_report(part: Part, plan: Record, known: Sequence[Record], pairs: Mapping[str, str]) -> list[Problem]:
    """Make a plan's part one of reports: a row an activity that was found; each other row is asked.

    ``pairs`` gives the known id of each activity found. Reports of one day replace those of that day. The
    questions raised are among the part's problems, too.
    """
    rows = part.records["activities"]
    day = max((row["reported_on"] for row in rows if row.get("reported_on")), default=None)
    part.kind = "progress"
    part.key = f"{plan['plan_id'].split('-', 2)[2]}@{day.isoformat() if day else ''}"
    progress: list[Record] = []
    problems = part.records.get("problems", [])
    raised: list[Problem] = []
    for row in rows:
        identity = pairs.get(row["activity_id"])
        if identity is None:
            raised.append(_unmatched(row, known))
        elif row.get("status_text") or row.get("percent") is not None:
            progress.append(_report(row, identity, plan["plan_id"]))
    part.records = {
        "progress": progress,
        "problems": [*problems, *(finding_row(problem, rows[0]["source_file"]) for problem in raised)],
    }
    return raised


def _report(row: Record, identity: str, plan: str) -> Record:
    return {
        "activity_id": identity,
        "plan_id": plan,
        "status": row.get("status"),
        "status_text": row.get("status_text"),
        "percent": row.get("percent"),
        "reported_on": row.get("reported_on"),
        "note": row.get("note"),
        "source_cell": row["source_cell"],
        "source_file": row["source_file"],
    }


def _unmatched(row: Record, known: Sequence[Record]) -> Problem:
    return Problem(
        code="progress_unmatched",
        severity=Severity.QUESTION,
        cell=row["source_cell"],
        found=row["text"],
        message=worded("reader_cells.progress_unmatched"),
        remedy=worded("reader_cells.progress_unmatched_do"),
        choices=tuple(activity_label(other.get("no"), other["text"]) for other in known[:_LIKELY]),
        frame="activities",
        row_id=row["activity_id"],
        field=SAME_AS,
    )


def finding_row(problem: Problem, file: str) -> Record:
    """A finding about matching as a row of the problems frame."""
    return {
        **problem.as_row(f"{problem.row_id}#{SAME_AS}"),
        "choices": "\n".join(problem.choices),
        "frame": problem.frame,
        "row_id": problem.row_id,
        "field": problem.field,
        "source_file": file,
    }
