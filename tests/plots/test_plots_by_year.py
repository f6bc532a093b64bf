"""The map of recurring activities: what its cells lead to, how its rows are told apart, how many it draws."""

import re

from kmdash.domain.behind_lessons import of_year
from kmdash.domain.frames import frame
from kmdash.domain.learned_results import YEARS
from kmdash.domain.marks import marks
from kmdash.domain.names import told_apart
from kmdash.domain.register import from_records
from kmdash.plots.by_year import by_year
from kmdash.ui.lessons import lines


def test_a_cell_leads_where_its_row_of_the_table_does():
    about = {"activity_id": "P1/1", "key": "อบรม", "name": "1 อบรม", "told": False}
    years = frame(YEARS, [{**about, "of_year": year, "state": "no_date"} for year in (2567, 2568)])
    figure = by_year(years, theme="light", width=900)
    clickable = {tuple(told) for trace in figure.data if trace.customdata is not None for told in trace.customdata}
    assert clickable - {()} == set(marks("in_year", years))
    for told in marks("in_year", years):
        (item,) = of_year(told, years, from_records({}))
        assert item.name.endswith(told[2])


def texts_of(years):
    return [note.text for note in by_year(years, theme="light", width=900).layout.annotations]


def a_year(key, plan, name, year=2568):
    return {"activity_id": key, "key": key, "plan": plan, "name": name, "of_year": year, "state": "no_date"}


def test_rows_that_share_a_name_are_led_by_their_plan():
    rows = [a_year("1", "แผนที่ 1", "อบรม"), a_year("2", "แผนที่ 2", "อบรม"), a_year("3", "แผนที่ 2", "ประชุม")]
    rows.append(a_year("3", "แผนที่ 2", "ประชุม", 2569))
    years = told_apart(frame(YEARS, rows), "key")
    told = texts_of(years)
    assert {"แผนที่ 1 · อบรม", "แผนที่ 2 · อบรม", "ประชุม"} <= set(told)
    assert [group.title for group in lines(years)] == ["แผนที่ 1 · อบรม", "แผนที่ 2 · อบรม", "ประชุม"]


def test_more_rows_than_two_screens_are_counted_instead_of_drawn():
    rows = [a_year(str(number), "แผนที่ 1", f"อบรม {number}") for number in range(41)]
    assert len(texts_of(frame(YEARS, rows[:40]))) > 40
    (told,) = texts_of(frame(YEARS, rows))
    assert "41" in told and "โปรดเลือกแผนหรือหน่วยงาน" in re.sub(r"<br>|\s", "", told)
