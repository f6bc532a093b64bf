"""The columns of the register's input frames and of the result frames, as data.

Types: ``str``, ``int`` (Int64), ``float`` (Float64), ``bool`` (boolean), ``date`` (datetime64[s], CE).
A gap is missing, never 0 or "". Ids are strings. ``*_cell`` are addresses (``Sheet!B12``) in ``source_file``.
"""

Columns = dict[str, str]

_SOURCE: Columns = {"source_cell": "str", "source_file": "str"}
_PERIOD: Columns = {
    "period_text": "str",  # as typed
    "start": "date",  # first day covered
    "end": "date",  # last day covered
    "precision": "str",  # domain.period.Precision
    "period_kind": "str",  # domain.period.PeriodKind
    "recurs_month": "int",
    "recurs_every": "str",
    "occurrences": "str",  # ISO first days, joined by ";"
    "period_cell": "str",
}
_FIVE_LEVELS: Columns = {f"threshold_{level}": "float" for level in range(1, 6)}

PLANS: Columns = {
    "plan_id": "str",
    "office": "str",
    "fiscal_year": "int",  # BE
    "no": "str",  # "1" of แผนการจัดการความรู้ที่ ๑
    "title": "str",
    "unit": "str",
    "process": "str",  # "KM", "change" or missing
    "issue": "str",
    "critical_process": "str",
    "knowledge": "str",
    "outcome": "str",
    **_SOURCE,
}
ACTIVITIES: Columns = {
    "activity_id": "str",
    "plan_id": "str",
    "position": "int",  # order in the plan, from 1
    "no": "str",  # "1.1"
    "stage": "int",
    "component": "int",
    "text": "str",
    **_PERIOD,
    "indicator": "str",
    "target": "str",
    "target_group": "str",
    "owner": "str",  # as typed
    "owners": "str",  # separated, joined by newline
    "status": "str",  # done|in_progress|not_started|late|cancelled|postponed
    "status_text": "str",
    "percent": "float",
    "note": "str",
    "value_cells": "str",  # address of each value by field, as JSON
    **_SOURCE,
}
KPIS: Columns = {
    "kpi_id": "str",
    "plan_id": "str",
    "position": "int",
    "name": "str",
    "unit": "str",  # "ร้อยละ", "ระดับ", …
    "direction": "str",  # "up" or "down"
    **_FIVE_LEVELS,
    "level_texts": "str",  # five texts, joined by newline
    "weight": "float",
    "target": "str",
    **_SOURCE,
}
RESULTS: Columns = {
    "kpi_id": "str",
    "plan_id": "str",
    "actual": "float",  # in the KPI's own unit; 85 for 85 %
    "reported_on": "date",
    "note": "str",
    "constructed": "bool",
    **_SOURCE,
}
PROGRESS: Columns = {
    "activity_id": "str",
    "plan_id": "str",
    "status": "str",
    "status_text": "str",
    "percent": "float",
    "reported_on": "date",
    "done_on": "date",
    "postponed_to": "date",
    "note": "str",
    "constructed": "bool",
    **_SOURCE,
}
BALLOTS: Columns = {
    "ballot_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "title": "str",
    "voters": "int",
    "ballot_limit": "int",  # marks a voter may give
    "seats": "int",  # candidates to choose
    **_SOURCE,
}
CANDIDATES: Columns = {
    "candidate_id": "str",
    "ballot_id": "str",
    "position": "int",
    "unit": "str",
    "process": "str",
    "votes": "int",  # of a finished tally; missing where ballots (marks) are given
    **_SOURCE,
}
MARKS: Columns = {
    "ballot_id": "str",
    "voter": "str",  # code or unit; one row a mark, an abstaining voter has candidate_id missing
    "candidate_id": "str",
    **_SOURCE,
}
EVENTS: Columns = {
    "event_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "position": "int",
    "no": "str",
    "text": "str",
    **_PERIOD,
    **_SOURCE,
}
KNOWLEDGE: Columns = {
    "knowledge_id": "str",
    "plan_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "position": "int",
    "unit": "str",
    "issue": "str",
    "objective": "str",
    "critical_process": "str",
    "knowledge": "str",  # items joined by newline
    "kpi": "str",
    "target": "str",
    "weight": "float",
    **_SOURCE,
}
PROBLEMS: Columns = {
    "problem_id": "str",
    "severity": "str",
    "code": "str",
    "found": "str",
    "message": "str",
    "remedy": "str",
    "proposal": "str",
    "choices": "str",  # joined by newline
    "frame": "str",
    "row_id": "str",
    "field": "str",
    "answer": "str",  # missing while open
    **_SOURCE,
}

