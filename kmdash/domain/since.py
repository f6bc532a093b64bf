"""What may have changed between two looks at the plans, in the order a meeting is told of it."""

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
    "vote_decided",
    "resolved",
    "resolution_withdrawn",
)
