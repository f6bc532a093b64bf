"""Excel workbooks are read as they are typed."""

import zipfile
from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from kmdash.ingest import limits
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.xlsx import read_xlsx
from kmdash.ingest.grid import Cell

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = (
    "<fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders>"
    '<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{}</cellXfs>'
)


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def raw_workbook(
    data: str, after: str = "", namespace: str = TRANSITIONAL, formats: str = "", texts: str = ""
) -> bytes:
    """A workbook of one sheet whose XML is given, as programs write it that are not openpyxl."""
    relation = '<Relationship Id="r{n}" Type="{office}/{kind}" Target="{target}"/>'
    kinds = [
        ("worksheet", "worksheets/sheet1.xml"),
        ("styles", "/xl/styles.xml"),
        *([("sharedStrings", "sharedStrings.xml")] if texts else []),
    ]
    types = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "styles": "styles"}
    types |= {"sharedStrings": "sharedStrings"} if texts else {}
    overrides = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{TYPE}.{kind}+xml"/>' for part, kind in types.items()
    )
    relations = "".join(
        relation.format(n=n, office=OFFICE, kind=kind, target=target) for n, (kind, target) in enumerate(kinds, 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{namespace}">{STYLES.format(formats)}</styleSheet>',
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="แผน" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{namespace}"><sheetData>{data}</sheetData>{after}</worksheet>',
    }
    if texts:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{namespace}">{texts}</sst>'
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        read_xlsx(data)
    return refusal.value.code


def test_values_formats_merges_and_what_is_hidden():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "แผนที่ ๑"
    sheet["B2"] = "ข้อความ"
    sheet["B3"], sheet["B3"].number_format = 0.85, "0%"
    sheet["B4"], sheet["B4"].number_format = datetime(2018, 10, 1), "d mmm yy"
    sheet["B5"] = True
    sheet.merge_cells("B2:D2")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["F"].hidden = True
    hidden = book.create_sheet("ซ่อน")
    hidden.sheet_state = "veryHidden"
    hidden["A1"] = 1
    shown, unseen = read_xlsx(saved(book))
    assert shown.sheet == "แผนที่ ๑"
    assert shown.cells == {
        (2, 2): Cell("ข้อความ"),
        (3, 2): Cell(0.85, "0%"),
        (4, 2): Cell(date(2018, 10, 1), "d mmm yy"),
        (5, 2): Cell(True),
    }
    assert shown.merged == [(2, 2, 2, 4)]
    assert (shown.hidden, shown.hidden_rows, shown.hidden_columns) == (False, {3}, {6})
    assert (unseen.sheet, unseen.hidden, unseen.cells) == ("ซ่อน", True, {(1, 1): Cell(1)})


def test_a_formula_stands_beside_its_stored_result():
    (grid,) = read_xlsx(
        raw_workbook(
            '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1*2</f></c>'
            '<c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
            '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2</f><v>5</v></c></row>'
            '<row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c></row>'
        )
    )
    assert grid.cells == {
        (1, 1): Cell(2, formula="=1+1"),
        (1, 2): Cell(None, formula="=A1*2"),
        (1, 3): Cell("", formula='=""'),
        (1, 4): Cell("#DIV/0!", formula="=1/0", error=True),
        (2, 1): Cell(5, formula="=B2"),
        (3, 1): Cell(6, formula="=B3"),
    }


@pytest.mark.parametrize("namespace", [STRICT, TRANSITIONAL])
def test_strict_and_transitional_workbooks_read_alike(namespace):
    row = '<row><c t="inlineStr"><is><t>ก</t></is></c><c s="1"><v>0.85</v></c><c t="d"><v>2018-10-01</v></c></row>'
    (grid,) = read_xlsx(raw_workbook(row, namespace=namespace, formats='<xf numFmtId="9"/>'))
    assert grid.cells == {(1, 1): Cell("ก"), (1, 2): Cell(0.85, "0%"), (1, 3): Cell(date(2018, 10, 1))}


def test_an_array_formula_has_its_text_and_a_data_table_an_empty_one():
    (grid,) = read_xlsx(
        raw_workbook(
            '<row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B2*2)</f><v>6</v></c>'
            '<c r="B1"><f t="dataTable" ref="B1" r1="C1"/><v>1</v></c></row>'
        )
    )
    assert grid.cells == {(1, 1): Cell(6, formula="=SUM(B1:B2*2)"), (1, 2): Cell(1, formula="=")}


UNREAD = '<row r="1"><c r="A1" t="b"><v>true</v></c><c r="B1"><v>0.5</v></c>{}</row>'  # openpyxl fails at "true"


def test_what_openpyxl_cannot_read_is_read_for_its_values():
    (grid,) = read_xlsx(raw_workbook(UNREAD.format('<c r="C1"><f>1+1</f><v>2</v></c>')))
    assert grid.cells == {(1, 1): Cell(True), (1, 2): Cell(0.5), (1, 3): Cell(2)}


@pytest.mark.parametrize("lost", ['<c r="C1"><f>1+1</f></c>', '<c r="C1" t="e"><v>#N/A</v></c>'])
def test_a_value_that_the_other_reader_would_pass_over_is_damage(lost):
    assert refused(raw_workbook(UNREAD.format(lost))) == "damaged"


def test_a_table_too_tall_is_read_for_its_values(monkeypatch):
    book = openpyxl.Workbook()
    for row in range(1, 4):
        book.active.append([f"กิจกรรม {row}", row / 4])
        book.active.cell(row, 2).number_format = "0%"
    monkeypatch.setattr(limits, "TALL_CELLS", 5)
    (grid,) = read_xlsx(saved(book))
    assert grid.cells[3, 1] == Cell("กิจกรรม 3")
    assert grid.cells[3, 2] == Cell(0.75)
    book.active["C1"] = "=B1*2"
    assert refused(saved(book)) == "limit"
    monkeypatch.setattr(limits, "DENSE_CELLS", 5)
    assert refused(saved(book)) == "limit"


def repacked(data: bytes, changes: dict[str, tuple[str, str]]) -> bytes:
    """The package with a text replaced in some of its parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            old, new = changes.get(name, ("", ""))
            assert old.encode() in part
            target.writestr(name, part.replace(old.encode(), new.encode()) if old else part)
    return buffer.getvalue()


def test_notes_properties_and_pivots_that_openpyxl_fails_at_cost_no_format():
    book = openpyxl.Workbook()
    book.active.append(["ตัวชี้วัด", "ผล"])
    book.active.append(["K1", 0.85])
    book.active["B2"].number_format = "0%"
    book.active["A1"].comment = Comment("หมายเหตุ", "สลธ.")
    book.active["A2"].hyperlink = "https://example.org/"
    book.active.add_table(Table(displayName="t", ref="A1:B2"))
    (grid,) = read_xlsx(
        repacked(
            saved(book),
            {
                "xl/comments/comment1.xml": ("commentList", "unknown"),
                "docProps/core.xml": ("Z</dcterms:created>", "?</dcterms:created>"),
                "xl/workbook.xml": ("</workbook>", '<pivotCaches><pivotCache cacheId="1"/></pivotCaches></workbook>'),
            },
        )
    )
    assert grid.cells[2, 1] == Cell("K1")
    assert grid.cells[2, 2] == Cell(0.85, "0%")


def test_shared_texts_keep_their_runs_and_lose_their_phonetics():
    (grid,) = read_xlsx(
        raw_workbook(
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
            texts="<si><r><t>การ</t></r><r><t>เรียนรู้</t></r><rPh><t>x</t></rPh></si><si><t>ก_x000D__x000A_ข_x0000_</t></si>",
        )
    )
    assert [cell.value for cell in grid.cells.values()] == ["การเรียนรู้", "ก\nข"]


def test_the_formats_thai_excel_numbers_itself_are_known():
    formats = '<xf numFmtId="67"/><xf numFmtId="71"/>'
    row = '<row r="1"><c r="A1" s="1"><v>0.85</v></c><c r="B1" s="2"><v>43374</v></c></row>'
    (grid,) = read_xlsx(raw_workbook(row, formats=formats))
    assert grid.cells == {(1, 1): Cell(0.85, "t0%"), (1, 2): Cell(date(2018, 10, 1), "ว/ด/ปปปป")}


@pytest.mark.parametrize("number_format", [14, 71])
@pytest.mark.parametrize("serial", ["-1", "2958466", "1e300"])
def test_a_serial_that_is_no_day_is_marked(serial, number_format):
    row = f'<row r="1"><c r="A1" s="1"><v>{serial}</v></c></row>'
    (grid,) = read_xlsx(raw_workbook(row, formats=f'<xf numFmtId="{number_format}"/>'))
    cell = grid.cells[1, 1]
    assert (cell.value, cell.error) == ("#VALUE!", True)


def test_a_number_that_is_none_is_marked():
    (grid,) = read_xlsx(raw_workbook('<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1E+309</v></c></row>'))
    assert list(grid.cells.values()) == [Cell("#NUM!", error=True), Cell("#NUM!", error=True)]


def test_cells_under_a_merged_range_are_not_shown():
    cells = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    (grid,) = read_xlsx(raw_workbook(cells, after='<mergeCells><mergeCell ref="A1:B3"/></mergeCells>'))
    assert grid.cells == {(1, 1): Cell(1)}


def test_far_apart_cells_cost_nothing():
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    (grid,) = read_xlsx(raw_workbook(cells))
    assert set(grid.cells) == {(1, 1), (1_048_576, 16_384)}


@pytest.mark.parametrize(
    "data",
    [
        '<row r="1"><c r="ZZZZ9"><v>1</v></c></row>',
        '<row r="1"><c r="A1048577"><v>1</v></c></row>',
        '<row r="-1"><c><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
    ],
    ids=["no reference", "past the grid", "before the grid", "twice", "text lost"],
)
def test_impossible_cells_are_damage(data):
    assert refused(raw_workbook(data)) == "damaged"


def test_a_wide_merge_and_a_long_text_are_over_the_limit():
    cell = '<row r="1"><c r="A1"><v>1</v></c></row>'
    assert refused(raw_workbook(cell, after='<mergeCells><mergeCell ref="A1:J1000000"/></mergeCells>')) == "limit"
    long = "ก" * (limits.TEXT_LENGTH + 1)
    assert refused(raw_workbook(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{long}</t></is></c></row>')) == "limit"


@pytest.mark.parametrize(("name", "allowed"), [("CELLS", 5), ("ROWS", 2), ("COLUMNS", 1)])
def test_filled_cells_rows_and_columns_are_counted(monkeypatch, name, allowed):
    book = openpyxl.Workbook()
    for row in range(1, 4):
        book.active.append([row, row])
    monkeypatch.setattr(limits, name, allowed)
    assert refused(saved(book)) == "limit"


def test_too_many_sheets_are_refused(monkeypatch):
    book = openpyxl.Workbook()
    book.create_sheet()
    monkeypatch.setattr(limits, "SHEETS", 1)
    assert refused(saved(book)) == "limit"


def test_a_workbook_without_a_filled_cell_is_empty():
    assert refused(saved(openpyxl.Workbook())) == "empty"


def test_a_sheet_whose_part_is_gone_is_damage():
    with zipfile.ZipFile(BytesIO(raw_workbook("<row><c><v>1</v></c></row>"))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist() if "sheet1" not in name}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert refused(buffer.getvalue()) == "damaged"


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=50).filter(
    lambda text: not text.startswith("=") and "_x" not in text
)
VALUES = st.one_of(
    TEXTS,
    st.integers(-(10**14), 10**14),
    st.floats(-1e15, 1e15, allow_subnormal=False).map(lambda value: float(f"{value:.12g}")),
    st.booleans(),
    st.dates(min_value=date(1900, 3, 1)),
)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(1, 500), st.integers(1, 60)), VALUES, min_size=1, max_size=20))
def test_what_is_typed_is_read_at_its_address(typed):
    book = openpyxl.Workbook()
    for (row, column), value in typed.items():
        book.active.cell(row, column, value)
    (grid,) = read_xlsx(saved(book))
    assert {place: cell.value for place, cell in grid.cells.items()} == typed


def test_a_time_of_day_is_a_time():
    book = openpyxl.Workbook()
    book.active["A1"] = time(9, 30)
    (grid,) = read_xlsx(saved(book))
    assert grid.cells[1, 1].value == time(9, 30)
