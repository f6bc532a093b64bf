"""A store is made where there was none, and never in the place of one that was lost or damaged."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from kmdash.domain.frames import records
from kmdash.domain.wording import said, told_of, worded
from kmdash.domain.words import set_language
from kmdash.store import StoreDamaged, StoreError, open_store


@pytest.fixture
def path(tmp_path):
    """The file of a store that held something and was closed."""
    file = tmp_path / "data" / "kmdash.db"
    open_store(str(file)).close()
    return file


def files(path):
    return {file.name: file.read_bytes() for file in path.parent.iterdir() if not file.name.endswith(".lock")}


def test_the_first_start_makes_a_store_and_its_folder(tmp_path):
    store = open_store(str(tmp_path / "new" / "folder" / "kmdash.db"))
    assert store.check() == {"ok": True, "versions": 0, "problems": []}
    store.close()


def test_without_an_address_the_environment_names_the_store(tmp_path, monkeypatch):
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{tmp_path / 'named.db'}")
    open_store().close()
    assert (tmp_path / "named.db").exists()


def test_without_any_address_the_store_is_in_the_users_data_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("KMDASH_DB", raising=False)
    monkeypatch.setattr("kmdash.store.opening.user_data_dir", lambda name, author: str(tmp_path / name))
    open_store().close()
    assert (tmp_path / "kmdash" / "kmdash.db").exists()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_store_that_would_not_last_is_refused(url):
    with pytest.raises(ValueError, match="names no file"):
        open_store(url)


def test_a_vanished_store_is_not_replaced_by_an_empty_one(path):
    path.unlink()
    before = files(path)
    with pytest.raises(StoreDamaged, match="ทั้งที่เคยมีอยู่"):
        open_store(str(path))
    assert files(path) == before


def test_a_store_whose_log_alone_is_left_is_not_replaced(path):
    path.rename(f"{path}-wal")
    path.with_name("kmdash.db.marker").unlink()
    with pytest.raises(StoreDamaged, match="ทั้งที่เคยมีอยู่"):
        open_store(str(path))


def test_a_moved_store_gets_its_marker_where_it_is(path, tmp_path):
    moved = path.rename(tmp_path / "moved.db")
    open_store(str(moved)).close()
    moved.unlink()
    with pytest.raises(StoreDamaged, match="ทั้งที่เคยมีอยู่"):
        open_store(str(moved))


def no_bytes(path):
    path.write_bytes(b"")


def half(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def header_overwritten(path):
    path.write_bytes(b"\x00" * 100 + path.read_bytes()[100:])


def no_database(path):
    path.write_text("บันทึก " * 5000, encoding="utf-8")


def of_another_program(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE letters (id)")


def without_its_mark(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM meta")
        connection.commit()


@pytest.mark.parametrize(
    "damage", [no_bytes, half, header_overwritten, no_database, of_another_program, without_its_mark]
)
def test_a_damaged_store_stops_in_words_and_is_left_as_it_is(path, damage):
    damage(path)
    found = path.read_bytes()
    with pytest.raises(StoreDamaged, match=r"kmdash\.db.*โปรดนำสำเนาสำรองมาวางแทน"):
        open_store(str(path))
    assert path.read_bytes() == found


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="โปรดตรวจพื้นที่ว่างและสิทธิ์"):
        open_store(str(tmp_path / "file" / "kmdash.db"))


def test_the_words_follow_the_language(path):
    path.write_bytes(b"")
    set_language("en")
    try:
        with pytest.raises(StoreDamaged, match="is empty"):
            open_store(str(path))
    finally:
        set_language("th")


def test_a_place_whose_mark_is_lost_is_not_taken_for_a_new_one(store, url, plan):
    store.write([plan()], actor="ก", kind="import")
    with store.engine.begin() as connection:
        connection.execute(text("DROP TABLE meta"))
    with pytest.raises(StoreDamaged, match=r"ไม่ใช่ฐานข้อมูลของ kmdash หรือข้อมูลสำคัญสูญหาย"):
        open_store(url)
    assert store.newest() == 1


def test_a_store_of_a_newer_program_is_left_alone(store, url):
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE meta SET schema_version = 1000"))
    with pytest.raises(StoreError, match="รุ่นใหม่กว่า"):
        open_store(url)


def test_what_an_earlier_program_found_is_told_in_thai_and_new_findings_in_either_language(store, url, plan):
    older, newer = plan("1"), plan("2")
    told_in_both = worded("reader_periods.year_missing")
    newer.records["problems"][0] |= {"message": str(told_in_both), "said": said(message=told_in_both)}
    store.write([older, newer], actor="ก", kind="import")
    set_language("en")
    try:
        first, second = records(store.register().problems)
        assert told_of(first, "message") == first["message"]
        assert told_of(second, "message") == "No year is given. Which year is meant?"
        assert second["message"] == "ไม่ได้ระบุปี หมายถึงปีใด"
        with store.engine.begin() as connection:
            connection.execute(text("ALTER TABLE problems DROP COLUMN said"))
        again = open_store(url)
        for row in records(again.register().problems):
            assert row["said"] is None
            assert told_of(row, "message") == row["message"]
        again.close()
    finally:
        set_language("th")


def test_a_store_of_an_earlier_program_gets_the_columns_and_tables_that_came_since(store, url, plan):
    store.write([plan()], actor="ก", kind="import")
    with store.engine.begin() as connection:
        connection.execute(text("ALTER TABLE plans DROP COLUMN outcome"))
        connection.execute(text("DROP TABLE marks"))
    again = open_store(url)
    assert again.check() == {"ok": True, "versions": 1, "problems": []}
    assert again.register().plans["outcome"].isna().all()
    again.close()
