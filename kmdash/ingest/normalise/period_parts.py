"""What the words of a period can name, before the calendar is asked."""

from dataclasses import dataclass
from typing import TypeAlias

from kmdash.domain.fiscal import BE_OFFSET, FIRST_MONTH
from kmdash.domain.period import Precision


@dataclass(frozen=True)
class Stamp:
    """A day, month, quarter, half or year as the words name it; what they leave out is None.

    ``months`` is how many months it covers (0 for a day or what has only a day); ``year`` is CE and belongs
    to the calendar, ``fiscal`` is BE and names a fiscal year; ``month`` is the first one it covers.
    """

    precision: Precision
    day: int | None = None
    month: int | None = None
    year: int | None = None
    fiscal: int | None = None
    weekday: int | None = None
    months: int = 1


@dataclass(frozen=True)
class Span:
    """From one stamp to another (the same for a point); ``outer`` is the coarser span the words also give.

    ``deadline`` means only its end; ``whole`` the words "ตลอดปี"; ``open`` that no end is named;
    ``length`` how long it is said to be, as (count, unit).
    """

    first: Stamp
    last: Stamp
    deadline: bool = False
    whole: bool = False
    open: bool = False
    outer: "Span | None" = None
    length: tuple[int, str] | None = None


@dataclass(frozen=True)
class Listing:
    """Several stamps in a row, as in ``๒๓, ๒๔ มี.ค. ๖๒``; ``mixed`` when ranges stand among them."""

    stamps: tuple[Stamp, ...]
    mixed: bool = False


@dataclass(frozen=True)
class Recurrence:
    """Again and again: ``every`` week, month, quarter, half_year or fiscal_year, in ``month``, on ``day``."""

    every: str
    month: int | None = None
    day: int | None = None
    within: Span | None = None


@dataclass(frozen=True)
class Relative:
    """Counted from an event: no date."""


@dataclass(frozen=True)
class Duration:
    """A length without a place, as in ``๓ วัน``."""

    count: int
    unit: str


@dataclass(frozen=True)
class Academic:
    """A school year (BE) or one of its terms: when it begins differs between schools."""

    year: int | None
    term: int | None = None


Expression: TypeAlias = Span | Listing | Recurrence | Relative | Duration | Academic


ORDER = tuple(Precision)
"""The precisions, finest first."""


def finest(span: Span) -> Precision:
    """The smallest unit a span names."""
    return min((span.first.precision, span.last.precision), key=ORDER.index)


@dataclass(frozen=True)
class PlanYears:
    """The fiscal years (BE) of the plan a period stands in, both included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first} - {self.last}"

    @property
    def only(self) -> int | None:
        """The plan's year when it has one."""
        return self.first if self.first == self.last else None

    def distance(self, year: int) -> int:
        """How many years a fiscal year lies off the plan (0: in it)."""
        return max(self.first - year, year - self.last, 0)

    def each(self) -> range:
        """The years, one by one."""
        return range(self.first, self.last + 1)


def is_dated(stamp: Stamp) -> bool:
    """Whether a stamp names its year."""
    return stamp.year is not None or stamp.fiscal is not None


def is_coarse(stamp: Stamp) -> bool:
    """Whether a stamp is a quarter, half or year, which are counted in fiscal years."""
    return stamp.precision in (Precision.QUARTER, Precision.YEAR)


def calendar_year(stamp: Stamp) -> int | None:
    """The year CE a stamp begins in; None where its words name none."""
    if stamp.fiscal is None:
        return stamp.year
    return stamp.fiscal - BE_OFFSET - (stamp.month is not None and stamp.month >= FIRST_MONTH)


def fiscal_year_named(stamp: Stamp) -> int:
    """The fiscal year (BE) in which a stamp that names its year begins."""
    return stamp.fiscal or (stamp.year or 0) + BE_OFFSET + ((stamp.month or 0) >= FIRST_MONTH)
