"""What may have changed between two looks at the plans, in the order a meeting is told of it."""

from kmdash.domain.columns import THRESHOLDS

KINDS = (
    "reported",  # a KPI's result came or became another
    "withdrawn",  # a KPI's result is gone
    "rescored",  # the same result gives another score
    "finished",
    "reopened",  # was done, is not
    "late",  # was not overdue, is now
    "moved",  # the dates became others
    "cancelled",
    "plan_added",
    "plan_removed",
    "activity_added",  # in a plan that was there before
    "activity_removed",  # from a plan that is still there
    "kpi_added",  # in a plan that was there before
    "kpi_removed",
    "vote_added",
    "vote_removed",
    "vote_changed",  # its candidates, votes or rules
    "vote_decided",
    "resolved",
    "resolution_withdrawn",
    "progressed",  # reported anew, neither done nor late by it
    "reworded",  # a value of a plan, activity, KPI or committee step that no other kind tells
    "other_data",  # values of the other forms, counted together
)
REWORDED = {  # the columns whose old and new value are told, by their frame
    "plans": ("no", "title", "unit", "process", "issue", "critical_process", "knowledge", "outcome"),
    "activities": (
        *("no", "stage", "component", "text", "period_text", "indicator", "target", "target_group"),
        *("method", "owner", "checklist", "lessons", "technique", "note"),
    ),
    "kpis": ("name", "unit", "scale", *THRESHOLDS, "level_texts", "weight", "target"),
    "events": ("no", "text", "period_text", "unit"),
}
OTHER_DATA = ("knowledge", "targets", "network", "rounds", "tests")
