"""Whether the store is whole: its file, its numbering, the seal of every version, the bytes of every source."""

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from kmdash.domain.words import say
from kmdash.store.databases import flaws, reading
from kmdash.store.errors import StoreError
from kmdash.store.history import all_versions
from kmdash.store.seals import seal, stored_rows
from kmdash.store.tables import sources, versions


def checked(engine: Engine) -> dict[str, Any]:
    """``{"ok", "versions", "problems"}``: how many versions there are, and in words what is wrong with them."""
    found: list[str] = []
    count = 0
    try:
        with reading(engine) as connection:
            count = connection.execute(select(func.count()).select_from(versions)).scalar_one()
            found.extend(say("store.check.integrity", detail=text) for text in flaws(connection))
            found.extend(_broken_seals(connection, count))
            found.extend(_broken_sources(connection))
    except StoreError as error:
        found.append(str(error))
    return {"ok": not found, "versions": count, "problems": found}


def _broken_seals(connection: Connection, count: int) -> Iterator[str]:
    history = all_versions(connection)
    if [version.number for version in history] != list(range(1, count + 1)):
        yield say("store.check.numbers", count=count, newest=history[-1].number)
    previous = ""
    for version in history:
        if seal(stored_rows(connection, version.number), previous) != version.seal:
            yield say("store.check.seal", number=version.number)
        previous = version.seal


def _broken_sources(connection: Connection) -> Iterator[str]:
    for sha256, name in connection.execute(select(sources.c.sha256, sources.c.name)).all():
        content = connection.execute(select(sources.c.content).where(sources.c.sha256 == sha256)).scalar_one()
        if hashlib.sha256(content).hexdigest() != sha256:
            yield say("store.check.source", name=name)
