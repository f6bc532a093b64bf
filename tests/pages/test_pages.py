"""Every page stands with no data, with the sample data, and with nonsense in the link."""

import json
import re

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from kmdash.domain.words import say
from kmdash.ui.menu import MENU

MEETING = [item.file.removeprefix("pages/") for item in MENU if "meeting" in item.file]
ALL = [item.file.removeprefix("pages/") for item in MENU]


def stands(app: AppTest) -> bool:
    return not app.exception and not app.error and len(app.title) == 1


@pytest.mark.parametrize("file", ALL)
def test_an_empty_store_shows_what_to_do(visit, file):
    app = visit(file)
    assert stands(app)
    assert "sample" in {button.key for button in app.button}


def test_the_sample_data_is_taken_with_one_click(visit):
    app = visit().button(key="sample").click().run()
    assert stands(app)
    assert app.title[0].value.startswith("เสร็จแล้ว 21 จาก 42 กิจกรรม")


def test_the_sample_data_is_one_version_and_taken_back_as_one(visit):
    visit().button(key="sample").click().run()
    app = visit("secretary/history.py")
    assert app.dataframe[0].value[say("column.reason")].tolist() == [say("sample.reason")]
    assert app.dataframe[0].value[say("column.file")].isna().all()
    app.button(key="undo").click().run()
    assert visit().title[0].value == say("empty.overview.title")


@pytest.mark.parametrize("file", ALL)
def test_the_sample_data_fills_every_page(with_panels, file):
    app = with_panels(file)
    assert stands(app)
    assert len(app.dataframe) >= (file not in ("secretary/upload.py", "secretary/reports.py"))
    assert len(app.title[0].value) > 10


@pytest.mark.parametrize("file", MEETING)
@pytest.mark.parametrize(
    "link", [{"fy": "9999"}, {"fy": "", "as_of": "แมว"}, {"plan": "x", "unit": "x", "version": "0"}]
)
def test_nonsense_in_the_link_counts_as_nothing(with_samples, file, link):
    assert with_samples(file, **link).title[0].value == with_samples(file).title[0].value


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ({"plan": "<b>x"}, "ไม่พบแผน “&lt;b&gt;x” ตามลิงก์ จึงแสดงทุกแผน"),
        ({"unit": "กองช่าง"}, "ไม่พบหน่วยงาน “กองช่าง” ตามลิงก์ จึงแสดงทุกหน่วยงาน"),
        ({"version": "99"}, "ไม่พบฉบับข้อมูล “99” ตามลิงก์ จึงแสดงฉบับล่าสุด"),
        ({"fy": "2500"}, "ไม่พบปีงบประมาณ “2500” ตามลิงก์ จึงแสดงปีงบประมาณ 2562"),
        ({"as_of": "2562-06-15"}, "(ในลิงก์ใช้ปี ค.ศ. เช่น 2018-10-01) จึงแสดงข้อมูล ณ 15 มิ.ย. 2562"),
        ({"office": "กรม ก", "plan": "x"}, " · ไม่พบแผน “x” ตามลิงก์ จึงแสดงทุกแผน"),
    ],
)
def test_what_the_link_asks_for_in_vain_is_told(with_samples, link, told):
    app = with_samples("meeting/coverage.py", **link)
    assert stands(app)
    assert [html.value for html in app.get("html") if told in html.value]


def test_a_link_that_names_what_there_is_tells_nothing_more(with_samples):
    app = with_samples("meeting/coverage.py", fy="2562", as_of="2019-06-15", version="5")
    assert [html.value for html in app.get("html") if "ตามลิงก์" in html.value] == []


@pytest.mark.parametrize("file", MEETING)
def test_every_chart_says_as_of_which_day_and_version(with_samples, file):
    sub = [html.value for html in with_samples(file).get("html") if html.value.startswith('<p class="km-sub"')]
    assert [("ข้อมูล ณ 15 มิ.ย. 2562" in line, "ฉบับที่" in line) for line in sub] == [(True, True)]


def test_the_sample_opens_as_of_the_day_of_its_constructed_reports(with_samples):
    app = with_samples()
    assert "15 มิ.ย. 2562" in app.selectbox(key="pick_as_of").options[0]
    assert app.selectbox(key="pick_as_of").value == ""


def test_a_day_in_the_link_changes_what_is_overdue(with_samples):
    early, late = with_samples(as_of="2018-10-15"), with_samples(as_of="2019-09-30")
    assert early.selectbox(key="pick_as_of").value == "2018-10-15"
    assert early.title[0].value != late.title[0].value


def test_a_plan_in_the_link_narrows_every_table(with_panels):
    app = with_panels("meeting/coverage.py")
    plan = app.selectbox(key="pick_plan").options
    value = app.session_state["pick_plan"]
    assert (value, len(plan)) == ("", 6)
    chosen = app.selectbox(key="pick_plan")
    app = chosen.select_index(1).run()
    assert set(app.dataframe[0].value[say("column.plan")]) == {"แผนที่ 1"}
    assert len(app.dataframe[0].value) == 7


def test_the_filters_are_cleared_with_one_button(with_panels):
    app = with_panels("meeting/coverage.py")
    app = app.selectbox(key="pick_plan").select_index(1).run()
    app = app.button(key="clear_filters").click().run()
    assert app.selectbox(key="pick_plan").value == ""
    assert len(app.dataframe[0].value) == 35


