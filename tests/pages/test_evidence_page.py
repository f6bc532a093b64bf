"""The evidence page: empty, with the sample, narrowed by the link; evidence typed becomes a version and is counted."""

from kmdash.domain.words import say

LAMPANG = "สำนักงานพัฒนาชุมชนจังหวัดลำปาง (ตัวอย่าง)"
EVIDENCE = "follow_up/evidence.py"


def notes(app):
    return " ".join(html.value for html in app.get("html") if "km-note" in html.value)


def test_an_empty_page_says_what_to_import(visit):
    app = visit(EVIDENCE)
    assert not app.exception
    assert app.title[0].value == say("empty.evidence.title")


def test_five_issues_of_twenty_per_cent_are_counted_step_by_step(with_panels):
    app = with_panels(EVIDENCE, office=LAMPANG)
    assert not app.exception
    assert app.title[0].value == "มีหลักฐาน 14 จาก 35 ขั้น — แจ้งว่าทำแล้วแต่ยังไม่มีหลักฐาน 3 ขั้น"
    by_issue, checklist = (frame.value for frame in app.dataframe[:2])
    assert by_issue[say("column.weight")].tolist() == [20] * 5
    assert by_issue[say("column.level_proved")].tolist() == [2, 1, 0, 5, 0]
    assert len(checklist) == 35
    told = " ".join(html.value for html in app.get("html"))
    assert "2.75 <small>" in told and "1.6 <small>" in told
    assert any("ร้อยละ 20 × 5 = 100" in html.value for html in app.get("html"))
    assert "แจ้งว่าทำแล้วแต่ยังไม่มีหลักฐาน 3 ขั้น" in notes(app)


def test_issue_and_state_in_the_link_narrow_the_checklist(with_panels):
    issue = "๑. สร้างสรรค์ชุมชนให้พึ่งตนเองได้"
    app = with_panels(EVIDENCE, office=LAMPANG, issue=issue, proof="missing")
    by_issue, checklist = (frame.value for frame in app.dataframe[:2])
    assert (len(by_issue), len(checklist)) == (1, 2)
    assert set(checklist[say("column.proof_state")]) == {say("proof_state.missing")}


def test_the_title_tells_of_the_issue_and_clear_shows_all_again(with_panels):
    issue = "๑. สร้างสรรค์ชุมชนให้พึ่งตนเองได้"
    app = with_panels(EVIDENCE, office=LAMPANG, issue=issue)
    checklist = app.dataframe[1].value
    assert f"จาก {len(checklist)} ขั้น" in app.title[0].value
    assert any(issue in piece.value for piece in app.get("html") if "km-sub" in piece.value)
    app = app.button(key="clear_filters").click().run()
    assert app.query_params.get("issue", [""]) in ([""], [])
    assert not any(issue in piece.value for piece in app.get("html") if "km-sub" in piece.value)


def test_what_is_computed_from_constructed_progress_says_so(with_samples):
    for file in (EVIDENCE, "secretary/next_year.py"):
        told = [piece.value for piece in with_samples(file).get("html") if "km-sub" in piece.value]
        assert say("heading.constructed") in told[0]


def test_activities_have_their_checklist_too(with_samples):
    app = with_samples(EVIDENCE)
    assert not app.exception
    assert app.title[0].value.startswith("มีหลักฐาน 0 จาก 47 ขั้น")


def test_typed_evidence_is_stored_and_can_be_taken_away(with_samples):
    app = with_samples(EVIDENCE, office=LAMPANG)
    app = app.selectbox(key="evidence_about").select_index(4).run()

    def text(app):
        return next(box for box in app.text_area if box.key.startswith("evidence_text_"))

    text(app).input("https://km.example.go.th/order")
    app = app.button(key="evidence_send").click().run()
    assert not app.exception and not app.error
    assert app.title[0].value.startswith("มีหลักฐาน 15 จาก 35 ขั้น")
    assert text(app).value == "https://km.example.go.th/order"
    text(app).input("")
    app = app.button(key="evidence_send").click().run()
    assert app.title[0].value.startswith("มีหลักฐาน 14 จาก 35 ขั้น")


def test_nothing_typed_is_refused_and_nothing_is_typed_in_a_meeting(with_samples):
    app = with_samples(EVIDENCE, office=LAMPANG)
    app = app.selectbox(key="evidence_about").select_index(4).run()
    app = app.button(key="evidence_send").click().run()
    assert [error.value for error in app.error] == [say("committee.missing")]
    app = with_samples(EVIDENCE, office=LAMPANG, meet="1")
    assert not app.exception
    assert "evidence_send" not in {button.key for button in app.button}
