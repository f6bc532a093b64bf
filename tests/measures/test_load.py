"""The load of units and owners, the months that are too full, and the days of a month."""

from datetime import date

import pytest

from kmdash.domain.owners import names_nobody
from kmdash.measures.calendar import calendar
from kmdash.measures.load import conflicts, owner_load, unit_load
from tests.oracles.registers import EMPTY, fill

JUNE_15 = date(2019, 6, 15)
MARCH = {"start": date(2019, 3, 1), "end": date(2019, 3, 31), "period_kind": "point", "precision": "month"}


def spread(*activities, unit="กอง ก"):
    plan = {"plan_id": "P1", "office": "กรม ก", "fiscal_year": 2562, "unit": unit}
    rows = [{"activity_id": f"A{number}", "plan_id": "P1", **row} for number, row in enumerate(activities)]
    return calendar(fill({"plans": [plan], "activities": rows}), 2562, JUNE_15)


def test_each_unit_has_its_load_in_every_month():
    found = unit_load(spread(MARCH, MARCH, MARCH | {"status": "cancelled"}), 2562)
    assert len(found) == 12 and set(found["name"]) == {"กอง ก"}
    assert found.set_index("month").loc["2019-03-01", ["active", "starts", "due"]].tolist() == [2, 2, 2]
    assert found["active"].sum() == 2


def test_an_activity_of_several_owners_counts_for_each_and_one_of_everyone_is_apart():
    found = owner_load(spread(MARCH | {"owners": "กองคลัง\nกองช่าง"}, MARCH | {"owners": "ทุกกอง"}, MARCH), 2562)
    sums = found.groupby("name", dropna=False)["active"].sum()
    assert sums[["กองคลัง", "กองช่าง", "ทุกกอง"]].tolist() == [1, 1, 1] and sums.sum() == 4
    assert set(found.loc[found["names_nobody"], "name"]) == {"ทุกกอง"}


@pytest.mark.parametrize(
    ("owner", "nobody"),
    [
        ("ทุกกอง", True),
        ("ทุกหน่วยงาน", True),
        ("ผู้เกี่ยวข้อง", True),
        ("หัวหน้าส่วนราชการแต่ละสำนัก/กอง", True),
        ("กองคลัง", False),
        ("ศูนย์บรรเทาทุกข์", False),
    ],
)
def test_an_owner_that_is_everyone_names_nobody(owner, nobody):
    assert names_nobody(owner) == nobody


def test_a_unit_with_many_dues_in_a_month_is_a_conflict():
    found = conflicts(spread(*[MARCH] * 5), 2562)
    assert found[["unit", "due"]].to_numpy().tolist() == [["กอง ก", 5]]
    assert found["items"].iloc[0].split("\n") == ["A0", "A1", "A2", "A3", "A4"]
    assert conflicts(spread(*[MARCH] * 4), 2562).empty
    assert len(conflicts(spread(*[MARCH] * 4), 2562, many=4)) == 1
    assert conflicts(spread(*[MARCH] * 5, unit=None), 2562).empty


def test_the_days_of_a_month_are_told_where_the_period_names_days():
    days = {"period_kind": "range", "precision": "day"}
    one = spread(days | {"start": date(2019, 3, 4), "end": date(2019, 3, 8)})
    assert one["days"].tolist() == ["4-8"]
    two = spread(days | {"start": date(2019, 3, 30), "end": date(2019, 4, 2)})
    assert two["days"].tolist() == ["30-31", "1-2"]
    deadline = spread({"period_kind": "deadline", "precision": "day", "end": date(2019, 2, 8)})
    assert deadline["days"].tolist() == ["8"]
    assert spread(MARCH)["days"].isna().all()


def test_the_days_of_a_recurring_item_are_listed():
    twice = {"period_kind": "recurring", "precision": "day", "occurrences": "2019-03-15;2019-03-30;2019-04-15"}
    assert spread(twice)["days"].tolist() == ["15, 30", "15"]


def test_nothing_in_gives_no_load():
    empty = calendar(EMPTY, 2562, JUNE_15)
    assert unit_load(empty, 2562).empty and owner_load(empty, 2562).empty and conflicts(empty, 2562).empty
