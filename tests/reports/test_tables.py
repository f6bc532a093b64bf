"""Tables out: what is read back is what was shown."""

import csv as csv_module
import io
from datetime import date

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmdash.reports import tables


def table_of(**columns):
    return pd.DataFrame(columns)


def sheets(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def lines(data):
    return list(csv_module.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.fixture
def shown():
    return pd.DataFrame(
        {
            "แผน": ["การจัดทำแผน\nระยะที่ ๑", "ปี่พาทย์", None],
            "คะแนน": pd.array([2.4, None, 5.0], dtype="Float64"),
            "ระดับ": pd.array([2, None, 5], dtype="Int64"),
            "ข้อมูลสมมติ": pd.array([True, False, None], dtype="boolean"),
            "กำหนด": pd.to_datetime(["2019-06-15", None, "2019-09-30"]).astype("datetime64[s]"),
        }
    )


def test_a_workbook_reads_back_equal_with_its_types(shown):
    header, *rows = next(iter(sheets(tables.xlsx(shown, title="คะแนน")).values()))
    assert header == list(shown.columns)
    assert rows[0][:4] == ["การจัดทำแผน\nระยะที่ ๑", 2.4, 2, True]
    assert rows[0][4].date() == date(2019, 6, 15)
    assert rows[1] == ["ปี่พาทย์", None, None, False, None]
    assert rows[2][0] is None


def test_pandas_reads_the_workbook_as_the_table(shown):
    again = pd.read_excel(io.BytesIO(tables.xlsx(shown, title="คะแนน")), engine="openpyxl")
    assert list(again.columns) == list(shown.columns)
    assert again["คะแนน"].tolist()[::2] == [2.4, 5.0]
    assert again["กำหนด"].dropna().tolist() == shown["กำหนด"].dropna().tolist()


def test_the_second_sheet_tells_title_filters_and_day(shown):
    found = sheets(tables.xlsx(shown, title="คะแนนตัวชี้วัด", facts=["ปีงบประมาณ 2562"], stamp=["ข้อมูล ณ 15 มิ.ย. 2562"]))
    assert found["ข้อมูลประกอบ"] == [["คะแนนตัวชี้วัด"], ["ปีงบประมาณ 2562"], ["ข้อมูล ณ 15 มิ.ย. 2562"]]


def header_of(shown, **more):
    sheet = openpyxl.load_workbook(io.BytesIO(tables.xlsx(shown, title="R&G", **more))).worksheets[0]
    assert sheet.oddFooter.left.text == "R&& G"
    return sheet.oddHeader.left.text.split("\n") if sheet.oddHeader.left.text else []


def test_the_printed_page_tells_whose_it_is_as_of_which_day_and_from_which_version(shown):
    stamp = ["ข้อมูล ณ 15 มิ.ย. 2562", "ฉบับที่ 7"]
    told = header_of(shown, facts=["กรม", "R&D"], stamp=stamp)
    assert told == ["กรม · R&&D", "ข้อมูล ณ 15 มิ.ย. 2562 · ฉบับที่ 7"]
    long = header_of(shown, facts=["แผน&" * 100], stamp=stamp)
    assert long[0].startswith("แผน&&แผน&&") and long[0].endswith("…")
    assert long[1] == told[1]
    assert header_of(shown) == []


def test_the_printed_page_is_a4_across_one_page_wide_with_the_heading_repeated(shown):
    sheet = openpyxl.load_workbook(io.BytesIO(tables.xlsx(shown, title="คะแนน"))).worksheets[0]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E4"


def test_a_table_too_wide_to_be_read_on_one_page_is_printed_on_several_with_its_first_column():
    wide = pd.DataFrame({f"ช่อง {place}": ["ข้อความ" * 10] for place in range(12)})
    sheet = openpyxl.load_workbook(io.BytesIO(tables.xlsx(wide, title="กว้าง"))).worksheets[0]
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (3, 0)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")


@pytest.mark.parametrize("text", ["=1+1", "{=1+1}", "http://example.org", "+66", "@SUM(A1)", "0123", "-"])
def test_text_is_never_a_formula_a_link_or_a_number(text):
    book = openpyxl.load_workbook(io.BytesIO(tables.xlsx(table_of(ก=[text]), title="ก")))
    cell = book.worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_signs_a_cell_cannot_hold_are_left_out_and_long_text_is_cut_with_a_mark():
    found = sheets(tables.xlsx(table_of(ก=pd.Series(["ก\x00ข\ud800", "ย" * 40_000], dtype="object")), title="ก"))[
        "ข้อมูล"
    ]
    assert found[1] == ["กข"]
    assert len(found[2][0]) == 32_767
    assert found[2][0].endswith("[ตัดข้อความ]")


def test_an_empty_table_keeps_its_headings(shown):
    empty = shown.iloc[:0]
    assert sheets(tables.xlsx(empty, title="ว่าง"))["ข้อมูล"] == [list(shown.columns)]
    assert lines(tables.csv(empty)) == [list(shown.columns)]


def test_a_table_with_too_many_rows_is_refused_and_not_cut(monkeypatch, shown):
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    with pytest.raises(ValueError, match="table has 3 rows"):
        tables.xlsx(shown, title="คะแนน")


def test_the_same_table_gives_the_same_bytes_and_is_left_untouched(shown):
    before = shown.copy(deep=True)
    assert tables.xlsx(shown, title="ก") == tables.xlsx(shown, title="ก")
    tables.csv(shown)
    pd.testing.assert_frame_equal(shown, before)


def test_csv_has_a_bom_and_windows_line_ends(shown):
    data = tables.csv(shown)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert lines(data)[1] == ["การจัดทำแผน\nระยะที่ ๑", "2.4", "2", "True", "2019-06-15"]
    assert lines(data)[2] == ["ปี่พาทย์", "", "", "False", ""]


@pytest.mark.parametrize("text", ["=1+1", "+66", "-", "- รายการ", "@x", "\tx", "\nx", "＝1", "'=1"])
def test_csv_text_that_looks_like_a_formula_is_preceded_by_an_apostrophe(text):
    assert lines(tables.csv(table_of(ก=[text])))[1] == [f"'{text}"]


def test_csv_leaves_negative_numbers_alone():
    assert lines(tables.csv(table_of(ก=[-5, -0.5])))[1:] == [["-5.0"], ["-0.5"]]


@settings(max_examples=30)
@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=30), min_size=1, max_size=6))
def test_any_texts_come_back_from_csv_and_workbook(texts):
    table = table_of(ก=pd.Series(texts, dtype="str"), ข=range(len(texts)))
    from_csv = [row[0] for row in lines(tables.csv(table))[1:]]
    from_xlsx = [row[0] or "" for row in sheets(tables.xlsx(table, title="ก"))["ข้อมูล"][1:]]
    shields = ["'" + text if text.lstrip("'").startswith(tables.FORMULA_STARTS) else text for text in texts]
    assert from_csv == shields
    assert from_xlsx == texts


def test_numbers_stay_numbers_and_are_shown_in_thai_digits_where_they_are_chosen():
    shown = table_of(ขั้นตอน=[7, None], คะแนน=[2.2667, 5.0])
    book = openpyxl.load_workbook(io.BytesIO(tables.xlsx(shown, title="ตาราง", digits="th")))
    cells = list(book.worksheets[0].iter_rows(min_row=2))
    assert [[cell.value for cell in row] for row in cells] == [[7, 2.2667], [None, 5]]
    assert [cell.number_format for cell in cells[0]] == ["[$-D00041E]0", "[$-D00041E]0.0000"]
    assert cells[1][1].number_format == "[$-D00041E]0"
