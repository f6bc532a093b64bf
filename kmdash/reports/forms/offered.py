"""The office's own forms: how each is written, and why one cannot be."""

from collections.abc import Callable
from datetime import date
from typing import Any

from kmdash.domain.register import Register
from kmdash.domain.words import in_language, say
from kmdash.reports.forms import action_plan, ballot_count, knowledge, kpi_cards, progress_report

NEEDED = {  # the frame that a form is filled from
    "form1": "knowledge",
    "form2": "plans",
    "sar": "kpis",
    "ballots": "ballots",
    "progress-report": "activities",
    "progress-form": "activities",
}
Write = Callable[[str], bytes]


def lacking(register: Register) -> dict[str, str]:
    """The forms that a register has nothing for, each with the sentence that says so."""
    return {name: say(f"reports.lacking.{frame}") for name, frame in NEEDED.items() if register.frames[frame].empty}


def writers(register: Register, brief: Callable[[], Any], *, as_of: date, over_vote: str) -> dict[str, Write]:
    """How each form of a register of one office and fiscal year is written as xlsx, in the digits given.

    ``brief`` gives the year's ``measures.briefing.Briefing`` as of the same day, its votes counted by ``over_vote``;
    it is asked for by the forms that show scores or votes. Those that do not fit the register are told by ``lacking``.
    """

    def cards(digits: str) -> bytes:
        found = brief()
        return kpi_cards.workbook(register, found.attainment, found.totals, as_of=as_of, digits=digits)

    def ballots(digits: str) -> bytes:
        found = brief()
        return ballot_count.workbook(
            register, found.tally, found.votes, over_vote=over_vote, as_of=as_of, digits=digits
        )

    written: dict[str, Write] = {
        "form1": lambda digits: knowledge.workbook(register, digits=digits),
        "form2": lambda digits: action_plan.workbook(register, as_of=as_of, digits=digits),
        "sar": cards,
        "ballots": ballots,
        "progress-report": lambda digits: progress_report.workbook(register, as_of=as_of, digits=digits),
    }
    return {name: _in_thai(write) for name, write in written.items()}


def _in_thai(write: Write) -> Write:
    """A form is Thai, in whatever language the page is."""

    def thai(digits: str) -> bytes:
        with in_language("th"):
            return write(digits)

    return thai
