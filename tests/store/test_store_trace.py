"""Where a row comes from: who wrote it when, and the file that is kept of it."""

from datetime import date


def imported(store, part, data=b"x"):
    return store.write([part], actor="เลขานุการ", kind="import", reason="ประชุม", source=("แผน.xlsx", data))


def traced(store, frame="plans", row_id="2562-x-1", version=None, file="แผน.xlsx"):
    return store.trace(frame, row_id, file, version or store.newest())


def test_a_row_names_the_import_that_wrote_it_and_its_file(store, plan):
    imported(store, plan("1"))
    found = traced(store)
    assert [(version.number, version.actor, version.reason) for version in found.written] == [(1, "เลขานุการ", "ประชุม")]
    assert store.source(found.file.sha256) == ("แผน.xlsx", b"x")


def test_only_versions_that_change_the_row_are_told(store, plan, june):
    imported(store, plan("1"))
    store.answer("2562-x-1-1-period", "มิ.ย. ๖๒", june, actor="ก")
    assert [version.kind for version in traced(store, "activities", "2562-x-1-1").written] == ["import", "answer"]
    assert [version.kind for version in traced(store).written] == ["import"]
    assert traced(store, "activities", "2562-x-1-1").file.number == 1


def test_the_file_is_the_newest_of_that_name_as_of_the_version(store, plan):
    imported(store, plan("1"), b"old")
    imported(store, plan("1", title="ใหม่"), b"new")
    assert store.source(traced(store).file.sha256)[1] == b"new"
    assert store.source(traced(store, version=1).file.sha256)[1] == b"old"


def test_an_import_taken_back_is_no_file_to_show(store, plan):
    imported(store, plan("1"), b"old")
    imported(store, plan("1", title="ใหม่"), b"new")
    store.undo(2, actor="ก")
    assert store.source(traced(store).file.sha256)[1] == b"old"


def test_a_file_of_that_name_that_wrote_another_plan_is_not_the_rows_file(store, plan):
    imported(store, plan("1"), b"one")
    imported(store, plan("2"), b"two")
    assert store.source(traced(store).file.sha256)[1] == b"one"


def test_a_typed_result_tells_who_and_when_and_has_no_file(store, plan):
    imported(store, plan("1"))
    store.record_result("2562-x-1-k1", "2562-x-1", 72.0, reported_on=date(2019, 6, 1), note="นับแล้ว", actor="ข")
    found = traced(store, "results", "2562-x-1-k1", file=None)
    assert [(version.kind, version.actor) for version in found.written] == [("result", "ข")]
    assert found.file is None


def test_a_row_that_was_never_stored_has_no_trace(store, plan):
    imported(store, plan("1"))
    found = traced(store, row_id="x")
    assert (found.written, found.file) == ((), None)
