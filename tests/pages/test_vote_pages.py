"""The vote on the page: a tie waits for the committee, ballots are entered unit by unit, firmness is told."""

import pytest

from kmdash.domain.reading import Part
from kmdash.domain.words import say
from kmdash.store import open_store
from tests.measures.votes_by_hand import DLA, ballots_of, moved, rows_of

VOTE, BALLOTS = "meeting/vote.py", "meeting/ballots.py"


@pytest.fixture
def with_vote(visit, unfold):
    """A function that opens a page on a store with the vote of these ballots."""

    def open_page(given, file=VOTE, **rule):
        visit()  # names the store
        rows = rows_of(given, 16, **{"limit": 5, "seats": 5, **rule})
        open_store().write([Part("ballot", "1", "กรม ก", 2562, rows)], actor="ก", kind="import")
        return unfold(visit)(file, fy="2562")

    return open_page


def selected(app):
    shown = app.dataframe[0].value
    return shown[say("column.selected")].tolist()


def told(app):
    return "\n".join(html.value for html in app.get("html"))


def test_the_vote_of_2562_tells_its_official_five_and_how_many_ballots_would_change_it(with_vote):
    app = with_vote(ballots_of(DLA))
    assert not app.exception and not app.error
    assert app.title[0].value.endswith("ไม่มีคะแนนเสมอที่เส้นตัด")
    assert selected(app) == [say("table.yes")] * 5 + [say("table.no")] * 11
    assert say("firm.ballots", tie=1, change=1, margin=1) in told(app)
    assert len([radio for radio in app.radio if radio.key == "decide_kind"]) == 0


def test_a_tie_at_the_cut_is_not_chosen_from_until_a_decision_is_recorded(with_vote):
    """rules.md 6: the software lists the tied set and records the decision with who, why and when."""
    app = with_vote(moved(ballots_of(DLA), "C9", "C6"))
    assert "คณะกรรมการต้องมีมติ" in app.title[0].value
    assert [bool(value == value and value) for value in selected(app)].count(True) == 13
    assert "งานที่ 4" in told(app) and "งานที่ 6" in told(app)
    app.checkbox(key="decide_take_0").check()
    app = app.button(key="decide_send").click().run()
    assert "2 กระบวนงานพอดี" in app.error[0].value
    app.checkbox(key="decide_take_2").check()
    app = app.button(key="decide_send").click().run()
    assert app.error[0].value == say("decide.missing")
    app.text_input(key="decide_by").input("ประธานคณะทำงาน")
    app.text_input(key="decide_reason").input("เสียงชี้ขาดในที่ประชุม")
    app = app.button(key="decide_send").click().run()
    assert not app.exception and not app.error
    assert "มีมติแล้ว" in app.title[0].value
    yes, no = say("table.yes"), say("table.no")
    assert selected(app) == [yes] * 4 + [no, yes] + [no] * 10
    assert "ประธานคณะทำงาน" in told(app) and "เสียงชี้ขาดในที่ประชุม" in told(app)
    assert open_store().versions()["kind"].tolist()[-1] == "decision"


def test_the_rule_of_the_vote_itself_gives_the_same_also_where_it_ends_in_a_tie(with_vote):
    app = with_vote(moved(ballots_of(DLA), "C9", "C6"))
    (tried,) = [frame.value for frame in app.dataframe if say("firm.effect") in frame.value]
    effects = dict(zip(tried[say("firm.rule")], tried[say("firm.effect")], strict=True))
    own = [say("firm.limit", value=5), say("firm.seats", value=5)]
    assert {effects[say("firm.current", rule=rule)] for rule in own} == {say("firm.same")}
    assert effects[say("firm.seats", value=4)] == say("firm.same")  # the same tie
    assert effects[say("firm.seats", value=3)] == effects[say("firm.seats", value=6)] == say("firm.differs")


def test_a_decision_is_told_to_be_void_when_the_votes_have_changed(with_vote):
    given = moved(ballots_of(DLA), "C9", "C6")
    app = with_vote(given)
    for key in ("decide_take_0", "decide_take_1"):
        app.checkbox(key=key).check()
    for key in ("decide_by", "decide_reason"):
        app.text_input(key=key).input("ประธาน")
    app.button(key="decide_send").click().run()
    app = with_vote(moved(given, "C10", "C9"))
    assert "คะแนนที่นับได้เปลี่ยนไปจากตอนมีมติ" in app.warning[0].value
    assert "คณะกรรมการต้องมีมติ" in app.title[0].value


