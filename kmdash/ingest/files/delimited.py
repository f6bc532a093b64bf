"""Delimited text (.csv, .tsv, .txt): every field as it is typed, row = record number."""

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice

from kmdash.domain.wording import worded
from kmdash.ingest import limits
from kmdash.ingest.files.book import Book
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.text import MOST_CONTROLS, NO_TEXT, decoded
from kmdash.ingest.grid import Grid

SHEET = "CSV"
_DELIMITERS = ",;\t|"
_RECORDS_LOOKED_AT = 100
_CONTROL = re.compile("[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n?', re.IGNORECASE)
_GUARDED = re.compile("''*[=+\\-@\t\r\n＝]")  # what an export writes so that no spreadsheet runs a text as a formula


def read_delimited(data: bytes) -> list[Grid]:
    """Read a text of records into one sheet, ``CSV``; every value is text.

    A first line ``sep=;`` names the delimiter and is no record; else it is the one of comma, semicolon, tab
    and bar that cuts most of the first records into equally many fields. The first of the apostrophes before
    ``=``, ``+``, ``-`` or ``@`` is taken off again: exports put it there. NUL characters are dropped, with a note.

    Raises
    ------
    Refusal
        If this is no text, its encoding is not known, a field exceeds the limits, or no field is filled.
    """
    typed = decoded(data)
    text = typed.replace("\x00", "")
    if len(_CONTROL.findall(text)) > MOST_CONTROLS * len(text):
        raise Refusal("wrong_type", worded(NO_TEXT))
    named = _SEPARATOR_LINE.match(text)
    if named:
        text = text[named.end() :]
    csv.field_size_limit(limits.FIELD_LENGTH)
    book = Book()
    grid = book.add_sheet(SHEET)
    if len(text) < len(typed):
        grid.notes.append(worded("reader_files.nul", count=len(typed) - len(text)))
    records = csv.reader(StringIO(text, newline=""), delimiter=named[1] if named else delimiter_of(text))
    try:
        for row, record in enumerate(records, 1):
            for column, field in enumerate(record, 1):
                book.put(row, column, field[1:] if _GUARDED.match(field) else field)
    except csv.Error as error:
        raise Refusal("limit", worded("reader_files.field_length", most=limits.FIELD_LENGTH)) from error
    return book.finished()


def delimiter_of(text: str) -> str:
    """The delimiter that gives the most of the first records the same number of fields, a comma if none does.

    >>> delimiter_of("ลำดับ;ร้อยละ\\n1;1,5\\n2;2,5")
    ';'
    """
    return max(_DELIMITERS, key=lambda delimiter: _regularity(text, delimiter))


def _regularity(text: str, delimiter: str) -> tuple[float, int]:
    """The share of the records that have the commonest number of fields above one, and that number."""
    sample = csv.reader(StringIO(text[: limits.FIELD_LENGTH], newline=""), delimiter=delimiter)
    widths = Counter(len(record) for record in islice(sample, _RECORDS_LOOKED_AT) if record)
    several = [(count / widths.total(), width) for width, count in widths.items() if width > 1]
    return max(several, default=(0.0, 0))
