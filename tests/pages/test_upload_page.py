"""From a file to a version: nothing is stored before it is confirmed, and bad files leave everything as it is."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kmdash.domain.words import say

SAMPLES = Path(__file__).resolve().parents[2] / "sample_data"
PAGE = "secretary/upload.py"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


def given(app: AppTest, name: str, data: bytes) -> AppTest:
    return app.file_uploader(key="files_0").upload(name, data).run()


def asked(app: AppTest) -> list:
    return [button for button in app.button if button.key.startswith("send_")]


def choose_first(app: AppTest) -> AppTest:
    """Answer the first question that offers choices with the first of them."""
    radio = app.radio[0].set_value(app.radio[0].options[0].replace("\\", ""))
    return app.button(key=radio.key.replace("choice_", "send_", 1)).click().run()


def to_check(app: AppTest) -> int:
    """How many findings the first panel says are still open."""
    return int(re.search(r"\((\d+)\)", app.tabs[0].label)[1])


def shown(app: AppTest, text: str) -> bool:
    return any(text in html.value for html in app.get("html"))


def tile(app: AppTest, place: int, number: str = r"<b>([\d,]+)") -> int:
    """A number in one of the tiles."""
    [tiles] = [html.value for html in app.get("html") if say("upload.ignored") in html.value]
    return int(re.search(number, tiles.split("<li")[place + 1])[1].replace(",", ""))


def plans() -> bytes:
    return (SAMPLES / "plans-2562.xlsx").read_bytes()


def test_a_file_is_read_and_stored_only_when_confirmed(visit):
    app = given(visit(PAGE), "plans.xlsx", plans())
    assert not app.exception
    assert "เซลล์" in app.title[0].value
    assert "เริ่มจากไฟล์" in visit().title[0].value
    app = app.button(key="confirm").click().run()
    assert app.title[0].value == say("title.upload.stored", number=1)
    assert visit().title[0].value.startswith("เสร็จแล้ว 0 จาก 42 กิจกรรม")


def test_the_three_tiles_sum_to_the_filled_cells(visit):
    from kmdash.ingest.read import read_file
    from kmdash.ui.uploads import Upload, counted

    upload = Upload("plans.xlsx", plans(), read_file(plans(), "plans.xlsx"))
    filled, used, ignored, check = counted([upload])
    assert filled == upload.reading.account.filled
    assert (used - check) + ignored + check == filled
    assert check > 0


def test_no_proposal_is_chosen_beforehand(visit):
    app = given(visit(PAGE), "plans.xlsx", plans())
    assert app.radio
    assert {radio.value for radio in app.radio} == {None}


def test_an_answer_before_the_import_is_stored_with_it(visit):
    app = given(visit(PAGE), "plans.xlsx", plans())
    before = len(asked(app))
    app = choose_first(app)
    assert (len(asked(app)), len(app.error)) == (before - 1, 0)
    app = app.button(key="confirm").click().run()
    assert say("upload.questions", count=before - 1) in {heading.value for heading in app.header}


def test_an_answer_in_place_leaves_one_less_to_check(visit):
    app = given(visit(PAGE), "plans.xlsx", plans())
    before = to_check(app)
    assert before > 0
    assert to_check(choose_first(app)) == before - 1


def test_a_question_answered_in_an_earlier_import_is_not_asked_again(visit):
    app = given(visit(PAGE), "plans.xlsx", plans())
    before, answer = to_check(app), app.radio[0].options[0].replace("\\", "")
    choose_first(app).button(key="confirm").click().run()
    app = given(visit(PAGE), "plans.xlsx", plans())
    assert (to_check(app), len(app.error)) == (before - 1, 0)
    told = say("question.answered", answer=answer)
    assert [html.value for html in app.get("html") if told in html.value]


def test_an_answer_that_was_taken_back_is_asked_for_again(visit):
    app = given(visit(PAGE), "plans.xlsx", plans())
    before = to_check(app)
    choose_first(app).button(key="confirm").click().run()
    visit("secretary/history.py").button(key="undo").click().run()
    assert to_check(given(visit(PAGE), "plans.xlsx", plans())) == before


def test_nothing_is_left_to_confirm_after_confirming(visit):
    app = given(visit(PAGE), "plans.xlsx", plans())
    assert shown(app, say("upload.about"))
    app = app.button(key="confirm").click().run()
    assert not shown(app, say("upload.about"))


def test_a_file_nothing_was_recognised_in_counts_as_not_used(visit):
    app = visit(PAGE)
    files = [("plans.xlsx", plans(), ""), ("อื่น.csv", b"a,b\n1,2\n", "text/csv")]
    app = app.file_uploader(key="files_0").set_value(files[:1]).run()
    filled, ignored = tile(app, 0, "จากที่มีข้อมูล ([\\d,]+)"), tile(app, 1)
    app = app.file_uploader(key="files_0").set_value(files).run()
    assert len(app.warning) == 1
    assert (tile(app, 0, "จากที่มีข้อมูล ([\\d,]+)"), tile(app, 1)) == (filled + 4, ignored + 4)


def test_a_file_nothing_was_recognised_in_is_counted_and_explained_alone(visit):
    app = given(visit(PAGE), "อื่น.csv", b"a,b\n1,2\n")
    assert not app.exception
    assert app.title[0].value == say("title.upload.unknown")
    assert (tile(app, 0), tile(app, 1), tile(app, 2)) == (0, 4, 0)
    assert app.dataframe[-1].value[say("column.cells")].sum() == 4


def test_an_open_question_is_answered_after_the_import(with_samples):
    app = with_samples(PAGE)
    before = len(asked(app))
    assert before > 0
    app = choose_first(app)
    assert (len(asked(app)), len(app.error)) == (before - 1, 0)


def test_an_answer_that_is_none_is_refused_in_a_sentence(with_samples):
    app = with_samples(PAGE)
    before = len(asked(app))
    next(field for field in app.text_input if field.key.startswith("typed_store")).input("สักวันหนึ่ง")
    app = asked(app)[0].click().run()
    assert (len(asked(app)), len(app.error)) == (before, 1)


def test_the_same_file_twice_makes_no_new_version(visit):
    app = given(visit(PAGE), "plans.xlsx", plans()).button(key="confirm").click().run()
    app = app.file_uploader(key="files_1").upload("again.xlsx", plans()).run()
    app = app.button(key="confirm").click().run()
    assert [told.value for told in app.success] == ["again\\.xlsx ตรงกับข้อมูลที่เก็บไว้แล้ว จึงไม่สร้างฉบับใหม่"]


@pytest.mark.parametrize(("name", "data"), [("ภาพ.png", PNG), ("ว่าง.xlsx", b""), ("เสีย.xlsx", b"PK\x03\x04xx")])
def test_an_unreadable_file_is_one_sentence_and_changes_nothing(with_samples, name, data):
    before = with_samples().title[0].value
    app = given(with_samples(PAGE), name, data)
    assert not app.exception
    assert len(app.error) == 1
    assert name.split(".")[0] in app.error[0].value
    assert with_samples().title[0].value == before


def test_a_good_file_goes_on_beside_a_bad_one(visit):
    app = visit(PAGE)
    app.file_uploader(key="files_0").set_value([("ภาพ.png", PNG, "image/png"), ("plans.xlsx", plans(), "")]).run()
    assert len(app.error) == 1
    assert app.button(key="confirm").value is False
    app = app.button(key="confirm").click().run()
    assert app.title[0].value == say("title.upload.stored", number=1)


def test_the_questions_of_a_file_are_asked_in_the_language_of_the_link(visit):
    app = given(visit(PAGE, lang="en"), "plans.xlsx", plans())
    assert not app.exception
    texts = [html.value for html in app.get("html")]
    assert any("km-problem question" in text for text in texts)
    blocks = [text for text in texts if "km-problem" in text]
    sentences = [
        sentence for block in blocks for sentence in re.findall(r'</p><p>(.*?)</p><p class="remedy">(.*?)</p>', block)
    ]
    assert sentences
    assert [
        parts for parts in sentences if re.search("[\u0e00-\u0e7f]{6,}", re.sub("“[^”]*”", "", " ".join(parts)))
    ] == []


def two_plans_and_a_rubric() -> bytes:
    """Two plans and, apart from both, a KPI of five levels in words, as CSV."""
    office = "แผนการจัดการความรู้ของกรมตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๒"
    plan = "{title}\nที่,กิจกรรม,ระยะเวลา,ผู้รับผิดชอบ\n1,ประชุม,ม.ค. 62,กจ.\n2,อบรม,ก.พ. 62,กจ.\n"
    plans = [plan.format(title=f"แผนการจัดการความรู้{unit}") for unit in ("กองหนึ่ง", "กองสอง")]
    rubric = ["ตัวชี้วัด กลุ่มภารกิจที่มีขั้นตอนงาน", *(f"ระดับ {n},มี {2 * n - 3} - {2 * n - 2} กลุ่ม" for n in range(1, 6))]
    rubric[1], rubric[5] = "ระดับ 1,ยังไม่มี", "ระดับ 5,ครบทุกกลุ่ม"
    return "\n".join([office, *plans, *rubric]).encode("utf-8-sig")


def send_choice(app: AppTest, key: str, choice: str | None) -> AppTest:
    if choice:
        app.radio(key=key).set_value(choice)
    return app.button(key=key.replace("choice_", "send_", 1)).click().run()


def test_levels_apart_from_two_plans_are_asked_and_then_judged_in_the_plan_that_was_chosen(visit, unfold):
    app = given(visit(PAGE), "แผน.csv", two_plans_and_a_rubric())
    [which] = app.radio
    assert (which.value, len(which.options)) == (None, 2)
    app = send_choice(app, which.key, None)
    assert len(app.error) == 1
    app = send_choice(app, which.key, "2 แผนการจัดการความรู้กองสอง")
    assert list(app.radio) == []
    app.button(key="confirm").click().run()
    app = unfold(visit)("meeting/attainment.py")
    app.selectbox(key="result_kpi").select_index(0)
    app.text_input(key="result_value").input("3")
    app = app.button(key="result_send").click().run()
    assert not app.error
    judged = app.dataframe[0].value.iloc[0]
    assert (judged[say("column.name")], judged[say("column.level")]) == ("กลุ่มภารกิจที่มีขั้นตอนงาน", 3)
    assert judged[say("column.plan")] == "แผนที่ 2"
