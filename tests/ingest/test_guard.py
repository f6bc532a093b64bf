"""What a file does to its reader stays in the child process."""

import logging
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from threading import Event, Semaphore

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from kmdash.domain.problem import UnreadableFile
from kmdash.ingest import guard, limits
from kmdash.ingest.files import plain_grids
from kmdash.ingest.guard import run_in_child

PLAN = "ลำดับ,กิจกรรม\n".encode()
limited = pytest.mark.skipif(sys.platform != "linux", reason="resource limits are Linux's here")


def run(worker: str, name: str = "แผน.csv", data: bytes = PLAN, **more):
    return run_in_child(data, name, worker=f"tests.ingest.misbehaving:{worker}", **more)


def refused(worker: str, **more) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as error:
        run(worker, **more)
    return error.value


def test_a_worker_gets_the_file_and_its_answer_comes_back(monkeypatch):
    monkeypatch.setenv("KMDASH_EDITOR_PASSPHRASE", "secret")
    answer = run("echo", options={"year": 2562})
    assert (answer["size"], answer["name"], answer["options"]) == (len(PLAN), "แผน.csv", {"year": 2562})
    assert "KMDASH_EDITOR_PASSPHRASE" not in answer["environment"]


def test_the_grids_of_a_file_cross_the_border():
    (grid,) = run_in_child(PLAN, "แผน.csv", worker="kmdash.ingest.files:plain_grids")["grids"]
    assert [cell[2] for cell in grid["cells"]] == ["ลำดับ", "กิจกรรม"]


def test_a_workbook_is_read_behind_closed_doors_as_in_the_open():
    book = Workbook()
    book.active.append(["ผล", 0.85, "=B1*2", date(2018, 10, 1)])
    book.active["B1"].number_format = "0%"
    book.active["A1"].comment = Comment("หมายเหตุ", "สลธ.")
    book.active.merge_cells("A1:A2")
    data = BytesIO()
    book.save(data)
    answer = run_in_child(data.getvalue(), "ผล.xlsx", worker="kmdash.ingest.files:plain_grids")
    assert answer == plain_grids(data.getvalue(), "ผล.xlsx", {})
    assert [cell[2:5] for cell in answer["grids"][0]["cells"]] == [
        ["ผล", "General", None],
        [0.85, "0%", None],
        [None, "General", "=B1*2"],
        ["2018-10-01", "yyyy-mm-dd", None],
    ]


def test_a_refusal_keeps_its_code_and_words():
    error = refused("refuse")
    assert (error.code, error.message) == ("locked", "ไฟล์ “แผน.csv” ล็อก")


def test_a_reader_that_hangs_is_stopped():
    error = refused("hang", seconds=2)
    assert error.code == "timeout"
    assert "แผน.csv" in error.message


@limited
def test_a_reader_that_spins_runs_out_of_its_share(monkeypatch):
    assert refused("spin", seconds=2).code == "timeout"


@limited
@pytest.mark.parametrize("worker", ["grow", "abort", "flood"])
def test_a_reader_that_wants_too_much_is_stopped(worker):
    assert refused(worker).code == "limit"


@pytest.mark.parametrize(
    ("worker", "told"),
    [("leave", "code 7"), ("panic", "Panic"), ("not_a_number", "ValueError"), ("lone_surrogate", "surrogates")],
)
def test_a_fault_of_our_own_is_damage_to_the_user_and_a_trace_to_the_log(worker, told, caplog):
    with caplog.at_level(logging.ERROR):
        assert refused(worker).code == "damaged"
    assert told in caplog.text


@limited
def test_a_reader_can_open_nothing(tmp_path):
    path = tmp_path / "written"
    assert run("reach_out", options={"path": str(path)}) == {"allowed": []}
    assert not path.exists() or path.stat().st_size == 0


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty"), (bytes(limits.UPLOAD_BYTES + 1), "too_large")], ids=["empty", "large"]
)
def test_no_child_is_started_for_an_impossible_size(data, code, monkeypatch):
    monkeypatch.setattr(guard, "_run", lambda *_: pytest.fail("a child was started"))
    assert refused("echo", data=data).code == code


def test_a_name_that_is_no_unicode_is_named_all_the_same():
    assert "แผน?.csv" in refused("refuse", name="แผน\udcff.csv").message.replace("\ufffd", "?")


def test_a_third_file_waits_until_one_of_two_is_read(monkeypatch):
    entered, leave = Semaphore(0), Event()

    def reading(*_):
        entered.release()
        assert leave.wait(30)
        return b'{"result": {}}', 0, False

    monkeypatch.setattr(guard, "_run", reading)
    with ThreadPoolExecutor(3) as pool:
        reads = [pool.submit(run, "echo") for _ in range(3)]
        assert entered.acquire(timeout=30)
        assert entered.acquire(timeout=30)
        third_is_in = entered.acquire(blocking=False)
        leave.set()
        assert [read.result() for read in reads] == [{}, {}, {}]
    assert not third_is_in
    assert entered.acquire(blocking=False)
