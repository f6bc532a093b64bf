"""What is typed in a meeting, as parts: that it was held, and what it resolved. Each record is a part of its own."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from kmdash.domain.identity import office_code
from kmdash.domain.meetings import KINDS
from kmdash.domain.reading import Part
from kmdash.store.history import at, newest, parts_at
from kmdash.store.tables import pieces
from kmdash.store.values import Scope, part_of, typed_row
from kmdash.store.voting import SCREEN


@dataclass(frozen=True)
class Held:
    """A meeting of an office for a fiscal year (BE), with the version and the day that were on its screen."""

    office: str | None
    fiscal_year: int
    name: str
    held_on: date
    shown_version: int
    as_of: date
    by: str


@dataclass(frozen=True)
class Resolved:
    """A resolution: about what (``domain.meetings.KINDS``; a free subject has no id), what, who, by when."""

    office: str | None
    fiscal_year: int
    about_kind: str
    about_id: str | None
    about: str
    text: str
    unit: str | None
    due: date | None
    by: str
    resolved_on: date


def meeting(connection: Connection, held: Held) -> Part:
    """The record of a meeting.

    Raises
    ------
    ValueError
        If it has no name or names nobody.
    UnknownVersion
        If there is no version of the number it saw.
    """
    if not (held.name and held.by):
        raise ValueError("name and by must be given")
    at(connection, held.shown_version)
    return _record(connection, "meeting", "meetings", "M", asdict(held))


def resolution(connection: Connection, resolved: Resolved) -> Part:
    """The record of a resolution.

    Raises
    ------
    ValueError
        If it has no text or subject, names nobody, or is about a kind of thing there is not.
    """
    if not (resolved.text and resolved.about and resolved.by):
        raise ValueError("text, about and by must be given")
    if resolved.about_kind not in KINDS or (resolved.about_id is None) != (resolved.about_kind == "free"):
        raise ValueError(f"about_kind does not fit about_id: {resolved.about_kind!r}, {resolved.about_id!r}")
    return _record(connection, "resolution", "resolutions", "R", asdict(resolved))


def _record(connection: Connection, kind: str, frame: str, letter: str, given: dict[str, Any]) -> Part:
    """A part with the row; where the same stands already, that part. A key is never used twice."""
    owner = (given["office"] or "", given["fiscal_year"])
    where = (pieces.c.office == owner[0]) & (pieces.c.fiscal_year == owner[1]) & (pieces.c.kind == kind)
    used = set(connection.execute(select(pieces.c.key).where(where)).scalars())
    scopes: list[Scope] = [(*owner, kind, key) for key in used]
    row = typed_row(frame, {**given, "source_cell": SCREEN})
    for part in parts_at(connection, newest(connection), scopes) if scopes else []:
        if any(row == {**held, f"{kind}_id": None} for held in part.records[frame]):
            return part
    number = len(used) + 1
    row[f"{kind}_id"] = f"{owner[1]}-{office_code(given['office'])}-{letter}{number}"
    return part_of((*owner, kind, str(number)), {frame: [row]})
