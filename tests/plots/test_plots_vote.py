"""The ranked bars of a vote."""

import pytest

from kmdash.domain.frames import frame
from kmdash.domain.results import TALLY
from kmdash.plots.vote import vote

FIGURE = {"theme": "light", "width": 1270}
SEED = [11, 10, 9, 8, 8, 7, 7, 7, 5, 3, 2, 2, 1, 0, 0, 0]


def a_tally(votes, seats):
    """Competition ranks; a tie over the cut line is chosen by nobody."""
    ranks = [1 + sum(other > own for other in votes) for own in votes]
    cut = votes[seats - 1] if seats < len(votes) and votes[seats - 1] == votes[seats] else None
    return [
        {
            "ballot_id": "B",
            "candidate_id": str(place),
            "unit": f"กอง {place}",
            "process": "กระบวนงาน",
            "votes": own,
            "rank": rank,
            "tied": ranks.count(rank),
            "selected": None if own == cut else place < seats,
            "tied_at_cut": own == cut,
        }
        for place, (own, rank) in enumerate(zip(votes, ranks, strict=True))
    ]


def drawn(rows, seats):
    return vote(frame(TALLY, rows), seats, **FIGURE)


def texts(rows, seats):
    return [annotation.text for annotation in drawn(rows, seats).layout.annotations]


def test_ranks_are_shared_as_the_seed_has_them():
    found = [text for text in texts(a_tally(SEED, 5), 5) if text.removeprefix("<b>").removesuffix("</b>").isdigit()]
    ranks = [1, 2, 3, 4, 4, 6, 6, 6, 9, 10, 11, 11, 13, 14, 14, 14]
    assert sorted(found) == sorted(f"<b>{count}</b>" for count in [*ranks, *SEED])


def test_the_cut_line_lies_between_the_last_seat_and_the_next():
    figure = drawn(a_tally(SEED, 5), 5)
    bars = sorted((y, bar.marker.color) for bar in figure.data[:-1] for y in bar.y)
    before, inside, behind = (
        shape for shape in figure.layout.shapes if shape.type == "line" and shape.xref == "paper"
    )
    assert {line.y0 for line in (before, inside, behind)} == {inside.y1}
    assert bars[4][0] < inside.y0 < bars[5][0]
    assert (inside.x0, inside.x1) == (0, 1)
    assert bars[4][1] != bars[5][1]


def test_ties_have_a_bracket_but_not_those_nobody_voted_for():
    found = [text for text in texts(a_tally(SEED, 5), 5) if "เสมอกัน" in text]
    assert found == ["เสมอกัน 2", "เสมอกัน 3", "เสมอกัน 2"]


def test_a_tie_over_the_cut_is_amber_on_both_sides_and_asks_for_a_decision():
    figure = drawn(a_tally([9, 8, 8, 8, 1], 3), 3)
    amber = [bar for bar in figure.data if bar.marker.color == "#E3A008"]
    assert [list(bar.x) for bar in amber] == [[8, 8, 8]]
    (words,) = [text for text in figure.layout.annotations if "ต้องมีมติ" in text.text]
    assert words.bgcolor == figure.layout.paper_bgcolor  # the cut line does not cross them out


def test_a_decided_tie_says_so():
    rows = [row | {"selected": place < 3} for place, row in enumerate(a_tally([9, 8, 8, 8, 1], 3))]
    found = texts(rows, 3)
    assert any("มีมติแล้ว" in text for text in found)
    assert not any("ต้องมีมติ" in text for text in found)


def test_the_cut_line_of_a_decided_tie_stands_below_the_tied_and_says_how_many_are_chosen():
    rows = a_tally([9, 8, 8, 8, 1], 2)
    chosen = {0, 2, 3}
    figure = drawn([row | {"selected": place in chosen} for place, row in enumerate(rows)], 2)
    bars = sorted(y for bar in figure.data[:-1] for y in bar.y)
    line = next(shape for shape in figure.layout.shapes if shape.type == "line" and (shape.x0, shape.x1) == (0, 1))
    assert bars[3] < line.y0 < bars[4]
    assert any("เลือก 3 กระบวนงาน" in text.text for text in figure.layout.annotations)


@pytest.mark.parametrize("seats", [None, 20])
def test_without_a_cut_there_is_no_line(seats):
    assert not any("เส้นตัด" in text for text in texts(a_tally(SEED, 16), seats))


def test_votes_not_known_are_a_dash_and_not_zero():
    rows = a_tally([3, 2], 1)
    rows[1] |= {"votes": None, "rank": None, "selected": None}
    found = texts(rows, 1)
    assert found.count("<b>–</b>") == 2
    assert "<b>0</b>" not in found


def test_two_ballots_in_one_chart_are_refused():
    rows = a_tally([3, 2], 1)
    rows[1]["ballot_id"] = "C"
    with pytest.raises(ValueError, match="one ballot"):
        drawn(rows, 1)
