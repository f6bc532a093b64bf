"""Which columns of each result frame stand in its table, and under which heading (``column.*`` of the words)."""

from collections.abc import Mapping


def _plain(*names: str) -> dict[str, str]:
    return {name: name for name in names}


COVERAGE: Mapping[str, str] = {
    **_plain("plan", "unit", "stage", "stage_name", "planned", "done", "overdue", "due", "unclear", "cancelled"),
    "state": "coverage_state",
    **_plain("order_break", "source_cell"),
}
ATTAINMENT: Mapping[str, str] = {
    **_plain("plan", "unit", "name", "actual", "kpi_unit", "reported_on", "score", "level"),
    **_plain("gap_to_next", "next_level"),
    "reason": "no_score",
    **_plain("explanation", "threshold_1", "threshold_2", "threshold_3", "threshold_4", "threshold_5"),
    **_plain("direction", "weight", "weighted", "constructed", "source_cell"),
    **_plain("points", "steps", "persons", "gap_persons", "met", "share_reached", "doubt"),
}
ROLLUP: Mapping[str, str] = {
    "level": "rollup_level",
    "name": "group",
    **_plain("office", "score", "if_missing_floor", "reported", "kpis", "not_reported", "cancelled"),
    **_plain("lowest", "highest", "sd", "weights", "doubts"),
}
GAINS: Mapping[str, str] = _plain(
    *("plan_id", "test_id", "pairing", "n_pre", "n_post", "n_pairs", "pre", "post", "gain"),
    *("normalised_gain", "share_passing", "doubt", "source_cell"),
)
CALENDAR: Mapping[str, str] = {
    **_plain("month", "layer", "plan", "unit", "no", "text", "state", "starts"),
    "due": "due_in_month",
    **_plain("band", "period_text", "source_cell"),
}
TALLY: Mapping[str, str] = _plain(
    "rank", "unit", "process", "votes", "share", "tied", "selected", "tied_at_cut", "source_cell"
)
PLANS: Mapping[str, str] = _plain(
    "plan", "unit", "stage", "stage_name", "planned", "done", "overdue", "due", "unclear"
)
UNCLEAR: Mapping[str, str] = _plain("plan", "unit", "no", "text", "period_text", "reason", "source_cell")
CHANGES: Mapping[str, str] = _plain("frame", "key", "change", "column", "before", "after", "cell")
PROBLEMS: Mapping[str, str] = _plain("severity", "source_file", "source_cell", "found", "message", "remedy", "answer")
CHAIN: Mapping[str, str] = {
    **_plain("rank", "process", "candidate_unit", "votes", "selected", "plan"),
    "link": "link_kind",
    **_plain("activities", "done", "overdue", "kpis", "scored", "score", "source_cell"),
}
