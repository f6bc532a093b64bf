"""The one door: a change is one version of whole parts, appended in one transaction and sealed."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

from kmdash.domain.merging import TABLES, merged
from kmdash.domain.reading import Part, Record
from kmdash.domain.words import say
from kmdash.store.answers import Answer, answered, with_remembered
from kmdash.store.errors import StoreError, UndoRefused
from kmdash.store.history import (
    Version,
    all_versions,
    newest,
    one_version,
    parts_at,
    parts_beside,
    scopes_written,
    undone_by,
)
from kmdash.store.seals import seal, stored_rows
from kmdash.store.tables import FRAMES, patches, pieces, sources, versions
from kmdash.store.values import Scope, same, typed_part

Pieces = list[tuple[Scope, Part | None]]
Source = tuple[str, bytes]


def differing(connection: Connection, parts: Sequence[Part], remove: Iterable[Scope]) -> Pieces:
    """What writing the (typed) parts and taking others away would change: scopes with their new part, or None.

    Raises
    ------
    ValueError
        If two of the parts have one scope: one of them would be lost.
    """
    scopes = [part.scope for part in parts]
    if len(set(scopes)) < len(scopes):
        raise ValueError(
            f"two parts have the same scope: {sorted(scope for scope in scopes if scopes.count(scope) > 1)}"
        )
    gone = [scope for scope in remove if scope not in scopes]
    held = {part.scope: part for part in parts_at(connection, newest(connection), [*scopes, *gone])}
    changed: Pieces = [(part.scope, part) for part in parts if not same(part, held.get(part.scope))]
    return changed + [(scope, None) for scope in dict.fromkeys(gone) if scope in held]


def prepared(connection: Connection, parts: Iterable[Part], answers: Iterable[Answer], kind: str) -> list[Part]:
    """The parts as they would be stored: typed, answered, and an import with the answers remembered."""
    whole = answered([typed_part(part) for part in parts], answers)
    return with_remembered(connection, whole) if kind == "import" else whole


def merged_in(connection: Connection, parts: Sequence[Part]) -> list[Part]:
    """The (typed) parts of an import as they are to be stored: tables of many files with what is stored of them.

    Several parts of one such table come one after the other.
    """
    whole: list[Part] = [part for part in parts if part.kind not in TABLES]
    tables: dict[Scope, dict[Scope, Part]] = {}
    changed: dict[Scope, Part] = {}
    for part in (part for part in parts if part.kind in TABLES):
        table = (*part.scope[:3], "")
        if table not in tables:
            tables[table] = {held.scope: held for held in parts_beside(connection, part.scope)}
        for piece in map(typed_part, merged(part, list(tables[table].values()))):
            tables[table][piece.scope] = changed[piece.scope] = piece
    return [*whole, *changed.values()]


def append(
    connection: Connection,
    changed: Pieces,
    *,
    actor: str,
    kind: str,
    reason: str = "",
    source: Source | None = None,
    undoes: int | None = None,
    answers: Sequence[Record] = (),
) -> Version:
    """Append one version of the given pieces and answers (rows of ``patches``), sealed and read back.

    Raises
    ------
    StoreError
        If what is read back is not what was written; the transaction is to be given up.
    """
    number = newest(connection) + 1
    now = datetime.now(UTC).replace(tzinfo=None)
    header = {
        "number": number,
        "stored_at": now,
        "actor": _clean(actor),
        "kind": kind,
        "reason": _clean(reason),
        "source_name": None if source is None else _clean(source[0]),
        "source_sha256": None if source is None else _keep(connection, source, now),
        "undoes": undoes,
    }
    rows = {**_rows(number, changed), "patches": [{"version": number, **row} for row in answers]}
    sealed = seal({"versions": [header], **rows}, _last_seal(connection))
    connection.execute(versions.insert(), {**header, "seal": sealed})
    for table in (pieces, patches, *FRAMES.values()):
        if rows.get(table.name):
            connection.execute(table.insert(), rows[table.name])
    if seal(stored_rows(connection, number), _last_seal(connection, before=number)) != sealed:
        raise StoreError(say("store.altered"))
    return one_version(connection, number)


def _rows(number: int, changed: Pieces) -> dict[str, list[Record]]:
    rows: dict[str, list[Record]] = {"pieces": []}
    for place, ((office, fiscal_year, kind, key), part) in enumerate(changed, start=1):
        scope = {"office": office, "fiscal_year": fiscal_year, "kind": kind, "key": key}
        rows["pieces"].append({"version": number, "piece": place, **scope, "present": part is not None})
        for name, found in ({} if part is None else part.records).items():
            rows.setdefault(name, []).extend(
                {"version": number, "piece": place, "row": line, **row} for line, row in enumerate(found, start=1)
            )
    return rows


def _keep(connection: Connection, source: Source, now: datetime) -> str:
    name, content = source
    sha256 = hashlib.sha256(content).hexdigest()
    if connection.execute(select(sources.c.sha256).where(sources.c.sha256 == sha256)).first() is None:
        row: dict[str, Any] = {"sha256": sha256, "name": _clean(name), "content": content, "stored_at": now}
        connection.execute(sources.insert(), row)
    return sha256


def _last_seal(connection: Connection, before: int | None = None) -> str:
    wanted = select(versions.c.seal).order_by(versions.c.number.desc()).limit(1)
    if before is not None:
        wanted = wanted.where(versions.c.number < before)
    return connection.execute(wanted).scalar() or ""


def _clean(text: str) -> str:
    """A name or note without what no database can hold (odd bytes of a file's name, say)."""
    return text.encode("utf-8", "replace").decode().replace("\x00", "")


def undo(connection: Connection, number: int, *, actor: str) -> Version:
    """Append the version that puts back what stood before version ``number``, scope by scope.

    Raises
    ------
    UndoRefused
        If the version was taken back already, or a later one rewrote one of its scopes and still stands.
    """
    scopes = scopes_written(connection, number)
    _refuse_if_built_upon(connection, number, set(scopes))
    before = {part.scope: part for part in parts_at(connection, number - 1, scopes)}
    changed: Pieces = [(scope, before.get(scope)) for scope in scopes]
    return append(
        connection, changed, actor=actor, kind="undo", reason=say("store.undo_reason", number=number), undoes=number
    )


def _refuse_if_built_upon(connection: Connection, number: int, scopes: set[Scope]) -> None:
    history = all_versions(connection)
    undone = undone_by(history)
    if number in undone:
        raise UndoRefused(say("store.undo_done", number=number, later=undone[number]))
    for later in reversed(history[number:]):
        cancelled = later.number in undone or (later.undoes is not None and later.undoes > number)
        if not cancelled and not scopes.isdisjoint(scopes_written(connection, later.number)):
            raise UndoRefused(say("store.undo_rewritten", number=number, later=later.number, actor=later.actor))


def with_result(results: Part, row: Record) -> Part:
    """The part with a KPI's result of one day added, or replaced in its place."""
    rows = list(results.records.get("results", ()))
    same_day = [
        place
        for place, old in enumerate(rows)
        if (old["kpi_id"], old["reported_on"]) == (row["kpi_id"], row["reported_on"])
    ]
    for place in same_day[::-1]:
        del rows[place]
    rows.insert(same_day[0] if same_day else len(rows), row)
    return Part(
        kind=results.kind,
        key=results.key,
        office=results.office,
        fiscal_year=results.fiscal_year,
        records={**results.records, "results": rows},
    )
