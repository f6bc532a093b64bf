"""The overview's squares: one a stage, its mark and the words behind it."""

import json

import pytest
from streamlit.testing.v1 import AppTest


def shown(**counts):
    """The HTML of a plan with one stage of these counts, and of the legend."""
    app = AppTest.from_function(_page, args=(counts,)).run(timeout=60)
    assert not app.exception
    [plans] = app.get("bidi_component")
    return [json.loads(plans.proto.json), *(element.proto.body for element in app.get("html"))]


def _page(counts):
    import pandas as pd

    from kmdash.domain.frames import frame
    from kmdash.domain.results import COVERAGE
    from kmdash.ui.pieces import legend
    from kmdash.ui.plans import STATES, plan_table

    row = {"plan_id": "p", "plan": "แผน", "stage": 5, "stage_name": "การเข้าถึงความรู้", "planned": 1, "done": 0}
    none = {"overdue": 0, "due": 0, "unclear": 0, "cancelled": 0, "state": "planned"}
    starts = pd.DataFrame({"plan_id": ["p"], "start": pd.to_datetime(["2019-03-01"])})
    plan_table(frame(COVERAGE, [{**row, **none, **counts}]), starts, {}, {}, {}, "")
    legend(STATES)


@pytest.mark.parametrize(
    ("counts", "square"),
    [
        ({}, 'planned" title="ขั้นตอนที่ 5 การเข้าถึงความรู้: เสร็จ 0 จาก 1 กิจกรรม">5<'),
        ({"unclear": 1}, 'กิจกรรม · รอยืนยันกำหนดเวลา 1">?<'),
        ({"unclear": 1, "planned": 2, "done": 1, "state": "in_progress"}, ' · รอยืนยันกำหนดเวลา 1">?<'),
        ({"unclear": 1, "due": 1}, ' · รอยืนยันกำหนดเวลา 1">◆<'),
        ({"unclear": 1, "overdue": 1, "state": "late"}, ' · รอยืนยันกำหนดเวลา 1">▲<'),
    ],
)
def test_a_stage_that_waits_for_an_answer_is_no_stage_not_begun_unless_worse_stands(counts, square):
    assert square in shown(**counts)[0]


def test_the_legend_has_the_word_for_every_mark():
    legend = shown()[1]
    assert ">?</span>รอยืนยันกำหนดเวลา<" in legend
    assert legend.count('class="item"') == 7
