"""What differs between SQLite and PostgreSQL: connections, the writer's lock, integrity, a copy.

SQLite runs in WAL with ``synchronous=FULL`` (an acknowledged save survives a power cut), takes its
write lock at once (``BEGIN IMMEDIATE``: no save fails for another's) and lets one writer at a time
write among all threads and processes. PostgreSQL does the latter with an advisory lock.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, select
from sqlalchemy.exc import DatabaseError, OperationalError

from kmdash.domain.words import say
from kmdash.store.errors import StoreDamaged, StoreError
from kmdash.store.tables import METADATA

if sys.platform == "win32":
    import msvcrt

    def _lock_file(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _lock_file(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)


_PRAGMAS = ("busy_timeout = 5000", "synchronous = FULL", "foreign_keys = ON")
_WRITER = 7_051_962  # any number of our own: the key of PostgreSQL's advisory lock
_BATCH = 500
_locks: dict[str, Lock] = {}


def engine_at(url: URL) -> Engine:
    """An engine for a store's address; every SQLite connection has the settings above."""
    engine = create_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _settle)
        event.listen(engine, "begin", _begin)
    return engine


def sqlite_path(url: URL) -> Path | None:
    """The file of an SQLite address; None for another database."""
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def _settle(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we begin transactions ourselves
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    start = connection.get_execution_options().get("sqlite_begin", "BEGIN")
    if start:
        connection.exec_driver_sql(start)


def keep_a_log(engine: Engine) -> None:
    """Let an SQLite store, once known to be ours, keep a write-ahead log: readers and the writer do not wait."""
    if engine.dialect.name == "sqlite":
        with _explained(engine), engine.execution_options(sqlite_begin="").connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection to read with."""
    with _explained(engine), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction by the one writer: durable when the block ends, undone when it raises."""
    writer = engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")
    with _explained(engine), _one_writer(engine), writer.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")
        yield connection


@contextmanager
def _one_writer(engine: Engine) -> Iterator[None]:
    path = sqlite_path(engine.url)
    if path is None:
        yield
    else:
        with file_lock(path):
            yield


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Only one thread of one process at a time, by a lock file beside ``path``."""
    with _locks.setdefault(str(path.resolve()), Lock()), Path(f"{path}.lock").open("a") as handle:
        _lock_file(handle.fileno())
        yield


@contextmanager
def _explained(engine: Engine) -> Iterator[None]:
    where = engine.url.render_as_string(hide_password=True) if sqlite_path(engine.url) is None else engine.url.database
    try:
        yield
    except OperationalError as error:
        raise StoreError(say("store.unavailable", path=where, detail=error.orig)) from error
    except DatabaseError as error:
        if type(error) is not DatabaseError:  # a broken constraint is our own mistake
            raise
        raise StoreDamaged(say("store.damaged", path=where, detail=error.orig)) from error
    except OSError as error:
        raise StoreError(say("store.unavailable", path=where, detail=error.strerror)) from error


def flaws(connection: Connection, *, quick: bool = False) -> list[str]:
    """What the database itself finds wrong with its file; PostgreSQL keeps its own checksums."""
    if connection.dialect.name != "sqlite":
        return []
    found = connection.exec_driver_sql("PRAGMA quick_check" if quick else "PRAGMA integrity_check").scalars()
    broken = [] if quick else connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [text for text in found if text != "ok"] + [f"{row[0]} {row[1]} → {row[2]}" for row in broken]


def copy_into(engine: Engine, path: Path) -> None:
    """Write everything the store holds at this moment into a new SQLite file."""
    if engine.dialect.name == "sqlite":
        with _explained(engine), engine.execution_options(sqlite_begin="").connect() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(path),))
        return
    target = engine_at(URL.create("sqlite", database=str(path)))
    snapshot = engine.execution_options(isolation_level="REPEATABLE READ")
    with reading(snapshot) as source, target.begin() as copy:
        METADATA.create_all(copy)
        for table in METADATA.sorted_tables:
            for rows in source.execute(select(table).order_by(*table.primary_key)).mappings().partitions(_BATCH):
                copy.execute(table.insert(), [dict(row) for row in rows])
    target.dispose()
