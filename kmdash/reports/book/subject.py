"""What a book is about: the measures of one office and year, and what its chapters share in telling them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from kmdash.domain.fiscal import shown_date
from kmdash.domain.names import plan_labels, plan_names
from kmdash.domain.register import Register
from kmdash.domain.words import say
from kmdash.reports.book.pages import told
from kmdash.typeset import wrap

_LONGEST_NAME = 45  # letters of a plan's title where it stands for its name


@dataclass(frozen=True)
class Subject:
    """The data of a book, all of one fiscal year and as of one day.

    ``brief`` is the year's ``measures.briefing.Briefing``, ``register`` what it was measured on (narrowed to the
    plans and units chosen), ``committee`` a ``followed_results.COMMITTEE``, ``changes`` a ``summaries.SINCE`` told
    ``since`` (in words). ``narrowed`` says what was chosen, "" for everything; ``held_on`` is the meeting's day.
    """

    brief: Any
    register: Register
    committee: pd.DataFrame
    changes: pd.DataFrame
    since: str
    office: str | None
    version: int | None
    narrowed: str = ""
    held_on: date | None = None

    @cached_property
    def names(self) -> dict[str, str]:
        """The short name of each plan, by its id."""
        return plan_names(self._plans)

    @cached_property
    def labels(self) -> dict[str, str]:
        """The short name and unit of each plan, by its id."""
        return plan_labels(self._plans)

    @cached_property
    def _plans(self) -> pd.DataFrame:
        """The plans with titles short enough to stand in a table for their names."""
        plans = self.register.plans
        return plans.assign(title=plans["title"].map(_short, na_action="ignore").astype("str"))

    @property
    def constructed(self) -> bool:
        """Whether any of what is told was constructed for demonstration."""
        frames = (self.register.progress, self.register.results, self.register.summaries)
        return any(bool(frame["constructed"].fillna(False).any()) for frame in frames)

    def plan(self, row: dict[str, Any]) -> str:
        """The name of a row's plan; of a row without one, whose it is."""
        if row["plan_id"] is None:
            return say("book.of_committee") if row.get("unit") is None else told(row["unit"])
        return told(self.names.get(row["plan_id"], row.get("plan")))

    @property
    def facts(self) -> list[str]:
        """Whose data, of which year, narrowed to what."""
        year = say("heading.fiscal_year", year=self.brief.fiscal_year)
        parts = (told(self.office) if self.office else None, year, told(self.narrowed) if self.narrowed else None)
        return [part for part in parts if part is not None]

    @property
    def stored(self) -> str:
        """The version of the data."""
        return say("book.version", number=self.version if self.version is not None else "–")

    @property
    def foot(self) -> str:
        """What stands below every page: as of which day, from which version, whether made up, whose."""
        parts = [
            say("plots.as_of", day=shown_date(self.brief.as_of)),
            self.stored,
            *([say("heading.constructed")] if self.constructed else []),
            *self.facts,
        ]
        return " · ".join(part for part in parts if part)


def _short(title: str) -> str:
    """A title as it is, or its first words and "…"."""
    if len(title) <= _LONGEST_NAME:
        return title
    kept = ""
    for piece in wrap.words(title[: 2 * _LONGEST_NAME]):
        if len(kept) + len(piece) > _LONGEST_NAME:
            break
        kept += piece
    return f"{(kept or title[:_LONGEST_NAME]).rstrip()}…"


def source(row: dict[str, Any], *parts: str | None) -> str:
    """A line of the notes: what is told of, and the cell it stands in."""
    cell = row.get("source_cell")
    name = " · ".join(told(part) for part in parts if part)
    return f"{name}: {told(cell)}" if cell else name
