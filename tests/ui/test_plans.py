"""The overview's squares: one a stage, its mark and the words behind it."""

import json
import re

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


def table_of(counts):
    """The HTML of the table of plans with these counts, (overdue, due, done of ten) by name."""
    app = AppTest.from_function(_plans, args=(counts,)).run(timeout=60)
    assert not app.exception
    return json.loads(app.get("bidi_component")[0].proto.json)


def _plans(counts):
    import pandas as pd

    from kmdash.domain.frames import frame
    from kmdash.domain.results import COVERAGE
    from kmdash.ui.plans import plan_table

    same = {"stage": 5, "stage_name": "-", "planned": 10, "unclear": 0, "cancelled": 0, "state": "planned"}
    rows = [
        {**same, "plan_id": name, "plan": name, "overdue": overdue, "due": due, "done": done}
        for name, (overdue, due, done) in counts.items()
    ]
    starts = pd.DataFrame({"plan_id": pd.Series(dtype="str"), "start": pd.Series(dtype="datetime64[ns]")})
    plan_table(frame(COVERAGE, rows), starts, {}, {}, {}, "")


def names_in(html):
    return re.findall(r'class="km-open"[^>]*aria-label="(p\d+)"', html)


def test_few_plans_stand_in_their_own_order():
    html = table_of({f"p{number}": (number, 0, 0) for number in range(8)})
    assert names_in(html) == [f"p{number}" for number in range(8)]
    assert "เรียงตาม" not in html


def test_many_plans_stand_by_what_they_need_and_the_caption_says_so():
    rest = {f"p{number}": (0, 0, 9) for number in range(4, 10)}
    html = table_of({**rest, "p3": (0, 0, 1), "p2": (0, 2, 5), "p1": (3, 0, 5), "p0": (3, 1, 8)})
    assert names_in(html) == ["p0", "p1", "p2", "p3", *rest]
    assert "10 แผน เรียงตามที่ต้องดูแล" in re.sub("<[^>]*>", "", html)


def test_more_plans_than_are_shown_are_counted_and_lead_to_the_coverage():
    html = table_of({f"p{number}": (0, 0, 0) for number in range(33)})
    assert len(names_in(html)) == 30
    last = html.rpartition("<tr>")[2]
    assert 'href="coverage?' in last
    assert "อีก 3 แผน" in re.sub("<[^>]*>", "", last)
