"""What a file is, by its content."""

import zipfile
from io import BytesIO

import pytest

from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.sniff import Kind, kind_of

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def an_archive(*names: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def a_compound_file(*streams: str) -> bytes:
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return OLE.ljust(512, b"\0") + entries


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (an_archive("xl/workbook.xml"), Kind.XLSX),
        (an_archive("XL\\Workbook.xml"), Kind.XLSX),
        (an_archive("xl/workbook.bin"), Kind.XLSB),
        (an_archive("content.xml"), Kind.ODS),
        (a_compound_file("Root Entry", "Workbook"), Kind.XLS),
        (a_compound_file("Root Entry", "Book"), Kind.XLS),
        ("\ufeff  <HTML><body>".encode(), Kind.HTML),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', Kind.HTML),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', Kind.SPREADSHEETML),
        ("ลำดับ,กิจกรรม".encode("utf-16"), Kind.DELIMITED),
        ("[1] หมายเหตุ,กิจกรรม".encode("cp874"), Kind.DELIMITED),
        (b"<5 persons,1", Kind.DELIMITED),
    ],
)
def test_the_content_decides_the_format(data, kind):
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "รูปภาพ"),
        (b"MZ\x90\x00", "โปรแกรม"),
        (an_archive("word/document.xml"), "Word"),
        (an_archive("ppt/presentation.xml"), "PowerPoint"),
        (an_archive("plan.csv"), "zip"),
        (a_compound_file("Root Entry", "WordDocument"), "Word"),
        (b'{"plans": []}', "JSON"),
        (b'<?xml version="1.0"?><note/>', "XML"),
        (b"\x09\x02\x06\x00\x00\x00", "5.0"),
        (b"\x07Somchai".ljust(165), "ชั่วคราว"),
    ],
)
def test_what_is_no_spreadsheet_is_named(data, words):
    with pytest.raises(Refusal) as refused:
        kind_of(data)
    assert refused.value.code == "wrong_type"
    assert words in refused.value.detail


def test_a_text_of_an_owner_files_size_is_still_a_text():
    assert kind_of(b"1,2\n".ljust(165, b"3")) == Kind.DELIMITED


def test_an_encrypted_package_is_locked():
    with pytest.raises(Refusal) as refused:
        kind_of(a_compound_file("Root Entry", "EncryptionInfo", "EncryptedPackage"))
    assert refused.value.code == "locked"


@pytest.mark.parametrize("before", [b"", bytes.fromhex("42000200b004")])
def test_an_old_workbook_with_a_password_is_locked(before):
    globals_start = bytes.fromhex("0908100000060500") + bytes(12)
    file_pass = bytes.fromhex("2f000200") + bytes(2)
    with pytest.raises(Refusal) as refused:
        kind_of(a_compound_file("Root Entry", "Workbook") + globals_start + before + file_pass)
    assert refused.value.code == "locked"


def test_a_name_of_a_sheet_is_no_password():
    globals_start = bytes.fromhex("0908100000060500") + bytes(12)
    sheet_then_password = bytes.fromhex("85000200") + bytes(2) + bytes.fromhex("2f000200") + bytes(2)
    assert kind_of(a_compound_file("Root Entry", "Workbook") + globals_start + sheet_then_password) == Kind.XLS
