"""The tables: who wrote what when, which parts a version wrote, and the rows of each input frame.

Rows are only ever added. A version writes whole parts; the newest piece of a scope counts.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from kmdash.domain.columns import INPUT_FRAMES, Columns

SCHEMA = 1
METADATA = MetaData()
_TYPES = {"str": Text, "int": BigInteger, "float": Double, "bool": Boolean, "date": Date}

meta = Table(
    "meta",
    METADATA,
    Column("store_id", Text, primary_key=True),
    Column("schema_version", Integer, nullable=False),
)
sources = Table(
    "sources",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("stored_at", DateTime, nullable=False),
)
versions = Table(
    "versions",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("stored_at", DateTime, nullable=False),  # UTC
    Column("actor", Text, nullable=False),
    Column("kind", Text, nullable=False),  # import, answer, result, undo, …
    Column("reason", Text, nullable=False),
    Column("source_name", Text),
    Column("source_sha256", Text, ForeignKey("sources.sha256")),
    Column("undoes", Integer, ForeignKey("versions.number")),
    Column("seal", Text, nullable=False),
)
pieces = Table(
    "pieces",
    METADATA,
    Column("version", Integer, ForeignKey("versions.number"), primary_key=True),
    Column("piece", Integer, primary_key=True, autoincrement=False),  # from 1 in its version
    Column("office", Text, nullable=False),
    Column("fiscal_year", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("present", Boolean, nullable=False),  # false: the part was taken away
    Index("pieces_by_scope", "office", "fiscal_year", "kind", "key", "version"),
)
SCOPE = (pieces.c.office, pieces.c.fiscal_year, pieces.c.kind, pieces.c.key)
patches = Table(
    "patches",
    METADATA,
    Column("version", Integer, ForeignKey("versions.number"), primary_key=True),
    Column("problem_id", Text, primary_key=True),
    Column("found", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("patch", Text, nullable=False),  # JSON: column → value
)


def _frame_table(name: str, columns: Columns) -> Table:
    return Table(
        name,
        METADATA,
        Column("version", Integer, primary_key=True),
        Column("piece", Integer, primary_key=True),
        Column("row", Integer, primary_key=True, autoincrement=False),  # from 1 in its part
        *(Column(column, _TYPES[kind]) for column, kind in columns.items()),
        ForeignKeyConstraint(["version", "piece"], ["pieces.version", "pieces.piece"]),
    )


FRAMES = {name: _frame_table(name, columns) for name, columns in INPUT_FRAMES.items()}
