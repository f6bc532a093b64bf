"""The columns of the result frames about what is proved and learnt; types as in ``columns``."""

from kmdash.domain.learning import AAR_TEXTS, SWOT_TEXTS

_OF = {"office": "str", "fiscal_year": "int", "plan_id": "str", "plan": "str", "unit": "str"}
CHECKLIST = {  # one row a step that evidence is asked for
    **_OF,
    "about_kind": "str",  # learning.KPI or ACTIVITY
    "about_id": "str",
    "name": "str",
    "issue": "str",
    "weight": "float",
    "level": "int",  # of a KPI; of an activity the place in its checklist, missing: the whole
    "step": "str",  # its number, missing: the whole
    "text": "str",
    "reached": "bool",  # told as done by the day
    "state": "str",  # present, claimed (told as done, without evidence) or missing
    "kind": "str",  # link, file or text, joined by newline
    "evidence": "str",
    "place": "str",
    "kept_by": "str",  # the unit
    "by": "str",
    "told_on": "date",
    "constructed": "bool",
    "source_cell": "str",
    "source_file": "str",
    "evidence_id": "str",
    "evidence_cell": "str",
    "evidence_file": "str",
}
PROVED = {  # one row a KPI, or the activities of a plan
    **_OF,
    "about_kind": "str",
    "about_id": "str",  # of the KPI, or the plan's for its activities
    "name": "str",
    "issue": "str",
    "weight": "float",
    "steps": "int",
    "present": "int",
    "claimed": "int",
    "missing": "int",  # neither evidence nor told as done
    "level_told": "int",  # of a milestone KPI with a result
    "level_proved": "int",  # of a milestone KPI: all steps up to it have evidence
    "source_cell": "str",
}
YEARS = {  # one row an activity that recurs and fiscal year
    **_OF,
    "activity_id": "str",
    "name": "str",
    "no": "str",
    "owner": "str",
    "key": "str",  # the same for the same activity in the plans of several years, once a year
    "of_year": "int",  # BE
    "start": "date",  # of its time in the year; missing: none is known
    "due": "date",
    "state": "str",  # as of states.states, on the year's own day
    "told": "bool",  # whether anything is told of that year
    "steps": "int",  # of its checklist; missing: it has none
    "ticked": "int",
    "ticks": "str",  # places done, "1,2,3"
    "result": "str",
    "conclusions": "str",  # what the plan itself expects to be learnt
    "constructed": "bool",
    "source_cell": "str",
    "source_file": "str",
    "year_id": "str",
    "year_cell": "str",
    "year_file": "str",
}
NOTES = {  # one row a review or SWOT, with the plan and activity it belongs to
    **_OF,
    "note_id": "str",
    "kind": "str",  # aar or swot
    "activity_id": "str",
    "name": "str",  # of the activity, else the plan; missing: the whole office
    "of_year": "int",
    **dict.fromkeys((*AAR_TEXTS, *SWOT_TEXTS), "str"),
    "by": "str",
    "told_on": "date",
    "constructed": "bool",
    "source_cell": "str",
    "source_file": "str",
}
AREA_ROWS = {  # one row a thing that belongs to an area, or a plan that belongs to none yet
    **_OF,
    "area": "str",  # of learning.AREAS; missing: none is told
    "kind": "str",  # aim, activity, record, channel or plan
    "name": "str",
    "known": "str",  # office, title, answered, kept; missing where no area is
    "row_id": "str",
    "source_cell": "str",
    "source_file": "str",
}
GOALS = {  # one row a plan, as a goal of knowledge management
    **_OF,
    "no": "str",
    "process": "str",  # KM, change or missing
    "stages": "int",  # 7, of change management 6, without stages missing
    "covered": "str",  # numbers of the stages (components) with activities, "1,2,3"
    "lacking": "str",
    "done": "str",  # whose activities are all done
    "activities": "int",
    "unmapped": "int",  # activities of no stage
    "measures": "str",  # names of the KPIs, joined by newline
    "period": "str",
    "source_cell": "str",
    "source_file": "str",
}