def test_an_older_version_is_shown_when_the_link_names_it(with_samples):
    app = with_samples("meeting/attainment.py", version="6")  # before the results came
    assert "ยังคิดคะแนนไม่ได้ทั้ง 5 ตัวชี้วัด" in app.title[0].value


def test_the_language_of_the_link_is_used(with_samples):
    assert with_samples(lang="en").title[0].value.startswith("21 of 42 activities done")


def test_the_language_of_the_setting_is_the_default(with_samples, monkeypatch):
    monkeypatch.setenv("KMDASH_LANG", "en")
    assert with_samples().title[0].value.startswith("21 of 42 activities done")
    assert with_samples(lang="th").title[0].value.startswith("เสร็จแล้ว")


@pytest.mark.parametrize("view", ["year", "plan", "months"])
def test_each_view_of_the_calendar_stands(with_samples, view):
    app = with_samples("meeting/calendar.py", view=view)
    assert stands(app)
    assert say("calendar.unclear", count=3) in {heading.value for heading in app.subheader}


def test_a_typed_result_is_stored_and_scored(with_panels):
    app = with_panels("meeting/attainment.py")
    app.selectbox(key="result_kpi").select_index(2)
    app.text_input(key="result_value").input("๗๒.๕")
    app = app.button(key="result_send").click().run()
    assert stands(app)
    shown = app.dataframe[0].value.set_index(say("column.plan"))
    assert shown.loc["แผนที่ 3", say("column.score")] == 3.5


def test_a_result_that_is_no_number_is_refused_in_a_sentence(with_samples):
    app = with_samples("meeting/attainment.py")
    app.selectbox(key="result_kpi").select_index(2)
    app.text_input(key="result_value").input("เยอะ")
    app = app.button(key="result_send").click().run()
    assert [error.value for error in app.error] == [say("result.no_number")]


def test_the_floor_of_the_link_is_printed_under_the_table(with_panels):
    app = with_panels("meeting/attainment.py", floor="extrapolate")
    assert say("floor.note", value=say("floor.extrapolate")) in {caption.value for caption in app.caption}


def test_scores_are_shown_with_four_decimals_half_up(with_panels):
    shown = with_panels("meeting/attainment.py").dataframe[0].value
    assert shown[say("column.score")].dropna().tolist() == [4.48, 3.3]


def test_the_downloads_give_the_table_of_the_screen(with_panels):
    from kmdash.reports import tables

    app = with_panels("meeting/vote.py")
    shown = app.dataframe[0].value
    sheet = openpyxl.load_workbook(_bytes(tables.xlsx(shown, title="t"))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == list(shown.columns)
    assert [row[0] for row in rows[1:]] == [1, 2, 3, 4, 4, 6, 6, 6, 9, 10, 11, 11, 13, 14, 14, 14]


def _bytes(data):
    from io import BytesIO

    return BytesIO(data)


def test_an_import_is_taken_back_on_the_history_page(with_samples):
    app = with_samples("secretary/history.py")
    before = len(app.dataframe[0].value)
    app = app.button(key="undo").click().run()
    assert stands(app)
    assert len(app.dataframe[0].value) == before + 1


def test_a_failing_page_tells_a_sentence_with_a_number(with_samples, monkeypatch, caplog):
    def fail(*_args, **_more):
        raise RuntimeError("secret detail")

    monkeypatch.setattr("kmdash.measures.vote.tally", fail)
    app = with_samples("meeting/vote.py")
    assert not app.exception
    reference = app.error[0].value.split()[-1]
    assert "secret detail" not in app.error[0].value
    assert any(reference in record.getMessage() for record in caplog.records)


def test_a_damaged_store_is_told_and_left_as_it_is(visit, tmp_path):
    (tmp_path / "kmdash.db").write_bytes(b"")
    app = visit()
    assert not app.exception
    assert app.title[0].value == say("frame.stopped")
    assert (tmp_path / "kmdash.db").read_bytes() == b""


@pytest.mark.parametrize("file", ALL)
def test_every_widget_has_a_key(with_samples, file):
    app = with_samples(file)
    kinds = (app.button, app.selectbox, app.text_input, app.radio, app.checkbox, app.file_uploader)
    assert [widget for kind in kinds for widget in kind if not widget.key] == []


@pytest.mark.parametrize("file", MEETING)
def test_charts_and_tables_are_told_in_words(with_samples, file):
    app = with_samples(file)
    charts = [*app.get("plotly_chart"), *app.get("arrow_data_frame")]
    assert charts or file == "meeting/changes.py"  # in the sample nothing has changed
    assert [chart for chart in charts if not chart.proto.alt] == []


def test_the_cards_of_the_months_count_as_the_title_does(with_samples):
    app = with_samples("meeting/calendar.py", view="months")
    [cards] = app.get("bidi_component")
    shown = r"<h3><button[^>]*>(.*?)</button><span>(.*?)</span>(?:<small>(.*?)</small>)?"
    told = {name: counts for name, *counts in re.findall(shown, json.loads(cards.proto.json))}
    assert "พ.ค. 2562 งานหนาแน่นที่สุด 7 กิจกรรม" in app.title[0].value.replace("\\", "")
    assert [name for name, (count, _) in told.items() if count == "7 กิจกรรม"] == ["พฤษภาคม 2562"]
    assert told["พฤษภาคม 2562"][1] == "+ ขั้นตอนคณะทำงาน 1"
    assert told["มีนาคม 2562"] == ["5 กิจกรรม", "+ ขั้นตอนคณะทำงาน 6"]
