"""What an office proves and learns: columns of the input frames (types as in ``columns``), and their words."""

AAR_TEXTS = ("intended", "happened", "reasons", "next_time")
SWOT_TEXTS = ("strengths", "weaknesses", "opportunities", "threats")
KPI, ACTIVITY = "kpi", "activity"
AREAS = ("KV", "KS", "KA")
BENEFITS = ("staff", "executives", "policy")
AIM_KINDS = ("scope", "vision", "goal", "success_factor", "factor", "sharing", "asset")
AREA_OF_AIM = {"vision": "KV", "factor": "KV", "sharing": "KS", "asset": "KA"}
HOW_KINDS = ("sharing", "asset")  # how knowledge is shared and kept: not what it is for

_OF: dict[str, str] = {"office": "str", "fiscal_year": "int"}
_TOLD = {"by": "str", "told_on": "date", "constructed": "bool", "source_cell": "str", "source_file": "str"}
EVIDENCE = {  # that a step was done, and where that can be seen
    "evidence_id": "str",
    **_OF,
    "plan_id": "str",
    "about_kind": "str",  # KPI or ACTIVITY
    "about_id": "str",
    "step": "str",  # "2", or "1.2" for the second of a level's steps; missing: of the whole
    "evidence": "str",  # a text, a link or a file's name, a line each
    "place": "str",  # where it is kept
    "unit": "str",  # that keeps it
    **_TOLD,
}
AARS = {  # a review after an activity, or of a whole plan (activity_id missing)
    "aar_id": "str",
    **_OF,
    "plan_id": "str",
    "activity_id": "str",
    "of_year": "int",  # BE; which year's turn of a recurring activity
    **dict.fromkeys(AAR_TEXTS, "str"),
    **_TOLD,
}
SWOTS = {  # of a plan, an activity, or the whole office (both missing); points joined by newline
    "swot_id": "str",
    **_OF,
    "plan_id": "str",
    "activity_id": "str",
    **dict.fromkeys(SWOT_TEXTS, "str"),
    **_TOLD,
}
ACTIVITY_YEARS = {  # what became of an activity in one fiscal year
    "year_id": "str",
    **_OF,
    "plan_id": "str",
    "activity_id": "str",
    "of_year": "int",  # BE
    "status": "str",  # as of a progress report
    "ticked": "str",  # places of the checklist done, "1,2,3"
    "result": "str",
    **_TOLD,
}
AREA_PLANS = {  # to which of AREAS a plan belongs, as the secretary said
    "area_id": "str",
    **_OF,
    "plan_id": "str",
    "area": "str",
    **_TOLD,
}
AIMS = {  # what the office's knowledge management is for
    "aim_id": "str",
    **_OF,
    "position": "int",
    "kind": "str",  # one of AIM_KINDS
    "text": "str",
    **dict.fromkeys(BENEFITS, "str"),  # what each party has of a scope
    "source_cell": "str",
    "source_file": "str",
}
LEARNING = {
    "evidence": EVIDENCE,
    "aars": AARS,
    "swots": SWOTS,
    "activity_years": ACTIVITY_YEARS,
    "area_plans": AREA_PLANS,
    "aims": AIMS,
}
LEARNING_IDS = {
    "evidence": "evidence_id",
    "aars": "aar_id",
    "swots": "swot_id",
    "activity_years": "year_id",
    "area_plans": "area_id",
    "aims": "aim_id",
}
