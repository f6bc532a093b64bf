"""What a file is, by its content; its name decides nothing."""

import json
import re
from enum import StrEnum
from struct import unpack_from

from kmdash.domain.wording import worded
from kmdash.ingest.files.archive import Archive
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.text import clean, encoding_of


class Kind(StrEnum):
    """A format that can be read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    HTML = "html"
    SPREADSHEETML = "spreadsheetml"
    DELIMITED = "delimited"


_ZIP = b"PK"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLE_ENTRY = 128
_BIFF_WORKBOOKS = (  # the first record of a workbook stream: BOF, its length, version 8 or 5, "globals"
    b"\x09\x08\x10\x00\x00\x06\x05\x00",
    b"\x09\x08\x08\x00\x00\x05\x05\x00",
)
_FILEPASS, _BOUNDSHEET, _EOF = 0x2F, 0x85, 0x0A
_HEAD = 4096
_LOCK_FILE_SIZES = (165, 171)

_OTHER_SIGNATURES = {
    b"%PDF": "reader_files.pdf",
    b"\x89PNG": "reader_files.picture",
    b"\xff\xd8\xff": "reader_files.picture",
    b"GIF8": "reader_files.picture",
    b"{\\rtf": "reader_files.rtf",
    b"7z\xbc\xaf": "reader_files.packed",
    b"Rar!": "reader_files.packed",
    b"\x1f\x8b": "reader_files.packed",
    b"MZ": "reader_files.program",
    b"\x7fELF": "reader_files.program",
    b"SQLite format 3": "reader_files.database",
    b"\x09\x00\x04\x00": "reader_files.old_excel",
    b"\x09\x02\x06\x00": "reader_files.old_excel",
    b"\x09\x04\x06\x00": "reader_files.old_excel",
    b"version https://git-lfs": "reader_files.pointer",
    b"MIME-Version:": "reader_files.mhtml",
}
_OTHER_PACKAGES = {
    "word/": "reader_files.word",
    "ppt/": "reader_files.powerpoint",
    "visio/": "reader_files.visio",
}
_HTML = re.compile(r"\s*<(!doctype html|html|head|body|meta|style|table|div)\b", re.IGNORECASE)
_SPREADSHEETML = "urn:schemas-microsoft-com:office:spreadsheet"


def kind_of(data: bytes) -> Kind:
    """The format of a file.

    Raises
    ------
    Refusal
        ``wrong_type`` for what is no spreadsheet, ``locked`` for an encrypted workbook, ``damaged`` for a
        broken archive.

    >>> kind_of("แผน,1".encode("cp874")), kind_of(b"<table><tr><td>1</table>")
    (<Kind.DELIMITED: 'delimited'>, <Kind.HTML: 'html'>)
    """
    if data.startswith(_ZIP):
        return _kind_of_archive(Archive(data))
    if data.startswith(_OLE):
        return _kind_of_compound(data)
    for signature, what in _OTHER_SIGNATURES.items():
        if data.startswith(signature):
            raise Refusal("wrong_type", worded(what))
    if len(data) in _LOCK_FILE_SIZES and data[0] < 0x20 and not data[:1].isspace():
        raise Refusal("wrong_type", worded("reader_files.lock_file"))
    return _kind_of_text(data)


def _kind_of_archive(archive: Archive) -> Kind:
    if "xl/workbook.bin" in archive:
        return Kind.XLSB
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive else b""
    if b"spreadsheetml" in types or any(name.startswith("xl/") for name in archive.names):
        return Kind.XLSX
    for folder, what in _OTHER_PACKAGES.items():
        if any(name.startswith(folder) for name in archive.names):
            raise Refusal("wrong_type", worded(what))
    mimetype = archive.read("mimetype") if "mimetype" in archive else b"spreadsheet"
    if "content.xml" in archive and b"spreadsheet" in mimetype:
        return Kind.ODS
    raise Refusal("wrong_type", worded("reader_files.zip"))


def _kind_of_compound(data: bytes) -> Kind:
    if _has_entry(data, "EncryptedPackage") or _has_entry(data, "EncryptionInfo"):
        raise Refusal("locked")
    if any(_has_entry(data, stream) for stream in ("Workbook", "WORKBOOK", "Book", "BOOK")):
        if _asks_for_password(data):
            raise Refusal("locked")
        return Kind.XLS
    if _has_entry(data, "WordDocument"):
        raise Refusal("wrong_type", worded("reader_files.word"))
    raise Refusal("wrong_type", worded("reader_files.office"))


def _has_entry(data: bytes, name: str) -> bool:
    """Whether the directory of a compound file names a stream; its entries stand at multiples of 128 bytes."""
    wanted = f"{name}\0".encode("utf-16-le")
    place = data.find(wanted)
    while place >= 0 and place % _OLE_ENTRY:
        place = data.find(wanted, place + 1)
    return place >= 0


def _asks_for_password(data: bytes) -> bool:
    """Whether the records that open the workbook stream hold a FILEPASS, before the first sheet is named."""
    starts = [place for place in map(data.find, _BIFF_WORKBOOKS) if place >= 0]
    place = min(starts, default=len(data))
    while place + 4 <= len(data):
        record, length = unpack_from("<HH", data, place)
        if record in (_FILEPASS, _BOUNDSHEET, _EOF):
            return record == _FILEPASS
        place += 4 + length
    return False


def _kind_of_text(data: bytes) -> Kind:
    head = data[:_HEAD].decode(encoding_of(data), "ignore").lstrip("\ufeff")
    if _HTML.match(head):
        return Kind.HTML
    if head.lstrip().startswith("<?xml"):
        if _SPREADSHEETML in head:
            return Kind.SPREADSHEETML
        if "<html" in head or "<table" in head:
            return Kind.HTML
        raise Refusal("wrong_type", worded("reader_files.xml"))
    if head.lstrip()[:1] in ("{", "[") and _is_json(data):
        raise Refusal("wrong_type", worded("reader_files.json"))
    return Kind.DELIMITED


def _is_json(data: bytes) -> bool:
    try:
        json.loads(clean(data.decode(encoding_of(data))))
    except (ValueError, RecursionError):
        return False
    return True
