"""A table that was found on a sheet: what it was taken for, why, and where its columns and rows are."""

from dataclasses import dataclass, field

from kmdash.domain.wording import joined, worded
from kmdash.ingest.layouts.form import Form


@dataclass
class Table:
    """A table of a sheet; rows and columns count from 1.

    ``header`` and ``last_header`` are the first and last row of the (first) heading, ``columns`` the column of
    each field, ``months`` the (first month, number of months, year BE or None) of each column of a month grid,
    ``results`` the headings of its columns that tell what was done beside what was planned, ``statuses`` the
    status each tick column means, ``by_content`` the headings of columns found by what they hold, ``unknown``
    the headings no field was found for, ``beside`` those beside a ballot's marks. ``head`` are the rows above the
    heading that belong to no other table, ``rows`` those below, ``breaks`` the rows of ``rows`` before which the
    heading is printed again, with the lines printed between (a page's repeated title). ``reasons`` say why it
    is taken for this form, ``doubts`` what speaks against. ``stages`` is a person's choice of where the stages
    stand (``domain.shape``), "" where the reader finds out.
    """

    form: Form
    header: int
    last_header: int
    columns: dict[str, int]
    months: dict[int, tuple[int, int, int | None]] = field(default_factory=dict)
    results: dict[int, str] = field(default_factory=dict)
    statuses: dict[int, str] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)
    beside: dict[int, str] = field(default_factory=dict)
    by_content: dict[int, str] = field(default_factory=dict)
    head: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    breaks: dict[int, list[int]] = field(default_factory=dict)
    headings: list[int] = field(default_factory=list)  # rows where the heading stands, the first and the printed-again
    reasons: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    stages: str = ""
    by_hand: bool = False  # read as a person mapped it

    @property
    def why(self) -> str:
        """In words: what spoke for this form, and what against."""
        reasons = joined(self.reasons, " · ")
        if not self.doubts:
            return reasons
        return joined([reasons, worded("reader_left.but", doubts=joined(self.doubts, ", "))], "")
