"""Bytes of an upload → grids. Each reader knows one format and nothing of plans; content chooses the reader."""

from collections.abc import Callable
from datetime import date, time
from importlib import import_module
from typing import Any
from xml.parsers.expat import ExpatError

from kmdash.domain.wording import worded
from kmdash.ingest.files.refusal import Refusal, unreadable
from kmdash.ingest.files.sniff import Kind, kind_of
from kmdash.ingest.grid import Grid, Value

_READERS = {  # module and function; a reader is imported when a file needs it
    Kind.XLSX: ("xlsx", "read_xlsx"),
    Kind.XLSB: ("xls", "read_xlsb"),
    Kind.XLS: ("xls", "read_xls"),
    Kind.ODS: ("ods", "read_ods"),
    Kind.HTML: ("html", "read_html"),
    Kind.SPREADSHEETML: ("spreadsheetml", "read_spreadsheetml"),
    Kind.DELIMITED: ("delimited", "read_delimited"),
}
_DAMAGE = (ExpatError, LookupError, ValueError, OverflowError)  # what broken content makes of honest reading


def reader_of(kind: Kind) -> Callable[[bytes], list[Grid]]:
    """The function that reads a format."""
    module, function = _READERS[kind]
    return getattr(import_module(f"{__name__}.{module}"), function)


def read_grids(data: bytes, name: str) -> list[Grid]:
    """Every sheet of a file as it is typed, hidden ones too; ``name`` serves for messages only.

    Raises
    ------
    UnreadableFile
        With the code wrong_type, empty, locked, damaged or limit.
    """
    if not data:
        raise unreadable(name, "empty", worded("reader_files.zero_bytes"))
    try:
        return reader_of(kind_of(data))(data)
    except Refusal as refusal:
        raise unreadable(name, refusal.code, refusal.detail, refusal.remedy) from refusal
    except MemoryError as error:
        raise unreadable(name, "limit", worded("reader_files.memory")) from error
    except _DAMAGE as error:
        raise unreadable(name, "damaged") from error


def plain_grids(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    """The grids of a file as JSON values: what ``ingest.child`` gives when only the reading is wanted."""
    return {"grids": [_plain_grid(grid) for grid in read_grids(data, name)]}


def _plain_grid(grid: Grid) -> dict[str, Any]:
    return {
        "sheet": grid.sheet,
        "hidden": grid.hidden,
        "merged": [list(span) for span in grid.merged],
        "hidden_rows": sorted(grid.hidden_rows),
        "hidden_columns": sorted(grid.hidden_columns),
        "cells": [
            [row, column, _plain_value(cell.value), cell.number_format, cell.formula, cell.error]
            for (row, column), cell in grid.cells.items()
        ],
    }


def _plain_value(value: Value | None) -> str | int | float | bool | None:
    return value.isoformat() if isinstance(value, date | time) else value
