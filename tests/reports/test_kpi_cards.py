"""KPI cards as a file: every figure is the measure's, blanks are left to sign, and reading it again takes nothing."""

import io
from datetime import date

import openpyxl
import pytest
from odd_texts import KEPT, ODD, values_of
from python_calamine import CalamineWorkbook
from rereading import differences

from kmdash.domain import forms
from kmdash.domain.frames import records
from kmdash.domain.identity import plan_id
from kmdash.domain.reading import Part, from_plain
from kmdash.domain.register import from_parts, from_records
from kmdash.domain.scale import rounded
from kmdash.ingest.read import read_here
from kmdash.measures.attainment import attainment, totals
from kmdash.reports.forms import kpi_cards

OFFICE, YEAR, DAY = "กรมตัวอย่าง", 2562, date(2019, 6, 30)
PLAN = plan_id(OFFICE, YEAR, "1")
LEVELS = {f"threshold_{level}": 60.0 + 5 * level for level in range(1, 6)}


def parts_of(kpis, results=(), **more):
    """A plan with KPIs, their results, and rows of other frames."""
    plan = {"plan_id": PLAN, "office": OFFICE, "fiscal_year": YEAR, "no": "1", "title": "แผน ก", "unit": "กองคลัง"}
    own = [
        {"kpi_id": f"{PLAN}/K{at}", "plan_id": PLAN, "position": at, "direction": "up", **kpi}
        for at, kpi in enumerate(kpis, start=1)
    ]
    told = [{"kpi_id": f"{PLAN}/K{at}", "plan_id": PLAN, "actual": value, "reported_on": DAY} for at, value in results]
    parts = [Part("plan", "1", OFFICE, YEAR, {"plans": [plan], "activities": [], "kpis": own})]
    parts += [Part("results", "1", OFFICE, YEAR, {"results": told})] if told else []
    return parts + [Part(name, "1", OFFICE, YEAR, {name: rows}) for name, rows in more.items()]


def written(parts, **given):
    register = from_parts(parts)
    scores = attainment(register, as_of=DAY)
    return kpi_cards.workbook(register, scores, totals(scores), as_of=DAY, **given), scores


def sheets_of(data):
    return {sheet.title: sheet for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets}


