"""The learning page: empty, with the sample of three years, and what is typed."""

from kmdash.domain.words import say

SAMUT = "องค์การบริหารส่วนจังหวัดสมุทรสงคราม (ตัวอย่าง)"
LEARNING = "follow_up/learning.py"


def frame_with(app, key):
    return next(frame.value for frame in app.dataframe if say(f"column.{key}") in frame.value)


def test_an_empty_page_says_what_to_import(visit):
    app = visit(LEARNING)
    assert not app.exception
    assert app.title[0].value == say("empty.learning.title")


def test_the_same_activity_stands_in_each_of_three_years(with_panels):
    app = with_panels(LEARNING, office=SAMUT)
    assert not app.exception
    assert app.title[0].value == "บทเรียน AAR 2 เรื่อง SWOT 1 เรื่อง — กิจกรรมที่ทำซ้ำทุกปี 11 เรื่อง ทำแล้ว 5 จาก 33 รอบ"
    years = frame_with(app, "year_result")
    assert set(years[say("column.of_year")]) == {2567, 2568, 2569}
    assert years[say("column.ticked")].dropna().tolist()[:3] == [6, 6, 0]
    assert frame_with(app, "strengths")[say("column.strengths")].str.count("\n").tolist() == [2]
    areas = frame_with(app, "area_known")
    assert areas[say("column.area")].value_counts().to_dict() == {
        say("area.KV"): 5,
        say("area.KS"): 15,
        say("area.KA"): 5,
    }


def test_a_review_and_a_year_typed_are_stored_and_shown(with_samples):
    app = with_samples(LEARNING, office=SAMUT)
    app = app.selectbox(key="aars_about").select_index(3).run()
    next(box for box in app.text_area if box.key.startswith("aars_intended_")).input("ตั้งใจ")
    app = app.button(key="aars_send").click().run()
    assert not app.exception and not app.error
    assert app.title[0].value.startswith("บทเรียน AAR 3 เรื่อง")
    next(box for box in app.selectbox if box.key.startswith("year_status_")).set_value("done")
    next(box for box in app.text_area if box.key.startswith("year_result_")).input("ทำซ้ำ")
    app = app.button(key="activity_years_send").click().run()
    assert not app.exception and not app.error


def test_the_area_of_a_plan_is_told_and_taken_from_then_on(with_panels):
    app = with_panels(LEARNING, office=SAMUT)
    next(box for box in app.selectbox if box.key.startswith("area_") and box.key.endswith("_which")).set_value("KS")
    app = app.button(key="area_plans_send").click().run()
    assert not app.exception and not app.error
    assert say("area_known.answered") in set(frame_with(app, "area_known")[say("column.area_known")])


def test_nothing_is_typed_in_a_meeting_and_a_plan_without_lessons_shows(with_samples):
    app = with_samples(LEARNING, office=SAMUT, meet="1")
    assert not app.exception
    assert not {"aars_send", "activity_years_send", "area_plans_send"} & {button.key for button in app.button}
    assert not with_samples(LEARNING).exception
