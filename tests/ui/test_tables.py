"""Tables are shown under Thai headings, codes as words, days in the Buddhist era, scores with four decimals."""

from datetime import date

import pandas as pd
import pytest

from kmdash.domain import columns as inputs
from kmdash.domain import results as frames
from kmdash.domain.frames import frame
from kmdash.domain.words import catalogue, set_language
from kmdash.ui import columns
from kmdash.ui.tables import headed

TABLES = {
    "coverage": (frames.COVERAGE, columns.COVERAGE),
    "attainment": (frames.ATTAINMENT, columns.ATTAINMENT),
    "calendar": (frames.CALENDAR, columns.CALENDAR),
    "tally": (frames.TALLY, columns.TALLY),
    "plans": (frames.COVERAGE, columns.PLANS),
    "unclear": (frames.WARNINGS, columns.UNCLEAR),
    "changes": (frames.CHANGES, columns.CHANGES),
    "problems": (inputs.PROBLEMS, columns.PROBLEMS),
}


@pytest.fixture(autouse=True)
def in_thai():
    set_language("th")


@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_a_table_is_in_its_frame_and_has_a_heading(name):
    data, shown = TABLES[name]
    assert set(shown) <= set(data)
    assert {f"column.{key}" for key in shown.values()} <= set(catalogue())
    assert len(headed(frame(data), shown).columns) == len(shown)


def test_values_are_told_as_a_person_reads_them():
    row = {"score": 2.26666, "reported_on": date(2019, 6, 15), "reason": "no_result", "constructed": True}
    shown = headed(frame(frames.ATTAINMENT, [row]), columns.ATTAINMENT).iloc[0]
    assert shown["คะแนน"] == 2.2667
    assert shown["รายงานเมื่อ"] == "15 มิ.ย. 2562"
    assert shown["เหตุที่ไม่มีคะแนน"] == "รอผล"
    assert shown["ข้อมูลสมมติ"] == "ใช่"


def test_a_number_that_is_no_score_has_at_most_four_decimals():
    data = frame(frames.PROGRESS_CURVE, [{"forecast": 23.423076923076923}, {"forecast": 61.50000000000001}])
    assert headed(data, columns.CURVE)["คาดการณ์"].tolist() == [23.4231, 61.5]


def test_gaps_stay_gaps():
    assert headed(frame(frames.ATTAINMENT, [{}]), columns.ATTAINMENT).isna().all(axis=None)


def test_the_frame_given_is_left_as_it_was():
    data = frame(frames.TALLY, [{"votes": 3, "share": 0.25, "selected": True}])
    before = data.copy(deep=True)
    assert headed(data, columns.TALLY)["ร้อยละของคะแนน"].item() == 25.0
    pd.testing.assert_frame_equal(data, before)
