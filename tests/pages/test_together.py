"""A filter changes all that a page says at once: title, chart, table and both exports."""

from io import BytesIO

import pandas as pd
import pytest
import streamlit as st
from openpyxl import load_workbook

PAGES = ["meeting/overview", "meeting/coverage", "meeting/attainment", "meeting/progress", "follow_up/warnings"]
LINKS = [
    *[(page, {"plan": "2562-2454b3-3"}) for page in [*PAGES, "meeting/calendar"]],
    *[(page, {"as_of": "2019-03-31"}) for page in PAGES],
]


@pytest.fixture
def exported(monkeypatch):
    """What the download buttons of the last visit would give, by the name of their file's table and form."""
    found = {}
    monkeypatch.setattr(st, "download_button", lambda label, data, *, key, **_: found.update({key: data}))
    return found


def visited(with_samples, exported, page, link):
    """Title, charts, tables and the exports' rows of a page."""
    exported.clear()
    app = with_samples(f"{page}.py", **link)
    assert not app.exception and not app.error
    charts = [(chart.proto.alt, chart.proto.spec) for chart in app.get("plotly_chart")]
    tables = {frame.proto.id.split("-")[-1].removeprefix("grid_"): frame.value for frame in app.dataframe}
    books = {key.removeprefix("xlsx_"): make() for key, make in exported.items() if key.startswith("xlsx_")}
    lists = {key.removeprefix("csv_"): make() for key, make in exported.items() if key.startswith("csv_")}
    return app.title[0].value, charts, tables, books, lists


@pytest.mark.parametrize(("page", "link"), LINKS)
def test_a_filter_changes_title_chart_table_and_exports_together(with_panels, exported, page, link):
    every = visited(with_panels, exported, page, {})
    some = visited(with_panels, exported, page, link)
    assert every[0] != some[0]
    assert every[1] != some[1]
    name = page.split("/")[1]
    for _, _, tables, books, lists in (every, some):
        table = tables[name].map(lambda value: "" if pd.isna(value) else str(value))
        assert rows_of(lists[name]) == [list(table.columns), *table.values.tolist()]
        assert len(table) and cells_of(books[name]) >= told(tables[name].to_numpy().ravel())
    assert not every[2][name].equals(some[2][name])


def rows_of(csv: bytes) -> list[list[str]]:
    """Rows of a list as texts, its headings first."""
    return pd.read_csv(BytesIO(csv), header=None, dtype=str, keep_default_na=False).values.tolist()


def cells_of(book: bytes) -> set[str]:
    """Every text and number of a workbook."""
    sheet = load_workbook(BytesIO(book)).worksheets[0]
    return told(value for row in sheet.iter_rows(values_only=True) for value in row)


def told(values) -> set[str]:
    """Values as texts, a number however it is kept; without the gaps."""
    return {value if isinstance(value, str) else f"{value:.6g}" for value in values if not pd.isna(value)} - {""}
