"""Where a row comes from: the versions that wrote or changed it, and the uploaded file that is kept of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, select

from kmdash.domain.columns import INPUT_FRAMES, ROW_ID
from kmdash.store.history import Version, all_versions, undone_by
from kmdash.store.tables import FRAMES, SCOPE, pieces

_ID = {**ROW_ID, "marks": "candidate_id"}  # marks have no id of their own


@dataclass(frozen=True)
class Trace:
    """The versions in which a row (or the rows of one id) came to be or changed, oldest first, and its file.

    ``file`` is the version that keeps the bytes of the file the row was read from; None where none does.
    """

    written: Sequence[Version]
    file: Version | None


def trace(connection: Connection, frame: str, row_id: str, file: str | None, number: int) -> Trace:
    """What became of a row up to a version; ``file`` is the name of the file it was read from.

    An import that was taken back is no file to show. Nothing is known of a row that was never stored.
    """
    history = {version.number: version for version in all_versions(connection) if version.number <= number}
    table = FRAMES[frame]
    columns = [table.c[name] for name in INPUT_FRAMES[frame]]
    wanted = (
        select(table.c.version, *columns)
        .where(table.c[_ID[frame]] == row_id, table.c.version <= number)
        .order_by(*table.primary_key)
    )
    written: list[Version] = []
    before: list[tuple] | None = None
    for version, group in groupby(connection.execute(wanted), key=lambda row: row.version):
        rows = [tuple(row)[1:] for row in group]
        if rows != before:
            written.append(history[version])
        before = rows
    return Trace(tuple(written), _file(connection, history, frame, row_id, file))


def _file(
    connection: Connection, history: dict[int, Version], frame: str, row_id: str, file: str | None
) -> Version | None:
    """The newest import of a file of that name that wrote the piece of the register the row lies in."""
    if file is None:
        return None
    table = FRAMES[frame]
    same_piece = (table.c.version == pieces.c.version) & (table.c.piece == pieces.c.piece)
    own = select(*SCOPE).join(table, same_piece).where(table.c[_ID[frame]] == row_id).distinct()
    undone = undone_by(list(history.values()))
    scopes = {tuple(row) for row in connection.execute(own)}
    wrote = connection.execute(select(pieces.c.version, *SCOPE).where(pieces.c.version.in_(list(history))))
    numbers = {row.version for row in wrote if tuple(row)[1:] in scopes}
    kept = [
        version
        for version in history.values()
        if version.number in numbers and version.file == file and version.sha256 and version.number not in undone
    ]
    return max(kept, key=lambda version: version.number, default=None)
