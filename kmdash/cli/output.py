"""How the command line prints: JSON without gaps of number type, and plain tables."""

import json
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain import frames


def buddhist_year(text: str) -> int:
    """A fiscal year typed as an option, in BE; argparse tells a ValueError as wrong usage."""
    year = int(text)
    if not 2400 < year < 2700:
        raise ValueError(f"fiscal year must be in the Buddhist era: {text!r}")
    return year


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
