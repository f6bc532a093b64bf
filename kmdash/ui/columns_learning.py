"""The columns of the tables of evidence, lessons and goals, as ``columns`` has those of the others."""

from collections.abc import Mapping


def _plain(*names: str) -> dict[str, str]:
    return {name: name for name in names}


PROVED: Mapping[str, str] = {
    "name": "proved_what",
    **_plain("plan", "unit", "issue", "weight"),
    "steps": "steps_asked",
    **_plain("present", "claimed"),
    "missing": "unproved",
    **_plain("level_told", "level_proved", "source_cell"),
}
CHECKLIST: Mapping[str, str] = {
    "state": "proof_state",
    "name": "proved_what",
    "step": "step_no",
    "text": "step_asked",
    **_plain("evidence", "place", "kept_by", "told_on"),
    "by": "recorded_by",
    **_plain("issue", "plan", "unit", "reached", "constructed", "source_cell", "evidence_cell"),
}
YEARS: Mapping[str, str] = {
    **_plain("name", "plan", "owner", "of_year", "state", "start", "due", "ticked"),
    "steps": "steps_asked",
    "result": "year_result",
    **_plain("conclusions", "told", "constructed", "source_cell"),
    "year_cell": "evidence_cell",
}
AARS: Mapping[str, str] = {
    "name": "learnt_of",
    **_plain("of_year", "intended", "happened", "reasons", "next_time"),
    "by": "recorded_by",
    **_plain("told_on", "constructed", "source_cell"),
}
SWOTS: Mapping[str, str] = {
    "name": "learnt_of",
    **_plain("strengths", "weaknesses", "opportunities", "threats"),
    "by": "recorded_by",
    **_plain("told_on", "constructed", "source_cell"),
}
AREA_ROWS: Mapping[str, str] = {
    **_plain("area"),
    "kind": "area_kind",
    **_plain("name", "plan"),
    "known": "area_known",
    **_plain("unit", "source_cell"),
}
GOALS: Mapping[str, str] = {
    **_plain("no", "plan"),
    "process": "km_process",
    "covered": "covered",
    "lacking": "lacking_stages",
    "done": "stages_all_done",
    **_plain("activities", "unmapped", "measures", "period", "unit", "source_cell"),
}
AIMS: Mapping[str, str] = {
    "kind": "aim_kind",
    "text": "aim_text",
    **_plain("staff", "executives", "policy", "source_cell"),
}
