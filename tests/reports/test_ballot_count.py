"""The ballot count as a file: the measure's order, the cut line as it is decided; read again, nothing is taken."""

import io
from datetime import date

import openpyxl
import pytest
from odd_texts import KEPT, ODD, values_of
from python_calamine import CalamineWorkbook
from rereading import differences

from kmdash.domain import forms
from kmdash.domain.frames import records
from kmdash.domain.reading import Part, from_plain
from kmdash.domain.register import from_parts, from_records
from kmdash.domain.vote_decisions import counted_text
from kmdash.domain.words import say
from kmdash.ingest.read import read_here
from kmdash.measures.vote import tally, vote_summary
from kmdash.reports.forms import ballot_count

OFFICE, YEAR, BALLOT = "กรมตัวอย่าง", 2562, "2562-B1"


def parts_of(votes, *, seats=2, marks=(), decision=None, names=None):
    """One vote with a finished tally, or with marks as (voter, candidate's place)."""
    ballot = {"ballot_id": BALLOT, "office": OFFICE, "fiscal_year": YEAR, "title": "คัดเลือก", "seats": seats}
    ballot |= {"voters": 4, "ballot_limit": 2}
    candidates = [
        {"candidate_id": f"{BALLOT}/{at}", "ballot_id": BALLOT, "position": at, "unit": f"กอง {at}", "votes": number}
        | {"process": names[at - 1] if names else f"งาน {at}"}
        for at, number in enumerate(votes, start=1)
    ]
    cast = [{"ballot_id": BALLOT, "voter": voter, "candidate_id": f"{BALLOT}/{at}"} for voter, at in marks]
    rows = {"ballots": [ballot], "candidates": candidates, "marks": cast}
    parts = [Part("ballot", "1", OFFICE, YEAR, rows)]
    if decision:
        made = {"decision_id": "1", "office": OFFICE, "fiscal_year": YEAR, "ballot_id": BALLOT, **decision}
        parts.append(Part("decision", "1", OFFICE, YEAR, {"decisions": [made]}))
    return parts


def written(parts, **given):
    register = from_parts(parts)
    votes = [vote_summary(register, ballot) for ballot in register.ballots["ballot_id"]]
    return ballot_count.workbook(register, tally(register), votes, **given)


def rows_of(data):
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def listed(data):
    """The rows from the heading to the reconciliation: a candidate's values, or the text of a line."""
    rows = rows_of(data)
    first = next(at for at, row in enumerate(rows) if row[0] == forms.COUNT["rank"])
    last = next(at for at, row in enumerate(rows) if row[0] == "การสอบทานคะแนน")
    return [row if row[2] else row[0] for row in rows[first + 1 : last] if row[0]]


def reconciled(data):
    return {row[0]: row[3] for row in rows_of(data) if row[0] and row[3] and not row[2]}


@pytest.fixture(scope="module")
def sample(repo):
    file = repo / "sample_data" / "plans-2562.xlsx"
    return from_plain(read_here(file.read_bytes(), file.name, {})).parts


def test_the_sample_count_is_the_measures_with_shared_ranks_and_the_line_below_the_fifth(sample):
    data = written(sample)
    found = listed(data)
    expected = [
        [str(row["rank"]), row["unit"], row["process"], row["votes"], round(100 * row["share"], 1)]
        for row in records(tally(from_parts(sample)))
    ]
    assert [row[:5] for row in found if isinstance(row, list)] == expected
    assert [row[0] for row in expected] == [*"12344", *("6", "6", "6", "9", "10", "11", "11", "13"), *["14"] * 3]
    assert found[5] == "เส้นตัด : คัดเลือก 5 กระบวนงาน"
    assert [row[5] for row in found[:5]] == [ballot_count.CHOSEN] * 5
    told = reconciled(data)
    assert (told["ผู้มีสิทธิลงคะแนน (คน)"], told["คะแนนที่นับได้"], told["ผู้มาใช้สิทธิ (คน)"]) == ("16", "80", "ไม่ทราบ")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert [row[3] for row in sheet if isinstance(row[3], float)] == [row[3] for row in expected]


def test_the_cut_is_a_heavy_line(sample):
    sheet = openpyxl.load_workbook(io.BytesIO(written(sample))).worksheets[0]
    [cut] = [row[0] for row in sheet.iter_rows() if str(row[0].value).startswith("เส้นตัด")]
    assert cut.border.top.style == "thick"
    assert sheet.print_title_rows == "$6:$6"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("portrait", 9)


def test_a_tie_at_the_cut_stands_between_two_lines_and_nobody_of_it_is_chosen():
    found = listed(written(parts_of([5, 3, 3, 3, 1])))
    lines = {at: row for at, row in enumerate(found) if isinstance(row, str)}
    assert list(lines) == [1, 5]
    assert "3 กระบวนงาน เหลือให้คัดเลือกอีก 1 : ยังไม่ตัดสิน" in lines[1]
    results = [row[5] for row in found if isinstance(row, list)]
    assert results == [ballot_count.CHOSEN, *[ballot_count.TIED] * 3, ballot_count.NOT_CHOSEN]


