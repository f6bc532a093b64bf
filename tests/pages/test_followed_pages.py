"""Submissions, targets and the committee: empty, with the sample, with one item, and what is typed."""

import pytest

from kmdash.domain.fiscal import shown_month
from kmdash.domain.reading import Part
from kmdash.domain.words import say
from kmdash.store import open_store
from tests.pages.test_pages import stands

FILES = ("follow_up/submissions.py", "follow_up/targets.py", "secretary/committee.py")
UNIT = say("column.unit")
OF = {"office": "สำนักงานตัวอย่าง", "fiscal_year": 2561}


@pytest.fixture
def one(visit, unfold, tmp_path):
    """A store with one submission, one figure and one role."""
    from datetime import date

    store = open_store(str(tmp_path / "kmdash.db"))
    month = {"month": date(2018, 5, 1), "source_cell": "แผ่น 1!C3", "source_file": "ก.xlsx"}
    rows = {
        "submissions": {**OF, **month, "submission_id": "S1", "position": 1, "unit": "เมือง", "told": "on_time"},
        "series": {**OF, "series_id": "Q1", "position": 1, "unit": "เมือง", "period_no": 1, "target": 9.0},
        "duties": {**OF, "duty_id": "D1", "position": 1, "role": "หัวหน้า<b>คณะ", "holders": "ปลัด", "duties": "ก\nข"},
    }
    parts = [Part(name, "1", "สำนักงานตัวอย่าง", 2561, {name: [row]}) for name, row in rows.items()]
    store.write(parts, actor="ผู้ทดสอบ", kind="import")
    store.close()
    return unfold(visit)


@pytest.mark.parametrize("file", ["follow_up/targets.py", "follow_up/submissions.py", "follow_up/knowledge.py"])
def test_a_unit_in_the_link_leaves_its_own_rows_alone(with_panels, file):
    app = with_panels(file, unit="กม.")
    assert not app.exception
    units = {unit for table in app.dataframe if UNIT in table.value for unit in table.value[UNIT].dropna()}
    assert units <= {"กม."}


def test_reports_that_are_missing_are_told_by_unit_once(with_samples):
    told = with_samples("follow_up/targets.py").title[0].value
    assert "ยังขาดรายงานบางช่วงของ กพร.สธ., กม." in told.replace("\\", "")


@pytest.mark.parametrize("file", FILES)
def test_each_page_stands_with_one_item(one, file):
    app = one(file)
    assert stands(app)
    assert app.dataframe


def test_one_submission_on_time_is_told_and_wins(one):
    app = one("follow_up/submissions.py")
    month = say("title.submissions.full", month="พ.ค. 2561", units="เมือง")
    assert app.title[0].value == month.replace(".", r"\.").replace(":", r"\:")
    assert app.dataframe[0].value[say("column.winner")].tolist() == [say("table.yes")]


def test_a_target_without_any_report_says_so(one):
    assert one("follow_up/targets.py").title[0].value == say("title.targets.none")


def test_what_was_typed_in_a_role_is_shown_and_not_obeyed(one):
    cards = [html.value for html in one("secretary/committee.py").get("html") if '"km-roles"' in html.value]
    assert ["หัวหน้า&lt;b&gt;คณะ" in card for card in cards] == [True]


def test_the_sample_names_the_month_and_who_has_not_sent(with_samples):
    title = with_samples("follow_up/submissions.py").title[0].value
    assert "4 หน่วยงานส่งครบตรงเวลา" in title
    assert "ยังไม่ส่ง 3 หน่วยงาน" in title


def test_another_month_in_the_link_is_ranked(with_samples):
    from datetime import date

    app = with_samples("follow_up/submissions.py", award_month="2019-04-01")
    assert shown_month(date(2019, 4, 1)).replace(".", r"\.") in app.title[0].value
    assert app.dataframe[0].value[say("column.rank")].tolist() == [1, 1, 1, 1, 1, 1, 7, 8]


def test_what_a_late_report_counts_is_set_in_the_link_and_printed(with_panels):
    app = with_panels("follow_up/submissions.py", late_points="0")
    assert say("late_points.note", value=0) in {caption.value for caption in app.caption}
    shown = app.dataframe[1].value.set_index(say("column.unit"))
    assert shown.loc["กม.", say("column.award_score")] == pytest.approx(83.3333)


def test_one_series_in_the_link_narrows_the_page(with_panels):
    app = with_panels("follow_up/targets.py", series="การเบิกจ่ายงบประมาณโครงการ KM")
    assert len(app.dataframe[0].value) == 5
    assert "ช้ากว่าแผน 3 จาก 5 หน่วยงาน มากที่สุดคือ กพร" in app.title[0].value


def test_the_first_step_dated_after_the_second_is_told(with_samples):
    notes = [html.value for html in with_samples("secretary/committee.py").get("html") if "km-note" in html.value]
    assert any("๒๓ มี.ค. ๖๒" in note and "๘ ก.พ. ๖๒" in note for note in notes)


def test_a_step_marked_as_done_counts(with_samples):
    app = with_samples("secretary/committee.py")
    assert app.title[0].value.startswith("คณะทำงานดำเนินการแล้ว 0 จาก 9")
    app = app.button(key="step_send").click().run()
    assert stands(app)
    assert app.title[0].value.startswith("คณะทำงานดำเนินการแล้ว 1 จาก 9")


def test_a_summary_is_written_kept_and_changed(with_panels):
    app = with_panels("secretary/committee.py")
    app.text_area[2].input("ก้าวหน้าตามแผน")
    app = app.button(key="summary_send").click().run()
    assert stands(app)
    texts = [str(value) for frame in app.dataframe for value in frame.value.to_numpy().ravel()]
    assert "ก้าวหน้าตามแผน" in texts


def test_a_role_without_a_name_is_refused_in_a_sentence(with_samples):
    app = with_samples("secretary/committee.py").button(key="role_send").click().run()
    assert [error.value for error in app.error] == [say("committee.missing")]
