"""What a reading found wrong, unclear or worth telling, as data: where, what, why, what to do."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from kmdash.domain.wording import said


class Severity(StrEnum):
    """ERROR cannot be stored; QUESTION withheld until answered; WARNING stored and marked; INFO told."""

    ERROR = "error"
    QUESTION = "question"
    WARNING = "warning"
    INFO = "info"


PROBLEMS: dict[str, str] = {  # what was found while files were read (types as in ``domain.columns``)
    "problem_id": "str",
    "severity": "str",
    "code": "str",
    "found": "str",
    "message": "str",
    "remedy": "str",
    "proposal": "str",
    "choices": "str",  # joined by newline
    "frame": "str",
    "row_id": "str",
    "field": "str",
    "answer": "str",  # missing while open
    "source_cell": "str",
    "source_file": "str",
    "said": "str",  # found, message and remedy by key and values, as JSON (domain.wording); missing: Thai only
}


@dataclass(frozen=True)
class Problem:
    """One finding.

    ``cell`` is an address (``Sheet!B12``) or range; ``found`` the text as typed; ``message`` why it cannot
    be or is not certain; ``remedy`` what to do; ``proposal`` the likeliest value (never applied by itself).

    What can be answered says where the answer goes: ``frame`` and ``row_id`` (the row's own id) and
    ``field`` (``period``, ``levels``, ``unit``, ``title``, ``level_label``, …; see ``ingest/answers.py``);
    ``choices`` are answers to offer as text, likeliest first. ``message`` and ``remedy`` are Thai, best as a
    ``domain.wording.Worded``, so that they can be told in another language.
    """

    code: str
    severity: Severity
    cell: str
    found: str
    message: str
    remedy: str
    proposal: str | None = None
    choices: tuple[str, ...] = ()
    frame: str | None = None
    row_id: str | None = None
    field: str | None = None

    def as_dict(self) -> dict:
        """Plain values, for JSON and frames; ``said`` is what ``wording.told_of`` needs."""
        values = asdict(self)
        values |= {name: str(values[name]) for name in ("severity", "found", "message", "remedy")}
        values["choices"] = list(self.choices)
        return values | {"said": self.said}

    def as_row(self, where: str) -> dict[str, Any]:
        """What every row of the problems frame tells of a finding; ``where`` makes its id one of its own."""
        return {
            "problem_id": f"{where}@{self.cell}",
            "severity": str(self.severity),
            "code": self.code,
            "found": str(self.found),
            "message": str(self.message),
            "remedy": str(self.remedy),
            "said": self.said,
            "source_cell": self.cell,
        }

    @property
    def said(self) -> str | None:
        """What is told, as it can be told in any language, as JSON; None where it is only Thai."""
        return said(found=self.found, message=self.message, remedy=self.remedy)


def awaits_answer(row: Mapping[str, Any]) -> bool:
    """Whether a row of the problems frame still asks for something.

    A question does until it is answered; so does a warning whose value was kept and can be confirmed or changed.
    """
    asks = row["severity"] == Severity.QUESTION or (row["severity"] == Severity.WARNING and row["field"] is not None)
    return asks and row["answer"] is None


class UnreadableFile(Exception):
    """A file that could not be read at all.

    ``code`` is one of wrong_type, empty, locked, damaged, too_large, limit, timeout; the message is one
    Thai sentence that names the file and says what to do (a ``domain.wording.Worded``).
    """

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code = code
        self.message = message
