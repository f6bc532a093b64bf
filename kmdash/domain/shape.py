"""How a person read a form that was not recognised, remembered by the form's shape."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kmdash.domain.identity import match_key, office_code
from kmdash.domain.reading import Part, Record

ROWS, COLUMN, TEXT, NUMBER, NONE = "rows", "column", "text", "number", "none"
STAGE_RULES = (ROWS, COLUMN, TEXT, NUMBER, NONE)


@dataclass(frozen=True)
class Shape:
    """A form by its headings: ``columns`` gives the place (from 0, among the filled headings) of each field.

    ``form`` is the kind of the form it is read as; ``stages`` where its stages stand: in rows of their own,
    in a column, at the beginning of the activity's text, in its number (n.m), or nowhere.
    """

    fingerprint: str
    form: str
    columns: dict[str, int] = field(default_factory=dict)
    stages: str = NONE

    def as_dict(self) -> dict[str, object]:
        """JSON values, to cross into the child process."""
        return dict(vars(self))


def fingerprint(headings: Sequence[str]) -> str:
    """What tells a form by its heading cells, left to right: blanks, dots, digits' script do not count.

    >>> fingerprint(["ลำดับ ที่", "สิ่งที่จะทำ"]) == fingerprint(["ลำดับที่", "สิ่งที่ จะทำ"])
    True
    """
    return "|".join(match_key(text) for text in headings)


def shapes_part(shapes: Sequence[Shape], office: str) -> Part:
    """The register part that holds all shapes of an office (it belongs to no fiscal year)."""
    rows: list[Record] = [
        {
            "shape_id": f"{office_code(office)}-H{place}",
            "office": office,
            "fiscal_year": 0,
            "fingerprint": shape.fingerprint,
            "form": shape.form,
            "columns": json.dumps(shape.columns, ensure_ascii=False),
            "stages": shape.stages,
        }
        for place, shape in enumerate(shapes, start=1)
    ]
    return Part("shapes", "1", office, 0, {"shapes": rows})


def shapes_of(rows: Iterable[Record]) -> list[Shape]:
    """The shapes of rows of the shapes frame, whatever office made them."""
    return [Shape(row["fingerprint"], row["form"], json.loads(row["columns"]), row["stages"]) for row in rows]
