"""What a visit looks at: the day, the lists of the filters, frames that cannot be spoilt."""

from datetime import date

import pandas as pd
import pytest

from kmdash.domain import names
from kmdash.domain.register import from_records
from kmdash.domain.words import set_language
from kmdash.store import open_store
from kmdash.ui import choice, session


@pytest.fixture(autouse=True)
def in_thai():
    set_language("th")


def test_a_day_of_the_year_that_is_asked_for_is_taken():
    assert choice.day_of_view(from_records({}), 2562, "2018-10-01") == (date(2018, 10, 1), "chosen")


@pytest.mark.parametrize("asked", ["", "2019-10-01", "1 ต.ค. 2561", "2019-02-30"])
def test_any_other_day_gives_the_usual_one(asked):
    assert choice.day_of_view(from_records({}), 2562, asked) == (date(2019, 9, 30), "year_end")


def test_a_plan_is_called_by_its_number_else_by_its_title():
    plans = from_records(
        {"plans": [{"plan_id": "a", "no": "1", "title": "x", "unit": "กม."}, {"plan_id": "b", "title": "แผนย่อย"}]}
    ).plans
    assert names.plan_labels(plans) == {"a": "แผนที่ 1 · กม.", "b": "แผนย่อย"}
    assert names.plan_numbers(plans) == {"a": "1"}


def plans_of(*titles, **given):
    return from_records(
        {"plans": [{"plan_id": f"p{at}", "title": title, **given} for at, title in enumerate(titles)]}
    ).plans


def test_plans_whose_titles_begin_alike_are_told_apart_from_their_first_letters():
    long = "แผนการจัดการความรู้ เรื่องการปฏิบัติงานตรวจสอบการคลัง การเงิน การบัญชี และการพัสดุ"
    plans = plans_of(long, f"{long} (2)", "แผนย่อย", f"{long} (๑๒)", f"{long} (2)", None, None)
    found = names.plan_names(plans)
    starts = [name[: names.TOLD_BY] for name in found.values()]
    assert len(set(starts)) == len(starts)
    assert [found[plan][:5] for plan in ("p0", "p1", "p3", "p4")] == ["(1) แ", "(2) แ", "(12) ", "(3) แ"]
    assert found["p1"] == f"(2) {long}"
    assert found["p2"] == "แผนย่อย"
    assert names.plan_numbers(plans)["p3"] == "(12)"


def test_a_plan_keeps_its_title_where_only_another_year_has_one_like_it():
    long = "แผนการจัดการความรู้ เรื่องการปฏิบัติงานตรวจสอบ"
    both = pd.concat([plans_of(long, fiscal_year=2562), plans_of(long, fiscal_year=2563).replace("p0", "p1")])
    assert names.plan_names(both) == {"p0": long, "p1": long}


def test_versions_are_listed_newest_first_with_their_moment_in_bangkok():
    stored = pd.to_datetime(["2019-06-15 00:30", "2019-06-15 23:30"], utc=True)
    versions = pd.DataFrame({"number": [1, 2], "stored_at": stored, "kind": ["import", "answer"]})
    assert list(choice.version_labels(versions).items()) == [
        ("2", "ฉบับที่ 2 · 16 มิ.ย. 2562 06:30 · ตอบคำถาม"),
        ("1", "ฉบับที่ 1 · 15 มิ.ย. 2562 07:30 · นำเข้า"),
    ]


def test_what_a_page_does_to_a_frame_stays_with_the_page(tmp_path, monkeypatch):
    from kmdash.domain.reading import Part

    url = f"sqlite:///{(tmp_path / 'kmdash.db').as_posix()}"
    monkeypatch.setenv("KMDASH_DB", url)
    store = open_store(url)
    store.write(
        [Part("plan", "1", "ก", 2562, {"plans": [{"plan_id": "p", "title": "เดิม"}]})], actor="x", kind="import"
    )
    mine = session.register(1)
    mine.plans.loc[0, "title"] = "เปลี่ยน"
    mine.plans["new"] = 1
    again = session.register(1).plans
    assert (again.loc[0, "title"], "new" in again) == ("เดิม", False)
