"""The figures of the public documents as printed there, read from the sample files; the README's own table."""

import re
from collections import Counter
from datetime import date

import pytest

from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.frames import frame
from kmdash.domain.register import Register, from_parts
from kmdash.ingest.read import read_file
from kmdash.measures.warnings import warnings


@pytest.fixture(scope="module")
def read(repo):
    return lambda name: read_file((repo / "sample_data" / name).read_bytes(), name)


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


def test_the_readme_names_only_files_that_there_are(repo):
    text = (repo / "README.md").read_text(encoding="utf-8")
    table = text[text.index("| เอกสารต้นทาง |") : text.index("## Command line")]
    tests = re.findall(r"`(tests/[\w/.-]+)`", table)
    samples = re.findall(r"`([\w/-]+\.(?:xlsx|csv))`", table)
    assert len(tests) > 15 and len(samples) > 10
    assert [name for name in tests if not (repo / name).exists()] == []
    assert [name for name in samples if not name.startswith("-") and not (repo / "sample_data" / name).exists()] == []
