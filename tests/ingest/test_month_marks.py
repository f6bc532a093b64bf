"""What may stand in a month grid: ticks, quantities, bars and arrows, dates, colours; what is open is asked."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from small_sheets import OFFICE, UNIT, read

from kmdash.domain.reading import from_plain
from kmdash.ingest.read import read_here

MONTHS = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."]
HEAD = ["ที่", "กิจกรรม", *MONTHS, "ผู้รับผิดชอบ"]


def line(number, **marks):
    """A row of the grid; the marks by the letter of their column, C for October."""
    return [f"{number}", f"งาน {number}", *[marks.get(letter, "") for letter in "CDEFGHIJKLMN"], "กค."]


def grid(*rows, merged=(), quarters=False):
    head = ["ที่", "กิจกรรม", *[f"ไตรมาส {n}" for n in (1, 2, 3, 4)], "ผู้รับผิดชอบ"] if quarters else HEAD
    return read([OFFICE, UNIT, head, *rows], merged=merged)


def shown(reading):
    """Each activity's months, as the first and the last, or as the occurrences."""
    return [
        row.get("occurrences") or " ".join(f"{row[name]}"[:7] for name in ("start", "end") if row.get(name))
        for row in reading.rows("activities")
    ]


def asked(reading):
    return [
        (problem.cell.rpartition("!")[2], problem.choices)
        for problem in reading.problems
        if problem.code == "grid_unclear"
    ]


def test_zero_and_words_for_nothing_are_no_marks():
    reading = grid(line(1, C="0", D=0, E="ไม่มี", F="-", G="0 ครั้ง", N="✓"), line(2, C=5, E=5, G=0, L="10 คน"))
    assert shown(reading) == ["2019-09 2019-09", "2018-10-01;2018-12-01;2019-07-01"]
    assert asked(reading) == []


def test_quantities_in_a_quarter_grid_are_marks():
    rows = [["1", "ก", "3", "0", "0", "3", "กค."], ["2", "ข", "1 ครั้ง", "๒ ครั้ง", "", "", "กค."]]
    first, second = shown(grid(*rows, quarters=True))
    assert first == "2018-10-01;2018-11-01;2018-12-01;2019-07-01;2019-08-01;2019-09-01"
    assert second == "2018-10 2019-03"


def test_a_cross_beside_ticks_is_asked_and_a_grid_of_crosses_alone_is_not():
    reading = grid(line(1, C="✓"), line(2, C="✓", D="✓", E="x", F="x"), line(3, H="x"))
    assert shown(reading) == ["2018-10 2018-10", "", ""]
    choices = ("ต.ค. 2561 - พ.ย. 2561", "ต.ค. 2561 - ม.ค. 2562")
    assert asked(reading) == [("E5", choices), ("H6", ("มี.ค. 2562",))]
    assert asked(grid(line(1, C="x"), line(2, D="x"))) == []


def test_a_mark_merged_over_columns_is_a_bar_over_them():
    reading = grid(line(1, C="✓"), line(2, D="→"), merged=["C4:E4", "D5:G5"])
    assert shown(reading) == ["2018-10 2018-12", "2018-11 2019-02"]


@pytest.mark.parametrize(("left", "right"), [("←", "→"), ("<---", "--->"), ("◄", "►"), ("<-", "->")])
def test_a_left_arrow_and_a_right_one_are_a_range(left, right):
    reading = grid(line(1, F=left, H=right), line(2, F=left, G="---", H="---", I=right))
    assert shown(reading) == ["2019-01 2019-03", "2019-01 2019-04"]


def test_an_arrow_with_one_end_is_asked():
    reading = grid(line(1, C="✓"), line(2, M="<----"), line(3, C="✓", E="→"))
    assert shown(reading) == ["2018-10 2018-10", "", ""]
    assert [cell for cell, _ in asked(reading)] == ["M5", "E6"]
    assert {row["period_kind"] for row in reading.rows("activities")[1:]} == {"unclear"}


def test_a_row_of_lines_alone_is_asked_and_dashes_in_every_month_are_blanks():
    reading = grid(line(1, C="-----", D="-----"), line(2, **dict.fromkeys("CDEFGHIJKLMN", "---")), line(3, C="✓"))
    assert [cell for cell, _ in asked(reading)] == ["C4"]
    assert reading.rows("activities")[1]["period_text"] is None


def test_dates_typed_into_the_grid_are_read_in_their_column():
    reading = grid(line(1, H="10-12"), line(2, J="25 พ.ค. 62"), line(3, J="25 พ.ค."), line(4, D=date(2018, 11, 5)))
    activities = reading.rows("activities")
    assert [(f"{row['start']}", f"{row['end']}", row["precision"]) for row in activities] == [
        ("2019-03-10", "2019-03-12", "day"),
        ("2019-05-25", "2019-05-25", "day"),
        ("2019-05-25", "2019-05-25", "day"),
        ("2018-11-05", "2018-11-05", "day"),
    ]


