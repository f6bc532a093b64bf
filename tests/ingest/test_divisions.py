"""Files of several divisions: plans under one number stand beside each other, by their units."""

from kmdash.domain.frames import records
from kmdash.domain.reading import Account, Part, Reading
from kmdash.domain.register import from_parts
from kmdash.ingest.divisions import kept_apart


def a_file(name, unit, *, title="แผนการจัดการความรู้ที่ ๑"):
    plan = {"plan_id": "2562-x-1", "title": title, "unit": unit}
    activity = {"activity_id": "2562-x-1/1", "plan_id": "2562-x-1", "text": f"ประชุม{unit}"}
    kpi = {"kpi_id": "2562-x-1/K1", "plan_id": "2562-x-1", "name": "ร้อยละ"}
    result = {"kpi_id": "2562-x-1/K1", "plan_id": "2562-x-1", "actual": 1.0}
    owner = ("กรม ก", 2562)
    parts = [
        Part("plan", "1", *owner, {"plans": [plan], "activities": [activity], "kpis": [kpi]}),
        Part("results", "1", *owner, {"results": [result]}),
    ]
    return Reading(name, name, ["plan"], parts, [], [], Account(1, 1))


def scopes(*readings):
    return [part.scope for reading in readings for part in reading.parts]


def test_plans_of_one_number_of_different_units_do_not_clash():
    first, second = a_file("a.xlsx", "กอง ก"), a_file("b.xlsx", "กอง ข")
    apart = kept_apart(second, first.parts, [])
    assert len(set(scopes(first, apart))) == 4
    register = from_parts([*first.parts, *apart.parts])
    for name in ("plans", "activities", "kpis"):
        assert len(register.frames[name]) == 2 and register.frames[name].iloc[:, 0].is_unique
    assert register.results["kpi_id"].tolist() == register.kpis["kpi_id"].tolist()
    assert second.parts[0].records["plans"][0]["plan_id"] == "2562-x-1", "what was given is left as it was"


def test_a_third_unit_stands_apart_from_both():
    first, second = a_file("a.xlsx", "กอง ก"), a_file("b.xlsx", "กอง ข")
    two = [*first.parts, *kept_apart(second, first.parts, []).parts]
    third = kept_apart(a_file("c.xlsx", "กอง ค"), two, [])
    assert len(set(scopes(third)) | {part.scope for part in two}) == 6


def test_two_files_of_one_unit_still_clash_and_so_do_plans_without_units():
    for unit in ("กอง ก", None):
        first, second = a_file("a.xlsx", unit), a_file("b.xlsx", unit)
        assert kept_apart(second, first.parts, []) is second


def test_a_file_alone_stays_as_it_is():
    alone = a_file("a.xlsx", "กอง ก")
    assert kept_apart(alone, [], []) is alone
    assert records(from_parts(alone.parts).plans)[0]["unit"] == "กอง ก"
