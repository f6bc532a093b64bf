"""What the store holds: its versions, and the parts as they stood at one of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Row, Select, and_, func, select, tuple_

from kmdash.domain.columns import INPUT_FRAMES, ROW_ID
from kmdash.domain.reading import Part
from kmdash.domain.words import say
from kmdash.store.errors import UnknownVersion
from kmdash.store.tables import FRAMES, SCOPE, pieces, versions
from kmdash.store.values import Scope, in_order, part_of

BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")

_COLUMNS = {
    "number": "Int64",
    "stored_at": pd.DatetimeTZDtype("us", BANGKOK),
    "actor": "str",
    "kind": "str",
    "reason": "str",
    "file": "str",
    "sha256": "str",
    "pieces": "Int64",
    "undoes": "Int64",
    "undone_by": "Int64",
}


@dataclass(frozen=True)
class Version:
    """One change of the store: who, when (Bangkok time), why, from which file, taking back which version."""

    number: int
    stored_at: datetime
    actor: str
    kind: str
    reason: str
    file: str | None
    sha256: str | None
    undoes: int | None
    seal: str


def newest(connection: Connection) -> int:
    """The newest version's number, 0 where nothing was stored."""
    return connection.execute(select(func.max(versions.c.number))).scalar() or 0


def at(connection: Connection, wanted: int | date | datetime | None) -> int:
    """The number of the version wanted: the newest, that number, or the newest stored by that day or moment.

    A day ends at midnight in Bangkok, and a moment without a zone is Bangkok's. 0: nothing was stored by then.

    Raises
    ------
    UnknownVersion
        If there is no version of that number.
    """
    if wanted is None:
        return newest(connection)
    if isinstance(wanted, int):
        last = newest(connection)
        if not 1 <= wanted <= last:
            raise UnknownVersion(say("store.unknown_version", number=wanted, newest=last))
        return wanted
    if not isinstance(wanted, datetime):
        wanted = datetime.combine(wanted, time.max)
    moment = wanted if wanted.tzinfo else wanted.replace(tzinfo=BANGKOK)
    by_then = versions.c.stored_at <= moment.astimezone(UTC).replace(tzinfo=None)
    return connection.execute(select(func.max(versions.c.number)).where(by_then)).scalar() or 0


def all_versions(connection: Connection) -> list[Version]:
    """Every version, the first first."""
    return [_version(row) for row in connection.execute(select(versions).order_by(versions.c.number))]


def one_version(connection: Connection, number: int) -> Version:
    """The version of a number that is there."""
    return _version(connection.execute(select(versions).where(versions.c.number == number)).one())


def _version(row: Row[Any]) -> Version:
    return Version(
        number=row.number,
        stored_at=row.stored_at.replace(tzinfo=UTC).astimezone(BANGKOK),
        actor=row.actor,
        kind=row.kind,
        reason=row.reason,
        file=row.source_name,
        sha256=row.source_sha256,
        undoes=row.undoes,
        seal=row.seal,
    )


def undone_by(history: Sequence[Version]) -> dict[int, int]:
    """Versions that are taken back, each with the version that did it; an undo that is itself undone is none."""
    undone: dict[int, int] = {}
    for version in sorted(history, key=lambda version: version.number, reverse=True):
        if version.undoes is not None and version.number not in undone:
            undone[version.undoes] = version.number
    return undone


def versions_frame(connection: Connection) -> pd.DataFrame:
    """One row a version, the first first: ``number``, ``stored_at`` (Bangkok), ``actor``, ``kind``, ``reason``,
    ``file``, ``sha256``, ``pieces`` (parts written), ``undoes``, ``undone_by``."""
    counted = select(pieces.c.version, func.count().label("parts")).group_by(pieces.c.version)
    count = {row.version: row.parts for row in connection.execute(counted)}
    history = all_versions(connection)
    undone = undone_by(history)
    rows = [
        {**vars(version), "pieces": count.get(version.number, 0), "undone_by": undone.get(version.number)}
        for version in history
    ]
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=kind) for name, kind in _COLUMNS.items()})


def scopes_written(connection: Connection, number: int) -> list[Scope]:
    """The scopes a version wrote, in its order."""
    wanted = select(*SCOPE).where(pieces.c.version == number).order_by(pieces.c.piece)
    return [(row.office, row.fiscal_year, row.kind, row.key) for row in connection.execute(wanted)]


def _newest_pieces(number: int, scopes: Iterable[Scope] | None) -> Select[Any]:
    latest = select(*SCOPE, func.max(pieces.c.version).label("version")).where(pieces.c.version <= number)
    if scopes is not None:
        latest = latest.where(tuple_(*SCOPE).in_(list(scopes)))
    last = latest.group_by(*SCOPE).subquery()
    same_scope = and_(*(column == last.c[column.name] for column in SCOPE), pieces.c.version == last.c.version)
    return select(pieces).join(last, same_scope).where(pieces.c.present)


def parts_at(connection: Connection, number: int, scopes: Iterable[Scope] | None = None) -> list[Part]:
    """The parts as they stood at a version, in order; only those of ``scopes`` where given."""
    chosen = _newest_pieces(number, scopes)
    found = {
        (row.version, row.piece): part_of((row.office, row.fiscal_year, row.kind, row.key), {})
        for row in connection.execute(chosen)
    }
    piece = chosen.subquery()
    for name, table in FRAMES.items():
        columns = list(INPUT_FRAMES[name])
        of_piece = and_(table.c.version == piece.c.version, table.c.piece == piece.c.piece)
        rows = select(table).join(piece, of_piece).order_by(*table.primary_key)
        for row in connection.execute(rows).mappings():
            records = found[row["version"], row["piece"]].records
            records.setdefault(name, []).append({column: row[column] for column in columns})
    return in_order(found.values())


def parts_beside(connection: Connection, scope: Scope) -> list[Part]:
    """The newest parts of a scope's office, fiscal year and kind, whatever their keys."""
    number = newest(connection)
    office, fiscal_year, kind, _ = scope
    wanted = select(*SCOPE).where(
        pieces.c.office == office, pieces.c.fiscal_year == fiscal_year, pieces.c.kind == kind
    )
    scopes = {(row.office, row.fiscal_year, row.kind, row.key) for row in connection.execute(wanted)}
    return parts_at(connection, number, scopes) if scopes else []


def parts_with(connection: Connection, frame: str, row_id: str) -> list[Part]:
    """The newest parts that hold a row of that id."""
    table, piece = FRAMES[frame], _newest_pieces(newest(connection), None).subquery()
    of_piece = and_(table.c.version == piece.c.version, table.c.piece == piece.c.piece)
    wanted = (
        select(piece.c.office, piece.c.fiscal_year, piece.c.kind, piece.c.key)
        .join(table, of_piece)
        .where(table.c[ROW_ID[frame]] == row_id)
        .distinct()
    )
    scopes = [(row.office, row.fiscal_year, row.kind, row.key) for row in connection.execute(wanted)]
    return parts_at(connection, newest(connection), scopes)
