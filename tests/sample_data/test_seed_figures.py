"""The figures of the public documents as printed there, read from the sample files; the README's own table."""

import re
from collections import Counter
from datetime import date
from functools import cache
from itertools import accumulate

import pytest

from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.counts import number_in
from kmdash.domain.frames import frame
from kmdash.domain.knowledge import CONTENTS
from kmdash.domain.register import Register, from_parts
from kmdash.ingest.read import read_file
from kmdash.measures.goals import goals
from kmdash.measures.lessons import areas
from kmdash.measures.next_year import senders
from kmdash.measures.warnings import warnings


@pytest.fixture(scope="module")
def read(repo):
    """A function that reads a sample, each once."""
    return cache(lambda name: read_file((repo / "sample_data" / name).read_bytes(), name))


def test_the_districts_are_to_send_49_items_where_the_plan_says_48(read):
    found = read("km-market-2564.xlsx")
    persons = [row["target"] for row in found.rows("targets") if row["counter"] == "คน"]
    assert persons == [9, 4, 5, 5, 3, 4, 3, 5, 5, 3, 3]
    assert sum(persons) == 49
    assert any("๔๘" in (row["target_group"] or "") for row in found.rows("activities"))


def test_the_plan_selects_968_items_of_60(read):
    targets = [row["target"] or "" for row in read("km-market-2564.xlsx").rows("activities")]
    assert sum("๙๖๘" in target for target in targets) == 1
    assert sum("๖๐" in target for target in targets) > 1


def test_five_issues_weigh_20_each(read):
    assert [row["weight"] for row in read("warning-center-2561.xlsx").rows("kpis")] == [20] * 5


def test_five_divisions_need_nine_items_of_knowledge(read):
    units = Counter(row["unit"] for row in read("ban-waen-2569.xlsx").rows("knowledge"))
    assert sorted(units.values()) == [1, 1, 2, 2, 3]


def test_the_municipalitys_committees_have_five_and_seven_members_and_two_times_to_follow(read):
    found = read("ban-waen-2569.xlsx")
    roles = {row["role"]: (row["holders"] or "").split("\n") for row in found.rows("duties")}
    assert len(roles["คณะกรรมการจัดการความรู้"]) == 5
    assert len(roles["คณะกรรมการติดตามและประเมินผล"]) == 7
    judged = warnings(from_parts(found.parts), date(2026, 9, 10))
    of_committee = judged[judged["plan_id"].isna()]
    assert of_committee["state"].tolist() == ["no_date", "active"]
    assert of_committee["due"].iloc[1].date() == date(2026, 9, 30)


def test_a_report_of_training_is_due_fifteen_days_after_the_return(read):
    register = from_parts(read("ban-waen-2569.xlsx").parts)
    item = register.events["event_id"].iloc[0]
    back = {"item_id": item, "happened_on": date(2026, 1, 10)}
    occasions = frame(INPUT_FRAMES["occasions"], [back])
    judged = warnings(Register({**register.frames, "occasions": occasions}), date(2026, 1, 27))
    (training,) = judged[judged["item_id"] == item].to_dict("records")
    assert (training["state"], training["due"].date(), training["days"]) == ("overdue", date(2026, 1, 25), 2)


def test_the_committees_roles_have_four_and_six_duties_and_its_calendar_nine_steps(read):
    roles = read("committee-2562.xlsx").rows("duties")
    assert [len(row["duties"].split("\n")) for row in roles] == [4, 6, 6, 6]
    plans = read("plans-2562.xlsx")
    assert len(plans.rows("events")) == 9
    (doubt,) = [problem for problem in plans.problems if problem.code == "out_of_order"]
    assert (doubt.severity, doubt.found) == ("warning", "๒๓ มี.ค. ๖๒")


def test_five_plans_need_knowledge_by_short_names_of_units_and_test_before_and_after(read):
    plans = read("plans-2562.xlsx")
    units = ["กยผ.", "สล.", "กพส.", "กพร.สธ.", "กม."]
    assert [row["unit"] for row in read("knowledge-2562.csv").rows("knowledge")] == units
    assert [row["unit"] for row in plans.rows("plans")] == units
    assert [row["no"] for row in plans.rows("events") if "ก่อน - หลัง" in row["text"]] == ["8"]


def test_at_the_turn_of_the_year_five_divisions_have_not_sent(read):
    sent = senders(from_parts(read("ban-waen-2569.xlsx").parts), 2569)
    assert sent.loc[sent["plans"] == 0, "unit"].tolist() == [
        *("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุขและสิ่งแวดล้อม"),
    ]
    assert not sent["sent"].any()


