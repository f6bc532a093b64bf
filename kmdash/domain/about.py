"""What a document says of itself on every page: its title, whose data it shows, as of when, from which version."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class About:
    """The head and foot of a document."""

    title: str
    facts: tuple[str, ...]  # office, fiscal year, filters, as of when, version: as a person reads them
    as_of: date
    version: int | None = None
    stored_at: datetime | None = None  # when the version was stored, UTC

    @property
    def line(self) -> str:
        """The facts on one line."""
        return " · ".join(self.facts)
