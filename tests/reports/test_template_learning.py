"""Evidence, reviews, results by year and aims, written into the template and read back as they were."""

from datetime import date

from kmdash.domain.frames import records
from kmdash.domain.identity import office_code
from kmdash.domain.learned_parts import learned_part
from kmdash.domain.reading import Part
from kmdash.domain.register import from_parts
from kmdash.ingest.account import Usage
from kmdash.ingest.files import read_grids
from kmdash.ingest.sheet import Sheet
from kmdash.ingest.template import read_template
from kmdash.reports.filling import Content
from kmdash.reports.template import workbook, written

OF = {"office": "สำนักงานตัวอย่าง", "fiscal_year": 2562}
PLAN = f"2562-{office_code('สำนักงานตัวอย่าง')}-S4"
TOLD = {"by": "เลขานุการ", "told_on": date(2019, 6, 15), "constructed": True}
ABOUT = {**OF, **TOLD, "plan_id": PLAN}
ROWS = {
    "evidence": {
        **ABOUT,
        "about_kind": "kpi",
        "about_id": f"{PLAN}/K2",
        "step": "1.2",
        "evidence": "ก.pdf\nข",
        "place": "แฟ้ม",
    },
    "aars": {
        **ABOUT,
        "activity_id": f"{PLAN}/1",
        "of_year": 2562,
        "intended": "ก",
        "happened": "ข",
        "reasons": "ค",
        "next_time": "ง",
    },
    "swots": {**OF, **TOLD, "plan_id": None, "activity_id": None, "strengths": "ก\nข", "threats": "ค"},
    "activity_years": {
        **ABOUT,
        "activity_id": f"{PLAN}/1",
        "of_year": 2562,
        "status": "done",
        "ticked": "1,2,5",
        "result": "ก",
    },
}
AIM = {
    **OF,
    "aim_id": f"2562-{office_code('สำนักงานตัวอย่าง')}-A1",
    "position": 1,
    "kind": "scope",
    "text": "งาน",
    "staff": "รู้",
}


def read(data):
    grids = read_grids(data, "t.xlsx")
    usage = Usage(grids)
    return read_template([Sheet(grid, usage) for grid in grids], "t.xlsx")


def plain(register, name):
    return [
        {key: value for key, value in row.items() if not key.startswith("source_")}
        for row in records(register.frames[name])
    ]


def test_a_filled_template_reads_back_as_it_was():
    parts = [learned_part(name, row) for name, row in ROWS.items()]
    register = from_parts([*parts, Part("aims", "1", *OF.values(), {"aims": [AIM]})])
    found, problems, _, kinds = read(workbook(register))
    assert problems == []
    assert kinds == ["evidence", "lessons", "aims"]
    for name in (*ROWS, "aims"):
        assert plain(register, name) == plain(from_parts(found), name)


def filled(frame, *rows):
    facts = {"office": OF["office"], "fiscal_year": OF["fiscal_year"]}
    return read(written(Content(facts, {frame: rows}), frames={frame}))


def test_several_rows_of_a_step_are_one_piece_below_another():
    same = {"plan": "1", "kpi_no": 1, "step": "ขั้นที่ ๑.๒"}
    parts, problems, *_ = filled("evidence", {**same, "evidence": "ก", "place": "แฟ้ม"}, {**same, "evidence": "ข"})
    (row,) = records(from_parts(parts).evidence)
    assert (row["step"], row["evidence"], row["place"], problems) == ("1.2", "ก\nข", "แฟ้ม", [])


def test_what_names_no_step_no_year_or_no_kind_is_told_with_its_cell():
    wrong = [
        ("evidence", {"plan": "1", "kpi_no": 1, "step": "ครบ", "evidence": "ก"}, "evidence_step_unclear"),
        ("evidence", {"plan": "1", "kpi_no": 1}, "evidence_missing"),
        ("activity_years", {"plan": "1", "activity_no": "1", "result": "ก"}, "of_year_missing"),
        ("activity_years", {"plan": "1", "activity_no": "1", "of_year": 2562, "ticked": "เกือบครบ"}, "steps_unclear"),
        ("aims", {"kind": "อื่น", "text": "ก"}, "aim_unknown"),
    ]
    for frame, row, code in wrong:
        _, problems, *_ = filled(frame, row)
        assert [problem.code for problem in problems] == [code]
        assert problems[0].cell
