"""Whatever table a page offers as a file reads back as the table on its screen."""

import io

import openpyxl
import pandas as pd
import pytest
import streamlit as st
from python_calamine import CalamineWorkbook
from streamlit.runtime.state.common import user_key_from_element_id

from kmdash.ingest.files.delimited import read_delimited
from kmdash.ui.menu import MENU

WITHOUT = {"upload", "reports"}  # what they show is not stored yet, or a form of its own


@pytest.fixture
def offered(monkeypatch):
    """What the pages visited offer to download, by the button's key: a function that makes the bytes."""
    found = {}
    button = st.download_button

    def caught(label, data, **more):
        found[more["key"]] = data
        return button(label, data, **more)

    monkeypatch.setattr(st, "download_button", caught)
    return found


def on_screen(app):
    """The tables as they arrive in the browser, by name; "" for one whose rows cannot be chosen, which has none."""
    return {_name(frame.proto.id): frame.value for frame in app.dataframe}


def _name(widget):
    return (user_key_from_element_id(widget) or "").removeprefix("grid_") if widget else ""


def plain(table):
    """Headings and rows; a gap is None."""
    rows = [[_plain(value) for value in row] for row in table.astype("object").itertuples(index=False)]
    return [list(table.columns), *rows]


def _plain(value):
    return None if pd.isna(value) or value == "" else value


def by_openpyxl(data):
    sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
    return [list(row) for row in sheets[0].iter_rows(values_only=True)]


def by_calamine(data):
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return [[_plain(value) for value in row] for row in rows]


def by_our_reader(data):
    (grid,) = read_delimited(data)
    return {place: cell.value for place, cell in grid.cells.items()}


def as_csv(rows):
    """The filled cells of a table as our reader tells them: every value is text."""
    return {
        (row, column): str(value)
        for row, values in enumerate(rows, start=1)
        for column, value in enumerate(values, start=1)
        if value is not None
    }


@pytest.mark.parametrize("item", [item for item in MENU if item.name not in WITHOUT], ids=lambda item: item.name)
def test_every_table_that_is_offered_reads_back_as_the_screen_shows_it(with_panels, offered, item):
    app = with_panels(item.file.removeprefix("pages/"))
    shown = on_screen(app)
    names = [key.removeprefix("xlsx_") for key in offered if key.startswith("xlsx_")]
    assert names
    for name in names:
        rows = plain(shown[name] if name in shown else shown[""])
        data = offered[f"xlsx_{name}"]()
        assert by_openpyxl(data) == rows
        assert by_calamine(data) == rows
        assert by_our_reader(offered[f"csv_{name}"]()) == as_csv(rows)
