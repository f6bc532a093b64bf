"""Give a reading its office and fiscal year where the file did not tell them."""

import json
from typing import Any

from kmdash.domain.identity import office_code
from kmdash.domain.reading import Reading, from_plain, to_plain


def with_office(reading: Reading, office: str | None, fiscal_year: int | None = None) -> Reading:
    """A copy in which parts without an office (or year) belong to ``office`` (and ``fiscal_year``, BE).

    The ids of their rows follow, so that a later file of the same office meets the same rows.
    """
    parts = []
    for part in to_plain(reading)["parts"]:
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
        parts.append({**part, "office": new_office, "fiscal_year": new_year, "records": records})
    return from_plain({**to_plain(reading), "parts": parts})


def _rows_of_office(records: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for rows in records.values() for row in rows if "office" in row]
