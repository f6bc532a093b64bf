"""The seal of a version: a hash of all its rows and of the seal before it, so that no change is silent."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from kmdash.store.tables import FRAMES, patches, pieces, versions

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def seal(rows: Rows, previous: str) -> str:
    """The seal of a version's rows by table. Gaps and empty tables leave no trace: columns can be added later.

    >>> seal({"plans": [{"title": "ก", "no": None}]}, "") == seal({"plans": [{"title": "ก"}], "kpis": []}, "")
    True
    """
    digest = hashlib.sha256(previous.encode())
    for table in sorted(rows):
        for row in rows[table]:
            filled = {name: value for name, value in row.items() if value is not None}
            line = json.dumps([table, filled], ensure_ascii=False, sort_keys=True, default=lambda day: day.isoformat())
            digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def stored_rows(connection: Connection, number: int) -> Rows:
    """All rows a version wrote, as they stand in the database; its own row without the seal."""
    header = select(*(column for column in versions.c if column.name != "seal")).where(versions.c.number == number)
    found = {"versions": [dict(row) for row in connection.execute(header).mappings()]}
    for table in (pieces, patches, *FRAMES.values()):
        wanted = select(table).where(table.c.version == number).order_by(*table.primary_key)
        found[table.name] = [dict(row) for row in connection.execute(wanted).mappings()]
    return found
