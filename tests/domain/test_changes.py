"""What differs between two registers, row by row and value by value."""

from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from kmdash.domain.changes import changes
from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.frames import frame as frame_of
from kmdash.domain.register import Register, from_records
from kmdash.domain.results import CHANGES

KPIS = st.lists(
    st.fixed_dictionaries(
        {
            "kpi_id": st.sampled_from(["k1", "k2", "k3"]),
            "name": st.none() | st.sampled_from(["ก", "ข"]),
            "weight": st.none() | st.floats(0, 100),
            "source_cell": st.sampled_from(["แผน!A1", "แผน!A2"]),
        }
    ),
    max_size=4,
)
EMPTY = from_records({})
DAY = date(2019, 6, 15)


def difference(frame, before, after):
    """The changes between two registers of one frame, as rows without the frame's name."""
    one, other = (Register({**EMPTY.frames, frame: frame_of(INPUT_FRAMES[frame], rows)}) for rows in (before, after))
    found = changes(one, other)
    assert set(found["frame"]) <= {frame}
    rows = found.drop(columns=["frame", "cell"]).astype("object")
    return rows.where(rows.notna(), None).values.tolist()


@settings(max_examples=25)
@given(KPIS)
def test_a_register_does_not_differ_from_itself(rows):
    assert difference("kpis", rows, rows) == []


@settings(max_examples=50)
@given(KPIS, KPIS)
def test_backwards_what_was_added_is_removed_and_values_change_places(one, other):
    turned = {"added": "removed", "removed": "added", "changed": "changed"}
    there = {tuple(row) for row in difference("kpis", one, other)}
    back = {(key, turned[change], column, b, a) for key, change, column, a, b in difference("kpis", other, one)}
    assert there == back


def test_no_difference_has_the_columns_of_changes():
    found = changes(from_records({}), from_records({}))
    assert (list(found.columns), len(found)) == (list(CHANGES), 0)


def test_a_value_given_changed_or_lost_is_told_with_both_sides():
    before = {"activity_id": "a", "text": "ประชุม", "start": DAY, "position": 1}
    after = {"activity_id": "a", "text": "อบรม", "percent": 12.5, "position": 1}
    assert difference("activities", [before], [after]) == [
        ["a", "changed", "text", "ประชุม", "อบรม"],
        ["a", "changed", "start", "2019-06-15", None],
        ["a", "changed", "percent", None, "12.5"],
    ]


def test_a_row_that_came_or_went_is_told_with_every_value_it_has():
    row = {"kpi_id": "k", "name": "ร้อยละ", "weight": 60.0}
    assert difference("kpis", [], [row]) == [
        ["k", "added", "name", None, "ร้อยละ"],
        ["k", "added", "weight", None, "60"],
    ]
    assert difference("kpis", [row], []) == [
        ["k", "removed", "name", "ร้อยละ", None],
        ["k", "removed", "weight", "60", None],
    ]


def test_where_a_value_stands_in_its_file_does_not_count():
    before = {"activity_id": "a", "source_cell": "แผน!A1", "source_file": "ก.xlsx", "period_cell": "แผน!B1"}
    after = {"activity_id": "a", "source_cell": "แผน!A2", "source_file": "ข.xlsx", "period_cell": "แผน!B2"}
    assert difference("activities", [before], [after]) == []


def test_results_of_one_kpi_are_told_apart_by_their_day():
    early = {"kpi_id": "k", "reported_on": date(2019, 3, 31), "actual": 60.0}
    late = {"kpi_id": "k", "reported_on": DAY, "actual": 72.0}
    assert difference("results", [early], [early, late]) == [["k 2019-06-15", "added", "actual", None, "72"]]


def test_a_mark_has_only_its_key_and_a_second_one_is_compared_with_the_second():
    mark = {"ballot_id": "b", "voter": "กองคลัง", "candidate_id": "c"}
    assert difference("marks", [mark], [mark, mark]) == [["b กองคลัง c (2)", "added", None, None, None]]


def test_nothing_given_is_changed():
    register = from_records({"kpis": [{"kpi_id": "k", "weight": 60.0}]})
    kept = register.kpis.copy()
    changes(register, from_records({}))
    pd.testing.assert_frame_equal(register.kpis, kept)


def test_each_change_points_to_the_cell_it_stands_in():
    cells = '{"text": "แผน!B3", "period": "แผน!C3"}'
    before = {"activity_id": "a", "text": "ประชุม", "period_text": "ม.ค. 62", "source_cell": "เก่า!B9"}
    after = {
        "activity_id": "a",
        "text": "อบรม",
        "period_text": "ก.พ. 62",
        "value_cells": cells,
        "source_cell": "แผน!B3",
    }
    one, other = (from_records({"activities": [row]}) for row in (before, after))
    found = changes(one, other)
    assert dict(zip(found["column"], found["cell"], strict=True)) == {"text": "แผน!B3", "period_text": "แผน!C3"}
    assert set(changes(one, from_records({}))["cell"]) == {"เก่า!B9"}
