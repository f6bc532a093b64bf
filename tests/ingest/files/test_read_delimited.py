"""Delimited text is read as it is typed."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.ingest.files.delimited import delimiter_of, read_delimited
from kmdash.ingest.files.refusal import Refusal


def texts_of(data: bytes) -> dict[tuple[int, int], object]:
    (grid,) = read_delimited(data)
    assert grid.sheet == "CSV"
    return {place: cell.value for place, cell in grid.cells.items()}


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2", ","),
        ("a;b\n1,5;2,5\n3;4", ";"),
        ("a\tb,c\n1\t2,3,4\n", "\t"),
        ("a|b|c\n1|2|3", "|"),
        ('"ก;ข;ค",1\n"ง;จ",2\n', ","),
        ("แผน\nหนึ่งช่อง\n", ","),
        ("แผนการจัดการความรู้\n\nลำดับ;กิจกรรม\n1;ก, ข และ ค\n2;ง\n3;จ", ";"),
    ],
)
def test_the_delimiter_is_the_one_that_cuts_evenly(text, delimiter):
    assert delimiter_of(text) == delimiter


def test_a_separator_line_names_the_delimiter_and_is_no_record():
    assert texts_of("sep=;\r\nก,ข;ค".encode()) == {(1, 1): "ก,ข", (1, 2): "ค"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_are_record_numbers_blank_ones_counted(end):
    assert texts_of(end.join(["ก,ข", "", '"ค', 'ง",จ', "ฉ"]).encode()) == {
        (1, 1): "ก",
        (1, 2): "ข",
        (3, 1): "ค\nง",
        (3, 2): "จ",
        (4, 1): "ฉ",
    }


def test_nul_bytes_and_the_old_end_mark_are_dropped():
    assert texts_of("ก\x00ข,1\r\n\x1a".encode()) == {(1, 1): "กข", (1, 2): "1"}


@pytest.mark.parametrize(("text", "notes"), [("ก\x00\x00ข,1", 1), ("กข,1", 0)])
def test_dropped_nul_bytes_are_told(text, notes):
    (grid,) = read_delimited(text.encode())
    assert len(grid.notes) == notes
    assert all("2 ตัว" in note for note in grid.notes)


def test_an_apostrophe_that_an_export_set_is_taken_off():
    typed = "'=1+1,'+66 2,'-,'@หน่วย,'ทั่วไป',-5"
    assert list(texts_of(typed.encode()).values()) == ["=1+1", "+66 2", "-", "@หน่วย", "'ทั่วไป'", "-5"]


def test_a_quote_left_open_is_named_with_its_cell():
    with pytest.raises(Refusal) as refused:
        read_delimited(('ก,ข\n1,"เปิดค้าง\n' + "2,3\n" * 20_000).encode())
    assert refused.value.code == "limit"
    assert "CSV!B2" in refused.value.detail


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\r\n" * 100, "empty"),
        (bytes(4096), "empty"),
        (b",,,\n,,,\n", "empty"),
        (bytes(range(1, 32)), "wrong_type"),
    ],
)
def test_what_holds_no_table_is_refused(data, code):
    with pytest.raises(Refusal) as refused:
        read_delimited(data)
    assert refused.value.code == code


FIELDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=20).filter(
    lambda text: not text.startswith("'") and "à" not in text
)


@given(
    st.lists(st.lists(FIELDS, min_size=1, max_size=5), min_size=1, max_size=8).filter(
        lambda table: any(map(any, table))
    ),
    st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]),
    st.sampled_from(",;\t|"),
)
def test_a_table_written_is_read_back_in_every_encoding(table, encoding, delimiter):
    buffer = StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    expected = {
        (row, column): field for row, record in enumerate(table, 1) for column, field in enumerate(record, 1) if field
    }
    assert texts_of(f"sep={delimiter}\r\n{buffer.getvalue()}".encode(encoding)) == expected
