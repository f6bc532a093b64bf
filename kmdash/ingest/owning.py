"""Give a reading its office and fiscal year where the file did not tell them."""

import json
from typing import Any

from kmdash.domain.identity import office_code
from kmdash.domain.reading import Reading, from_plain, to_plain


def with_office(reading: Reading, office: str | None, fiscal_year: int | None = None) -> Reading:
    """A copy in which parts without an office (or year) belong to ``office`` (and ``fiscal_year``, BE).

    The ids of their rows follow, so that a later file of the same office meets the same rows.
    """
    plain = to_plain(reading)
    given = {name: [_given(part, office, fiscal_year) for part in plain[name]] for name in ("parts", "unplaced")}
    return from_plain({**plain, **given})


def _given(part: dict[str, Any], office: str | None, fiscal_year: int | None) -> dict[str, Any]:
    """A part (as plain values) with the office and year it lacks."""
    new_office = part["office"] or office
    new_year = part["fiscal_year"] or fiscal_year
    before = f"{part['fiscal_year'] or 0}-{office_code(part['office'])}-"
    after = f"{new_year or 0}-{office_code(new_office)}-"
    text = json.dumps(part["records"], ensure_ascii=False).replace(f'"{before}', f'"{after}')
    records = json.loads(text)
    for row in _rows_of_office(records):
        row["office"], row["fiscal_year"] = new_office, new_year
    for row in records.get("problems", []):
        if row["field"] == "office" or (row["field"] == "fiscal_year" and new_year):
            row["answer"] = new_office if row["field"] == "office" else str(new_year)
    return {**part, "office": new_office, "fiscal_year": new_year, "records": records}


def _rows_of_office(records: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for rows in records.values() for row in rows if "office" in row]