INPUT_FRAMES: dict[str, Columns] = {
    "plans": PLANS,
    "activities": ACTIVITIES,
    "kpis": KPIS,
    "results": RESULTS,
    "progress": PROGRESS,
    "ballots": BALLOTS,
    "candidates": CANDIDATES,
    "marks": MARKS,
    "events": EVENTS,
    "knowledge": KNOWLEDGE,
    "problems": PROBLEMS,
}
ROW_ID: dict[str, str] = {
    "plans": "plan_id",
    "activities": "activity_id",
    "kpis": "kpi_id",
    "results": "kpi_id",
    "progress": "activity_id",
    "ballots": "ballot_id",
    "candidates": "candidate_id",
    "events": "event_id",
    "knowledge": "knowledge_id",
    "problems": "problem_id",
}
THRESHOLDS = tuple(_FIVE_LEVELS)

_WHERE: Columns = {"office": "str", "fiscal_year": "int", "plan_id": "str", "plan": "str", "unit": "str"}

COVERAGE: Columns = {  # one row a plan and stage (component); plans without stages: one row, stage missing
    **_WHERE,
    "process": "str",
    "stage": "int",
    "stage_name": "str",
    "planned": "int",  # activities that count (cancelled ones left out)
    "done": "int",
    "overdue": "int",
    "due": "int",  # due in the as-of month, not done
    "unclear": "int",  # whose period waits for an answer
    "cancelled": "int",
    "state": "str",  # none, planned, in_progress, done, late
    "order_break": "bool",  # starts before an earlier stage starts
    "source_cell": "str",
}
ATTAINMENT: Columns = {  # one row a KPI
    **_WHERE,
    "kpi_id": "str",
    "name": "str",
    "kpi_unit": "str",
    "direction": "str",
    **_FIVE_LEVELS,
    "actual": "float",
    "reported_on": "date",
    "level": "int",
    "score": "float",  # unrounded; shown with four decimals
    "weight": "float",
    "weighted": "float",
    "gap_to_next": "float",  # in the KPI's own unit; missing at level 5
    "next_level": "int",
    "reason": "str",  # why there is no score: no_thresholds, no_result; missing where scored
    "explanation": "str",
    "constructed": "bool",
    "source_cell": "str",
}
CALENDAR: Columns = {  # one row an item and month it touches
    **_WHERE,
    "item_id": "str",
    "layer": "str",  # plan or committee
    "no": "str",
    "text": "str",
    "stage": "int",
    "month": "date",  # first day
    "starts": "bool",  # in this month
    "due": "bool",  # in this month
    "band": "bool",  # whole-year item: drawn, not counted in the load
    "state": "str",
    "period_text": "str",
    "source_cell": "str",
}
TALLY: Columns = {  # one row a candidate, by rank then source order
    "office": "str",
    "fiscal_year": "int",
    "ballot_id": "str",
    "candidate_id": "str",
    "unit": "str",
    "process": "str",
    "votes": "int",
    "share": "float",  # of all votes counted
    "rank": "int",  # competition ranking: 1 2 2 4
    "tied": "int",  # how many share the rank, itself included
    "selected": "bool",  # missing while a tie at the cut line is undecided
    "tied_at_cut": "bool",
    "source_cell": "str",
}
PROGRESS_CURVE: Columns = {  # one row a month of the fiscal year
    "office": "str",
    "fiscal_year": "int",
    "month": "date",
    "planned": "int",  # cumulative activities due by the month's end
    "actual": "int",  # cumulative activities done by the month's end; missing after the as-of day
    "forecast": "float",
}
WARNINGS: Columns = {  # one row an item: exactly one state for the as-of day
    **_WHERE,
    "item_id": "str",
    "no": "str",
    "text": "str",
    "stage": "int",
    "start": "date",
    "end": "date",
    "period_text": "str",
    "period_kind": "str",
    "owner": "str",
    "state": "str",  # measures.states
    "due": "date",
    "days": "int",  # late (positive), until due or until start (see state)
    "due_soon": "bool",
    "status_text": "str",
    "reported_on": "date",
    "never_reported": "bool",
    "reason": "str",
    "source_cell": "str",
}
UNITS: Columns = {
    "office": "str",
    "fiscal_year": "int",
    "unit": "str",
    "plans": "int",
    "activities": "int",
    "done": "int",
    "late": "int",
    "never_reported": "int",
    "score": "float",
    "source_cell": "str",
}
# one row a value that differs between two registers; ``change``: added, removed, changed
CHANGES: Columns = dict.fromkeys(("frame", "key", "change", "column", "before", "after"), "str")
