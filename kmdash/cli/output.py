"""How the command line prints: JSON without gaps of number type, and plain tables."""

import json
from argparse import ArgumentTypeError
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain import frames
from kmdash.domain.fiscal import BE_OFFSET
from kmdash.domain.words import say

LAST_YEAR = 2400  # years up to here are Gregorian, later ones Buddhist


def buddhist_year(text: str) -> int:
    """A fiscal year typed as an option, in BE."""
    if not text.isdecimal() or not LAST_YEAR < int(text) < 2700:
        raise ArgumentTypeError(say("command.no_buddhist_year", text=text))
    return int(text)


def gregorian_day(text: str) -> date:
    """A day typed as an option, ISO and Gregorian; argparse tells what is wrong with another.

    A Buddhist year is refused with the Gregorian one it would be, never taken for a year far ahead.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(say("command.no_day", text=text)) from None
    if day.year > LAST_YEAR:
        likely = f"{day.year - BE_OFFSET:04d}{text[4:]}"
        raise ArgumentTypeError(say("command.buddhist_day", text=text, likely=likely))
    return day


def reason(error: OSError) -> str:
    """Why a file could not be opened or written, in words."""
    keys = {FileNotFoundError: "missing", IsADirectoryError: "folder", PermissionError: "forbidden"}
    key = next((key for kind, key in keys.items() if isinstance(error, kind)), None)
    return say(f"command.why.{key}") if key else str(error.strerror or error)


def print_json(value: Any) -> None:
    """Print JSON in UTF-8, readable Thai, one value."""
    print(json.dumps(printable(value), ensure_ascii=False, indent=1, allow_nan=False))


def printable(value: Any) -> Any:
    """The value with dates as ISO text and lone surrogates replaced."""
    if isinstance(value, dict):
        return {str(key): printable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [printable(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return value


def print_frame(data: pd.DataFrame, as_json: bool) -> None:
    """Print a result frame: a JSON list of row objects, or a table with a line a row."""
    rows = frames.records(data)
    if as_json:
        print_json(rows)
        return
    print("\t".join(data.columns))
    for row in rows:
        print("\t".join("" if cell is None else " ".join(str(printable(cell)).split()) for cell in row.values()))
