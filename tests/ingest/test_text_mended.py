"""What was mended in the texts of a file before it could be read is told, once a sheet."""

import pytest

from kmdash.ingest.files import xls
from kmdash.ingest.files.calamine import Values
from kmdash.ingest.read import read_here


def told(data: bytes) -> list[dict]:
    problems = read_here(data, "แผน.csv", {})["problems"]
    return [problem for problem in problems if problem["code"] == "text_mended"]


def test_dropped_nul_bytes_are_told_at_the_sheets_first_cell():
    (note,) = told("ลำดับ,กิจกรรม\n1,อบ\x00รม\n".encode())
    assert (note["severity"], note["cell"]) == ("info", "CSV!A1")
    assert "1 ตัว" in note["message"]


def test_a_file_read_as_it_is_has_nothing_told():
    assert told("ลำดับ,กิจกรรม\n1,อบรม\n".encode()) == []


@pytest.mark.parametrize(
    ("typed", "read", "notes"), [("á¼¹¡ÒÃ¨Ñ´¡ÒÃ", "แผนการจัดการ", 1), ("déjà vu à Besançon", "déjà vu à Besançon", 0)]
)
def test_thai_that_is_read_again_from_the_wrong_code_page_is_noted(monkeypatch, typed, read, notes):
    sheet = Values("Sheet1", False, [(1, 1, typed)], [])
    monkeypatch.setattr(xls, "worksheets", lambda data: [sheet])
    (grid,) = xls.read_xls(b"")
    assert grid.cells[1, 1].value == read
    assert len(grid.notes) == notes
