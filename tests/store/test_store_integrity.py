"""Nothing stored is lost or altered in silence: seals, threads, killed writers, full disks."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.reading import Part
from kmdash.store import StoreDamaged, StoreError, changing, open_store

ROOT = Path(__file__).resolve().parents[2]
KILLS = 10
WRITER = """
import sys
from itertools import count
from kmdash.domain.reading import Part
from kmdash.store import open_store

store = open_store(sys.argv[1])
for turn in count():
    rows = [{"plan_id": f"{sys.argv[2]}-{turn}-{row}", "title": "แผน" * 50} for row in range(20)]
    part = Part("plan", f"{sys.argv[2]}-{turn}", "กรม", 2562, {"plans": rows})
    print(store.write([part], actor="writer", kind="import", source=("f", part.key.encode())).number, flush=True)
"""
FILLER = """
import resource, sys
from kmdash.domain.reading import Part
from kmdash.store import StoreError, open_store

store = open_store(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
part = Part("plan", "2", "กรม", 2562, {"plans": [{"plan_id": "2"}]})
try:
    store.write([part], actor="writer", kind="import", source=("f", bytes(2_000_000)))
except StoreError as error:
    print(error, store.newest())
"""


def a_child(program, *arguments):
    """A Python process that runs the program with the project on its path."""
    return subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", program, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def altered(store, statement, **values):
    """What the check says after a change past the store's door."""
    with store.engine.begin() as connection:
        assert connection.execute(text(statement), values).rowcount == 1
    return store.check()


def test_sqlite_is_set_to_survive_a_power_cut(tmp_path):
    store = open_store(str(tmp_path / "kmdash.db"))
    with store.engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    store.close()


def test_a_store_is_whole_after_imports_answers_results_and_undo(store, plan, june):
    store.write([plan("1"), plan("2")], actor="ก", kind="import", source=("f", b"x"))
    store.answer("2562-x-1-1-period", "มิ.ย. ๖๒", june, actor="ก")
    store.undo(2, actor="ก")
    assert store.check() == {"ok": True, "versions": 3, "problems": []}


@pytest.mark.parametrize(
    ("statement", "version"),
    [
        ("UPDATE plans SET title = 'แผนการจัดการความรุ้'", 1),
        ("UPDATE kpis SET weight = 60.000001", 1),
        ("UPDATE plans SET unit = 'กองคลัง'", 1),
        ("DELETE FROM problems", 1),
        ("UPDATE pieces SET present = false WHERE version = 2", 2),
        ("UPDATE pieces SET key = '7' WHERE version = 1", 1),
        ("UPDATE versions SET actor = 'ข' WHERE number = 1", 1),
        ("UPDATE versions SET seal = 'x' WHERE number = 2", 2),
    ],
)
def test_the_seal_tells_which_version_was_altered(store, plan, statement, version):
    store.write([plan()], actor="ก", kind="import")
    store.write([Part("file", "f", "กรม", 2562, {"events": [{"event_id": "e"}]})], actor="ก", kind="import")
    report = altered(store, statement)
    assert not report["ok"]
    assert f"ข้อมูลของฉบับที่ {version} ถูกเปลี่ยนหลังบันทึก" in report["problems"]


def test_an_altered_source_is_named_and_no_copy_is_handed_out(store, plan):
    store.write([plan()], actor="ก", kind="import", source=("แผน.xlsx", b"abc"))
    report = altered(store, "UPDATE sources SET content = :content", content=b"abd")
    assert report["problems"] == ["ไฟล์ต้นฉบับ แผน.xlsx ไม่ตรงกับที่รับไว้"]
    with pytest.raises(StoreDamaged, match="สำเนาไม่ผ่านการตรวจสอบ"):
        store.copy()


def test_a_missing_version_is_found(store, plan):
    for title in "กขค":
        store.write([plan(title=title)], actor="ก", kind="import")
    with store.engine.begin() as connection:
        for table in (*INPUT_FRAMES, "pieces"):
            connection.execute(text(f"DELETE FROM {table} WHERE version = 2"))
        connection.execute(text("DELETE FROM versions WHERE number = 2"))
    assert store.check()["problems"][0] == "เลขฉบับไม่ต่อเนื่อง: มี 2 ฉบับ แต่ฉบับล่าสุดคือ 3"


def test_a_letter_flipped_in_the_file_is_found_though_sqlite_finds_nothing(tmp_path, plan):
    path = tmp_path / "kmdash.db"
    store = open_store(str(path))
    store.write([plan(title="a knowing plan")], actor="ก", kind="import")
    store.close()
    path.write_bytes(path.read_bytes().replace(b"a knowing plan", b"a knowimg plan"))
    store = open_store(str(path))
    assert store.check()["problems"] == ["ข้อมูลของฉบับที่ 1 ถูกเปลี่ยนหลังบันทึก"]
    store.close()


def test_a_save_that_is_not_read_back_as_written_is_given_up(store, plan, monkeypatch):
    monkeypatch.setattr(changing, "stored_rows", lambda connection, number: {})
    with pytest.raises(StoreError, match="ไม่ตรงกับที่บันทึก"):
        store.write([plan()], actor="ก", kind="import", source=("f", b"x"))
    assert (store.newest(), store.check()["ok"]) == (0, True)


def test_four_threads_writing_at_once_lose_nothing(store):
    def write(thread):
        for turn in range(25):
            rows = [{"plan_id": f"{thread}-{turn}"}]
            part = Part("plan", f"{thread}-{turn}", "กรม", 2562, {"plans": rows})
            store.write([part], actor=f"thread {thread}", kind="import")

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write, range(4)))
    assert set(store.register().plans["plan_id"]) == {f"{thread}-{turn}" for thread in range(4) for turn in range(25)}
    assert store.check() == {"ok": True, "versions": 100, "problems": []}


def test_two_stores_opened_on_one_place_see_each_others_saves(store, url, plan):
    other = open_store(url)
    store.write([plan("1")], actor="ก", kind="import")
    other.write([plan("2")], actor="ข", kind="import")
    assert store.parts() == other.parts()
    assert store.newest() == 2
    other.close()


def test_a_writer_killed_at_any_moment_loses_no_acknowledged_save(tmp_path):
    path = tmp_path / "kmdash.db"
    open_store(str(path)).close()
    acknowledged = 0
    for turn in range(KILLS):
        child = a_child(WRITER, str(path), str(turn))
        for _ in range(turn % 4 + 1):
            acknowledged = int(child.stdout.readline())
        child.kill()
        rest, _ = child.communicate()
        acknowledged = max(
            [acknowledged, *(int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n"))]
        )
        store = open_store(str(path))
        report = store.check()
        assert report["ok"]
        assert acknowledged <= report["versions"] <= acknowledged + 1
        assert len(store.register().plans) == report["versions"] * 20
        store.close()
    assert acknowledged >= KILLS


def test_a_full_disk_stops_the_save_in_words_and_keeps_what_was_stored(tmp_path, plan):
    pytest.importorskip("resource")
    path = tmp_path / "kmdash.db"
    store = open_store(str(path))
    store.write([plan()], actor="ก", kind="import")
    said, _ = a_child(FILLER, str(path)).communicate()
    assert said.startswith("ยังอ่านหรือบันทึกข้อมูลไม่ได้")
    assert said.endswith(" 1\n")
    assert store.check() == {"ok": True, "versions": 1, "problems": []}
    store.close()
