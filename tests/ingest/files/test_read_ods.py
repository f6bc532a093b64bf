"""OpenDocument spreadsheets are read as they are typed."""

import zipfile
from datetime import date, time
from io import BytesIO

import pytest

from kmdash.ingest.files.ods import read_ods
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.grid import Cell

NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [("office", "office"), ("table", "table"), ("text", "text"), ("style", "style")]
)

TEXT = 'office:value-type="string"'


def an_ods(rows: str, styles: str = "", table: str = 'table:name="แผน"', manifest: str = "<manifest/>") -> bytes:
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet><table:table {table}>{rows}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


def a_row(cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def a_cell(text: str = "", attributes: str = TEXT) -> str:
    paragraph = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell {attributes}>{paragraph}</table:table-cell>"


def refused(data: bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        read_ods(data)
    return refusal.value.code


def test_values_have_their_types_and_percent_its_format():
    cells = (
        a_cell("ข้อ<text:s text:c='2'/>๑</text:p><text:p>สอง")
        + a_cell("85 %", 'office:value-type="percentage" office:value="0.85"')
        + a_cell("1/10/61", 'office:value-type="date" office:date-value="2018-10-01"')
        + a_cell("9:30", 'office:value-type="time" office:time-value="PT09H30M00S"')
        + a_cell("จริง", 'office:value-type="boolean" office:boolean-value="true"')
        + a_cell("3", 'office:value-type="float" office:value="3" table:formula="of:=1+2"')
    )
    (grid,) = read_ods(an_ods(a_row(cells)))
    assert [cell.value for cell in grid.cells.values()] == [
        "ข้อ  ๑\nสอง",
        0.85,
        date(2018, 10, 1),
        time(9, 30),
        True,
        3,
    ]
    assert grid.cells[1, 2].number_format == "0%"
    assert grid.cells[1, 6].formula == "of:=1+2"


def test_repeated_and_empty_cells_keep_the_addresses():
    rows = (
        a_row(a_cell("ก", 'table:number-columns-repeated="2" office:value-type="string"') + a_cell("ข"))
        + a_row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="7"')
        + a_row(a_cell("ค"), 'table:number-rows-repeated="2"')
        + a_row("<table:table-cell/>", 'table:number-rows-repeated="1048566"')
    )
    (grid,) = read_ods(an_ods(rows))
    assert {place: cell.value for place, cell in grid.cells.items()} == {
        (1, 1): "ก",
        (1, 2): "ก",
        (1, 3): "ข",
        (9, 1): "ค",
        (10, 1): "ค",
    }


def test_merges_and_what_is_hidden():
    styles = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    rows = (
        '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        + a_row(
            a_cell("ก", f'{TEXT} table:number-columns-spanned="2" table:number-rows-spanned="2"')
            + f"<table:covered-table-cell {TEXT}><text:p>บัง</text:p></table:covered-table-cell>"
            + a_cell("ข"),
            'table:visibility="collapse"',
        )
    )
    (grid,) = read_ods(an_ods(rows, styles, 'table:name="แผน" table:style-name="ta2"'))
    assert grid.merged == [(1, 1, 2, 2)]
    assert (grid.hidden, grid.hidden_rows, grid.hidden_columns) == (True, {1}, {2, 3})
    assert grid.cells == {(1, 1): Cell("ก"), (1, 3): Cell("ข")}


def test_a_note_on_a_cell_is_not_its_text():
    note = "<office:annotation><text:p>หมายเหตุ</text:p></office:annotation><text:p>ก</text:p>"
    (grid,) = read_ods(an_ods(a_row(f'<table:table-cell office:value-type="string">{note}</table:table-cell>')))
    assert grid.cells == {(1, 1): Cell("ก")}


def test_text_in_a_cell_without_a_type_is_damage_rather_than_lost():
    shape = "<table:shapes><text:p>รูป</text:p></table:shapes>"
    assert refused(an_ods(a_row(a_cell("ก") + a_cell("ข", "")))) == "damaged"
    assert read_ods(an_ods(a_row(a_cell("ก") + f"<table:table-cell>{shape}</table:table-cell>")))


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (("Err:502", f'{TEXT} table:formula="of:=A0"'), Cell("Err:502", formula="of:=A0", error=True)),
        (
            ("#N/A", 'office:value-type="float" office:value="0" table:formula="of:=NA()"'),
            Cell("#N/A", formula="of:=NA()", error=True),
        ),
        (
            ("#N/A", f'{TEXT} office:string-value="" table:formula="of:=NA()"'),
            Cell("#N/A", formula="of:=NA()", error=True),
        ),
        (("", f'{TEXT} office:string-value="" table:formula="of:=T(B1)"'), Cell("", formula="of:=T(B1)")),
        (("", 'table:formula="of:=B1"'), Cell(None, formula="of:=B1")),
    ],
)
def test_a_formula_keeps_its_error_and_a_missing_result_stays_missing(cell, read):
    (grid,) = read_ods(an_ods(a_row(a_cell(*cell) + a_cell("ก"))))
    assert grid.cells == {(1, 1): read, (1, 2): Cell("ก")}


def test_a_locked_file_says_so():
    assert refused(an_ods(a_row(a_cell("ก")), manifest="<manifest><encryption-data/></manifest>")) == "locked"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (a_row(a_cell("ก"), 'table:number-rows-repeated="1048576"'), "limit"),
        (a_row(a_cell("ก", f'{TEXT} table:number-columns-repeated="16384"')), "limit"),
        (a_row(a_cell("ก", 'table:number-columns-repeated="4294967295"')), "damaged"),
        (a_row(a_cell("<text:s text:c='2000000000'/>")), "limit"),
        (a_row("<table:table-cell/>" * 1000 + a_cell("ก"), 'table:number-rows-repeated="90000"'), "limit"),
        (a_row(a_cell()), "empty"),
    ],
)
def test_what_repeats_without_end_is_refused(rows, code):
    assert refused(an_ods(rows)) == code
