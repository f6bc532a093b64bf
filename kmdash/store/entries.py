"""What is typed on the pages of the committee, of evidence and of lessons, as parts; each its own scope."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, ClassVar

from kmdash.domain.followed import SUMMED_UP
from kmdash.domain.identity import match_key, office_code
from kmdash.domain.learned_parts import KINDS, learned_part, without
from kmdash.domain.reading import Part
from kmdash.store.values import part_of, typed_row
from kmdash.store.voting import SCREEN


@dataclass(frozen=True)
class RoleEntry:
    """A role of the committee with the positions that hold it and its duties, a line each; none: taken away."""

    kind: ClassVar[str] = "duty"
    office: str | None
    fiscal_year: int
    role: str
    holders: str | None
    duties: str | None


@dataclass(frozen=True)
class StepEntry:
    """A step of the committee's calendar done on a day; None: not done after all."""

    kind: ClassVar[str] = "step"
    office: str | None
    fiscal_year: int
    event_id: str
    done_on: date | None
    note: str | None
    by: str


@dataclass(frozen=True)
class SummaryEntry:
    """What the secretary sums up of a plan, or of the whole office (``plan_id`` None)."""

    kind: ClassVar[str] = "summary"
    office: str | None
    fiscal_year: int
    plan_id: str | None
    progress: str | None
    factors: str | None
    obstacles: str | None
    remedies: str | None
    by: str
    written_on: date


@dataclass(frozen=True)
class LearnedEntry:
    """What is proved or learnt: ``frame`` (of ``domain.learning``) and ``about`` say of what, ``says`` what.

    Where it says nothing, what was said before is taken back.
    """

    frame: str
    office: str | None
    fiscal_year: int
    about: Mapping[str, Any]
    says: Mapping[str, str | None]
    by: str
    told_on: date

    @property
    def kind(self) -> str:
        """The kind of version it is stored as."""
        return KINDS[self.frame]


Entry = RoleEntry | StepEntry | SummaryEntry | LearnedEntry


def entry_part(entry: Entry) -> Part:
    """The part an entry is stored as; it takes the place of the earlier one about the same thing.

    Raises
    ------
    ValueError
        If a role has no name, or anything else names nobody who wrote it.
    """
    if isinstance(entry, LearnedEntry):
        return _learned(entry)
    given = {name: value or None for name, value in asdict(entry).items()}
    if isinstance(entry, RoleEntry):
        return _part(given, entry.kind, "duties", "duty_id", "role", ("holders", "duties"))
    if not entry.by:
        raise ValueError("by must be given")
    if isinstance(entry, StepEntry):
        return _part(given, entry.kind, "steps_done", "step_id", "event_id", ("done_on",))
    return _part(given, entry.kind, "summaries", "summary_id", "plan_id", SUMMED_UP)


def told(entry: Entry) -> str:
    """What an entry is about, for the history."""
    if isinstance(entry, LearnedEntry):
        return next(filter(None, entry.says.values()), "")
    if isinstance(entry, RoleEntry):
        return entry.role
    return (entry.note or "") if isinstance(entry, StepEntry) else (entry.progress or "")


def trimmed(entry: Entry) -> Entry:
    """The entry without blanks around its texts."""
    texts: dict[str, Any] = {name: value.strip() for name, value in asdict(entry).items() if isinstance(value, str)}
    return replace(entry, **texts)


def _learned(entry: LearnedEntry) -> Part:
    if not entry.by:
        raise ValueError("by must be given")
    says = {name: (text or "").strip() or None for name, text in entry.says.items()}
    owner = {"office": entry.office, "fiscal_year": entry.fiscal_year}
    if not any(says.values()):
        return without(entry.frame, {**entry.about, **owner})
    told = {"by": entry.by, "told_on": entry.told_on, "constructed": False, "source_cell": SCREEN}
    return learned_part(entry.frame, {**entry.about, **says, **owner, **told})


def _part(given: dict[str, Any], kind: str, frame: str, key: str, about: str, says: tuple[str, ...]) -> Part:
    subject = given[about]
    if subject is None and about != "plan_id":
        raise ValueError(f"{about} must be given")
    owner = (given["office"] or "", given["fiscal_year"])
    scope = (*owner, kind, match_key(subject or ""))
    if not any(given[name] is not None for name in says):
        return part_of(scope, {})
    identity = f"{owner[1]}-{office_code(given['office'])}-{kind}@{subject or ''}"
    extra = {"constructed": False} if frame == "summaries" else {}
    row = typed_row(frame, {**given, **extra, key: identity, "source_cell": SCREEN})
    return part_of(scope, {frame: [row]})
