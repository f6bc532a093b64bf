"""Which ballot the vote page shows, and what is said beside its bars."""

from typing import Any

import pandas as pd

from kmdash.domain.fiscal import shown_date
from kmdash.domain.frames import records
from kmdash.domain.register import Register
from kmdash.domain.settings import Settings
from kmdash.domain.wording import told_of
from kmdash.domain.words import say
from kmdash.ui import filters, settings
from kmdash.ui.pieces import note

# findings of reading a file that say why a ballot or a mark of it was not taken
_NOT_TAKEN = ("second_ballot", "voter_twice", "voter_missing", "mark_unreadable", "candidate_missing")


def chosen_ballot(ballots: pd.DataFrame) -> str:
    """The ballot in the link, chosen from a list where there are several."""
    names = {
        ballot: str(title) if pd.notna(title) else say("vote.untitled", number=number)
        for number, (ballot, title) in enumerate(zip(ballots["ballot_id"], ballots["title"], strict=True), start=1)
    }
    asked = filters.linked("ballot")
    shown = asked if asked in names else next(iter(names))
    if len(names) > 1:
        filters.select("ballot", say("vote.which"), names, shown)
    return shown


def of_ballot(tally: pd.DataFrame, ballot: str) -> pd.DataFrame:
    """The rows of one ballot."""
    return tally[tally["ballot_id"] == ballot].reset_index(drop=True)


def about(summary: Any) -> str:
    """What was voted on, by how many, and how much of the right to vote was used."""
    parts = [say("vote.about", count=summary.candidates)]
    if summary.voters and summary.limit:
        parts.append(say("vote.rights", voters=summary.voters, limit=summary.limit))
    if summary.used_share is not None:
        share = round(100 * summary.used_share)
        allowed = summary.voters * summary.limit
        parts.append(say("vote.used", total=summary.total, allowed=allowed, share=share))
    return " · ".join(parts)


def rules(summary: Any, set_to: Settings) -> str:
    """The rule of a vote as it is printed under its table: choices, seats, and ballots beyond the limit."""
    return " · ".join(
        [
            *([say("over_vote.rights", limit=summary.limit)] if summary.limit else []),
            *([say("over_vote.seats", seats=summary.seats)] if summary.seats else []),
            *([settings.printed(set_to, "over_vote")] if summary.voted is not None else []),
        ]
    )


def candidates(register: Register, ballot: str) -> pd.DataFrame:
    """The candidates of one ballot, in source order."""
    own = register.candidates[register.candidates["ballot_id"] == ballot]
    return own.sort_values("position", kind="stable")


def names(ranked: pd.DataFrame) -> dict[str, str]:
    """Each candidate by its id, as a person calls it: process and unit."""
    return {
        row["candidate_id"]: " · ".join(filter(None, (row["process"], row["unit"]))) or row["candidate_id"]
        for row in records(ranked)
    }


def title(summary: Any, result: str) -> str:
    """The result, as far as it is one: not while ballots are still being entered."""
    return say("title.vote.open", voted=summary.voted, voters=summary.voters or "–") if summary.open else result


def state(summary: Any) -> None:
    """Whether all ballots are in: the closing record, or how many are in where a vote is open on the page."""
    if summary.closing:
        day = shown_date(summary.closing.closed_on) if summary.closing.closed_on else "–"
        note(say("ballot_state.closed", day=day, by=summary.closing.by))
    elif summary.open:
        note(say("ballot_state.open", voted=summary.voted, voters=summary.voters or "–"))


def not_counted(register: Register, summary: Any) -> None:
    """The findings of the count, and every ballot or mark that was not counted or not taken, with its reason."""
    for finding in summary.findings:
        note(finding)
    files = register.ballots.loc[register.ballots["ballot_id"] == summary.ballot_id, "source_file"].dropna()
    found = register.problems[register.problems["code"].isin(_NOT_TAKEN)]
    for problem in records(found[found["source_file"].isin(files)]):
        told = " · ".join(filter(None, (told_of(problem, "found"), told_of(problem, "message"))))
        note(say("ballot_state.in_file", finding=told, cell=problem["source_cell"] or "–"))
    if summary.rejected:
        note(say("vote.rejected", count=len(summary.rejected)))
        for rejected in summary.rejected:
            note(" · ".join(filter(None, [rejected.voter, rejected.reason, rejected.source_cell])))