def test_the_goals_cover_five_six_and_seven_stages_and_the_fourth_five_components(read):
    found = goals(from_parts(read("ban-waen-2569.xlsx").parts), date(2026, 9, 10))
    assert found["lacking"].fillna("").tolist() == ["6,7", "1", "", "6"]
    assert found["process"].tolist() == ["KM", "KM", "KM", "change"]


def test_the_organisation_has_five_goals_four_key_factors_and_three_factors_of_success(read):
    found = read("samut-songkhram-2567.xlsx")
    kinds = Counter((row["kind"], row["source_cell"].partition("!")[0]) for row in found.rows("aims"))
    assert kinds["goal", "ขอบเขตและปัจจัย"] == 5
    assert (kinds["success_factor", "ขอบเขตและปัจจัย"], kinds["success_factor", "วิเคราะห์ตนเอง"]) == (4, 3)
    assert (kinds["vision", "ขอบเขตและปัจจัย"], kinds["factor", "ขอบเขตและปัจจัย"]) == (2, 3)


def test_four_activities_of_sharing_and_two_of_assets_run_over_three_years_beside_the_offices_ways(read):
    found = areas(from_parts(read("samut-songkhram-2567.xlsx").parts))
    counts = Counter(zip(found["area"], found["kind"], strict=True))
    assert (counts["KS", "activity"], counts["KA", "activity"]) == (4, 2)
    assert (counts["KS", "point"], counts["KA", "point"]) == (11, 3)


def test_form_1_of_the_department_has_24_kpis_of_which_the_ninth_has_no_number(read):
    found = read("km-market-2564.xlsx")
    assert [len(row["kpi"].split("\n")) for row in found.rows("knowledge")] == [12, 8, 2, 2]
    targets = [target for row in found.rows("knowledge") for target in row["target"].split("\n")]
    assert (len(targets), targets[0], targets[11], targets[17]) == (
        *(24, "๑๒,๙๐๐,๐๐๐ ครัวเรือน", "๒๓,๗๖๕ หมู่บ้าน", "๘๐,๐๑๖ ช่องทาง"),
    )
    assert [place for place, target in enumerate(targets, 1) if number_in(target) is None] == [9]


def test_form_2_has_twelve_activities_in_six_stages_and_three_words_of_status(read):
    rows = read("km-market-2564.xlsx").rows("activities")
    assert [sum(row["stage"] == stage for row in rows) for stage in range(1, 8)] == [2, 4, 1, 3, 1, 1, 0]
    words = ["ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ระหว่างดำเนินการ", None]
    assert [sum(row["status_text"] == word for row in rows) for word in words] == [2, 4, 2, 4]
    assert Counter(row["status"] for row in rows) == {"done": 2, "in_progress": 6, None: 4}


def test_the_province_is_to_send_a_day_before_its_districts_and_everybody_by_the_fifth_of_july(read):
    found = read("km-market-2564.xlsx")
    ends = {row["no"]: row["end"] for row in found.rows("events")}
    assert (ends["2"], ends["3"], ends["8"]) == (date(2021, 4, 27), date(2021, 4, 26), date(2021, 7, 5))
    (doubt,) = [problem for problem in found.problems if problem.code == "out_of_order"]
    assert doubt.found in {row["period_text"] for row in found.rows("events") if row["no"] in "23"}


def test_the_days_and_figures_of_the_guideline_stand_in_the_calendar(read):
    events = read("km-market-2564.xlsx").rows("events")
    days = [(row["start"], row["end"]) for row in events if row["start"]]
    assert [(start.month, start.day, end.day) for start, end in days] == [
        *((3, 23, 25), (5, 18, 21), (6, 8, 11), (6, 14, 17), (6, 18, 18), (7, 5, 8), (7, 9, 9), (7, 22, 22)),
    ]
    told = " ".join(row["text"] for row in events)
    assert all(figure in told for figure in ("๒๖๘", "๖๐", "๘๐", "๑๐๐", "๒๒"))


def test_five_categories_have_a_record_and_five_issues_levels_of_five_steps(read):
    found = read("warning-center-2561.xlsx")
    heads = [row["knowledge"].split("\n")[0] for row in found.rows("knowledge")]
    assert len(set(heads)) == 5 and all(head.startswith("องค์ความรู้หมวด") for head in heads)
    (record,) = found.rows("knowledge_records")
    assert all(record[name] for name in CONTENTS)
    assert {len(row["level_texts"].split("\n")) for row in found.rows("kpis")} == {5}