def test_ballots_beyond_the_limit_count_their_first_choices_where_the_link_says_so(with_vote, visit, unfold):
    given = {**ballots_of(DLA), "กอง 1": [f"C{number}" for number in range(1, 8)]}
    app = with_vote(given)
    assert "เกินสิทธิ 5 เรื่อง: บัตรเสียทั้งใบ" in told(app)
    app = unfold(visit)(VOTE, fy="2562", over_vote="first")
    assert not app.exception
    assert "นับเฉพาะ 5 เรื่องแรก" in told(app)
    rule = [say("over_vote.rights", limit=5), say("over_vote.seats", seats=5)]
    printed = " · ".join([*rule, say("over_vote.note", value=say("over_vote.first"))])
    assert printed in {caption.value for caption in app.caption}


def test_a_vote_is_opened_entered_unit_by_unit_and_closed(visit):
    app = visit(BALLOTS)
    assert app.title[0].value == say("empty.ballots.title")
    app.text_input(key="new_vote_office").input("กรม ก")
    app.text_input(key="new_vote_title").input("คัดเลือกกระบวนงาน")
    app.text_area(key="new_vote_candidates").input("งานหนึ่ง\nงานสอง\n\nงานสาม")
    app.text_area(key="new_vote_voters").input("กอง ก\nกอง ข\nกอง ค")
    app.number_input(key="new_vote_limit").set_value(2)
    app.number_input(key="new_vote_seats").set_value(1)
    app = app.button(key="new_vote_send").click().run()
    assert not app.exception and not app.error
    assert app.title[0].value == say("title.ballots.open", cast=0, voters=3)
    shown = visit(VOTE)
    assert not shown.exception and not shown.error
    assert shown.title[0].value == say("title.vote.none")

    for unit, chosen in {"กอง ก": (1, 2), "กอง ข": (1,), "กอง ค": ()}.items():
        assert app.selectbox(key="ballot_voter").value == unit
        app = tick(app, unit, chosen)
        assert not app.exception and not app.error
    assert app.title[0].value == say("title.ballots.all_in", voters=3)

    app = app.button(key="close_send").click().run()
    assert app.error[0].value == say("ballots.close_missing")
    app.text_input(key="close_by").input("เลขานุการ")
    app = app.button(key="close_send").click().run()
    assert not app.exception and not app.error
    assert app.title[0].value.startswith("ปิดการลงคะแนนแล้ว")
    assert app.dataframe[0].value[say("column.votes")].tolist() == [2, 1, 0]
    assert not [button for button in app.button if button.key == "ballot_save"]
    assert open_store().versions()["kind"].tolist() == ["ballot", "marks", "marks", "marks", "closing"]


def tick(app, unit, chosen):
    for box in app.checkbox:
        if box.key.startswith(f"mark_{unit}_"):
            box.set_value(int(box.key.rpartition("/")[2]) in chosen)
    return app.button(key="ballot_save").click().run()


def test_more_marks_than_allowed_are_refused_with_a_message_and_nothing_is_stored(with_vote):
    app = with_vote({}, BALLOTS, limit=2)
    before = open_store().newest()
    unit = app.selectbox(key="ballot_voter").value
    for number in (1, 2, 3):
        app.checkbox(key=f"mark_{unit}_C{number}").check()
    app = app.button(key="ballot_save").click().run()
    assert app.error[0].value == say("ballots.too_many", marks=3, limit=2, over=1)
    assert open_store().newest() == before


def test_a_vote_that_is_open_says_on_its_page_that_the_result_is_not_final(with_vote, visit):
    app = with_vote({}, BALLOTS)
    app = app.button(key="ballot_save").click().run()
    assert not app.exception
    assert say("ballot_state.open", voted=1, voters="–") in told(visit(VOTE, fy="2562"))


def test_a_tie_among_the_first_ballots_is_not_put_to_the_committee(with_vote, visit):
    app = with_vote({}, BALLOTS, limit=5, seats=1)
    app = app.button(key="ballot_save").click().run()
    unit = app.selectbox(key="ballot_voter").value
    for number in (1, 2):
        app.checkbox(key=f"mark_{unit}_C{number}").check()
    assert not app.button(key="ballot_save").click().run().error
    app = visit(VOTE, fy="2562")
    assert app.title[0].value == say("title.vote.open", voted=2, voters="–")
    assert say("decide.still_open") in told(app)
    assert not [radio for radio in app.radio if radio.key == "decide_kind"]


def test_a_finished_tally_takes_no_ballots(with_samples):
    app = with_samples(BALLOTS)
    assert app.title[0].value.startswith("มีผลคะแนนที่นับแล้ว")
    assert not [button for button in app.button if button.key == "ballot_save"]
