"""The columns of the tables of evidence, lessons and goals, as ``columns`` has those of the others."""

from collections.abc import Mapping

from kmdash.ui.columns import plain

PROVED: Mapping[str, str] = {
    "name": "proved_what",
    **plain("plan", "unit", "issue", "weight"),
    "steps": "steps_asked",
    **plain("present", "claimed"),
    "missing": "unproved",
    **plain("level_told", "level_proved", "source_cell"),
}
CHECKLIST: Mapping[str, str] = {
    "state": "proof_state",
    "name": "proved_what",
    "step": "step_no",
    "text": "step_asked",
    **plain("evidence", "place", "kept_by", "told_on"),
    "by": "recorded_by",
    **plain("issue", "plan", "unit", "reached", "constructed", "source_cell", "evidence_cell"),
}
YEARS: Mapping[str, str] = {
    **plain("name", "plan", "owner", "of_year", "state", "start", "due", "ticked"),
    "steps": "steps_asked",
    "result": "year_result",
    **plain("conclusions", "told", "constructed", "source_cell"),
    "year_cell": "evidence_cell",
}
AARS: Mapping[str, str] = {
    "name": "learnt_of",
    **plain("of_year", "intended", "happened", "reasons", "next_time"),
    "by": "recorded_by",
    **plain("told_on", "constructed", "source_cell"),
}
SWOTS: Mapping[str, str] = {
    "name": "learnt_of",
    **plain("strengths", "weaknesses", "opportunities", "threats"),
    "by": "recorded_by",
    **plain("told_on", "constructed", "source_cell"),
}
AREA_ROWS: Mapping[str, str] = {
    **plain("area"),
    "kind": "area_kind",
    **plain("name", "plan"),
    "known": "area_known",
    **plain("unit", "source_cell"),
}
GOALS: Mapping[str, str] = {
    **plain("no", "plan"),
    "process": "km_process",
    "covered": "covered",
    "lacking": "lacking_stages",
    "done": "stages_all_done",
    **plain("activities", "unmapped", "measures", "period", "unit", "source_cell"),
}
AIMS: Mapping[str, str] = {
    "kind": "aim_kind",
    "text": "aim_text",
    **plain("staff", "executives", "policy", "source_cell"),
}
