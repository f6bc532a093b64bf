"""The columns of the result frames, as data; types and gaps as in ``columns``."""

from kmdash.domain.columns import THRESHOLDS, Columns

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
    "no_time_left": "int",  # open activities due later than the report month
    "no_check": "bool",  # of the plan: all its activities run the whole year
}
ATTAINMENT: Columns = {  # one row a KPI
    **_WHERE,
    "kpi_id": "str",
    "name": "str",
    "kpi_unit": "str",
    "direction": "str",
    **dict.fromkeys(THRESHOLDS, "float"),
    "actual": "float",
    "reported_on": "date",
    "level": "int",
    "score": "float",  # unrounded; shown with four decimals
    "weight": "float",
    "weighted": "float",
    "gap_to_next": "float",  # in the KPI's own unit; missing at level 5
    "next_level": "int",
    "reason": "str",  # why there is no score: no_thresholds, no_result, unclear_result, points, target, cancelled
    "explanation": "str",
    "constructed": "bool",
    "source_cell": "str",
    "scale": "str",  # threshold, milestone, rubric, 50/75/100 or target; missing where nothing can judge a result
    "points": "float",  # of a 50/75/100 KPI: 0 to 100, unrounded; it has no score
    "steps": "str",  # of a milestone KPI: those reached, "1,2,4"
    "persons": "int",  # tested or asked, where known
    "gap_persons": "int",  # persons still to win for the next level
    "target_operator": "str",  # >=, <=, >, <, = of a KPI that is judged by its target alone
    "target_value": "float",
    "target_unit": "str",
    "met": "bool",  # whether the result meets that target
    "share_reached": "float",  # of that target; 1 is the whole
    "round": "int",  # whose weight counts: 6, 9 or 12 months; missing: the KPI's own
    "doubt": "str",  # what is to be checked, with its cell, before the figures are believed
    "explained": "str",  # JSON: rule, thresholds, result, floor, formula, numbers and what they give
    "result_cell": "str",  # where the result stands, as source_cell tells of the KPI
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
    "days": "str",  # of the month, where days are known: "4-8", of a recurring item "15, 30"
    "owners": "str",  # separated, joined by newline
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
FLAGS: Columns = {  # shown as loudly as late, whatever the state
    "no_owner": "bool",  # of an activity still open
    "owner_names_nobody": "bool",  # "ทุกกอง"
    "stale": "bool",  # begun, not done, and last reported long ago
    "finding": "str",  # what does not agree in what was told; missing where all does
}
RECEIPTS: Columns = {  # what was sent and answered as of a day; it changes no state
    "sent": "int",  # how often it was warned of
    "unanswered": "int",  # of them since the last reply
    "last_sent": "date",
    "reply_state": "str",  # of the last reply: acknowledged or answered
    "reply": "str",  # in words, with its reason
    "replied_on": "date",
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
    "owners": "str",  # separated, joined by newline
    "percent": "float",  # as last told with the status or since
    **FLAGS,
    **RECEIPTS,
}
RECEIVERS: Columns = {  # one row a unit that has an item
    "unit": "str",  # missing: items that name none
    "items": "int",
    "overdue": "int",
    "days_late": "int",  # of the item that is latest
    "active": "int",
    "upcoming": "int",
    "waiting": "int",  # without a certain date
    "sent": "int",  # warnings, each item counted
    "last_sent": "date",
    "answered": "int",  # items
    "ignored": "int",  # items warned of without an answer since
    "most_sent": "int",  # warnings without an answer, of the item with most
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
CHANGES: Columns = dict.fromkeys(("frame", "key", "change", "column", "before", "after", "cell"), "str")
