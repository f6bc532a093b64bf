"""Web pages and XML that bear the name of a workbook."""

from datetime import date

import pytest

from kmdash.ingest.files.html import read_html
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.spreadsheetml import read_spreadsheetml
from kmdash.ingest.grid import Cell


def html_cells(page: str, encoding: str = "utf-8") -> dict[tuple[int, int], object]:
    (grid,) = read_html(page.encode(encoding))
    return {place: cell.value for place, cell in grid.cells.items()}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
def test_a_page_is_read_whatever_charset_it_claims(encoding):
    page = '<html><meta charset="utf-8"><table><tr><th>ลำดับ<th>กิจกรรม<tr><td>1<td>อบรม</table>'
    assert html_cells(page, encoding) == {(1, 1): "ลำดับ", (1, 2): "กิจกรรม", (2, 1): "1", (2, 2): "อบรม"}


def test_spans_shift_the_cells_that_follow():
    (grid,) = read_html(
        b"<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f</table><table><tr><td>g</table>"
    )
    assert {place: cell.value for place, cell in grid.cells.items()} == {
        (1, 1): "a",
        (1, 2): "b",
        (1, 4): "c",
        (2, 2): "d",
        (2, 3): "e",
        (2, 4): "f",
        (3, 1): "g",
    }
    assert grid.merged == [(1, 1, 2, 1), (1, 2, 1, 3)]


def test_scripts_are_no_text_and_breaks_are_lines():
    page = "<table><tr><td> ก   ข<br>ค <b>ง</b>&nbsp;&lt;จ&gt;<script>x()</script></table>"
    assert html_cells(page) == {(1, 1): "ก ข\nค ง <จ>"}


def test_a_table_within_a_cell_is_its_text():
    assert html_cells("<table><tr><td><table><tr><td>ก<td>ข</table><td>ค</table>") == {(1, 1): "ก ข", (1, 2): "ค"}


def test_a_page_without_a_table_is_of_the_wrong_type():
    with pytest.raises(Refusal) as refused:
        read_html("<html><p>เข้าสู่ระบบ</p></html>".encode())
    assert refused.value.code == "wrong_type"


def test_spreadsheetml_keeps_types_formats_places_and_merges():
    document = """<?xml version="1.0" encoding="windows-874"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
        xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles>
    <Worksheet ss:Name="แผน"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>
    <Row ss:Index="3" ss:Hidden="1"><Cell ss:MergeAcross="1"><Data ss:Type="String">ก</Data></Cell>
    <Cell ss:StyleID="p"><Data ss:Type="Number">0.85</Data></Cell></Row>
    <Row><Cell ss:Index="2"><Data ss:Type="DateTime">2018-10-01T00:00:00.000</Data></Cell>
    <Cell ss:Formula="=R1C1"><Data ss:Type="Error">#REF!</Data></Cell></Row>
    </Table></Worksheet></Workbook>"""
    (grid,) = read_spreadsheetml(document.encode("cp874"))
    assert grid.cells == {
        (3, 1): Cell("ก"),
        (3, 3): Cell(0.85, "0.00%"),
        (4, 2): Cell(date(2018, 10, 1)),
        (4, 3): Cell("#REF!", formula="=R1C1", error=True),
    }
    assert grid.merged == [(3, 1, 3, 2)]
    assert (grid.hidden_rows, grid.hidden_columns) == ({3}, {2, 3})
