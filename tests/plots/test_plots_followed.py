"""The map of submissions and the bars against targets: what is printed, what can be clicked, nothing obeyed."""

from datetime import date

import plotly.graph_objects as go
import pytest

from kmdash.domain.register import from_records
from kmdash.measures.submissions import monthly, submitted, yearly
from kmdash.measures.targets import periods, targets_met
from kmdash.plots.submissions import award_map
from kmdash.plots.targets import bars
from kmdash.ui.target_rows import listed

DAY = date(2018, 6, 15)
OF = {"office": "ก", "fiscal_year": 2561}


def drawn(rows, theme="light"):
    register = from_records({"submissions": [{**OF, "submission_id": str(n), **row} for n, row in enumerate(rows)]})
    found = submitted(register.submissions, DAY)
    months = monthly(found)
    return award_map(months, yearly(found, months), fiscal_year=2561, as_of=DAY, theme=theme, width=1270)


def barred(rows, theme="light"):
    register = from_records({"series": [{**OF, "series_id": str(n), **row} for n, row in enumerate(rows)]})
    return bars(targets_met(periods(register.series, DAY), register.targets), theme=theme, width=1270)


def texts(figure):
    return " | ".join(annotation["text"] for annotation in figure.layout.annotations)


ROWS = [
    {"unit": "เมือง<b>", "month": date(2018, 5, 1), "told": "on_time"},
    {"unit": "งาว", "month": date(2018, 5, 1), "told": "missing"},
    {"unit": "งาว", "month": date(2018, 6, 1)},
]
FIGURES = [
    {"name": "เบิกจ่าย", "unit": "เมือง<i>", "period_no": 1, "target": 10.0, "actual": 4.0},
    {"name": "เบิกจ่าย", "unit": "งาว", "period_no": 1, "target": 10.0},
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("draw", "rows"), [(drawn, ROWS), (barred, FIGURES)])
def test_plotly_takes_every_text_and_shape(draw, rows, theme):
    figure = draw(rows, theme)
    go.Figure(figure.to_dict())  # checks what was drawn unchecked
    assert "<b>เมือง<" not in texts(figure)


def test_a_month_prints_what_came_of_what_was_due_and_the_winner():
    told = texts(drawn(ROWS))
    assert "★1/1" in told
    assert "0/1 ▲1" in told
    assert "○" in told


def test_each_cell_can_be_clicked_by_unit_and_month():
    figure = drawn(ROWS)
    marks = [mark for trace in figure.data if trace.customdata is not None for mark in trace.customdata if mark]
    assert ("award", "งาว", "2018-05-01") in {tuple(mark) for mark in marks}


def test_a_unit_behind_its_plan_says_by_how_much_and_one_without_a_report_says_so():
    told = texts(barred(FIGURES))
    assert "ช้ากว่าแผน 6" in told
    assert "ยังไม่มีรายงานผล" in told


def test_periods_without_a_report_are_told_beside_the_bar_and_in_the_list():
    gap = {"name": "เบิกจ่าย", "unit": "งาว", "target": 10.0}
    rows = [{**gap, "period_no": number, "actual": actual} for number, actual in ((1, 10.0), (2, None), (3, 4.0))]
    register = from_records({"series": [{**OF, "series_id": str(n), **row} for n, row in enumerate(rows)]})
    met = targets_met(periods(register.series, DAY), register.targets)
    assert met["not_told"].tolist() == [1]
    assert "· ขาดรายงาน 1 ช่วง" in texts(bars(met, theme="light", width=1270))
    assert [group.text.endswith("ขาดรายงาน 1 ช่วง") for group in listed(met)] == [True]


@pytest.mark.parametrize("draw", [drawn, barred])
def test_nothing_to_draw_says_so(draw):
    assert texts(draw([]))
