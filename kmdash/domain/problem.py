"""What a reading found wrong, unclear or worth telling, as data: where, what, why, what to do."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """ERROR cannot be stored; QUESTION withheld until answered; WARNING stored and marked; INFO told."""

    ERROR = "error"
    QUESTION = "question"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Problem:
    """One finding.

    ``cell`` is an address (``Sheet!B12``) or range; ``found`` the text as typed; ``message`` why it cannot
    be or is not certain; ``remedy`` what to do; ``proposal`` the likeliest value (never applied by itself).

    What can be answered says where the answer goes: ``frame`` and ``row_id`` (the row's own id) and
    ``field`` (``period``, ``levels``, ``unit``, ``title``, ``level_label``, …; see ``ingest/answers.py``);
    ``choices`` are answers to offer as text, likeliest first.
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
        """Plain values, for JSON and frames."""
        values = asdict(self)
        values["severity"] = str(self.severity)
        values["choices"] = list(self.choices)
        return values


def awaits_answer(row: Mapping[str, Any]) -> bool:
    """Whether a row of the problems frame still asks for something.

    A question does until it is answered; so does a warning whose value was kept and can be confirmed or changed.
    """
    asks = row["severity"] == Severity.QUESTION or (row["severity"] == Severity.WARNING and row["field"] is not None)
    return asks and row["answer"] is None


class UnreadableFile(Exception):
    """A file that could not be read at all.

    ``code`` is one of wrong_type, empty, locked, damaged, too_large, limit, timeout; the message is one
    Thai sentence that names the file and says what to do.
    """

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code = code
        self.message = message
