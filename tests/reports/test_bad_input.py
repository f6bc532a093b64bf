"""Texts that are formulas, markup, control signs or very long leave the program as texts, in files that open."""

import io
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from python_calamine import CalamineWorkbook

from kmdash.domain.about import About
from kmdash.ingest.files.delimited import read_delimited
from kmdash.ingest.files.text import clean
from kmdash.measures.calendar import calendar, load
from kmdash.reports import tables, template
from kmdash.reports.book.content import pages_of
from kmdash.reports.book.pdf import pdf
from kmdash.reports.book.pptx import pptx
from kmdash.reports.forms import action_plan, knowledge, progress_report, unit_form
from kmdash.reports.wall_calendar import wall_calendar

DAY = date(2019, 6, 15)
FORMULAS = ["=1+1", "+66", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "'=1", "{=1}", '=HYPERLINK("http://x")']
MARKUP = ["<b>&amp;</b>", "]]>", "<script>", "#let x = 1", "$x^2$", "*_`", "_x0041_", "http://example.org", "[a](b)"]
SIGNS = ["\x00\x01\x0b\x1f\x7f", "\ud800", "a\udfffb", "\ufffe\uffff", "\u202eกขค", "\U0001f600", "ก\u0e4d่้", " "]
NAMES = ["[ก]:*?/\\", "'ก'", "CON", "ก" * 60, "History"]
TEXTS = [*FORMULAS, *MARKUP, *SIGNS, *NAMES]
LONG = "ย" * 40_000
NAMED = {"plans": "title", "activities": "text", "kpis": "name", "candidates": "process", "knowledge": "issue"}
TYPED = {
    "plans": ("title", "unit", "issue", "critical_process", "knowledge", "outcome"),
    "activities": ("text", "period_text", "indicator", "target", "method", "owner", "owners", "status_text", "note"),
    "kpis": ("name", "unit", "target"),
    "candidates": ("process", "unit"),
    "events": ("text", "period_text", "unit"),
    "knowledge": ("issue", "objective", "kpi", "target", "knowledge", "unit"),
    "progress": ("status_text", "note"),
    "summaries": ("progress", "factors", "obstacles", "remedies"),
}


@pytest.fixture(scope="module")
def hostile(register):
    """The sample's register with such texts wherever a text is typed, and a very long one of each kind."""
    frames = dict(register.frames)
    texts, at = [clean(text) for text in TEXTS], 0
    for name, columns in TYPED.items():
        for column in columns:
            frame = frames[name]
            frames[name] = frame.assign(**{column: [texts[(at + row) % len(texts)] for row in range(len(frame))]})
            at += 1
    for name, column in NAMED.items():
        frames[name] = frames[name].assign(**{column: [LONG, *frames[name][column].iloc[1:]]})
    frames["plans"] = frames["plans"].assign(no=None)
    return replace(register, frames=frames)


@pytest.fixture(scope="module")
def pages(hostile, subject_of):
    return pages_of(subject_of(hostile, TEXTS[0]))


def opened(data: bytes) -> dict[str, bytes]:
    """The parts of a zipped document by name: each is whole, each XML well formed."""
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            ElementTree.fromstring(part)
    return parts


def assert_opens(data: bytes) -> openpyxl.Workbook:
    """A workbook opens in both readers, holds no formula and no link, and names its sheets as Excel may."""
    sheets = [part for name, part in opened(data).items() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in part or b"<f " in part or b"<hyperlink" in part for part in sheets)
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        assert 0 < len(sheet.title) <= 31 and not re.search(r"[\[\]:*?/\\]|^'|'$", sheet.title)
        for told in (sheet.oddHeader.left.text or "", sheet.oddFooter.left.text or ""):
            assert len(told) <= 255 and not re.search(r"[\x00-\x08]", told)
    assert len({sheet.title.casefold() for sheet in book.worksheets}) == len(book.worksheets)
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names == book.sheetnames
    return book


def test_a_table_of_such_texts_reads_back_as_it_was_cleaned():
    texts = [*TEXTS, LONG]
    told = [tables.safe(text) for text in texts]
    shown = pd.DataFrame({"=ก": texts, "ข": texts}, dtype="object")
    data = tables.xlsx(shown, title=LONG, facts=texts, stamp=texts)
    rows = list(assert_opens(data).worksheets[0].iter_rows(values_only=True))
    assert [row[0] or "" for row in rows[1:]] == told
    (grid,) = read_delimited(tables.csv(shown))
    assert [grid.cells[row, 1].value if (row, 1) in grid.cells else "" for row in range(2, len(texts) + 2)] == told


FORMS = {
    "form1": knowledge.workbook,
    "form2": action_plan.workbook,
    "progress": progress_report.workbook,
    "units": unit_form.workbook,
    "template": template.workbook,
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_of_such_texts_opens(hostile, name):
    assert_opens(FORMS[name](hostile))


def test_the_slides_and_the_charts_behind_them_open(pages):
    data = pptx(pages)
    for name, part in opened(data).items():
        if name.endswith(".xlsx"):
            assert_opens(part)
    assert len(Presentation(io.BytesIO(data)).slides) == len(pages)


def test_the_book_and_the_wall_calendar_are_written_as_pdf(hostile, pages):
    assert pdf(pages).startswith(b"%PDF")
    months = calendar(hostile, 2562, DAY)
    about = About(TEXTS[0], tuple(TEXTS[1:4]), DAY, 7)
    assert wall_calendar(months, load(months, 2562), hostile.plans, 2562, about).startswith(b"%PDF")


STARTS = ["", "'", "''", *tables.FORMULA_STARTS, *(f"'{start}" for start in tables.FORMULA_STARTS)]


@given(st.lists(st.tuples(st.sampled_from(STARTS), st.text(max_size=8)), min_size=1, max_size=5))
def test_any_text_comes_back_from_csv_as_our_reader_would_take_it(texts):
    typed = pd.Series([start + text for start, text in texts], dtype="object")
    numbers = {f"ช่อง {place}": range(len(typed)) for place in range(12)}
    (grid,) = read_delimited(tables.csv(pd.DataFrame({"ก": typed, **numbers})))
    found = [grid.cells[row, 1].value if (row, 1) in grid.cells else "" for row in range(2, len(typed) + 2)]
    assert found == [clean(tables.safe(text)) for text in typed]
