"""Which ballot the vote page shows, and what is said beside its bars."""

from typing import Any

import pandas as pd

from kmdash.domain.words import say
from kmdash.ui import filters
from kmdash.ui.pieces import note


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


def not_counted(summary: Any) -> None:
    """The findings of the count, and every ballot or mark that was not counted, with its reason."""
    for finding in summary.findings:
        note(finding)
    if summary.rejected:
        note(say("vote.rejected", count=len(summary.rejected)))
        for rejected in summary.rejected:
            note(" · ".join(filter(None, [rejected.voter, rejected.reason, rejected.source_cell])))