def told_by(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


@pytest.fixture(scope="module")
def sample(repo):
    files = [repo / "sample_data" / f"{name}-2562.xlsx" for name in ("plans", "results")]
    return [part for file in files for part in from_plain(read_here(file.read_bytes(), file.name, {})).parts]


@pytest.mark.parametrize("digits", ["arabic", "th"])
def test_every_figure_of_a_card_and_of_the_summary_is_the_measures(sample, digits):
    data, scores = written(sample, digits=digits)
    summary, *cards = sheets_of(data).values()
    assert len(cards) == len(scores) == 5
    listed = [[cell.value for cell in row] for row in summary.iter_rows()]
    by_calamine = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for row, card in zip(records(scores), cards, strict=True):
        header = next(cell.row for line in card.iter_rows() for cell in line if cell.value == forms.SAR["actual"])
        shown = [cell.value for cell in card[header + 1] if cell.value is not None]
        met = kpi_cards.MET[row["met"]] if row["reason"] == "target" else None
        score = met if row["score"] is None else float(rounded(row["score"]))
        weighted = None if row["weighted"] is None else float(rounded(row["weighted"]))
        expected = [row["name"], "–", *("N/A" if one is None else one for one in (row["actual"], score, weighted))]
        assert shown == expected
        assert [line[1:6] for line in listed if line[1] == row["name"]] == [expected]
        assert [one for one in by_calamine.get_sheet_by_name(card.title).to_python()[header] if one != ""] == shown
        assert any(row["explanation"] in str(value) for value in told_by(card))
        assert set(filter(None, (row[name] for name in LEVELS))) <= set(told_by(card))
    found = totals(scores)
    assert [line[5] for line in listed if str(line[0]).startswith("คะแนนรวม")] == [
        float(rounded(found[name])) for name in ("scored_so_far", "if_missing_floor")
    ]


@pytest.mark.parametrize(("digits", "shape"), [("arabic", "0.0000"), ("th", "[$-D00041E]0.0000")])
def test_scores_are_shown_with_four_decimals_in_the_digits_chosen(sample, digits, shape):
    _, card, *_ = sheets_of(written(sample, digits=digits)[0]).values()
    assert [cell.number_format for row in card.iter_rows() for cell in row if cell.value == 4.48] == [shape]


def test_a_card_is_an_upright_page_with_its_title_on_every_page(sample):
    _, card, *_ = sheets_of(written(sample)[0]).values()
    assert (card.page_setup.orientation, card.page_setup.paperSize) == ("portrait", 9)
    assert card.print_title_rows == "$1:$1"
    assert "30 มิ.ย. 2562" in card.oddFooter.left.text


def test_who_answers_collects_and_approves_is_left_blank(sample):
    _, card, *_ = sheets_of(written(sample)[0]).values()
    for role in ("ผู้กำกับดูแลตัวชี้วัด", "ผู้จัดเก็บข้อมูล"):
        row = next(line for line in card.iter_rows() if line[0].value == role)
        assert [cell.value for cell in row if cell.value] == [role, "โทรศัพท์", "อีเมล"]


def test_kpis_of_every_kind_have_their_levels_and_what_they_came_to():
    steps = "หนึ่ง\nสอง\nสาม\nสี่\nห้า"
    marks = {"threshold_1": 60.0, "threshold_2": 80.0, "threshold_3": 90.0, "scale": "50/75/100"}
    kpis = [
        {"name": "ขั้น", "level_texts": steps, "scale": "milestone", "weight": 60.0},
        {"name": "ร้อยละ", "weight": 40.0, **marks},
        {"name": "ร้อยละของผู้ผ่าน", "target": "ร้อยละ 75"},
        {"name": "ไม่มีเกณฑ์"},
        {"name": "เกณฑ์ลด", "direction": "down", **{name: 100 - value for name, value in LEVELS.items()}},
    ]
    data, _ = written(parts_of(kpis, [(1, 3), (2, 70), (3, 80), (5, 22)]))
    _, milestone, points, target, without, falling = map(told_by, sheets_of(data).values())
    assert set(steps.split("\n")) <= set(milestone) and 3.0 in milestone and 60 in milestone
    assert {"50", "75", "100", 60, 80, 90, "62.5000 / 100"} <= set(points)
    assert kpi_cards.MET[True] in target and "ไม่มีเกณฑ์ 5 ระดับ" in target
    assert without.count("N/A") == 3
    assert {35, 15, 3.6} <= set(falling)


def test_the_round_and_the_day_of_the_result_stand_on_the_card():
    register = from_parts(parts_of([{"name": "ก", **LEVELS}], [(1, 72)]))
    scores = attainment(register, as_of=DAY, round=6)
    data = kpi_cards.workbook(register, scores, totals(scores), as_of=DAY)
    _, card = sheets_of(data).values()
    assert any("รอบการประเมิน : 6 เดือน     ผล ณ วันที่ : 30 มิ.ย. 2562" in str(text) for text in told_by(card))


def test_evidence_is_numbered_as_typed_and_that_of_a_later_day_is_left_out():
    told = {"evidence_id": "1", "office": OFFICE, "fiscal_year": YEAR, "about_kind": "kpi", "about_id": f"{PLAN}/K1"}
    rows = [
        {**told, "step": "2", "evidence": "คำสั่งที่ 1", "place": "แฟ้ม ก"},
        {**told, "evidence_id": "2", "evidence": "รายงาน", "told_on": date(2019, 7, 1)},
    ]
    data, _ = written(parts_of([{"name": "ก", **LEVELS}], evidence=rows))
    _, card = sheets_of(data).values()
    [first] = [line for line in card.iter_rows() if line[0].value == "1."]
    assert [cell.value for cell in first if cell.value] == ["1.", "ขั้นที่ 2 · คำสั่งที่ 1 · แฟ้ม ก"]
    assert "รายงาน" not in told_by(card)
    assert [line[0].value for line in card.iter_rows() if str(line[0].value)[1:] == "."][-1] == "5."


@pytest.mark.parametrize("digits", ["arabic", "th"])
def test_cards_uploaded_again_take_nothing_and_say_why(sample, digits):
    reading, found = differences(written(sample, digits=digits)[0], sample)
    assert (reading.parts, found.values.tolist()) == ([], [])
    assert reading.is_printed
    assert {(problem.code, str(problem.severity)) for problem in reading.problems} == {("printed_form", "info")}
    account = reading.account
    assert account.used == 0 and sum(item.cells for item in account.ignored) == account.filled


def test_cards_beside_a_plan_leave_the_plan_to_be_read(sample, repo):
    cards = openpyxl.load_workbook(io.BytesIO(written(sample)[0]))
    other = cards.create_sheet("แผน")
    for row in (
        ["แผนการจัดการความรู้ กรมตัวอย่าง ปีงบประมาณ 2562"],
        ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"],
        ["1.1", "จัดประชุม", "ต.ค. 61", "กองคลัง"],
    ):
        other.append(row)
    file = io.BytesIO()
    cards.save(file)
    reading = from_plain(read_here(file.getvalue(), "both.xlsx", {}))
    assert [row["text"] for row in reading.rows("activities")] == ["จัดประชุม"]
    assert reading.rows("kpis") == []
    assert not reading.is_printed


def test_a_register_of_two_years_is_refused():
    plans = [{"plan_id": plan_id(OFFICE, year, "1"), "office": OFFICE, "fiscal_year": year} for year in (2562, 2563)]
    register = from_records({"plans": plans})
    scores = attainment(register)
    with pytest.raises(ValueError, match="a form has room for one"):
        kpi_cards.workbook(register, scores, totals(scores))


def test_odd_texts_stay_texts():
    kpis = [{"name": text, "unit": text, "target": text, "level_texts": text, "weight": 1.0} for text in ODD]
    values = values_of(written(parts_of(kpis))[0])
    assert set(KEPT) <= set(values)


def test_the_same_register_gives_the_same_bytes(sample):
    assert written(sample)[0] == written(sample)[0]
