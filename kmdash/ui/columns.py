"""Which columns of each result frame stand in its table, and under which heading (``column.*`` of the words)."""

from collections.abc import Mapping


def plain(*names: str) -> dict[str, str]:
    """Columns whose heading has the column's own name."""
    return {name: name for name in names}


COVERAGE: Mapping[str, str] = {
    **plain("plan", "unit", "stage", "stage_name", "planned", "done", "overdue", "due", "unclear", "cancelled"),
    "state": "coverage_state",
    **plain("order_break", "no_time_left", "source_cell"),
}
STAGE_STRENGTH: Mapping[str, str] = {
    "process": "km_process",
    **plain("stage", "stage_name", "plans", "plans_planned", "plans_done", "share_planned", "share_done"),
}
_ROLLUP: Mapping[str, str] = {
    "process": "km_process",
    **plain("plans", "plans_without_stages", "stages", "stages_planned", "stages_done"),
    **plain("share_planned", "share_done"),
}
BY_UNIT: Mapping[str, str] = {"unit": "unit", **_ROLLUP}
BY_YEAR: Mapping[str, str] = {"fiscal_year": "fiscal_year", **_ROLLUP}
GROWTH: Mapping[str, str] = {
    "process": "km_process",
    **plain("month", "stages"),
    "planned": "stages_due",
    "done": "stages_reached",
}
ATTAINMENT: Mapping[str, str] = {
    **plain("plan", "unit", "name", "actual", "kpi_unit", "reported_on", "score", "level"),
    **plain("gap_to_next", "next_level"),
    "reason": "no_score",
    **plain("explanation", "threshold_1", "threshold_2", "threshold_3", "threshold_4", "threshold_5"),
    **plain("direction", "weight", "weighted", "constructed", "source_cell", "result_cell"),
    **plain("points", "steps", "persons", "gap_persons", "met", "share_reached", "doubt"),
}
ROLLUP: Mapping[str, str] = {
    "level": "rollup_level",
    "name": "group",
    **plain("office", "score", "if_missing_floor", "reported", "kpis", "not_reported", "cancelled"),
    **plain("lowest", "highest", "sd", "weights", "doubts"),
}
GAINS: Mapping[str, str] = plain(
    *("plan_id", "test_id", "pairing", "n_pre", "n_post", "n_pairs", "pre", "post", "gain"),
    *("normalised_gain", "share_passing", "doubt", "source_cell"),
)
CALENDAR: Mapping[str, str] = {
    **plain("month", "layer", "plan", "unit", "no", "text", "state"),
    "days": "days_of_month",
    "starts": "starts",
    "due": "due_in_month",
    **plain("band", "period_text", "source_cell"),
}
_MONTH: Mapping[str, str] = {**plain("month", "active", "starts"), "due": "due_in_month"}
UNIT_LOAD: Mapping[str, str] = {"name": "unit", **_MONTH}
OWNER_LOAD: Mapping[str, str] = {"name": "owner_name", "names_nobody": "names_nobody", **_MONTH}
CONFLICTS: Mapping[str, str] = {
    **plain("unit", "month"),
    "due": "due_in_month",
    **plain("text", "source_cell"),
}
CURVE: Mapping[str, str] = {
    **plain("office", "month"),
    "planned": "planned_so_far",
    "actual": "actual_so_far",
    "forecast": "forecast",
}
WARNINGS: Mapping[str, str] = {
    **plain("state", "plan", "unit", "no", "text", "owner"),
    "due": "due_day",
    **plain("days", "reason", "reported_on", "no_owner"),
    "owner_names_nobody": "names_nobody",
    **plain("never_reported", "stale", "finding", "sent", "unanswered", "last_sent", "reply", "source_cell"),
}
BOARD: Mapping[str, str] = {
    **plain("plan", "unit", "no", "text", "owner"),
    "due": "due_day",
    **plain("days", "reason", "reported_on", "source_cell"),
}
STEPS: Mapping[str, str] = {
    **plain("no", "text", "unit", "state"),
    "due": "due_day",
    **plain("days", "reason", "source_cell"),
}
TOLD: Mapping[str, str] = plain("unanswered", "reply")
RECEIVERS: Mapping[str, str] = {
    "unit": "unit",
    "items": "item_count",
    "overdue": "overdue",
    "days_late": "most_days_late",
    "active": "in_period",
    "upcoming": "starting",
    "waiting": "waiting",
    "sent": "sent",
    "last_sent": "last_sent",
    "ignored": "ignored",
    "most_sent": "most_sent",
    "answered": "answered",
}
OF_UNIT: Mapping[str, str] = {
    **plain("state", "plan", "no", "text"),
    "due": "due_day",
    **plain("days", "reason", "source_cell"),
}
RECEIPTS: Mapping[str, str] = {
    **plain("state", "plan", "unit", "no", "text", "sent", "unanswered", "last_sent", "reply", "replied_on"),
    "source_cell": "source_cell",
}
ROUND: Mapping[str, str] = {
    **plain("state", "unit", "plan", "no", "text"),
    "due": "due_day",
    **plain("days", "reason", "unanswered", "reply", "source_cell"),
}
NOTICES: Mapping[str, str] = {
    **plain("sent_on", "unit", "channel", "item_count", "as_of", "shown_version"),
    "by": "recorded_by",
}
REPLIES: Mapping[str, str] = {
    **plain("replied_on", "unit", "about"),
    "state": "reply_state",
    "reason": "reason",
    "by": "recorded_by",
}
OCCASIONS: Mapping[str, str] = {
    **plain("happened_on", "about"),
    "text": "event",
    **plain("last_day", "done_on"),
    "by": "recorded_by",
}
FLAGGED: Mapping[str, str] = {
    **plain("state", "plan", "unit", "no", "text", "owner", "no_owner"),
    "owner_names_nobody": "names_nobody",
    **plain("never_reported", "stale", "finding", "source_cell"),
}
TALLY: Mapping[str, str] = plain(
    "rank", "unit", "process", "votes", "share", "tied", "selected", "tied_at_cut", "source_cell"
)
PLANS: Mapping[str, str] = plain(
    "plan", "unit", "stage", "stage_name", "planned", "done", "overdue", "due", "unclear", "source_cell"
)
UNCLEAR: Mapping[str, str] = plain("plan", "unit", "no", "text", "period_text", "reason", "source_cell")
CHANGES: Mapping[str, str] = plain("frame", "key", "change", "column", "before", "after", "cell")
PROBLEMS: Mapping[str, str] = plain("severity", "source_file", "source_cell", "found", "message", "remedy", "answer")
CHAIN: Mapping[str, str] = {
    **plain("rank", "process", "candidate_unit", "votes", "selected", "plan"),
    "link": "link_kind",
    **plain("activities", "done", "overdue", "kpis", "scored", "score", "source_cell"),
}
SINCE: Mapping[str, str] = {
    "kind": "since_kind",
    **plain("plan", "unit", "no"),
    "text": "about",
    "before": "was",
    "after": "is_now",
    "day": "day",
    "source_cell": "source_cell",
}
RESOLUTIONS: Mapping[str, str] = {
    **plain("resolved_on", "about"),
    "text": "resolution",
    "unit": "responsible",
    "due": "due_day",
    "by": "recorded_by",
}
MEETINGS: Mapping[str, str] = {
    "name": "meeting",
    **plain("held_on", "as_of", "shown_version"),
    "by": "recorded_by",
}
PROPOSALS: Mapping[str, str] = plain(
    "plan", "unit", "stage", "no", "text", "owner", "proposed", "state", "period_text", "source_cell"
)
CAME: Mapping[str, str] = {"unit": "unit", "sent": "plan_sent", "next_plans": "plans_came", "plans": "plans_before"}
SENDERS: Mapping[str, str] = {**plain("unit", "plans", "next_plans"), "sent": "plan_sent"}
INVENTORY: Mapping[str, str] = {
    "state": "knowledge_state",
    "item": "piece",
    **plain("issue", "category", "objective"),
    "kpi": "name",
    **plain("plan", "unit"),
    "link": "knowledge_link",
    "captured": "records_kept",
    "published": "records_published",
    **plain("target", "weight", "source_cell"),
}
HOLDINGS: Mapping[str, str] = {
    **plain("unit", "measure"),
    "target": "target_number",
    "counter": "counter",
    "captured": "records_kept",
    "published": "records_published",
    "missing": "lacking",
    "reported": "told_result",
    **plain("categories", "source_cell"),
}
SHELVES: Mapping[str, str] = {
    "category": "category",
    "needed": "pieces_needed",
    "captured": "records_kept",
    "published": "records_published",
}
RECORDS: Mapping[str, str] = {
    "title": "record_title",
    **plain("unit", "category", "needed"),
    "channel": "published_where",
    **plain("published_on", "constructed", "source_cell"),
}
NETWORK: Mapping[str, str] = {
    **plain("unit", "members", "demanded"),
    "missing": "lacking",
    **plain("trained", "untrained"),
    "unknown": "training_unknown",
    **plain("roles", "source_cell", "demand_cell"),
}
AWARD: Mapping[str, str] = {
    **plain("rank", "unit"),
    "score": "award_score",
    "due": "due_count",
    "on_time": "on_time",
    "late": "late_count",
    "missing": "missing_count",
    **plain("not_due", "tied", "winner"),
}
SUBMITTED: Mapping[str, str] = {
    **plain("unit", "report", "month"),
    "state": "submitted",
    "due_day": "due_date",
    **plain("received", "days_late"),
    "score": "award_score",
    **plain("note", "constructed", "source_cell"),
}
TARGETS_MET: Mapping[str, str] = {
    "name": "series_name",
    "kind": "what",
    **plain("unit", "target", "actual", "target_share", "compared", "lag", "periods_behind"),
    "forecast": "end_forecast",
    **plain("not_told", "measure_unit", "source_cell"),
}
PERIODS: Mapping[str, str] = {
    "name": "series_name",
    "kind": "what",
    "unit": "unit",
    "period_text": "period",
    **plain("start", "end", "target", "actual", "target_so_far"),
    "actual_so_far": "actual_sum",
    **plain("note", "constructed", "source_cell"),
}
DUTIES: Mapping[str, str] = plain("role", "holders", "duties", "note", "source_cell")
COMMITTEE_STEPS: Mapping[str, str] = {
    "no": "no",
    "text": "step_text",
    **plain("period_text", "state"),
    "due": "due_day",
    **plain("days", "done_on", "note", "source_cell"),
}
SUMMARIES: Mapping[str, str] = {
    **plain("plan", "progress", "factors", "obstacles", "remedies"),
    "by": "recorded_by",
    **plain("written_on", "constructed"),
}
