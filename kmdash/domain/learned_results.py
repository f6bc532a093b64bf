"""The columns of the result frames about what is proved and learnt; types as in ``columns``."""

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
