"""The KPI page: what would be if, the floor, milestones, targets, rounds, the roll-up."""

import pytest

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.reading import Part
from kmdash.domain.words import say
from kmdash.store import open_store

OFFICE, YEAR, PLAN = "กรมตัวอย่าง", 2562, "2562-x-1"
PAGE = "meeting/attainment.py"
RISING = dict(zip(THRESHOLDS, (65.0, 70.0, 75.0, 80.0, 85.0), strict=True))
KPIS = [
    {"name": "ความเข้าใจ", "unit": "ร้อยละ", "weight": 60.0, **RISING},
    {"name": "ความพึงพอใจ", "unit": "ร้อยละ", "weight": 40.0, **RISING},
    {"name": "การจัดทำคู่มือ", "scale": "milestone", "level_texts": "วางแผน\nเก็บ\nกรอง\nเผยแพร่\nใช้", "weight": 0.0},
    {"name": "จำนวนองค์ความรู้", "unit": "เรื่อง", "target": "๒ เรื่อง", "weight": 0.0},
]
RESULTS = {1: {"actual": 72.0, "persons": 50}, 2: {"actual": 64.0}, 3: {"steps": "1,2,4"}, 4: {"actual": 3.0}}
ROUNDS = [(6, 1, 100.0, False), (6, 2, 0.0, True)]


def own(number):
    return {"kpi_id": f"{PLAN}/K{number}", "plan_id": PLAN}


@pytest.fixture
def page(visit, unfold, tmp_path):
    """A function that opens the page on a store with one KPI of each kind, with the given values in the link."""
    store = open_store(str(tmp_path / "kmdash.db"))
    plan = {"plan_id": PLAN, "office": OFFICE, "fiscal_year": YEAR, "no": "1", "title": "คู่มือ", "unit": "กอง ก"}
    kpis = [{**own(number), "position": number, **kpi} for number, kpi in enumerate(KPIS, 1)]
    results = [{**own(number), "source_cell": f"ผล!F{number}", **told} for number, told in RESULTS.items()]
    rounds = [
        {**own(number), "round": months, "weight": weight, "cancelled": gone}
        for months, number, weight, gone in ROUNDS
    ]
    parts = {
        "plan": {"plans": [plan], "kpis": kpis},
        "results": {"results": results},
        "rounds": {"rounds": rounds},
    }
    written = [Part(kind, "1", OFFICE, YEAR, records) for kind, records in parts.items()]
    store.write(written, actor="ทดสอบ", kind="import")
    store.close()
    return lambda **link: unfold(visit)(PAGE, **link)


def shown(app):
    """The table of the screen, by KPI."""
    return app.dataframe[0].value.set_index(say("column.name"))


def told(app):
    return " ".join(html.value for html in app.get("html"))


def test_each_kind_of_kpi_is_shown_by_its_own_rule(page):
    app = page()
    assert not app.exception and not app.error
    table = shown(app)
    assert table[say("column.score")].tolist()[:3] == [2.4, 1, 2]
    assert table.loc["จำนวนองค์ความรู้", say("column.met")] == say("table.yes")
    assert table.loc["จำนวนองค์ความรู้", say("column.no_score")] == say("no_score.target")
    assert "บรรลุ 1 จาก 1 ตัวชี้วัด" in told(app)


def test_a_step_over_a_gap_is_told_to_be_checked(page):
    assert "ผล!F3: ขั้นที่ 4 ทำแล้วแต่ข้ามขั้นก่อนหน้า จึงยังไม่นับ" in told(page())


def test_every_score_names_its_kpi_and_its_cells_and_the_total_its_sum(page):
    text = told(page())
    assert "แผนที่ 1 · ความเข้าใจ: ผล 72 อยู่ระหว่าง" in text and "ผล ผล!F1" in text
    assert "(60 × 2.4000 + 40 × 1.0000 + 0 × 2.0000) ÷ (60 + 40 + 0) = 1.8400" in text


def test_the_gap_is_told_in_the_own_unit_and_in_persons(page):
    assert "ต้องได้อีกร้อยละ 3 จึงถึงระดับ 3 หรืออีก 2 คน" in told(page())


@pytest.mark.parametrize(("floor", "score"), [("1", 1), ("0", 0), ("extrapolate", 0.8)])
def test_the_floor_of_the_link_is_what_a_short_result_scores(page, floor, score):
    assert shown(page(floor=floor)).loc["ความพึงพอใจ", say("column.score")] == score


def test_what_would_be_shows_score_level_and_total_and_stores_nothing(page):
    app = page()
    app = app.selectbox(key="what_if_kpi").select(f"{PLAN}/K2").run()
    app = app.slider(key=f"what_if_{PLAN}/K2").set_value(85.0).run()
    assert not app.exception
    tiles = next(html.value for html in app.get("html") if "km-tiles" in html.value)
    assert all(text in tiles for text in ("5.0000", "3.4400", "1.8400", say("plots.attainment.level", level=5)))
    assert shown(app).loc["ความพึงพอใจ", say("column.score")] == 1


def test_what_would_be_of_a_milestone_and_of_a_target(page):
    app = page()
    app = app.selectbox(key="what_if_kpi").select(f"{PLAN}/K3").run()
    app = app.slider(key=f"what_if_{PLAN}/K3").set_value(4.0).run()
    assert "4.0000" in told(app)
    app = app.selectbox(key="what_if_kpi").select(f"{PLAN}/K4").run()
    app = app.slider(key=f"what_if_{PLAN}/K4").set_value(1.0).run()
    assert say("what_if.not_met") in told(app)


def test_a_round_of_the_link_has_its_own_weights_and_lists_the_cancelled(page):
    table = shown(page(round="6"))
    assert table.loc["ความเข้าใจ", say("column.weight")] == 100
    assert table.loc["ความพึงพอใจ", say("column.no_score")] == say("no_score.cancelled")
    assert shown(page()).loc["ความพึงพอใจ", say("column.score")] == 1


def test_the_roll_up_stands_below(page):
    summed = page().dataframe[1].value
    levels = [say(f"rollup_level.{level}") for level in ("plan", "unit", "office", "province")]
    assert summed[say("column.rollup_level")].tolist() == levels
    assert set(summed[say("column.score")]) == {1.84}


def test_the_steps_of_a_milestone_kpi_are_typed_as_a_list(page):
    app = page()
    app.selectbox(key="result_kpi").select(f"{PLAN}/K3")
    app.text_input(key="result_value").input("๑-๓")
    app = app.button(key="result_send").click().run()
    assert not app.error
    assert shown(app).loc["การจัดทำคู่มือ", say("column.steps")] == "1,2,3"


def test_a_number_of_persons_that_is_none_is_refused_in_a_sentence(page):
    app = page()
    app.selectbox(key="result_kpi").select(f"{PLAN}/K1")
    app.text_input(key="result_value").input("80")
    app.text_input(key="result_persons").input("หลายคน")
    app = app.button(key="result_send").click().run()
    assert [error.value for error in app.error] == [say("result.no_persons")]
