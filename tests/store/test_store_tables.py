"""Tables of many files in the store: one month, series or district after the other."""

from datetime import date

import pytest

from kmdash.domain.changes import changes
from kmdash.domain.reading import Part

OFFICE, YEAR = "จังหวัด", 2561


def april(*units, file="เม.ย.xlsx", month=4, key="1"):
    day = date(2018, month, 1)
    own = {"office": OFFICE, "fiscal_year": YEAR, "source_file": file, "month": day}
    rows = [{**own, "submission_id": f"S{n}", "position": n, "unit": unit} for n, unit in enumerate(units, start=1)]
    return Part("submissions", key, OFFICE, YEAR, {"submissions": rows})


def may(*units, file="พ.ค.xlsx"):
    return april(*units, file=file, month=5)


def test_a_later_file_adds_to_a_table_and_the_preview_says_so(store):
    store.write([april("เถิน", "งาว")], actor="ก", kind="import")
    before = store.register()
    difference = changes(before, store.preview([may("เถิน", "งาว")]))
    assert set(difference["change"]) == {"added"}
    store.write([may("เถิน", "งาว")], actor="ก", kind="import")
    assert len(store.register().submissions) == 4
    assert store.write([april("เถิน", "งาว")], actor="ก", kind="import") is None


def test_files_chosen_together_are_previewed_together(store):
    seen = store.preview([april("เถิน"), may("เถิน")]).submissions
    for part in (april("เถิน"), may("เถิน")):
        store.write([part], actor="ก", kind="import")
    assert seen.equals(store.register().submissions)


def test_what_a_file_brings_no_more_is_told_as_removed(store):
    store.write([april("เถิน", "งาว")], actor="ก", kind="import")
    difference = changes(store.register(), store.preview([april("เถิน")]))
    assert set(difference["change"]) == {"removed"}


def test_a_table_stored_before_files_were_merged_is_found_again(store):
    store.write([april("เถิน", "งาว")], actor="ก", kind="answer")  # as it was given: its ids count the rows
    assert store.write([april("เถิน", "งาว")], actor="ก", kind="import") is None
    store.write([may("เถิน")], actor="ก", kind="import")
    assert store.register().submissions["submission_id"].tolist()[-2:] == ["S1", "S2"]


def test_the_last_of_two_files_can_be_taken_back(store):
    store.write([april("เถิน")], actor="ก", kind="import")
    store.write([may("เถิน")], actor="ก", kind="import")
    store.undo(2, actor="ก")
    assert store.register().submissions["source_file"].tolist() == ["เม.ย.xlsx"]


def test_plans_of_one_scope_in_one_import_are_still_refused(store):
    with pytest.raises(ValueError, match="same scope"):
        store.write([Part("plan", "1", OFFICE, YEAR, {})] * 2, actor="ก", kind="import")
