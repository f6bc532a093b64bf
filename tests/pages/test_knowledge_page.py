"""The store of knowledge and the network: empty, with the sample, with one item; what is typed becomes a version."""

import pytest

from kmdash.domain.knowledge_parts import record_part
from kmdash.domain.reading import Part
from kmdash.domain.words import say
from kmdash.store import open_store

PROVINCE = "สำนักงานพัฒนาชุมชนจังหวัดฉะเชิงเทรา (ตัวอย่าง)"
LAMPANG = "สำนักงานพัฒนาชุมชนจังหวัดลำปาง (ตัวอย่าง)"
KNOWLEDGE, NETWORK = "follow_up/knowledge.py", "follow_up/network.py"
OF = {"office": "กรมตัวอย่าง", "fiscal_year": 2564}


@pytest.fixture
def store(visit, tmp_path):
    found = open_store(str(tmp_path / "kmdash.db"))
    yield found
    found.close()


def notes(app):
    return [html.value for html in app.get("html") if "km-note" in html.value]


def tables(app):
    return [tuple(frame.value.columns) for frame in app.dataframe]


@pytest.mark.parametrize("file", [KNOWLEDGE, NETWORK])
def test_an_empty_page_says_what_to_import(visit, file):
    app = visit(file)
    name = file.rpartition("/")[2].removesuffix(".py")
    assert app.title[0].value == say(f"empty.{name}.title")
    assert any(say(f"empty.{name}.text") in note for note in notes(app))


def test_the_finding_counts_what_is_needed_written_and_sent(with_samples):
    app = with_samples(KNOWLEDGE, office=PROVINCE)
    assert not app.exception
    assert app.title[0].value == "ต้องการ 23 องค์ความรู้ มีบันทึกแล้ว 6 — หน่วยงานส่งแล้ว 12 จากเป้าหมาย 49 เรื่อง"


def test_49_against_48_and_968_against_60_are_told_on_the_page(with_samples):
    told = " ".join(notes(with_samples(KNOWLEDGE, office=PROVINCE)))
    assert "49 คน แต่แผนระบุ 48 คน" in told
    assert "968 องค์ความรู้" in told and "60 องค์ความรู้" in told and "ผิดปกติ" in told


def test_units_without_a_record_are_named(with_samples):
    told = " ".join(notes(with_samples(KNOWLEDGE, office=PROVINCE)))
    assert say("know.silent", count=5, names="บางน้ำเปรี้ยว, บางคล้า, ราชสาส์น, แปลงยาว, ท่าตะเกียบ") in told


def test_the_state_in_the_link_narrows_the_table(with_samples):
    every = with_samples(KNOWLEDGE, office=PROVINCE).dataframe[0].value
    shown = with_samples(KNOWLEDGE, office=PROVINCE, have="published").dataframe[0].value
    assert (len(every), len(shown)) == (23, 4)
    assert set(shown[say("column.knowledge_state")]) == {say("knowledge_state.published")}


def test_categories_nothing_is_kept_under_are_named(with_samples):
    app = with_samples(KNOWLEDGE, office=LAMPANG)
    assert any("ยังไม่มีบันทึกใน 4 หมวด" in note for note in notes(app))
    (kept,) = [frame.value for frame in app.dataframe if say("column.pieces_needed") in frame.value]
    assert len(kept) == 5


def test_every_form_1_shows_even_where_nothing_is_kept(with_samples):
    app = with_samples(KNOWLEDGE)
    assert app.title[0].value == say("title.knowledge.needed", needed=11, captured=0)


def field(boxes, name):
    """The field of the record's form; its key ends with the record and the version."""
    return next(box for box in boxes if box.key.startswith(f"record_{name}_"))


