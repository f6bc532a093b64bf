"""The store of all versions of the register: written through one door, read as of any version."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import URL, Connection, Engine, select

from kmdash.domain.reading import Part
from kmdash.domain.register import Register, from_parts
from kmdash.domain.words import say
from kmdash.store import history, meetings, tracing, voting
from kmdash.store.answers import Answer, parts_of_problem, patch_rows
from kmdash.store.changing import Source, append, differing, merged_in, prepared, undo, with_result
from kmdash.store.checking import checked
from kmdash.store.databases import copy_into, engine_at, reading, writing
from kmdash.store.entries import Entry, entry_part, told, trimmed
from kmdash.store.errors import StoreDamaged, StoreError
from kmdash.store.history import Version
from kmdash.store.meetings import Held, Resolved
from kmdash.store.tables import sources
from kmdash.store.tracing import Trace
from kmdash.store.values import Scope, in_order, part_of, typed_part, typed_row
from kmdash.store.voting import SCREEN, Decided, NewVote


@dataclass(frozen=True)
class Store:
    """Versions of the register in one database; made by ``open_store``, safe to share among threads."""

    engine: Engine

    def newest(self) -> int:
        """The newest version's number, 0 where nothing was stored: the key for caches of what is read."""
        with reading(self.engine) as connection:
            return history.newest(connection)

    def versions(self) -> pd.DataFrame:
        """One row a version, the first first (columns: ``store.history.versions_frame``)."""
        with reading(self.engine) as connection:
            return history.versions_frame(connection)

    def parts(self, version: int | date | datetime | None = None) -> list[Part]:
        """The parts as they stood at a version (see ``register``), in order."""
        with reading(self.engine) as connection:
            return history.parts_at(connection, history.at(connection, version))

    def part(self, scope: Scope) -> Part | None:
        """The newest part of a scope; None where there is none."""
        with reading(self.engine) as connection:
            found = history.parts_at(connection, history.newest(connection), [scope])
        return found[0] if found else None

    def register(self, version: int | date | datetime | None = None) -> Register:
        """The register at a version: the newest, one by number, or the newest stored by the end of a day.

        Days and moments without a zone are Bangkok's. Nothing stored by then: an empty register whose
        version is None.

        Raises
        ------
        UnknownVersion
            If there is no version of that number.
        """
        with reading(self.engine) as connection:
            number = history.at(connection, version)
            if not number:
                return from_parts([])
            stored_at = history.one_version(connection, number).stored_at
            whole = from_parts(history.parts_at(connection, number))
        return replace(whole, version=number, stored_at=pd.Timestamp(stored_at))

    def preview(
        self, parts: Sequence[Part], *, remove: Sequence[Scope] = (), answers: Sequence[Answer] = ()
    ) -> Register:
        """The newest register as it would be after importing the parts; nothing is written."""
        with reading(self.engine) as connection:
            whole = merged_in(connection, prepared(connection, parts, answers, "import"))
            changed = dict(differing(connection, whole, remove))
            held = history.parts_at(connection, history.newest(connection))
        kept = [part for part in held if part.scope not in changed]
        return from_parts(in_order([*kept, *(part for part in changed.values() if part is not None)]))

    def write(
        self,
        parts: Sequence[Part],
        *,
        actor: str,
        kind: str,
        reason: str = "",
        source: Source | None = None,
        remove: Sequence[Scope] = (),
        answers: Sequence[Answer] = (),
    ) -> Version | None:
        """Store the parts as one version, durable when this returns; None where nothing differs.

        Each part replaces the newest of its scope as a whole; parts equal to it are left out; the scopes of
        ``remove`` are taken away. A table in an import changes only the rows it speaks of (``domain.merging``).
        ``answers`` are applied to the parts and remembered: a later import with the same question gets them again.

        Parameters
        ----------
        source : name and bytes of the uploaded file, kept with the version.

        Raises
        ------
        ValueError
            If two parts have one scope, a value does not fit its column, or an answer fits no problem.
        StoreError
            If the store cannot be written; nothing of this change is in it then.
        """
        with writing(self.engine) as connection:
            whole = prepared(connection, parts, answers, kind)
            changed = differing(connection, merged_in(connection, whole) if kind == "import" else whole, remove)
            if not changed:
                return None
            remembered = patch_rows(answers, whole)
            return append(
                connection, changed, actor=actor, kind=kind, reason=reason, source=source, answers=remembered
            )

    def answer(self, problem_id: str, answer: str, patch: Mapping[str, Any], *, actor: str) -> Version | None:
        """Store the answer to a problem: in its row, and ``patch`` (column → value) in the row it names.

        None where the same was answered before. The answer is remembered (see ``write``).

        Raises
        ------
        ValueError
            If there is no such problem, no such row, or the row has no such column.
        """
        given = [Answer(problem_id, answer, patch)]
        with writing(self.engine) as connection:
            whole = prepared(connection, parts_of_problem(connection, problem_id), given, "answer")
            changed = differing(connection, whole, ())
            if not changed:
                return None
            return append(connection, changed, actor=actor, kind="answer", answers=patch_rows(given, whole))

    def record_result(
        self,
        kpi_id: str,
        plan_id: str,
        actual: float | None,
        *,
        reported_on: date,
        note: str = "",
        actor: str,
        steps: str | None = None,
        persons: int | None = None,
    ) -> Version | None:
        """Store a KPI's result of one day as typed on a page (in the KPI's own unit; None: not reported).

        ``steps`` are those reached of a milestone KPI ("1,2,4"), ``persons`` how many were measured. It takes the
        place of an earlier result of that KPI and day. None where the same is stored already.

        Raises
        ------
        ValueError
            If the newest register has no such KPI in no such plan.
        """
        typed = {
            "kpi_id": kpi_id,
            "plan_id": plan_id,
            "actual": actual,
            "reported_on": reported_on,
            "note": note or None,
            "constructed": False,
            "source_cell": SCREEN,
            "steps": steps,
            "persons": persons,
        }
        with writing(self.engine) as connection:
            scope = _results_scope(connection, kpi_id, plan_id)
            held = history.parts_at(connection, history.newest(connection), [scope])
            part = with_result(held[0] if held else part_of(scope, {}), typed_row("results", typed))
            changed = differing(connection, [part], ())
            return append(connection, changed, actor=actor, kind="result") if changed else None

    def open_vote(self, vote: NewVote, *, actor: str) -> str:
        """Store a vote whose ballots are to be typed on the page, as a version; its new id.

        Raises
        ------
        ValueError
            If candidates, voters, limit or seats cannot be (``voting.new_vote``).
        """
        with writing(self.engine) as connection:
            ballot_id, part = voting.new_vote(connection, vote)
            append(connection, differing(connection, [typed_part(part)], ()), actor=actor, kind="ballot")
        return ballot_id

    def record_marks(self, ballot_id: str, voter: str, chosen: Sequence[str], *, actor: str) -> Version | None:
        """Store a voter's ballot as typed on the page (candidate ids; none: abstained), in place of an earlier one.

        None where the same is stored already. Raises as ``voting.with_marks``: a closed vote takes no ballot.
        """
        return self._typed(lambda at: voting.with_marks(at, ballot_id, voter, chosen), "marks", actor, voter)

    def close_vote(self, ballot_id: str, counted: str, *, by: str, closed_on: date, actor: str) -> Version | None:
        """Store that all ballots are in, with the count at that time. Raises as ``voting.closing``."""
        return self._typed(lambda at: voting.closing(at, ballot_id, counted, by, closed_on), "closing", actor, by)

    def record_decision(self, ballot_id: str, decided: Decided, *, actor: str) -> Version | None:
        """Store the committee's decision on a tie at the cut line; None where the same is stored already.

        It takes the place of an earlier one, which its version keeps. Raises as ``voting.decision``.
        """
        return self._typed(lambda at: voting.decision(at, ballot_id, decided), "decision", actor, decided.reason)

    def mark_meeting(self, held: Held, *, actor: str) -> Version | None:
        """Store that a meeting was held and what it saw; None where the same is stored already.

        Raises as ``meetings.meeting``.
        """
        return self._typed(lambda at: meetings.meeting(at, held), "meeting", actor, held.name)

    def record_resolution(self, resolved: Resolved, *, actor: str) -> Version | None:
        """Store what a meeting resolved; None where the same is stored already. Raises as ``meetings.resolution``."""
        return self._typed(lambda at: meetings.resolution(at, resolved), "resolution", actor, resolved.text)

    def record_entry(self, entry: Entry, *, actor: str) -> Version | None:
        """Store what was typed of the committee, of evidence or lessons; None where the same is stored already.

        Raises as ``entry_part``.
        """
        return self._typed(lambda _: entry_part(trimmed(entry)), entry.kind, actor, told(entry))

    def _typed(self, part: Callable[[Connection], Part], kind: str, actor: str, reason: str) -> Version | None:
        with writing(self.engine) as connection:
            changed = differing(connection, [typed_part(part(connection))], ())
            return append(connection, changed, actor=actor, kind=kind, reason=reason) if changed else None

    def undo(self, number: int, *, actor: str) -> Version:
        """Take a version back, as a new version: what it wrote is again as it was before.

        Raises
        ------
        UnknownVersion
            If there is no version of that number.
        UndoRefused
            If it was taken back already, or a later version that still stands rewrote the same data.
        """
        with writing(self.engine) as connection:
            return undo(connection, history.at(connection, number), actor=actor)

    def source(self, sha256: str) -> Source:
        """Name and bytes of an uploaded file, by the sha256 of its bytes; a StoreError where there is none."""
        with reading(self.engine) as connection:
            found = connection.execute(
                select(sources.c.name, sources.c.content).where(sources.c.sha256 == sha256)
            ).first()
        if found is None:
            raise StoreError(say("store.unknown_source", sha256=sha256))
        return found.name, bytes(found.content)

    def trace(self, frame: str, row_id: str, file: str | None, version: int) -> Trace:
        """The versions up to ``version`` that wrote or changed a row of an input frame, and its kept file."""
        with reading(self.engine) as connection:
            return tracing.trace(connection, frame, row_id, file, version)

    def check(self) -> dict[str, Any]:
        """Whether the store is whole: ``{"ok": bool, "versions": int, "problems": [text, …]}``."""
        return checked(self.engine)

    def copy(self) -> bytes:
        """A complete copy of this moment as an SQLite file, opened and checked before it is handed out.

        Raises
        ------
        StoreDamaged
            If the copy does not pass the check.
        """
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "kmdash.db"
            copy_into(self.engine, path)
            copied = engine_at(URL.create("sqlite", database=str(path)))
            report = checked(copied)
            copied.dispose()
            if not report["ok"]:
                raise StoreDamaged(say("store.copy_damaged", detail="; ".join(report["problems"])))
            return path.read_bytes()

    def close(self) -> None:
        """Let go of the database's connections."""
        self.engine.dispose()


def _results_scope(connection: Connection, kpi_id: str, plan_id: str) -> Scope:
    kpis = history.parts_with(connection, "kpis", kpi_id)
    if not any(row["plan_id"] == plan_id for part in kpis for row in part.records["kpis"] if row["kpi_id"] == kpi_id):
        raise ValueError(f"kpi_id {kpi_id!r} is no KPI of plan {plan_id!r}")
    for part in history.parts_with(connection, "plans", plan_id):
        no = next(row["no"] for row in part.records["plans"] if row["plan_id"] == plan_id)
        return (*part.scope[:2], "results", no or plan_id.rpartition("-")[2])
    raise ValueError(f"there is no plan {plan_id!r}")
