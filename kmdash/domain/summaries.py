"""The columns of the result frames that sum up others; types as in ``domain.columns``."""

from kmdash.domain.columns import Columns

_WHERE: Columns = {"office": "str", "fiscal_year": "int", "plan_id": "str", "plan": "str", "unit": "str"}

COVERAGE_SUMMARY: Columns = {  # one row a plan; without stages: counts missing, never an average
    **_WHERE,
    "process": "str",
    "stages": "int",  # the denominator: 7 stages or 6 components
    "stages_planned": "int",  # with at least one activity that counts
    "stages_done": "int",  # whose activities are all done
    "share_planned": "float",  # 0 to 1
    "share_done": "float",
    "missing_stages": "str",  # numbers, joined by ", "; missing where none is
    "activities": "int",
    "activities_done": "int",
    "overdue": "int",
    "due": "int",
    "cancelled": "int",
    "source_cell": "str",
    "order_breaks": "int",  # stages that start before an earlier one
    "stages_without_time": "int",  # with an open activity due later than the report month
    "check_months": "str",  # proposed where nothing is due during the year: ISO months joined by ";"
}
COVERAGE_ROLLUP: Columns = {  # one row an office, fiscal year (unit) and process; sums, never means of shares
    "office": "str",
    "fiscal_year": "int",
    "unit": "str",  # missing where the roll-up is not by unit
    "process": "str",
    "plans": "int",  # with stages
    "plans_without_stages": "int",  # apart: in no count and no share
    "stages": "int",  # the denominator: stages of all plans
    "stages_planned": "int",
    "stages_done": "int",
    "share_planned": "float",  # 0 to 1; missing without stages
    "share_done": "float",
}
STAGE_STRENGTH: Columns = {  # one row an office, fiscal year, process and stage, the weakest stage first
    "office": "str",
    "fiscal_year": "int",
    "process": "str",
    "stage": "int",  # missing in the row that counts the plans without stages
    "stage_name": "str",
    "plans": "int",
    "plans_planned": "int",  # with at least one activity that counts
    "plans_done": "int",  # whose activities of the stage are all done
    "share_planned": "float",
    "share_done": "float",
}
COVERAGE_GROWTH: Columns = {  # one row an office, process and month of the fiscal year
    "office": "str",
    "fiscal_year": "int",
    "process": "str",
    "month": "date",
    "stages": "int",
    "planned": "int",  # stages whose activities are all planned to be due by the month's end
    "done": "int",  # stages whose activities are all done by then; missing after the as-of day
}
LOAD_BY: Columns = {  # one row a unit or owner and month of the fiscal year
    "office": "str",
    "name": "str",  # of the unit or owner; missing where none is given
    "names_nobody": "bool",  # "ทุกกอง"
    "month": "date",
    "active": "int",
    "starts": "int",
    "due": "int",
}
CONFLICTS: Columns = {  # one row a unit and month in which many items are due
    "office": "str",
    "unit": "str",
    "month": "date",
    "due": "int",
    "items": "str",  # ids, joined by newline
}
LOAD: Columns = {  # one row a month of the fiscal year
    "month": "date",
    "active": "int",
    "starts": "int",
    "due": "int",
}
KNOWLEDGE_STATE: Columns = {  # one row a line of Form 1, with the state of its plan
    **_WHERE,
    "knowledge_id": "str",
    "position": "int",
    "issue": "str",
    "objective": "str",
    "critical_process": "str",
    "knowledge": "str",  # items joined by newline
    "kpi": "str",
    "target": "str",
    "weight": "float",
    "activities": "int",  # of the plan, cancelled ones left out
    "done": "int",
    "overdue": "int",
    "state": "str",  # none, planned, in_progress, done, late
    "source_cell": "str",
    "link": "str",  # how the plan is known (domain.knowledge.INVENTORY)
}
CHAIN: Columns = {  # one row a candidate with the plan it became; plans without a candidate follow
    "office": "str",
    "fiscal_year": "int",
    "ballot_id": "str",
    "candidate_id": "str",
    "process": "str",  # of the candidate, else of the plan
    "candidate_unit": "str",
    "votes": "int",
    "rank": "int",
    "selected": "bool",
    "link": "str",  # how the plan was found: same_words, likely; missing where there is none
    "plan_id": "str",
    "plan": "str",
    "unit": "str",
    "activities": "int",  # of the plan, cancelled ones left out
    "done": "int",
    "overdue": "int",
    "kpis": "int",
    "scored": "int",
    "score": "float",  # weighted mean of the plan's scored KPIs; missing where none is
    "source_cell": "str",  # of the candidate
    "plan_cell": "str",
}
LEFT_OUT: Columns = {  # one row a voter without whose ballot the vote would come out differently
    "voter": "str",
    "gone": "str",  # ids of the candidates no longer chosen, joined by newline; the same below
    "joined": "str",
    "tied": "str",  # those who would tie at the cut line
}
VOTE_WHAT_IF: Columns = {  # one row a rule the vote might have had
    "rule": "str",  # limit (marks a voter may give) or seats
    "value": "int",
    "current": "bool",
    "chosen": "int",
    "gone": "str",  # against the vote as it is: ids joined by newline
    "joined": "str",
    "tied": "str",
}
ROLLUP: Columns = {  # one row a plan, unit, office and province: the KPIs of all below it, never a mean of means
    "fiscal_year": "int",
    "level": "str",  # plan, unit, office or province
    "name": "str",  # missing where the KPIs name none
    "plan_id": "str",
    "office": "str",
    "score": "float",  # sum of weight × score ÷ sum of the weights that have a score
    "if_missing_floor": "float",
    "reported": "float",  # share of the weight that has a score, 0 to 1
    "kpis": "int",  # that are scored on five levels, cancelled ones left out
    "not_reported": "int",  # of them without a score
    "cancelled": "int",
    "weights": "str",  # given, equal or incomplete
    "lowest": "float",  # of the KPIs' scores
    "highest": "float",
    "sd": "float",  # of the scores, each counted once (population)
    "doubts": "int",  # KPIs whose figures are to be checked
}
GAINS: Columns = {  # one row a test: before and after
    "plan_id": "str",
    "test_id": "str",
    "pairing": "str",  # persons (by code) or groups (means)
    "n_pre": "int",
    "n_post": "int",
    "n_pairs": "int",  # missing where groups are compared
    "pre": "float",  # mean
    "post": "float",
    "gain": "float",
    "normalised_gain": "float",  # gain ÷ what there was to gain
    "share_passing": "float",  # of those who took the test after, 0 to 1
    "doubt": "str",
    "source_cell": "str",
}
SINCE: Columns = {  # one row a change a meeting is told of, by kind, then plan
    **_WHERE,
    "kind": "str",  # domain.since.KINDS
    "item_id": "str",  # of the KPI, activity, plan, vote or resolution
    "no": "str",
    "text": "str",
    "before": "str",  # in words
    "after": "str",
    "day": "date",  # of the report, the completion, the due day, the decision
    "source_cell": "str",
}
ENTRIES: Columns = {  # one row a thing that can be searched for, with where it is shown
    **_WHERE,
    "kind": "str",  # plan, unit, kpi, activity, step (of the committee) or candidate
    "no": "str",
    "name": "str",
    "also": "str",  # what else it is found by, joined by newline
    "state": "str",  # of an activity or step, as of the day
    "told": "str",  # how it stands, in words
    "ballot_id": "str",
    "source_cell": "str",
    "item_id": "str",  # of an activity or step
}
