"""The columns of the result frames about what is followed beside the plans; types as in ``columns``."""

from kmdash.domain.followed import SERIES, SUBMISSIONS

_SOURCE = {"source_cell": "str", "source_file": "str"}
_SUM = {
    "office": "str",
    "fiscal_year": "int",
    "unit": "str",
    "month": "date",  # missing in the sum of a year
    "due": "int",  # submissions that were to be in by the day: on time + late + missing
    "on_time": "int",
    "late": "int",
    "missing": "int",
    "unsure": "int",  # of those on time, sent on an unknown day
    "not_due": "int",  # not counted: the day has not come
    "basis": "str",  # rule, form (the form's own score) or mixed (no score)
    "score": "float",  # of the rule 0 to 100, unrounded; missing where nothing was due
    "rank": "int",  # competition ranking: 1 2 2 4
    "tied": "int",
    "winner": "bool",
    "constructed": "bool",
    "source_cell": "str",
}
SUBMITTED = {  # one row a submission, with its state on a day
    **SUBMISSIONS,
    **_SOURCE,
    "state": "str",  # on_time, sent, late, missing, not_due, scored or no_month
    "due_day": "date",  # the day that counts: as given, else the last of the month
    "days_late": "int",
}
AWARDS = _SUM  # one row a unit and month, or a unit
PERIODS = {  # one row a unit, kind and period of a series, in the order of time
    **SERIES,
    **_SOURCE,
    "reached": "bool",  # the period has ended by the day
    "target_so_far": "float",
    "actual_so_far": "float",
}
TARGETS_MET = {  # one row a unit and measure, as of a day
    "office": "str",
    "fiscal_year": "int",
    "name": "str",
    "kind": "str",
    "unit": "str",
    "measure_unit": "str",
    "periods": "int",  # with a target or an actual
    "reached": "int",  # of them, ended by the day
    "not_told": "int",  # of those, without an actual
    "target": "float",  # of the whole
    "due_so_far": "float",  # target of the periods reached; without periods the whole
    "compared": "float",  # target of the periods reached that have an actual: what the actual is held against
    "actual": "float",
    "share": "float",  # actual ÷ target of the whole, 0 to 1 and beyond
    "lag": "float",  # compared - actual; negative is ahead
    "periods_behind": "int",  # how many of the periods told have a planned sum that is not reached
    "forecast": "float",  # at the end, at the pace so far
    "met": "bool",  # whether the whole target is reached
    "cumulative": "bool",
    "constructed": "bool",
    "source_cell": "str",
}
COMMITTEE = {  # one row a role, a step of the calendar or a summary
    "office": "str",
    "fiscal_year": "int",
    "kind": "str",  # role, step or summary
    "row_id": "str",
    "no": "str",
    "name": "str",  # of the role, the step, the plan summed up (missing: the whole office)
    "holders": "str",
    "duties": "str",
    "text": "str",
    "period_text": "str",
    "state": "str",
    "due": "date",
    "days": "int",
    "done_on": "date",
    "finding_no": "str",  # the number of the next step, where that lies before this one
    "finding": "str",  # when that step is, as typed
    "plan_id": "str",
    "progress": "str",
    "factors": "str",
    "obstacles": "str",
    "remedies": "str",
    "by": "str",
    "written_on": "date",
    "note": "str",
    "constructed": "bool",
    **_SOURCE,
}
