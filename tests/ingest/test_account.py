from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.reading import Ignored
from kmdash.domain.wording import joined, worded
from kmdash.ingest.account import NOT_RECOGNISED, Usage
from kmdash.ingest.grid import Cell, Grid

NOTE = joined(["หมายเหตุ"])  # a reason as it is told
PLACES = st.sets(st.tuples(st.integers(1, 6), st.integers(1, 6)))


@given(filled=PLACES, used=PLACES, left_out=PLACES)
def test_used_and_ignored_always_make_up_what_is_filled(filled, used, left_out):
    grid = Grid("แผน", {at: Cell("x") for at in filled})
    usage = Usage([grid])
    for at in left_out:
        usage.ignore("แผน", *at, NOTE)
    for at in used:
        usage.use("แผน", *at)
    account = usage.account()
    assert account.filled == len(filled)
    assert account.used == len(filled & used)
    assert account.used + sum(item.cells for item in account.ignored) == account.filled


def test_what_nobody_named_is_listed_as_not_recognised():
    usage = Usage([Grid("แผน", {(1, 1): Cell("ก"), (1, 2): Cell("ข"), (2, 4): Cell("ค")})])
    usage.ignore("แผน", 2, 4, NOTE)
    assert usage.account().ignored == (
        Ignored("แผน!A1:B1", 2, worded(NOT_RECOGNISED)),
        Ignored("แผน!D2", 1, NOTE),
    )
