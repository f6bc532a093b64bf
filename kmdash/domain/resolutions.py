"""What a resolution of a meeting may be about."""

KINDS = ("page", "plan", "activity", "kpi", "free")
