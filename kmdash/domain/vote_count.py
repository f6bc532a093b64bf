"""Counting the ballots of every vote at once: what each mark is, and how many votes each candidate has."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

COUNTED, BLANK, NO_VOTER, UNKNOWN_VOTER, SECOND, SAME, OVER, BEYOND, UNKNOWN = range(9)
CODES = (
    "counted",
    "blank",
    "no_voter",
    "unknown_voter",
    "second_ballot",
    "same_candidate",
    "over_vote",
    "beyond_limit",
    "unknown_candidate",
)
OF_BALLOT = (UNKNOWN_VOTER, SECOND, OVER)  # states that a ballot's marks share: none of them counts
OVER_VOTES = ("invalid", "first")  # what becomes of a ballot with more marks than allowed; the first is the default
GAP = -1
Codes = np.ndarray


@dataclass(frozen=True)
class Count:
    """The count of every vote, as arrays of whole numbers; -1 is a gap.

    ``order`` are the row numbers of the candidates by vote and then source order, ``ballot`` and ``votes`` the
    vote (its row number) and the votes of each of them. For each mark, ``state`` is what it is (``CODES``),
    ``marked`` the vote it belongs to, ``voter`` its voter's number, ``chosen`` the place of its candidate in
    ``order``.
    """

    order: Codes
    ballot: Codes
    votes: Codes
    state: Codes
    marked: Codes
    voter: Codes
    chosen: Codes


def count(ballots: pd.DataFrame, candidates: pd.DataFrame, marks: pd.DataFrame, over_vote: str = "invalid") -> Count:
    """Count every vote: from its marks where it has any, else the votes of its finished tally.

    A mark without a voter does not count, nor any mark of a voter whom the vote does not name (where it names
    its voters), nor those on a second paper of one voter. The same candidate twice on a ballot counts once. A
    ballot with more different choices than the limit is invalid as a whole, or only its first choices count
    (``over_vote``: ``invalid`` or ``first``). A choice that names no candidate of the vote does not count.

    Parameters
    ----------
    ballots, candidates, marks : DataFrames (``columns.BALLOTS``, ``CANDIDATES``, ``MARKS``)

    Raises
    ------
    ValueError
        If ``over_vote`` is none of ``OVER_VOTES``.

    Source: rules.md, section 6.
    """
    if over_vote not in OVER_VOTES:
        raise ValueError(f"over_vote is none of {OVER_VOTES}: {over_vote!r}")
    known = pd.Index(ballots["ballot_id"])
    own, marked = (_votes_of(data["ballot_id"].array, known) for data in (candidates, marks))
    order = np.lexsort((whole(candidates["position"]), own))
    order = order[own[order] != GAP]
    ballot = own[order]
    voter, state = _voters(ballots, marks, marked)
    words, chosen = _choices(candidates["candidate_id"].array.take(order), ballot, marks["candidate_id"].array, marked)
    limit = np.append(whole(ballots["ballot_limit"]), GAP)[marked]
    _settle(state, voter, words, limit, over_vote)
    state[(state == COUNTED) & (chosen == GAP)] = UNKNOWN
    votes = np.bincount(chosen[state == COUNTED], minlength=len(order))
    tallied = np.bincount(marked[marked != GAP], minlength=len(ballots))[ballot] == 0
    votes[tallied] = whole(candidates["votes"])[order][tallied]
    return Count(order, ballot, votes, state, marked, voter, chosen)


def whole(values: pd.Series) -> Codes:
    """A column of whole numbers as an array; a gap is -1."""
    return values.to_numpy(np.int64, na_value=GAP)


def _runs(*columns: ExtensionArray | Codes) -> tuple[Codes, Codes]:
    """Where runs of equal values begin, and how long each is: a text is looked up once a run, not once a row."""
    size = len(columns[0])
    starts = np.ones(size, bool)
    if size:
        starts[1:] = np.logical_or.reduce([np.asarray(values[1:] != values[:-1], bool) for values in columns])
    heads = np.flatnonzero(starts)
    return heads, np.diff(heads, append=size)


def _votes_of(ids: ExtensionArray, known: pd.Index) -> Codes:
    """The place among the ``known`` of each id."""
    heads, lengths = _runs(ids)
    return np.repeat(known.get_indexer(ids.take(heads)), lengths)


def _voters(ballots: pd.DataFrame, marks: pd.DataFrame, marked: Codes) -> tuple[Codes, Codes]:
    """The number of each mark's voter, and what that alone says of the mark."""
    heads, lengths = _runs(marks["voter"].array, marked)
    texts, names = pd.factorize(marks["voter"].array.take(heads))
    keys = marked[heads] * (len(names) + 1) + texts
    state = np.where(texts == GAP, NO_VOTER, COUNTED).astype(np.int8)
    if not ballots["voter_names"].array.isna().all():
        listed = ballots["voter_names"].reset_index(drop=True).dropna()
        entitled = listed.str.split("\n").explode()
        allowed = entitled.index * (len(names) + 1) + pd.Index(names).get_indexer(entitled)
        asked = np.isin(marked[heads], listed.index) & (state == COUNTED)
        state[asked & ~np.isin(keys, allowed)] = UNKNOWN_VOTER
    state, voter = np.repeat(state, lengths), np.repeat(pd.factorize(keys)[0], lengths)
    if not marks["paper"].array.isna().all():
        paper = pd.factorize(marks["paper"].array)[0]
        first = paper[np.unique(voter, return_index=True)[1]]
        state[(state == COUNTED) & (paper != first[voter])] = SECOND
    return voter, state


def _choices(candidates: ExtensionArray, ballot: Codes, texts: ExtensionArray, marked: Codes) -> tuple[Codes, Codes]:
    """The number of the text of each mark (-1: blank), and the place of the candidate of its own vote it names."""
    numbers = pd.factorize(pd.concat([pd.Series(candidates), pd.Series(texts)], ignore_index=True).array)[0]
    ids, words = numbers[: len(candidates)], numbers[len(candidates) :]
    places = np.full(numbers.max(initial=GAP) + 2, GAP)  # the last for blank marks
    places[ids[::-1]] = np.arange(len(ids))[::-1]
    chosen = places[words]
    return words, np.where(np.append(ballot, GAP)[chosen] == marked, chosen, GAP)


def _settle(state: Codes, voter: Codes, words: Codes, limit: Codes, over_vote: str) -> None:
    """Tell blank ballots, repeated choices and choices beyond the limit apart from those that count, in ``state``."""
    state[(state == COUNTED) & (words == GAP)] = BLANK
    keys = voter * (words.max(initial=0) + 1) + words
    open_ = np.flatnonzero(state == COUNTED)
    state[open_[pd.Series(keys[open_]).duplicated()]] = SAME
    given = np.bincount(voter[state == COUNTED], minlength=voter.max(initial=GAP) + 1)
    over = np.flatnonzero((state == COUNTED) & (limit != GAP) & (given[voter] > limit))
    if over_vote == "first":
        over = over[pd.Series(voter[over]).groupby(voter[over]).cumcount().to_numpy() >= limit[over]]
    state[over] = BEYOND if over_vote == "first" else OVER
