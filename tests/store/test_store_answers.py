"""An answer goes where it belongs, is remembered for the same question, and forgotten when taken back."""

from datetime import date

import pytest

from kmdash.domain.reading import Part
from kmdash.store import Answer

QUESTION = "2562-x-1-1-period"


def activity(store):
    return store.register().activities.iloc[0]


def answer_to(store):
    return store.register().problems.set_index("problem_id")["answer"][QUESTION]


def is_open(store):
    return store.register().problems["answer"].isna().all()


def test_an_answer_stands_in_the_problem_and_its_values_in_the_row(store, plan, june):
    store.write([plan()], actor="ก", kind="import")
    version = store.answer(QUESTION, "มิ.ย. ๖๒", june, actor="ข")
    assert (version.kind, version.actor) == ("answer", "ข")
    assert answer_to(store) == "มิ.ย. ๖๒"
    assert activity(store)["end"].date() == date(2019, 6, 30)
    assert store.register(1).problems["answer"].isna().all()
    assert store.register(1).activities["end"].isna().all()


def test_an_answer_is_remembered_when_the_file_comes_again(store, plan, june):
    store.write([plan()], actor="ก", kind="import")
    store.answer(QUESTION, "มิ.ย. ๖๒", june, actor="ก")
    assert store.write([plan()], actor="ก", kind="import") is None
    store.write([plan(title="แผนฉบับแก้ไข")], actor="ก", kind="import")
    assert answer_to(store) == "มิ.ย. ๖๒"
    assert activity(store)["end"].date() == date(2019, 6, 30)
    assert store.register().plans["title"].tolist() == ["แผนฉบับแก้ไข"]


def test_an_answer_given_while_uploading_is_one_version_with_the_import_and_remembered(store, plan, june):
    given = [Answer(QUESTION, "มิ.ย. ๖๒", june)]
    assert store.preview([plan()], answers=given).problems["answer"].tolist() == ["มิ.ย. ๖๒"]
    store.write([plan()], actor="ก", kind="import", answers=given)
    assert store.write([plan()], actor="ก", kind="import") is None
    assert (store.newest(), answer_to(store)) == (1, "มิ.ย. ๖๒")


def test_the_same_question_on_another_text_is_asked_anew(store, plan, june):
    store.write([plan()], actor="ก", kind="import")
    store.answer(QUESTION, "มิ.ย. ๖๒", june, actor="ก")
    store.write([plan(found="ม.ย. ๖๒")], actor="ก", kind="import")
    assert is_open(store)
    assert activity(store)[["start", "end"]].isna().all()


def test_the_same_question_of_another_office_is_asked(store, plan, june):
    store.write([plan()], actor="ก", kind="import")
    store.answer(QUESTION, "มิ.ย. ๖๒", june, actor="ก")
    theirs = plan()
    theirs.office = "กรมอื่น"
    store.write([theirs], actor="ก", kind="import")
    assert store.register().problems["answer"].isna().sum() == 1


def test_an_answer_taken_back_is_forgotten_and_restored_with_its_undoing_taken_back(store, plan, june):
    store.write([plan()], actor="ก", kind="import")
    store.answer(QUESTION, "มิ.ย. ๖๒", june, actor="ก")
    store.undo(2, actor="ก")
    assert is_open(store)
    assert store.write([plan()], actor="ก", kind="import") is None
    store.undo(3, actor="ก")
    assert answer_to(store) == "มิ.ย. ๖๒"
    assert store.write([plan()], actor="ก", kind="import") is None


def test_an_answer_is_remembered_over_an_import_that_did_not_ask(store, plan, june):
    store.write([plan()], actor="ก", kind="import")
    store.answer(QUESTION, "มิ.ย. ๖๒", june, actor="ก")
    without = plan()
    del without.records["problems"]
    store.write([without], actor="ก", kind="import")
    store.write([plan()], actor="ก", kind="import")
    assert answer_to(store) == "มิ.ย. ๖๒"


def test_a_second_answer_replaces_the_first_and_is_the_one_remembered(store, plan, june):
    store.write([plan()], actor="ก", kind="import")
    store.answer(QUESTION, "มิ.ย. ๖๒", june, actor="ก")
    april = june | {"start": date(2019, 4, 1), "end": date(2019, 4, 30)}
    store.answer(QUESTION, "เม.ย. ๖๒", april, actor="ก")
    assert store.answer(QUESTION, "เม.ย. ๖๒", april, actor="ก") is None
    store.write([plan(title="แผนฉบับแก้ไข")], actor="ก", kind="import")
    assert answer_to(store) == "เม.ย. ๖๒"
    assert activity(store)["start"].date() == date(2019, 4, 1)


def test_a_remembered_answer_whose_row_is_gone_stays_a_question(store, plan, june):
    store.write([plan()], actor="ก", kind="import")
    store.answer(QUESTION, "มิ.ย. ๖๒", june, actor="ก")
    without = plan()
    del without.records["activities"]
    store.write([without], actor="ก", kind="import")
    assert is_open(store)


def test_an_answer_reaches_a_row_of_another_part(store, plan):
    ask = {"problem_id": "unit", "found": "กอง", "frame": "plans", "row_id": "2562-x-1", "field": "unit"}
    about_file = Part("file", "แผน.xlsx", "กรมตัวอย่าง", 2562, {"problems": [ask]})
    store.write([plan(), about_file], actor="ก", kind="import")
    store.answer("unit", "กองคลัง", {"unit": "กองคลัง"}, actor="ก")
    assert store.register().plans["unit"].tolist() == ["กองคลัง"]
    assert store.versions()["pieces"].tolist() == [2, 2]


def test_of_two_rows_of_one_id_the_one_in_the_problems_cell_is_answered(store):
    rows = [
        {"kpi_id": "k", "note": "หนึ่ง", "source_cell": "ผล!C2"},
        {"kpi_id": "k", "note": "สอง", "source_cell": "ผล!C3"},
    ]
    ask = {"problem_id": "q", "found": "72?", "frame": "results", "row_id": "k", "source_cell": "ผล!C3"}
    store.write([Part("results", "1", "กรม", 2562, {"results": rows, "problems": [ask]})], actor="ก", kind="import")
    store.answer("q", "72", {"actual": 72}, actor="ก")
    assert store.register().results["actual"].fillna(-1).tolist() == [-1, 72]


@pytest.mark.parametrize(
    ("problem", "patch", "why"),
    [
        ("no-such", {}, "no part holds"),
        (QUESTION, {"colour": "red"}, "no columns"),
        (QUESTION, {"end": "some day"}, "isoformat"),
    ],
)
def test_an_answer_that_fits_nothing_is_refused_and_nothing_is_stored(store, plan, problem, patch, why):
    store.write([plan()], actor="ก", kind="import")
    with pytest.raises(ValueError, match=why):
        store.answer(problem, "ก", patch, actor="ก")
    assert store.newest() == 1
