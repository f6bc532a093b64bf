"""Five level texts in one column: what goes in comes out."""

from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.level_texts import join_levels, split_levels

LINES = st.text(alphabet="กขค1 -๑()", min_size=1).map(str.strip).filter(bool)
TEXTS = st.lists(LINES, min_size=1, max_size=4).map("\n".join)


@given(texts=st.lists(TEXTS, min_size=5, max_size=5))
def test_five_level_texts_come_back_with_their_own_line_breaks(texts):
    joined = join_levels(texts)
    assert joined.count("\n") == 4
    assert split_levels(joined) == texts


def test_no_text_is_no_levels():
    assert split_levels(None) == []
