"""What was written is read back, at every version, on every database."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from kmdash.domain.changes import changes
from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.frames import records
from kmdash.domain.reading import Part
from kmdash.store import StoreError, UndoRefused, UnknownVersion, open_store

VALUES = {
    "str": st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8),
    "int": st.integers(-(2**63), 2**63 - 1),
    "float": st.floats(allow_nan=False, allow_infinity=False),
    "bool": st.booleans(),
    "date": st.dates(),
}
ROWS = {
    frame: st.fixed_dictionaries({column: st.none() | VALUES[kind] for column, kind in columns.items()})
    for frame, columns in INPUT_FRAMES.items()
}
CONTENT = st.fixed_dictionaries({frame: st.lists(row, min_size=1, max_size=2) for frame, row in ROWS.items()})


def titles(register):
    return register.plans["title"].tolist()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(content=CONTENT)
def test_every_frame_comes_back_as_it_was_written_with_its_gaps(store, content):
    part = Part("plan", "1", "กรม", 2562, content)
    store.write([], actor="ก", kind="import", remove=[part.scope])  # the store is another example's, too
    store.write([part], actor="ก", kind="import")
    assert store.part(part.scope).records == content
    assert {name: records(data) for name, data in store.register().frames.items()} == content


def test_a_part_of_an_unknown_office_and_year_comes_back_unknown(store):
    part = Part("ballot", "", None, None, {"marks": [{"voter": "กองคลัง"}]})
    store.write([part], actor="ก", kind="import")
    assert (store.parts()[0].office, store.parts()[0].fiscal_year) == (None, None)


def test_an_empty_store_has_an_empty_register_without_a_version(store):
    assert store.register().is_empty
    assert (store.register().version, store.newest(), len(store.versions())) == (None, 0, 0)


def test_the_same_file_twice_makes_no_new_version(store, plan):
    assert store.write([plan("1"), plan("2")], actor="ก", kind="import", source=("ก.xlsx", b"x")).number == 1
    assert store.write([plan("1"), plan("2")], actor="ก", kind="import", source=("ก.xlsx", b"x")) is None
    assert store.newest() == 1


def test_the_same_content_under_another_file_name_makes_no_new_version(store, plan):
    store.write([plan(file="แผน.xlsx")], actor="ก", kind="import")
    assert store.write([plan(file="แผน (1).xlsx")], actor="ก", kind="import") is None


def test_only_parts_that_differ_are_written_again(store, plan):
    store.write([plan("1"), plan("2")], actor="ก", kind="import")
    store.write([plan("1"), plan("2", title="ใหม่")], actor="ก", kind="import")
    assert store.versions()["pieces"].tolist() == [2, 1]
    assert titles(store.register()) == ["แผนการจัดการความรู้", "ใหม่"]


def test_an_import_replaces_its_own_scopes_and_leaves_the_others(store, plan):
    other_office = Part("plan", "1", "กรมอื่น", 2562, {"plans": [{"plan_id": "y", "title": "ของกรมอื่น"}]})
    store.write([plan("1"), plan("2"), other_office], actor="ก", kind="import")
    store.write([plan("2", title="ใหม่")], actor="ก", kind="import")
    assert titles(store.register()) == ["แผนการจัดการความรู้", "ใหม่", "ของกรมอื่น"]


def test_parts_stand_in_the_order_of_their_numbers(store, plan):
    for no in ("10", "2", "1"):
        store.write([plan(no)], actor="ก", kind="import")
    assert store.register().plans["no"].tolist() == ["1", "2", "10"]


def test_a_removed_part_is_gone_from_then_on_and_still_there_before(store, plan):
    store.write([plan("1"), plan("2")], actor="ก", kind="import")
    removed = store.write([], actor="ก", kind="import", remove=[plan("1").scope])
    assert store.register().plans["no"].tolist() == ["2"]
    assert store.register(removed.number - 1).plans["no"].tolist() == ["1", "2"]
    assert store.write([], actor="ก", kind="import", remove=[plan("1").scope]) is None


def test_two_parts_of_one_scope_are_refused_and_nothing_is_stored(store, plan):
    with pytest.raises(ValueError, match="same scope"):
        store.write([plan("1"), plan("1", title="อีกแผน")], actor="ก", kind="import")
    assert store.newest() == 0


@pytest.mark.parametrize(
    ("frame", "row"),
    [
        ("plans", {"colour": "red"}),
        ("plans", {"title": 5}),
        ("plans", {"title": "\x00"}),
        ("plans", {"title": "\ud800"}),
        ("kpis", {"weight": "60"}),
        ("kpis", {"position": 1.5}),
        ("rooms", {}),
    ],
)
def test_a_value_that_fits_no_column_is_refused_and_nothing_is_stored(store, plan, frame, row):
    with pytest.raises(ValueError, match=r"columns|frames|value is no"):
        store.write([plan("1"), Part("plan", "2", "กรม", 2562, {frame: [row]})], actor="ก", kind="import")
    assert store.newest() == 0


def test_a_version_says_who_when_why_and_from_which_file(store, plan):
    started = datetime.now(UTC)
    version = store.write([plan()], actor="เลขานุการ", kind="import", reason="ฉบับลงนาม", source=("แผน.xlsx", b"PK"))
    [row] = store.versions().to_dict("records")
    assert (row["actor"], row["kind"], row["reason"]) == ("เลขานุการ", "import", "ฉบับลงนาม")
    assert started <= row["stored_at"] <= datetime.now(UTC)
    assert row["stored_at"].utcoffset() == timedelta(hours=7)
    assert (row["file"], row["sha256"]) == ("แผน.xlsx", version.sha256)
    assert store.source(version.sha256) == ("แผน.xlsx", b"PK")


def test_a_file_name_of_odd_bytes_is_kept_readable(store, plan):
    version = store.write([plan()], actor="ก", kind="import", source=("\udcff\x00.csv", b"x"))
    assert version.file == "?.csv"


def test_a_source_that_is_not_there_is_said_so(store):
    with pytest.raises(StoreError):
        store.source("0" * 64)


def test_the_register_can_be_read_at_a_number_a_day_or_a_moment(store, plan):
    first = store.write([plan(title="เก่า")], actor="ก", kind="import")
    second = store.write([plan(title="ใหม่")], actor="ก", kind="import")
    for number, day in ((first.number, "2019-06-14 16:59:59"), (second.number, "2019-06-14 17:00:00")):
        with store.engine.begin() as connection:  # as if stored a second before and at midnight in Bangkok
            moment = datetime.fromisoformat(day)
            connection.execute(
                text("UPDATE versions SET stored_at = :moment WHERE number = :number"),
                {"moment": moment, "number": number},
            )
    assert titles(store.register(1)) == titles(store.register(date(2019, 6, 14))) == ["เก่า"]
    assert titles(store.register(2)) == titles(store.register(date(2019, 6, 15))) == ["ใหม่"]
    assert store.register(datetime(2019, 6, 15)).version == 2
    assert store.register(datetime(2019, 6, 14, 16, 59, 59, tzinfo=UTC)).version == 1
    assert store.register(date(2019, 6, 13)).is_empty


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_version_that_is_not_there_is_refused_in_words(store, plan, number):
    store.write([plan()], actor="ก", kind="import")
    with pytest.raises(UnknownVersion, match="ล่าสุดคือ 1"):
        store.register(number)


def test_a_preview_is_the_register_that_writing_gives_and_writes_nothing(store, plan):
    store.write([plan("1"), plan("3")], actor="ก", kind="import")
    parts, remove = [plan("1", title="ใหม่"), plan("2")], [plan("3").scope]
    looked_at = store.preview(parts, remove=remove)
    assert store.newest() == 1
    store.write(parts, actor="ก", kind="import", remove=remove)
    assert changes(looked_at, store.register()).empty
    assert not changes(store.register(1), looked_at).empty


def test_an_import_is_taken_back_as_a_new_version(store, plan):
    store.write([plan("1", title="เก่า")], actor="ก", kind="import")
    store.write([plan("1", title="ใหม่"), plan("2")], actor="ก", kind="import")
    undone = store.undo(2, actor="ข")
    assert changes(store.register(1), store.register()).empty
    assert (undone.number, undone.undoes, undone.kind, undone.actor) == (3, 2, "undo", "ข")
    assert store.versions()["undone_by"].fillna(0).tolist() == [0, 3, 0]
    assert len(store.register(2).plans) == 2


def test_taking_back_is_itself_taken_back(store, plan):
    store.write([plan(title="เก่า")], actor="ก", kind="import")
    store.write([plan(title="ใหม่")], actor="ก", kind="import")
    store.undo(2, actor="ก")
    store.undo(3, actor="ก")
    assert titles(store.register()) == ["ใหม่"]
    assert store.versions()["undone_by"].fillna(0).tolist() == [0, 0, 4, 0]


def test_an_import_under_a_later_one_is_not_taken_back_and_the_later_is_named(store, plan):
    store.write([plan("1"), plan("2")], actor="ก", kind="import")
    store.write([plan("2", title="ใหม่")], actor="วิชัย", kind="import")
    with pytest.raises(UndoRefused, match="ฉบับที่ 2 โดย วิชัย"):
        store.undo(1, actor="ก")
    assert store.newest() == 2


def test_an_import_is_taken_back_once_the_later_one_is(store, plan):
    store.write([plan(title="เก่า")], actor="ก", kind="import")
    store.write([plan(title="ใหม่")], actor="ก", kind="import")
    store.undo(2, actor="ก")
    store.undo(1, actor="ก")
    assert store.register().is_empty


def test_nothing_is_taken_back_twice(store, plan):
    store.write([plan()], actor="ก", kind="import")
    store.undo(1, actor="ก")
    with pytest.raises(UndoRefused, match="ถูกยกเลิกแล้วในฉบับที่ 2"):
        store.undo(1, actor="ก")


def test_a_later_import_elsewhere_does_not_hinder_taking_back(store, plan):
    store.write([plan("1")], actor="ก", kind="import")
    store.write([plan("2")], actor="ก", kind="import")
    store.undo(1, actor="ก")
    assert store.register().plans["no"].tolist() == ["2"]


def test_a_result_typed_on_a_page_is_stored_and_typed_again_replaced(store, plan):
    store.write([plan()], actor="ก", kind="import")
    day = date(2019, 6, 15)
    for actual in (72, 80):
        store.record_result("2562-x-1-k1", "2562-x-1", actual, reported_on=day, note="รอบ 9 เดือน", actor="ก")
    store.record_result("2562-x-1-k1", "2562-x-1", None, reported_on=date(2019, 9, 30), actor="ก")
    results = records(store.register().results)
    assert [(row["actual"], row["reported_on"]) for row in results] == [(80.0, day), (None, date(2019, 9, 30))]
    assert (results[0]["source_cell"], results[0]["note"], results[0]["constructed"]) == ("หน้าจอ", "รอบ 9 เดือน", False)
    assert store.parts()[-1].scope == ("กรมตัวอย่าง", 2562, "results", "1")
    assert store.versions()["kind"].tolist() == ["import", "result", "result", "result"]
    again = store.record_result("2562-x-1-k1", "2562-x-1", None, reported_on=date(2019, 9, 30), actor="ก")
    assert again is None


def test_a_typed_result_joins_those_of_the_file(store, plan):
    day = date(2019, 3, 31)
    from_file = Part("results", "1", "กรมตัวอย่าง", 2562, {"results": [{"kpi_id": "k2", "reported_on": day}]})
    store.write([plan(), from_file], actor="ก", kind="import")
    store.record_result("2562-x-1-k1", "2562-x-1", 72, reported_on=day, actor="ก")
    assert store.register().results["kpi_id"].tolist() == ["k2", "2562-x-1-k1"]


@pytest.mark.parametrize(("kpi", "plan_id"), [("k9", "2562-x-1"), ("2562-x-1-k1", "2562-x-9")])
def test_a_result_of_no_known_kpi_is_refused(store, plan, kpi, plan_id):
    store.write([plan()], actor="ก", kind="import")
    with pytest.raises(ValueError, match="is no KPI"):
        store.record_result(kpi, plan_id, 72, reported_on=date(2019, 6, 15), actor="ก")


def test_the_copy_is_a_store_that_opens_and_is_equal(store, plan, june, tmp_path):
    store.write([plan("1"), plan("2")], actor="ก", kind="import", source=("แผน.xlsx", bytes(range(256)) * 300))
    store.answer("2562-x-1-1-period", "มิ.ย. ๖๒", june, actor="ก")
    path = tmp_path / "copy.db"
    path.write_bytes(store.copy())
    copied = open_store(str(path))
    assert copied.check() == {"ok": True, "versions": 2, "problems": []}
    assert copied.parts() == store.parts()
    assert copied.versions().equals(store.versions())
    sha256 = store.versions()["sha256"][0]
    assert copied.source(sha256) == store.source(sha256)
    copied.close()


def test_a_store_opened_again_shows_the_newest(store, url, plan):
    store.write([plan()], actor="ก", kind="import")
    store.close()
    again = open_store(url)
    assert titles(again.register()) == ["แผนการจัดการความรู้"]
    again.close()
