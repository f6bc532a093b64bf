"""What is proved and learnt as parts of the register, each in a scope of its own."""

from collections.abc import Mapping
from typing import Any

from kmdash.domain.identity import office_code
from kmdash.domain.learning import LEARNING_IDS
from kmdash.domain.reading import Part, Record

KINDS = {
    "evidence": "evidence",
    "aars": "aar",
    "swots": "swot",
    "activity_years": "activity_year",
    "area_plans": "area",
}
_ABOUT = {  # the columns that tell a row from the office's others of the frame
    "evidence": ("about_id", "step"),
    "aars": ("plan_id", "activity_id", "of_year"),
    "swots": ("plan_id", "activity_id"),
    "activity_years": ("activity_id", "of_year"),
    "area_plans": ("plan_id",),
}


def subject_of(frame: str, row: Mapping[str, Any]) -> str:
    """What a row is about, as a key among the rows of its frame, office and year."""
    return "|".join("" if row[name] is None else str(row[name]) for name in _ABOUT[frame])


def learned_part(frame: str, row: Record) -> Part:
    """A row as a part of its own; ``office`` and ``fiscal_year`` are those of the row."""
    office, fiscal_year, subject = row["office"], row["fiscal_year"], subject_of(frame, row)
    identity = f"{fiscal_year or 0}-{office_code(office)}-{KINDS[frame]}@{subject}"
    whole = {**row, LEARNING_IDS[frame]: identity}
    return Part(KINDS[frame], subject, office, fiscal_year, {frame: [whole]})


def without(frame: str, row: Record) -> Part:
    """The same part without its row: what was said is taken back."""
    return Part(KINDS[frame], subject_of(frame, row), row["office"], row["fiscal_year"], {})
