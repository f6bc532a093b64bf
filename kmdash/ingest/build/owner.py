"""Whose file is being read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Owner:
    """Office (None: not known), fiscal year (BE; None: not known) and the file's name."""

    office: str | None
    fiscal_year: int | None
    file: str