def test_a_decision_that_stands_is_followed_and_told():
    votes = [5, 3, 3, 1]
    ids = [f"{BALLOT}/{at}" for at in range(1, 5)]
    made = {"kind": "chair", "chosen": ids[2], "tied": "\n".join(ids[1:3]), "by": "ประธาน", "reason": "เร่งด่วน"}
    made |= {"decided_on": date(2019, 2, 8), "counted": counted_text(ids, votes)}
    data = written(parts_of(votes, decision=made))
    found = listed(data)
    assert [row if isinstance(row, str) else row[5] for row in found] == [
        *(ballot_count.CHOSEN, ballot_count.LEFT, ballot_count.TAKEN),
        "เส้นตัด : คัดเลือก 2 กระบวนงาน",
        ballot_count.NOT_CHOSEN,
    ]
    told = [row[0] for row in rows_of(data) if row[0]]
    where = {"kind": say("decide.chair"), "names": "งาน 3", "by": "ประธาน", "day": "8 ก.พ. 2562", "reason": "เร่งด่วน"}
    assert say("decide.recorded", **where) in told
    stale = written(parts_of(votes, decision={**made, "counted": "อื่น"}))
    assert say("decide.void", why=say("vote_decision.void_votes")) in [row[0] for row in rows_of(stale)]
    assert [row[5] for row in listed(stale) if isinstance(row, list)][1:3] == [ballot_count.TIED] * 2


def test_ballots_are_reconciled_and_what_was_not_counted_is_told_with_its_reason():
    marks = [("ก", 1), ("ก", 2), ("ข", 1), ("ค", 1), ("ค", 2), ("ค", 3)]
    data = written(parts_of([None] * 3, marks=marks))
    told = reconciled(data)
    assert {label.partition(" (")[0]: value for label, value in told.items()} == {
        "ผู้มีสิทธิลงคะแนน": "4",
        "เลือกได้ไม่เกินคนละ": "2",
        "จำนวนที่คัดเลือก": "2",
        "ผู้มาใช้สิทธิ": "3",
        "งดออกเสียง": "0",
        "คะแนนที่ลงได้ทั้งหมด": "8",
        "คะแนนที่นับได้": "3",
        "คะแนนที่ไม่ได้ใช้หรือไม่นับ": "5",
        "บัตรหรือเครื่องหมายที่ไม่นับ": "1",
    }
    lines = [row[0] for row in rows_of(data) if row[0]]
    assert say("over_vote.note", value=say("over_vote.invalid")) in lines
    assert any(line.startswith("ค · ") for line in lines)


def test_where_votes_are_missing_or_seats_are_not_known_there_is_no_line():
    for parts in (parts_of([5, None, 3]), parts_of([5, 3], seats=None)):
        found = listed(written(parts))
        assert all(isinstance(row, list) for row in found)
        assert {row[5] for row in found} == {ballot_count.NOT_KNOWN}


@pytest.mark.parametrize("digits", ["arabic", "th"])
def test_a_count_uploaded_again_replaces_no_vote_and_says_why(sample, digits):
    typed = parts_of([None] * 3, marks=[("ก", 1), ("ก", 2), ("ข", 1)])
    for parts in (sample, typed, parts_of([5, 3, 3])):
        reading, found = differences(written(parts, digits=digits), parts)
        assert (reading.parts, found.values.tolist()) == ([], [])
        assert reading.is_printed
        assert [problem.code for problem in reading.problems] == ["printed_form"]


def test_more_votes_than_there_can_be_are_told_and_leave_nothing_unused():
    data = written(parts_of([5, 3, 3]))
    told = {label.partition(" (")[0]: value for label, value in reconciled(data).items()}
    assert (told["คะแนนที่นับได้"], told["คะแนนที่ลงได้ทั้งหมด"], told["คะแนนที่ไม่ได้ใช้หรือไม่นับ"]) == ("11", "8", "ไม่ทราบ")
    assert say("measure.vote.too_many_votes", total=11, allowed=8, voters=4, limit=2) in [
        row[0] for row in rows_of(data)
    ]


def test_several_votes_have_a_sheet_each_and_none_an_empty_one():
    parts = parts_of([2, 1])
    other = {
        name: [
            {key: value.replace(BALLOT, "2562-B2") if isinstance(value, str) else value for key, value in row.items()}
            for row in rows
        ]
        for name, rows in parts[0].records.items()
    }
    data = written([*parts, Part("ballot", "2", OFFICE, YEAR, other)])
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == ["ใบนับคะแนน 1", "ใบนับคะแนน 2"]
    assert openpyxl.load_workbook(io.BytesIO(written([]))).sheetnames == ["ใบนับคะแนน"]


def test_a_register_of_two_offices_is_refused():
    ballots = [{"ballot_id": office, "office": office, "fiscal_year": YEAR} for office in ("ก", "ข")]
    register = from_records({"ballots": ballots})
    with pytest.raises(ValueError, match="a form has room for one"):
        ballot_count.workbook(register, tally(register), [])


def test_odd_texts_stay_texts():
    values = values_of(written(parts_of(range(len(ODD)), names=ODD)))
    assert set(KEPT) <= set(values)


def test_the_same_register_gives_the_same_bytes(sample):
    assert written(sample) == written(sample)
