"""What an office follows beside its plans: columns of the input frames (types as in ``columns``)."""

from kmdash.domain.learning import LEARNING, LEARNING_IDS

TOLD = ("sent", "on_time", "late", "missing")

_OF: dict[str, str] = {"office": "str", "fiscal_year": "int", "position": "int"}
SUBMISSIONS = {  # a report a unit is to send; received and told both missing: not sent
    "submission_id": "str",
    **_OF,
    "unit": "str",
    "report": "str",
    "month": "date",  # first day of the month it is about
    "month_text": "str",  # as typed
    "due": "date",
    "received": "date",
    "told": "str",  # one of TOLD: what the form says by a tick or word
    "score": "float",  # the form's own
    "note": "str",
    "constructed": "bool",
}
SERIES = {  # target and actual of a unit in a week, a month or on a day
    "series_id": "str",
    **_OF,
    "name": "str",
    "kind": "str",  # what of it: collected, recorded, uploaded …, as typed
    "unit": "str",
    "period_no": "int",  # of a week or turn that is only numbered
    "period_text": "str",  # as typed
    "start": "date",
    "end": "date",
    "target": "float",
    "actual": "float",
    "measure_unit": "str",
    "cumulative": "bool",  # whether the figures are sums since the first period; missing where nothing says so
    "note": "str",
    "constructed": "bool",
}
DUTIES = {  # a role in the committee; positions and units, no persons
    "duty_id": "str",
    **_OF,
    "role": "str",
    "holders": "str",  # positions and units, joined by newline
    "duties": "str",  # joined by newline
    "note": "str",
}
STEPS_DONE = {  # a step of the committee's calendar told as done
    "step_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "event_id": "str",
    "done_on": "date",
    "note": "str",
    "by": "str",
}
SUMMARIES = {  # what the secretary sums up of a plan, or of the whole office
    "summary_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "plan_id": "str",  # missing: of the whole office
    "progress": "str",
    "factors": "str",  # of success
    "obstacles": "str",
    "remedies": "str",
    "by": "str",
    "written_on": "date",
    "constructed": "bool",
}
SUMMED_UP = ("progress", "factors", "obstacles", "remedies")
_SOURCE = {"source_cell": "str", "source_file": "str"}
FOLLOWED = {
    "submissions": SUBMISSIONS | _SOURCE,
    "series": SERIES | _SOURCE,
    "duties": DUTIES | _SOURCE,
    "steps_done": STEPS_DONE | _SOURCE,
    "summaries": SUMMARIES | _SOURCE,
    **LEARNING,
}
FOLLOWED_IDS = {
    "submissions": "submission_id",
    "series": "series_id",
    "duties": "duty_id",
    "steps_done": "step_id",
    "summaries": "summary_id",
    **LEARNING_IDS,
}
