"""Frames and records: what goes in comes out, whatever array of pandas holds it."""

from datetime import date

import pandas as pd
import pytest

from kmdash.domain.frames import frame, records

COLUMNS = {"name": "str", "count": "int", "share": "float", "told": "bool", "day": "date"}
ROW = {"name": "ก", "count": 2, "share": 0.5, "told": True, "day": date(2019, 5, 1)}


def test_records_come_back_as_they_were_given_and_a_gap_as_none():
    gap = dict.fromkeys(COLUMNS)
    back = records(frame(COLUMNS, [ROW, {}]))
    assert back == [ROW, gap]
    assert [type(value) for value in back[0].values()] == [type(value) for value in ROW.values()]


@pytest.mark.parametrize("values", [[1.5, None], ["a", None], [date(2019, 5, 1), None]])
@pytest.mark.parametrize("dtype", [None, "object", "category"])
def test_a_gap_of_any_array_is_none(values, dtype):
    assert records(pd.DataFrame({"x": pd.Series(values, dtype=dtype)}))[1] == {"x": None}


def test_numbers_of_numpy_come_as_those_of_python():
    [row] = records(pd.DataFrame({"whole": [1], "part": [0.5], "told": [True]}))
    assert [type(value) for value in row.values()] == [int, float, bool]


def test_frames_without_rows_have_their_columns_and_share_nothing_that_is_written():
    one, other = frame(COLUMNS), frame(COLUMNS)
    one["more"] = 1
    assert list(other) == list(COLUMNS) and len(other) == 0
    assert other.dtypes.tolist() == frame(COLUMNS, [ROW]).dtypes.tolist()
