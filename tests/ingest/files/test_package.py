"""A workbook's parts are looked over before a library takes them in."""

import zipfile
from io import BytesIO

import pytest

from kmdash.ingest import limits
from kmdash.ingest.files.archive import Archive
from kmdash.ingest.files.package import Package, looked_over
from kmdash.ingest.files.refusal import Refusal

WORKBOOK = '<workbook xmlns:r="urn:r"><sheets><sheet name="ก" r:id="r1"/><sheet name="ข"/></sheets></workbook>'


def an_archive(cells: str, workbook: str = WORKBOOK, **more: str) -> Archive:
    parts = {"xl/Workbook.xml": workbook, "xl/sheet1.xml": f"<worksheet>{cells}</worksheet>", **more}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return Archive(buffer.getvalue())


def refused(archive: Archive) -> str:
    with pytest.raises(Refusal) as refusal:
        looked_over(archive)
    return refusal.value.code


def test_sheets_cells_formulas_and_what_calamine_passes_over_are_counted():
    package = looked_over(
        an_archive(
            '<row r="2"><c r="B2"><v>1</v></c><c><f>1+1</f></c><c t="str"><f>""</f><v></v></c>'
            '<c t="e"><v>#N/A</v></c></row>'
            '<row><c s="1"/><c><f>1</f><v>1</v></c></row>'
        )
    )
    assert set(package.parts) == {"xl/Workbook.xml", "xl/sheet1.xml"}
    package.parts = {}
    assert package == Package(sheets=1, cells=6, formulas=3, passed_over=2, area=15)


def test_pictures_charts_and_properties_are_not_opened():
    package = looked_over(
        an_archive("", **{"xl/media/image1.png": "?", "xl/charts/chart1.xml": "<", "docProps/core.xml": "<"})
    )
    assert set(package.parts) == {"xl/Workbook.xml", "xl/sheet1.xml"}


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c><v>2</v></c></row>', "damaged"),
        ('<row r="0"><c><v>1</v></c></row>', "damaged"),
        ('<mergeCell ref="A1:XFE2"/>', "damaged"),
        ('<mergeCell ref="A1:?"/>', "damaged"),
        ('<mergeCell ref="J1000000:A1"/>', "limit"),
    ],
)
def test_impossible_cells_and_ranges_are_refused(cells, code):
    assert refused(an_archive(cells)) == code


def test_a_workbook_names_a_sheet_and_not_too_many(monkeypatch):
    assert refused(an_archive("", workbook="<workbook/>")) == "damaged"
    monkeypatch.setattr(limits, "SHEETS", 0)
    assert refused(an_archive("")) == "limit"
