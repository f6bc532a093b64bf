"""The sheet as the reader saw it: a mark for each cell, and what became of it."""

from pathlib import Path

from kmdash.domain.reading import Reading
from kmdash.ingest.look import look_at
from kmdash.ingest.read import read_file
from kmdash.ui.sheet_map import fates_of
from kmdash.ui.uploads import Upload

SAMPLES = Path(__file__).resolve().parents[2] / "sample_data"
PAGE = "secretary/upload.py"


def plans() -> bytes:
    return (SAMPLES / "plans-2562.xlsx").read_bytes()


def test_every_filled_cell_has_a_fate():
    reading: Reading = read_file(plans(), "plans.xlsx")
    upload = Upload("plans.xlsx", plans(), reading)
    looks = look_at(plans(), "plans.xlsx")
    fates = {look.sheet: fates_of(upload, look.sheet) for look in looks}
    filled = [(look.sheet, (row, column)) for look in looks for row, texts in look.rows.items() for column in texts]
    assert len(filled) == reading.account.filled
    assert [place for sheet, place in filled if place not in fates[sheet]] == []
    used = sum(fates[sheet][place][0] != "ignored" for sheet, place in filled)
    assert used >= reading.account.used


def test_a_switch_shows_the_sheet_with_marks_and_words(visit):
    app = visit(PAGE).file_uploader(key="files_0").upload("plans.xlsx", plans()).run()
    app = app.toggle(key="sheet_map_0").set_value(True).run()
    assert not app.exception
    legend = next(html.value for html in app.get("html") if "km-map-legend" in html.value)
    assert "ใช้แล้ว" in legend
    assert "ไม่ใช้" in legend
    grids = [frame.value for frame in app.dataframe]
    assert any(str(value).startswith("– ") for grid in grids for value in grid.to_numpy().ravel())
