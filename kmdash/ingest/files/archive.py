"""The parts of a zip-based workbook, inflated within limits and only in memory."""

import posixpath
import zlib
from io import BytesIO
from itertools import pairwise
from struct import error as StructError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kmdash.domain.wording import worded
from kmdash.ingest import limits
from kmdash.ingest.files.refusal import Refusal

_ENCRYPTED = 0x1
_METHOD_AES = 99
_LOCAL_HEADER = 30
_CHUNK = 1 << 16
_BROKEN = (BadZipFile, zlib.error, StructError, EOFError, NotImplementedError, OSError, ValueError)


class Archive:
    """A zip archive whose directory was checked; names are matched without case, ``\\`` counts as ``/``.

    Raises
    ------
    Refusal
        ``damaged`` when the directory is broken, names a part twice or lets parts overlap; ``locked`` when a
        part is encrypted; ``limit`` when there are too many parts or a part inflates beyond the limits
        (what the directory claims is not believed).
    """

    def __init__(self, data: bytes):
        try:
            self._zip = ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise Refusal("damaged", worded("reader_files.incomplete")) from error
        infos = self._zip.infolist()
        _check_directory(infos)
        self._infos = {part_name(info.filename): info for info in infos}
        if len(self._infos) < len(infos):
            raise Refusal("damaged", worded("reader_files.part_twice"))
        self._inflated = 0

    @property
    def names(self) -> list[str]:
        """The parts' names as they are matched: lower case, with ``/``."""
        return list(self._infos)

    def __contains__(self, name: str) -> bool:
        return part_name(name) in self._infos

    def spelling(self, name: str) -> str:
        """A part's name as the archive spells it, with ``/``."""
        return self._infos[part_name(name)].filename.replace("\\", "/")

    def read(self, name: str) -> bytes:
        """The bytes of a part; ``Refusal("damaged")`` if it is missing or does not match its checksum."""
        info = self._infos.get(part_name(name))
        if info is None:
            raise Refusal("damaged", worded("reader_files.part_missing", part=posixpath.basename(name)))
        try:
            return self._inflate(info)
        except _BROKEN as error:
            raise Refusal("damaged", worded("reader_files.part_unreadable", part=posixpath.basename(name))) from error

    def _inflate(self, info: ZipInfo) -> bytes:
        chunks, size = [], 0
        with self._zip.open(info) as part:
            while chunk := part.read(_CHUNK):
                chunks.append(chunk)
                size += len(chunk)
                self._inflated += len(chunk)
                self._check_inflated(info, size)
        return b"".join(chunks)

    def _check_inflated(self, info: ZipInfo, size: int) -> None:
        bomb = size > limits.RATIO_FROM_BYTES and size > limits.PART_RATIO * max(info.compress_size, 1)
        if bomb or size > limits.PART_BYTES or self._inflated > limits.ARCHIVE_BYTES:
            raise Refusal("limit", worded("reader_files.inflates"))


def part_name(name: str) -> str:
    """A part's name as archives are matched.

    >>> part_name("XL\\\\Worksheets\\\\Sheet1.XML")
    'xl/worksheets/sheet1.xml'
    """
    return name.replace("\\", "/").casefold()


def _check_directory(infos: list[ZipInfo]) -> None:
    if len(infos) > limits.ARCHIVE_ENTRIES:
        raise Refusal("limit", worded("reader_files.parts", most=limits.ARCHIVE_ENTRIES))
    if any(info.flag_bits & _ENCRYPTED or info.compress_type == _METHOD_AES for info in infos):
        raise Refusal("locked")
    if any(info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in infos):
        raise Refusal("damaged", worded("reader_files.compression"))
    ordered = sorted(infos, key=lambda info: info.header_offset)
    for one, following in pairwise(ordered):
        if one.header_offset + _LOCAL_HEADER + one.compress_size > following.header_offset:
            raise Refusal("damaged", worded("reader_files.parts_overlap"))
