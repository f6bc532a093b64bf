"""What the rules leave to be set: each value has a default and is printed where it decided a figure."""

from dataclasses import dataclass

from kmdash.domain.scale import FLOORS
from kmdash.domain.states import WITHIN
from kmdash.domain.vote_count import OVER_VOTES

STALE_AFTER = 60
REPORT_MONTH = 8  # what is due in the last month of the year comes too late for its report
MANY = 5
LATE_POINTS = 50


@dataclass(frozen=True)
class Settings:
    """The settings of all measures. Source: rules.md, sections 3 to 7."""

    floor: str = FLOORS[0]  # what a result short of the first threshold scores
    round: int | None = None  # whose weights count: 6, 9 or 12 months; None: the plan's own
    over_vote: str = OVER_VOTES[0]  # what becomes of a ballot with too many choices
    within: int = WITHIN  # days that count as soon, before a start and before a due day
    stale_after: int = STALE_AFTER  # days after which a report counts as old
    report_month: int = REPORT_MONTH  # calendar month in which a plan's report is written
    many: int = MANY  # activities of one unit due in one month that are a conflict
    late_points: int = LATE_POINTS  # of a hundred, for a report that was sent late


DEFAULTS = Settings()
