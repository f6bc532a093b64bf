"""Long texts of a table stand in lines broken between words, in columns that keep their width."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.words import numerals
from kmdash.typeset.wrap import text_width
from kmdash.ui.long_texts import layout

LONG = "ร้อยละความเข้าใจวิสัยทัศน์และยุทธศาสตร์ของบุคลากรในสังกัดกรมส่งเสริมการปกครองท้องถิ่นทั้งส่วนกลางและจังหวัด"
TABLE = pd.DataFrame({"ชื่อ": [LONG, "สั้น", None], "จำนวน": pd.array([1, None, 3], dtype="Int64")})


def test_a_table_of_short_texts_is_left_as_it_is():
    kept = layout(TABLE.iloc[1:], {}, page_size=16)
    assert (kept.rooms, kept.row_height) == ({}, None)
    assert kept.shown("สั้น ๆ", "ชื่อ") == "สั้น ๆ"


def test_a_long_text_is_broken_between_words_only():
    kept = layout(TABLE, {}, page_size=16)
    assert list(kept.rooms) == ["ชื่อ"]
    assert kept.shown(LONG, "ชื่อ").split(" ") == [
        "ร้อยละความเข้าใจวิสัยทัศน์และยุทธศาสตร์ของบุคลากร",
        "ในสังกัดกรมส่งเสริมการปกครองท้องถิ่นทั้งส่วนกลาง",
        "และจังหวัด",
    ]
    assert kept.row_height > 64, "the grid breaks no line in rows of four of the page's letters or less"


def test_columns_and_rows_grow_with_the_letters_of_a_meeting():
    usual, meeting = (layout(TABLE, {}, page_size=size) for size in (16, 24))
    assert meeting.rooms["ชื่อ"] == usual.rooms["ชื่อ"] * 1.5
    assert meeting.shown(LONG, "ชื่อ") == usual.shown(LONG, "ชื่อ")


def test_a_table_that_is_searched_and_not_read_keeps_its_rows_low():
    assert layout(pd.concat([TABLE] * 400), {}, page_size=16).row_height is None


@given(st.text("กาีเร่ \n็มxน 12๓.", max_size=200))
def test_every_line_fits_its_column_and_nothing_is_lost_before_a_cut(text):
    data = pd.DataFrame({"ก": [text, LONG]})
    kept = layout(data, {}, page_size=16)
    shown = kept.shown(text, "ก")
    assert all(text_width(line, 14) <= kept.rooms["ก"] for line in shown.split(" "))
    told = "".join(numerals(text).split())
    found = "".join(shown.replace("\u00a0", " ").split())
    assert found == told or (found.endswith("…") and told.startswith(found[:-1]))