def test_several_dates_of_a_row_are_its_occurrences():
    reading = grid(line(1, D="5-6", H="10 - 12"), line(2, C="✓", J="25 พ.ค. 62"))
    assert shown(reading) == ["2018-11-05;2019-03-10", "2018-10-01;2019-05-25"]


def test_the_whole_year_may_be_written_over_the_grid():
    reading = grid(line(1, C="ตลอดปี"), merged=["C4:N4"])
    assert reading.rows("activities")[0]["period_kind"] == "all_year"


@pytest.mark.parametrize("text", ["25 มิ.ย. 62", "อบรม", "เลื่อน", "?"])
def test_a_text_that_is_no_mark_and_no_date_of_its_column_is_asked(text):
    reading = grid(line(1, J=text), line(2, C="✓"))
    assert shown(reading) == ["", "2018-10 2018-10"]
    assert asked(reading) == [("J4", ("พ.ค. 2562",))]


STRIPE, BAR, OTHER = "FFF2F2F2", "FF00B050", "FFFF0000"


def painted(rows, colours, head=HEAD):
    """The reading of a grid with cells painted: ``colours`` gives the colour of each range."""
    book = openpyxl.Workbook()
    sheet = book.active
    for texts in ([*OFFICE], [*UNIT], head, *rows):
        sheet.append([text or None for text in texts])
    for span, colour in colours.items():
        cells = sheet[span] if ":" in span else ((sheet[span],),)
        for cell in (cell for line_ in cells for cell in line_):
            cell.fill = PatternFill("solid", fgColor=colour)
    file = BytesIO()
    book.save(file)
    return from_plain(read_here(file.getvalue(), "แผน.xlsx", {}))


def test_the_colour_of_striped_rows_is_no_bar():
    colours = {"A3:O3": "FFD9D9D9", "C4:D4": BAR, "A5:O5": STRIPE, "E5:G5": BAR, "A7:O7": STRIPE, "L7:N7": BAR}
    reading = painted([line(1), line(2), line(3), line(4)], colours)
    assert shown(reading) == ["2018-10 2018-11", "2018-12 2019-02", "", "2019-07 2019-09"]
    assert asked(reading) == []


def test_in_a_ticked_grid_highlights_and_tinted_columns_count_for_nothing():
    colours = {"A5:O5": "FFFFFF99", "F3:F6": "FFDDEEFF"}
    reading = painted([line(1, C="✓"), line(2, E="✓", F="✓"), line(3, I="✓")], colours)
    assert shown(reading) == ["2018-10 2018-10", "2018-12 2019-01", "2019-04 2019-04"]
    assert asked(reading) == []


def test_a_bar_that_says_otherwise_than_the_ticks_is_asked():
    reading = painted([line(1, C="✓"), line(2)], {"C4:E4": BAR, "F5:H5": BAR})
    assert asked(reading) == [("C4", ("ต.ค. 2561", "ต.ค. 2561 - ธ.ค. 2561")), ("F5", ("ม.ค. 2562 - มี.ค. 2562",))]


def test_two_colours_in_a_row_are_asked_and_a_colour_a_row_is_not():
    reading = painted([line(1), line(2), line(3)], {"C4:D4": BAR, "E5:F5": OTHER, "G6:H6": BAR, "I6": OTHER})
    assert shown(reading) == ["2018-10 2018-11", "2018-12 2019-01", ""]
    assert asked(reading) == [("G6", ("ก.พ. 2562 - มี.ค. 2562", "เม.ย. 2562", "ก.พ. 2562 - เม.ย. 2562"))]


def test_a_column_painted_from_top_to_bottom_is_asked_unless_its_colour_makes_bars_elsewhere():
    rows = [line(1), line(2), line(3)]
    assert [cell for cell, _ in asked(painted(rows, {"F4:F6": BAR}))] == ["F4", "F5", "F6"]
    reading = painted(rows, {"F4:F6": BAR, "G5": BAR})
    assert shown(reading) == ["2019-01 2019-01", "2019-01 2019-02", "2019-01 2019-01"]
    assert asked(reading) == []


def test_a_bar_in_the_colour_of_its_activity_is_asked():
    reading = painted([line(1), line(2)], {"B4": BAR, "C4:D4": BAR, "E5:F5": OTHER})
    assert shown(reading) == ["", "2018-12 2019-01"]
    assert asked(reading) == [("C4", ("ต.ค. 2561 - พ.ย. 2561",))]


def test_a_typed_period_goes_before_the_marks_and_marks_that_differ_are_told():
    head = [*HEAD, "ระยะเวลา"]
    rows = [[*line(1, C="✓"), "ต.ค. 61"], [*line(2, D="✓"), "5 ม.ค. 62"], [*line(3, E="✓"), "-"]]
    reading = read([OFFICE, UNIT, head, *rows])
    assert shown(reading) == ["2018-10 2018-10", "2019-01 2019-01", "2018-12 2018-12"]
    assert [problem.cell.rpartition("!")[2] for problem in reading.problems if problem.code == "grid_differs"] == [
        "D5"
    ]