def test_reports_and_weekly_figures_are_constructed_as_the_document_prints_none(read):
    found = read("submissions-2562.xlsx")
    assert {row["constructed"] for row in (*found.rows("submissions"), *found.rows("series"))} == {True}
    assert len({row["unit"] for row in found.rows("submissions")}) == 8
    assert {row["kind"] for row in found.rows("series")} == {None, "จัดเก็บ", "บันทึก", "อัปโหลด"}


BLOCKS = {  # of each document: how a block of its facts begins, and what the row of the README says of it
    "000": {
        "Working group": "บทบาทคณะทำงาน",
        "Vote": "โหวต 16",
        "Operating calendar": "ปฏิทินเก้าขั้น",
        "Plans": "แผน 7 ขั้นตอน",
    },
    "001": {
        "Roles": "คณะกรรมการห้ากอง",
        "Follow-up rules": "รายงานภายใน 15 วัน",
        "Seven stages": "หกองค์ประกอบ",
        "Form 1": "ห้ากอง เก้าแถว",
        "KM scope": "ขอบเขต KM",
        "Goals": "เป้าหมาย ๑–๔",
    },
    "002": {
        "Three factors": "สามปัจจัย",
        "Activities": "กิจกรรม KS สี่",
        "KM Action Plan": "ห้าเรื่องที่ทำทุกปี",
    },
    "003": {
        "National guideline": "แนวทางของกรม",
        "Dates of 2021": "วันจัด KM สัญจร",
        "Form 1": "24 ตัวชี้วัด",
        "Form 2": "12 กิจกรรม",
        "Network registry": "ทะเบียนเครือข่าย",
        "District targets": "เป้าหมาย 11 อำเภอ",
    },
    "004": {
        "Individual record form": "แบบบันทึกองค์ความรู้รายบุคคล",
        "Form 1": "น้ำหนักข้อละ ๒๐",
        "Warning Center rules": "ศูนย์เตือน",
        "Reports": "Report Award",
    },
}


@pytest.fixture(scope="module")
def systems(repo):
    """The rows of the README's table of systems: document, system, page, sample, test."""
    text = (repo / "README.md").read_text(encoding="utf-8")
    table = text[text.index("| เอกสารต้นทาง |") : text.index("## Command line")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().split("\n")[2:]]
    documents = list(accumulate(rows, lambda before, row: row if row[0] else [before[0], *row[1:]]))
    return [row for row in documents if row[0]]


def test_each_block_of_the_documents_facts_has_a_row_with_page_sample_and_test(shared, systems):
    facts = (shared / "seeds" / "facts.md").read_text(encoding="utf-8")
    documents = list(dict.fromkeys(row[0] for row in systems))
    sections = re.findall(r"^## (\d{3}) .*?$(.*?)(?=^## |\Z)", facts, re.MULTILINE | re.DOTALL)
    assert [number for number, _ in sections] == list(BLOCKS) and len(documents) == len(BLOCKS)
    for (number, section), document in zip(sections, documents, strict=True):
        told = [row[1] for row in systems if row[0] == document]
        for block in re.findall(r"^\*\*(.+?)\*\*", section, re.MULTILINE):
            words = next((words for name, words in BLOCKS[number].items() if block.startswith(name)), None)
            assert words, f"{number} {block}"
            assert any(words in system for system in told), f"{number} {block}: {words}"


def test_each_row_names_a_page_a_sample_and_a_test_that_reads_the_samples(systems):
    for document, system, page, samples, tests in systems:
        assert page, (document, system)
        assert re.search(r"`[\w/-]+\.(?:xlsx|csv)`", samples), (document, system)
        assert "`tests/sample_data/" in tests, (document, system)


def test_the_readme_names_only_files_that_there_are(repo):
    text = (repo / "README.md").read_text(encoding="utf-8")
    table = text[text.index("| เอกสารต้นทาง |") : text.index("## Command line")]
    tests = re.findall(r"`(tests/[\w/.-]+)`", table)
    samples = re.findall(r"`([\w/-]+\.(?:xlsx|csv))`", table)
    assert len(tests) > 15 and len(samples) > 10
    assert [name for name in tests if not (repo / name).exists()] == []
    assert [name for name in samples if not name.startswith("-") and not (repo / "sample_data" / name).exists()] == []
