"""Goals: the stages each covers and lacks, change management apart, plans without stages apart."""

from datetime import date

from kmdash.domain.frames import records
from kmdash.domain.register import from_records
from kmdash.measures.goals import goals

OF = {"office": "เทศบาลตัวอย่าง", "fiscal_year": 2569}


def plan(no, process, stages, column="stage", **more):
    row = {**OF, "plan_id": f"P{no}", "no": str(no), "title": f"เป้าหมาย {no}", "process": process}
    activities = [
        {"activity_id": f"P{no}/{place}", "plan_id": f"P{no}", "position": place, "text": "ก", column: stage, **more}
        for place, stage in enumerate(stages, 1)
    ]
    return row, activities


def found(*plans):
    rows = {"plans": [row for row, _ in plans], "activities": [one for _, many in plans for one in many]}
    return records(goals(from_records(rows), date(2026, 3, 1)))


def test_the_four_goals_of_the_municipality_cover_what_they_cover():
    rows = found(
        plan(4, "change", [1, 2, 3, 4, None, 5], "component"),
        plan(1, "KM", [1, 2, 3, 4, 5]),
        plan(2, "KM", [2, 3, 4, 5, 6, 7]),
        plan(3, "KM", [1, 2, 3, 4, 5, 6, 7]),
    )
    assert [(row["no"], row["covered"], row["lacking"], row["stages"], row["unmapped"]) for row in rows] == [
        ("1", "1,2,3,4,5", "6,7", 7, 0),
        ("2", "2,3,4,5,6,7", "1", 7, 0),
        ("3", "1,2,3,4,5,6,7", None, 7, 0),
        ("4", "1,2,3,4,5", "6", 6, 1),
    ]


def test_a_stage_is_done_when_all_its_activities_are_and_cancelled_ones_leave():
    (row,) = found(plan(1, "KM", [1, 1, 2], status="done"))
    assert (row["done"], row["activities"]) == ("1,2", 3)
    (row,) = found(plan(1, "KM", [1, 2], status="cancelled"))
    assert (row["covered"], row["stages"], row["activities"]) == (None, None, 0)


def test_a_plan_without_stages_lacks_none():
    (row,) = found(plan(1, None, [None, None]))
    assert (row["stages"], row["lacking"], row["unmapped"]) == (None, None, 2)
