"""The meeting book: its figures are the measures', its slides stay editable, its texts are safe and in Thai."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from kmdash.domain.frames import records
from kmdash.domain.register import from_parts, open_questions
from kmdash.domain.words import set_digits, set_language
from kmdash.plots.labels import number, score
from kmdash.reports.book.ahead import next_months
from kmdash.reports.book.content import CHAPTERS, pages_of
from kmdash.reports.book.pages import FOOT
from kmdash.reports.book.paging import body_top, head_height, lines_height, row_height
from kmdash.reports.book.pdf import pdf
from kmdash.reports.book.pptx import pptx

DAY = date(2019, 6, 15)
HOSTILE = '=cmd|"/c calc"!A1 <b>&amp;</b> #let x \x00\x0b ' + "ชื่อแผนที่ยาวมาก" * 20


@pytest.fixture(scope="module")
def subject(register, subject_of):
    return subject_of(register, register.plans["office"].iloc[0])


@pytest.fixture(scope="module")
def pages(subject):
    return pages_of(subject)


@pytest.fixture(scope="module")
def slides(pages):
    return Presentation(BytesIO(pptx(pages))).slides


@pytest.fixture(scope="module")
def hostile(register, subject_of):
    """The same register with a title, an activity, a KPI and a candidate that are everything at once."""
    frames = dict(register.frames)
    for name, column in (("plans", "title"), ("activities", "text"), ("kpis", "name"), ("candidates", "process")):
        frames[name] = frames[name].assign(**{column: HOSTILE})
    frames["plans"] = frames["plans"].assign(no=None)
    return pages_of(subject_of(replace(register, frames=frames), HOSTILE))


def of_kind(pages, kind):
    return [page for page in pages if page.kind == kind]


def rows_of(pages, kind):
    return [[cell.text for cell in row] for page in of_kind(pages, kind) if page.table for row in page.table.rows]


def charts_of(pages, kind):
    return [page.chart for page in of_kind(pages, kind) if page.chart]


def test_the_book_has_every_chapter_in_order_and_every_page_its_number_day_and_version(pages):
    assert list(dict.fromkeys(page.kind for page in pages)) == ["cover", *CHAPTERS]
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert all("15 มิ.ย. 2562" in page.foot and "ฉบับที่ 7" in page.foot for page in pages)
    assert all("ข้อมูลสมมติ" in page.foot for page in pages)


def test_the_agenda_names_the_page_each_chapter_begins_on(pages):
    begun = {kind: of_kind(pages, kind)[0].number for kind in CHAPTERS[1:]}
    assert [int(row[2]) for row in rows_of(pages, "agenda")] == list(begun.values())


def test_the_matrix_shows_the_counts_of_the_coverage(pages, subject):
    told = {
        (plan, stage): tuple(map(int, re.findall(r"\d+", cell)))
        for plan, row in zip(subject.register.plans["plan_id"], rows_of(pages, "coverage"), strict=True)
        for stage, cell in enumerate(row[1:8], start=1)
    }
    rows = records(subject.brief.coverage)
    assert told == {(row["plan_id"], row["stage"]): (row["done"], row["planned"]) for row in rows}
    sums = [tuple(map(int, re.findall(r"\d+", row[8])))[:2] for row in rows_of(pages, "coverage")]
    summed = records(subject.brief.coverage_summary)
    assert sums == [(row["activities_done"], row["activities"]) for row in summed]


def test_the_stacked_bars_count_the_stages_by_state(pages, subject):
    (chart,) = charts_of(pages, "coverage")
    frame = subject.brief.coverage
    told = sorted(tuple(value or 0 for value in series.values) for series in chart.series)
    plans = list(dict.fromkeys(frame["plan_id"]))
    counted = pd.crosstab(frame["state"], frame["plan_id"])[plans]
    assert told == sorted(tuple(row) for row in counted.to_numpy().tolist())


def test_the_scores_are_those_of_the_attainment(pages, subject):
    rows = records(subject.brief.attainment)
    (chart,) = charts_of(pages, "attainment")
    assert list(chart.series[0].values) == [row["score"] for row in rows if row["reason"] != "target"]
    shown = rows_of(pages, "attainment")
    assert [row[3] for row in shown] == [score(row["score"]) if row["score"] is not None else "–" for row in rows]
    assert [row[2].removesuffix(" *") for row in shown] == [number(row["actual"]) for row in rows]
    assert [row[5] for row in shown] == [row["explanation"] for row in rows]


def test_the_curve_is_that_of_the_progress(pages, subject):
    (chart,) = charts_of(pages, "progress")
    rows = records(subject.brief.progress)
    for series, column in zip(chart.series, ("planned", "actual", "forecast"), strict=True):
        assert list(series.values) == [row[column] for row in rows]


def test_the_votes_are_those_of_the_tally_with_the_cut_line_below_the_last_seat(pages, subject):
    (chart,) = charts_of(pages, "vote")
    values = list(chart.series[0].values)
    assert chart.cut == 5 and values.pop(chart.cut) is None
    assert values == subject.brief.tally["votes"].tolist()
    assert [row[3] for row in rows_of(pages, "vote")] == [str(votes) for votes in values]


def test_the_calendar_tells_every_open_item_of_the_months_and_its_load(pages, subject):
    frame = subject.brief.calendar
    months = next_months(DAY)
    near = frame[frame["month"].dt.date.isin(months) & ~frame["state"].isin(["done", "done_late", "cancelled"])]
    shown = rows_of(pages, "calendar")
    assert sorted((row[1], row[2]) for row in shown) == sorted(
        (no, text) for no, text in near.drop_duplicates("item_id")[["no", "text"]].to_numpy().tolist()
    )
    load = subject.brief.load[subject.brief.load["month"].dt.date.isin(months)]
    told = re.findall(r"กิจกรรมตามแผน (\d+) ครบกำหนด (\d+)", of_kind(pages, "calendar")[0].lines[0])
    assert [tuple(map(int, pair)) for pair in told] == list(zip(load["active"], load["due"], strict=True))
    assert of_kind(pages, "calendar")[0].title == (
        f"มิ.ย. 2562 – ส.ค. 2562 มีงาน {near['item_id'].nunique()} รายการ "
        f"ครบกำหนด {near[near['due']]['item_id'].nunique()} รายการ"
    )


def test_the_warnings_tell_every_overdue_item_with_its_days(pages, subject):
    overdue = subject.brief.warnings[subject.brief.warnings["state"] == "overdue"]
    shown = [row for row in rows_of(pages, "warnings") if row[0].startswith("▲")]
    told = sorted((row[3], int(re.findall(r"\d+", row[6])[0])) for row in shown)
    assert told == sorted(zip(overdue["no"], overdue["days"], strict=True))


def test_every_change_and_every_summary_is_told(pages, subject):
    changed = [(row["text"], row["after"] or "–") for row in records(subject.changes)]
    assert [(row[3], row[5]) for row in rows_of(pages, "changes")] == changed
    summed = [row for row in records(subject.committee) if row["kind"] == "summary"]
    assert [row[1] for row in rows_of(pages, "summary")] == [row["progress"] for row in summed]


def test_the_findings_are_the_titles_of_the_chapters(pages):
    told = [row[1] for row in rows_of(pages, "findings")]
    assert told == list(dict.fromkeys(page.title for page in pages if page.kind in CHAPTERS[2:]))


def test_a_book_without_data_says_so_in_a_sentence_a_chapter(subject_of):
    pages = pages_of(subject_of(from_parts([])))
    assert [page.kind for page in pages] == ["cover", *CHAPTERS]
    assert all(page.title for page in pages) and not charts_of(pages, "vote")
    assert pptx(pages) and pdf(pages).startswith(b"%PDF")


def test_only_the_chapters_chosen_are_in_the_book_and_an_unknown_one_is_refused(subject):
    assert [page.kind for page in pages_of(subject, ("progress",))] == ["cover", "progress"]
    with pytest.raises(ValueError, match="chapters must be among"):
        pages_of(subject, ("nothing",))


def test_a_question_about_another_office_is_no_matter_of_this_meeting(register, subject_of):
    problems = register.problems
    asked = problems[problems["severity"] == "question"].head(1)
    frames = dict(register.frames, problems=pd.concat([problems, asked.assign(row_id="2564-000000-E2")]))
    subject = subject_of(replace(register, frames=frames))
    told = [page.title for page in pages_of(subject, ["decisions"])]
    assert told == [page.title for page in pages_of(subject_of(register), ["decisions"])]
    assert len(open_questions(subject.register)) == subject.brief.questions_open > 0


def test_lines_that_end_together_are_told_in_one_place(subject):
    last = subject.brief.progress["month"].max()
    progress = subject.brief.progress.assign(actual=9, forecast=None)
    progress.loc[progress["month"] == last, "forecast"] = 9
    ended = replace(subject, brief=replace(subject.brief, progress=progress))
    chart = next(page.chart for page in pages_of(ended, ["progress"]) if page.chart)
    places = [told for series in chart.series for told in series.told]
    assert len(chart.series) == 3 and len(places) == 2
    assert "9 · " in places[1][1]


def test_no_page_is_fuller_than_it_has_room(pages, hostile):
    for page in (*pages, *hostile):
        if page.table:
            rows = sum(row_height(page.table, row) for row in page.table.rows)
            assert body_top(page) + lines_height(page.lines) + head_height(page.table) + rows <= FOOT + 0.1


def test_every_run_is_thai_in_a_font_that_every_windows_has_charts_too(slides):
    for slide in slides:
        charts = [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
        notes = [slide.notes_slide._element] if slide.has_notes_slide else []
        for element in (slide._element, *charts, *notes):
            runs = [run.find(qn("a:rPr")) for run in element.iter(qn("a:r"))]
            for properties in [*runs, *element.iter(qn("a:defRPr"))]:
                assert properties is not None and properties.get("lang") == "th-TH"
                fonts = {properties.find(qn(f"a:{script}")).get("typeface") for script in ("latin", "ea", "cs")}
                assert fonts == {"Tahoma"}


def test_the_slides_hold_the_same_tables_and_charts_as_native_ones(slides, pages):
    assert len(slides) == len(pages)
    for slide, page in zip(slides, pages, strict=True):
        tables = [shape.table for shape in slide.shapes if shape.has_table]
        charts = [shape.chart for shape in slide.shapes if shape.has_chart]
        assert (len(tables), len(charts)) == (page.table is not None, page.chart is not None)
        for table in tables:
            shown = [[cell.text for cell in row.cells] for row in table.rows][int(page.table.headed) :]
            assert shown == [[cell.text for cell in row] for row in page.table.rows]
        for chart in charts:
            told = [tuple(series.values) for series in chart.plots[0].series]
            assert told == [series.values for series in page.chart.series]
            book = openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
            assert [row[0].value for row in book.active.iter_rows(min_row=2)] == list(page.chart.categories)
        assert not page.notes or slide.notes_slide.notes_text_frame.text


def test_hostile_texts_stay_texts(hostile):
    slides = Presentation(BytesIO(pptx(hostile))).slides
    for slide in slides:
        for shape in slide.shapes:
            if shape.has_chart:
                book = openpyxl.load_workbook(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
                assert all(cell.data_type != "f" for row in book.active.iter_rows() for cell in row)
    told = "".join(
        cell.text for slide in slides for shape in slide.shapes if shape.has_table for cell in shape.table.iter_cells()
    )
    assert "<b>&amp;</b>" in told.replace("\n", "") and "\x0b" not in told
    assert pdf(hostile).startswith(b"%PDF")


def test_the_book_is_in_the_language_and_digits_set(subject):
    set_language("en")
    set_digits("th")
    try:
        pages = pages_of(subject, ("coverage",))
    finally:
        set_language("th")
        set_digits("arabic")
    assert pages[1].table.columns[0].head == "Plan" and pages[1].table.rows[0][1].text == "✓ ๑/๑"


@pytest.mark.parametrize("make", [pptx, pdf])
def test_building_tells_each_page_and_can_be_given_up_between_two(make, pages):
    class GivenUp(Exception):
        pass

    steps = []
    make(pages[:3], step=lambda done, total: steps.append((done, total)))
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]

    def give_up(done, total):
        if done == 2:
            raise GivenUp

    with pytest.raises(GivenUp):
        make(pages, step=give_up)


def test_the_same_pages_give_the_same_pdf(pages):
    assert pdf(pages) == pdf(pages)
