"""Opening a store: made only where there was none, never in the place of one that was lost."""

import os
import uuid
from pathlib import Path

from platformdirs import user_data_dir
from sqlalchemy import URL, Connection, inspect, make_url, select
from sqlalchemy.exc import ArgumentError
from sqlalchemy.schema import CreateColumn

from kmdash.domain.words import say
from kmdash.store.databases import engine_at, file_lock, flaws, keep_a_log, sqlite_path, writing
from kmdash.store.errors import StoreDamaged, StoreError, StoreMissing
from kmdash.store.store import Store
from kmdash.store.tables import METADATA, SCHEMA, meta


def open_store(url: str | None = None, *, create: bool = True) -> Store:
    """The store at ``url``, else at ``KMDASH_DB``, else an SQLite file in the user's data folder.

    ``url`` is a database's address (``sqlite:///…``, ``postgresql+psycopg://…``) or the path of an SQLite
    file. Beside that file stands a marker that says a store lived here; PostgreSQL has none. Without
    ``create`` nothing is made where there is no store.

    Raises
    ------
    ValueError
        If ``url`` is no database's address.
    StoreMissing
        If there is no store and none is to be made.
    StoreDamaged
        If the file is gone though its marker is there, is empty or damaged, or is no store of ours.
    StoreError
        If it cannot be reached or written, or was made by a newer program.
    """
    address = _address(url or os.environ.get("KMDASH_DB") or str(Path(user_data_dir("kmdash", False)) / "kmdash.db"))
    path = sqlite_path(address)
    if path is not None:
        _prepare(path, create)
    engine = engine_at(address)
    try:
        with writing(engine) as connection:
            store_id = _verified(connection, on_server=path is None, create=create)
        keep_a_log(engine)
    except StoreError:
        engine.dispose()
        raise
    if path is not None and not marker_of(path).exists():
        marker_of(path).write_text(store_id, encoding="utf-8")
    return Store(engine)


def marker_of(path: Path) -> Path:
    """The marker beside an SQLite store: its name, with ``.marker``."""
    return Path(f"{path}.marker")


def _address(url: str) -> URL:
    if "://" not in url:
        return URL.create("sqlite", database=str(Path(url).expanduser().absolute()))
    try:
        address = make_url(url)
        address.get_dialect()
    except ArgumentError as error:
        raise ValueError(f"url is no database's address: {url!r}") from error
    if sqlite_path(address) is not None and address.database in (None, "", ":memory:"):
        raise ValueError(f"url names no file: {url!r}")
    return address


def _prepare(path: Path, create: bool) -> None:
    if not create and not path.exists() and not marker_of(path).exists():
        raise StoreMissing(say("store.missing", path=path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with file_lock(path):
            if not path.exists():
                if marker_of(path).exists() or Path(f"{path}-wal").exists():
                    raise StoreDamaged(say("store.vanished", path=path, marker=marker_of(path)))
                _make(path)
    except OSError as error:
        raise StoreError(say("store.unavailable", path=path, detail=error.strerror)) from error
    if path.stat().st_size == 0:
        raise StoreDamaged(say("store.empty", path=path))


def _make(path: Path) -> None:
    """A new store, whole from the moment it has its name."""
    unfinished = Path(f"{path}.{uuid.uuid4().hex}.new")
    engine = engine_at(URL.create("sqlite", database=str(unfinished)))
    with engine.begin() as connection:
        _create(connection)
    engine.dispose()
    unfinished.replace(path)


def _create(connection: Connection) -> None:
    METADATA.create_all(connection)
    connection.execute(meta.insert(), {"store_id": uuid.uuid4().hex, "schema_version": SCHEMA})


def _verified(connection: Connection, *, on_server: bool, create: bool) -> str:
    where = connection.engine.url.render_as_string(hide_password=True)
    there = set(inspect(connection).get_table_names())
    if on_server and there.isdisjoint(METADATA.tables):
        if not create:
            raise StoreMissing(say("store.missing", path=where))
        _create(connection)
    elif not {"meta", "versions", "pieces"} <= there:
        raise StoreDamaged(say("store.foreign", path=where))
    found = connection.execute(select(meta)).all()
    if len(found) != 1:
        raise StoreDamaged(say("store.foreign", path=where))
    if found[0].schema_version > SCHEMA:
        raise StoreError(say("store.newer", path=where))
    wrong = flaws(connection, quick=True)
    if wrong:
        raise StoreDamaged(say("store.damaged", path=where, detail=wrong[0]))
    _grow(connection)
    return found[0].store_id


def _grow(connection: Connection) -> None:
    """Give a store of an earlier program the tables and columns that came since; what it holds stays."""
    METADATA.create_all(connection)
    known, quote = inspect(connection), connection.dialect.identifier_preparer.format_table
    for table in METADATA.sorted_tables:
        held = {column["name"] for column in known.get_columns(table.name)}
        for column in table.columns:
            if column.name not in held:
                wanted = CreateColumn(column).compile(dialect=connection.dialect)
                connection.exec_driver_sql(f"ALTER TABLE {quote(table)} ADD COLUMN {wanted}")