def test_a_typed_record_is_stored_counted_and_can_be_changed(with_samples):
    app = with_samples(KNOWLEDGE, office=LAMPANG)
    field(app.text_input, "title").input("ลดขั้นตอนการขออนุมัติ")
    field(app.selectbox, "unit").set_value("สำนักงานพัฒนาชุมชนจังหวัดลำปาง")
    field(app.selectbox, "needed").set_value("การลดภาระงานของบุคลากร")
    field(app.text_area, "techniques").input("รวมแบบฟอร์มเป็นใบเดียว")
    app = app.button(key="record_send").click().run()
    assert not app.exception and not app.error
    assert app.title[0].value.startswith("ต้องการ 11 องค์ความรู้ มีบันทึกแล้ว 2")
    names = app.selectbox(key="record_chosen").options
    assert names.count("ลดขั้นตอนการขออนุมัติ") == 1

    app = app.selectbox(key="record_chosen").select("ลดขั้นตอนการขออนุมัติ").run()
    assert field(app.text_area, "techniques").value == "รวมแบบฟอร์มเป็นใบเดียว"
    field(app.text_input, "title").input("ลดขั้นตอน")
    app = app.button(key="record_send").click().run()
    assert not app.exception and not app.error
    names = app.selectbox(key="record_chosen").options
    assert ("ลดขั้นตอน" in names, "ลดขั้นตอนการขออนุมัติ" in names) == (True, False)


def test_a_record_without_title_or_unit_is_refused_in_a_sentence(with_samples):
    app = with_samples(KNOWLEDGE, office=PROVINCE).button(key="record_send").click().run()
    assert [error.value for error in app.error] == [say("record.missing")]


def test_which_plan_works_on_a_line_is_asked_and_kept(visit, store):
    plans = [{**OF, "plan_id": f"2564-x-{no}", "no": no, "title": f"แผน {no}", "issue": "ก"} for no in "12"]
    line = {**OF, "knowledge_id": "F1", "position": 1, "issue": "๑. ก", "knowledge": "กฎหมาย"}
    parts = [Part("plan", plan["no"], *OF.values(), {"plans": [plan]}) for plan in plans]
    store.write([*parts, Part("knowledge", "1", *OF.values(), {"knowledge": [line]})], actor="ก", kind="import")
    app = visit(KNOWLEDGE)
    assert say("title.knowledge.unplanned", count=1) in app.title[0].value
    [line_id] = store.register().knowledge["knowledge_id"]
    box = app.selectbox(key=f"link_{line_id}")
    assert box.value is None
    box.set_value("2564-x-2")
    app = app.button(key="link_send").click().run()
    assert not app.exception
    shown = app.dataframe[0].value
    assert shown[say("column.knowledge_link")].tolist() == [say("knowledge_link.answered")]
    assert shown[say("column.knowledge_state")].tolist() == [say("knowledge_state.planned")]


def test_a_store_with_one_record_shows_it_and_offers_it_for_printing(visit, store):
    row = {"title": "ตั้งราคา", "unit": "อำเภอบางปะกง", "category": None}
    store.write([record_part(row, *OF.values())], actor="ก", kind="import")
    app = visit(KNOWLEDGE)
    assert not app.exception
    assert app.title[0].value == say("title.knowledge.kept", captured=1)
    assert app.selectbox(key="print_record").options == ["ตั้งราคา · อำเภอบางปะกง"]


def test_the_network_counts_unknown_apart_from_untrained(with_samples):
    app = with_samples(NETWORK, office=PROVINCE)
    assert not app.exception
    assert app.title[0].value == "เครือข่าย 12 คน ใน 12 หน่วยงาน — อบรมแล้ว 4 ยังไม่ผ่าน 2 ไม่ทราบ 6"
    shown = app.dataframe[0].value
    assert shown[say("column.demanded")].tolist() == [1] * 12


def test_a_network_of_one_whose_training_nobody_told(visit, store):
    member = {**OF, "member_id": "N1", "position": 1, "unit": "กองคลัง", "role": "ผู้แทน"}
    store.write([Part("network", "1", *OF.values(), {"network": [member]})], actor="ก", kind="import")
    app = visit(NETWORK)
    assert app.title[0].value == "เครือข่าย 1 คน ใน 1 หน่วยงาน — ยังไม่มีผลการอบรม"
    assert app.dataframe[0].value[say("column.lacking")].isna().all()


def test_nothing_is_typed_or_downloaded_in_a_meeting(with_samples):
    app = with_samples(KNOWLEDGE, office=PROVINCE, meet="1")
    assert not app.exception
    assert not {"record_send", "link_send"} & {button.key for button in app.button}
    assert not app.get("download_button")


def test_an_empty_page_leads_to_the_office_and_year_that_has_its_data(with_samples):
    app = with_samples("follow_up/network.py")
    links = [(link.proto.label, link.proto.query_string) for link in app.get("page_link")]
    (link,) = [query for label, query in links if "2564" in label]
    assert "fy=2564" in link
