"""Parts of a workbook are inflated within limits."""

import zipfile
from io import BytesIO

import pytest

from kmdash.ingest import limits
from kmdash.ingest.files.archive import Archive
from kmdash.ingest.files.refusal import Refusal


def packed(parts: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return buffer.getvalue()


def code_of(data: bytes, part: str | None = None) -> str:
    with pytest.raises(Refusal) as refused:
        archive = Archive(data)
        assert part is not None, "the directory was accepted"
        archive.read(part)
    return refused.value.code


def test_names_are_matched_without_case_and_with_either_slash():
    archive = Archive(packed([("XL\\Sheet1.XML", b"content")]))
    assert "xl/sheet1.xml" in archive
    assert archive.read("xl/Sheet1.xml") == b"content"
    assert archive.spelling("xl/sheet1.xml") == "XL/Sheet1.XML"


def test_a_missing_part_is_damage():
    assert code_of(packed([("a", b"1")]), "b") == "damaged"


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"", packed([("a", b"1")])[:-1]])
def test_a_cut_archive_is_damaged(data):
    assert code_of(data) == "damaged"


def test_two_parts_of_one_name_are_damage():
    assert code_of(packed([("xl/Sheet1.xml", b"1"), ("XL/sheet1.xml", b"2")])) == "damaged"


def test_an_encrypted_part_is_locked():
    data = bytearray(packed([("a", b"1")]))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert code_of(bytes(data)) == "locked"


def test_a_method_that_excel_does_not_use_is_damage():
    assert code_of(packed([("a", b"1")], zipfile.ZIP_LZMA)) == "damaged"


def test_overlapping_parts_are_damage():
    data = bytearray(packed([("a", b"1" * 100), ("b", b"2" * 100)], zipfile.ZIP_STORED))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[second + 42 : second + 46] = bytes(4)  # the second part is said to begin where the first does
    assert code_of(bytes(data)) == "damaged"


def test_too_many_parts_are_refused():
    assert code_of(packed([(str(n), b"") for n in range(limits.ARCHIVE_ENTRIES + 1)])) == "limit"


def test_what_inflates_beyond_the_ratio_is_refused():
    assert code_of(packed([("a", bytes(2 * limits.RATIO_FROM_BYTES))]), "a") == "limit"


def test_small_parts_may_pack_well():
    assert len(Archive(packed([("a", bytes(limits.RATIO_FROM_BYTES))])).read("a")) == limits.RATIO_FROM_BYTES


def test_all_parts_together_are_counted(monkeypatch):
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 150)
    archive = Archive(packed([("a", b"1" * 100), ("b", b"2" * 100)]))
    archive.read("a")
    with pytest.raises(Refusal):
        archive.read("b")
