"""Any bytes give grids or one clear sentence, never anything else."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmdash.domain.problem import UnreadableFile
from kmdash.ingest.files import plain_grids, read_grids


def a_workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["ลำดับ", "กิจกรรม"])
    book.active.append([1, "อบรม"])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def unpacked(data: bytes) -> bytes:
    """The same archive stored without compression, so that a changed byte is a changed content."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return buffer.getvalue()


HONEST = {
    "xlsx": a_workbook(),
    "stored xlsx": unpacked(a_workbook()),
    "csv": "ลำดับ,กิจกรรม\n1,อบรม\n".encode("cp874"),
    "html": "<table><tr><td rowspan=2>ก<td>ข<tr><td>ค</table>".encode(),
}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"%PDF-1.7", "wrong_type"),
        (HONEST["xlsx"][:-30], "damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1").ljust(512, b"\0") + "EncryptionInfo\0".encode("utf-16-le"), "locked"),
        (b"sep=,\n" + b"x" * 40_000, "limit"),
    ],
)
def test_each_refusal_has_its_code_and_names_the_file(data, code):
    with pytest.raises(UnreadableFile) as refused:
        read_grids(data, "แผน 2562.xlsx")
    assert refused.value.code == code
    assert refused.value.message.startswith("ไฟล์ “แผน 2562.xlsx” ")
    assert "กรุณา" in refused.value.message
    assert "\n" not in refused.value.message


@pytest.mark.parametrize("name", ["แผน.xlsx", "แผน.csv", "แผน.pdf", ""])
def test_the_name_decides_nothing(name):
    (grid,) = read_grids(HONEST["xlsx"], name)
    assert grid.cells[2, 2].value == "อบรม"


def test_plain_grids_are_json_values():
    assert plain_grids(HONEST["csv"], "แผน.csv", {}) == {
        "grids": [
            {
                "sheet": "CSV",
                "hidden": False,
                "merged": [],
                "hidden_rows": [],
                "hidden_columns": [],
                "cells": [
                    [1, 1, "ลำดับ", "General", None, False],
                    [1, 2, "กิจกรรม", "General", None, False],
                    [2, 1, "1", "General", None, False],
                    [2, 2, "อบรม", "General", None, False],
                ],
            }
        ]
    }


def gives_grids_or_refuses(data: bytes) -> bool:
    try:
        return any(grid.cells for grid in read_grids(data, "x"))
    except UnreadableFile as refused:
        return "x" in refused.message


@given(st.binary(max_size=400))
def test_noise_is_read_or_refused(data):
    assert gives_grids_or_refuses(data)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(sorted(HONEST)),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_an_honest_file_with_changed_bytes_is_read_or_refused(which, changes):
    data = bytearray(HONEST[which])
    for place, byte in changes:
        data[int(place * len(data))] = byte
    assert gives_grids_or_refuses(bytes(data))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(HONEST)), st.floats(0, 1))
def test_a_cut_file_is_read_or_refused(which, share):
    data = HONEST[which]
    assert gives_grids_or_refuses(data[: int(share * len(data))])
