"""The command line, run in this process."""

import csv
import io
import json

import openpyxl
import pytest

from kmdash.__main__ import main

VOTES = [11, 10, 9, 8, 8, 7, 7, 7, 5, 3, 2, 2, 1, 0, 0, 0]


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{tmp_path / 'kmdash.db'}")


@pytest.fixture
def plans(repo):
    return str(repo / "sample_data" / "plans-2562.xlsx")


def run(capsys, *argv):
    code = main([str(word) for word in argv])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize(
    ("levels", "result", "score", "level"),
    [
        ("65,70,75,80,85", "72", 2.4, 2),
        ("65,70,75,80,85", "71.3333", 2.2667, 2),
        ("65,70,75,80,85", "64.9", 1.0, 1),
        ("65,70,75,80,85", "90", 5.0, 5),
        ("65,70,75,80,85", "65", 1.0, 1),
        ("65,70,75,80,85", "85", 5.0, 5),
    ],
)
def test_score_answers_every_vector_of_the_rules(capsys, levels, result, score, level):
    code, out, _ = run(capsys, "score", "--levels", levels, "--result", result, "--json")
    found = json.loads(out)
    assert (code, found["score"], found["level"]) == (0, score, level)
    assert found["explanation"]


def test_score_refuses_thresholds_of_mixed_order(capsys):
    code, out, err = run(capsys, "score", "--levels", "1,3,2,4,5", "--result", "2")
    assert (code, out) == (2, "")
    assert "levels" in err


def test_period_says_start_end_precision_kind_and_question(capsys):
    code, out, _ = run(capsys, "period", "พ.ย. - ธ.ค. ๖๑", "--json")
    assert code == 0
    assert json.loads(out) == {
        "start": "2018-11",
        "end": "2018-12",
        "precision": "month",
        "kind": "range",
        "question": None,
    }
    _, out, _ = run(capsys, "period", "มี.ย. - ส.ค. ๖๒", "--json")
    found = json.loads(out)
    assert (found["start"], found["end"], found["kind"]) == (None, "2019-08", "unclear")
    assert found["question"]


def test_import_stores_once_and_show_prints_the_stored_figures(capsys, store, plans):
    code, out, _ = run(capsys, "import", plans, "--by", "เลขานุการ")
    assert code == 0
    assert "1" in out.splitlines()[0]
    assert run(capsys, "import", plans)[0] == 0
    code, out, _ = run(capsys, "show", "vote", "--json")
    rows = json.loads(out)
    assert [row["votes"] for row in rows] == VOTES
    assert [row["rank"] for row in rows] == [1, 2, 3, 4, 4, 6, 6, 6, 9, 10, 11, 11, 13, 14, 14, 14]
    assert sum(row["selected"] for row in rows) == 5
    code, out, _ = run(capsys, "check", "--json")
    assert (code, json.loads(out)["versions"]) == (0, 1)


@pytest.mark.parametrize("what", ["coverage", "attainment", "calendar", "vote", "progress", "warnings", "knowledge"])
def test_every_frame_shows_empty_and_filled(capsys, store, plans, what):
    code, out, _ = run(capsys, "show", what, "--json")
    assert code == 0
    assert isinstance(json.loads(out), list)
    run(capsys, "import", plans, plans.replace("plans-2562.xlsx", "knowledge-2562.csv"))
    code, out, _ = run(capsys, "show", what, "--json")
    assert code == 0
    assert json.loads(out)


def test_an_unknown_filter_ends_with_2_and_the_choices(capsys, store, plans):
    run(capsys, "import", plans)
    code, out, err = run(capsys, "show", "coverage", "--fiscal-year", "2599")
    assert (code, out) == (2, "")
    assert "2562" in err


def test_a_filter_by_plan_number_keeps_that_plan(capsys, store, plans):
    run(capsys, "import", plans)
    _, out, _ = run(capsys, "show", "coverage", "--plan", "3", "--json")
    rows = json.loads(out)
    assert len(rows) == 7
    assert {row["unit"] for row in rows} == {rows[0]["unit"]}


def test_export_writes_the_shown_rows(capsys, store, plans, tmp_path):
    run(capsys, "import", plans)
    target = tmp_path / "vote.csv"
    assert run(capsys, "export", "vote", "--format", "csv", "--out", target)[0] == 0
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["votes"] for row in rows] == [str(n) for n in VOTES]
    assert run(capsys, "export", "template", "--format", "xlsx", "--out", tmp_path / "t.xlsx")[0] == 0
    assert run(capsys, "export", "template", "--format", "csv", "--out", tmp_path / "t.csv")[0] == 2


def test_read_tells_an_unreadable_file_and_reads_the_others(capsys, plans, tmp_path):
    broken = tmp_path / "เสีย.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    code, _, err = run(capsys, "read", broken, plans, "--out", tmp_path / "out")
    assert code == 1
    assert "เสีย.xlsx" in err
    error = json.loads((tmp_path / "out" / "เสีย.xlsx.json").read_text(encoding="utf-8"))["error"]
    assert error["code"] in {"damaged", "wrong_type"}
    found = json.loads((tmp_path / "out" / "plans-2562.xlsx.json").read_text(encoding="utf-8"))
    assert [len(plan["activities"]) for plan in found["plans"]] == [8, 8, 8, 9, 9]


def test_two_files_of_one_name_are_written_apart(capsys, plans, tmp_path):
    assert run(capsys, "read", plans, plans, "--out", tmp_path)[0] == 0
    assert {path.name for path in tmp_path.glob("*.json")} == {"plans-2562.xlsx.json", "plans-2562.xlsx-2.json"}


def test_import_refuses_a_file_with_an_error_and_stores_nothing(capsys, store, tmp_path):
    bad = tmp_path / "ผล.csv"
    bad.write_text("ที่,สำนัก/กอง,กระบวนงาน,คะแนนโหวต\n1,กจ.,งานหนึ่ง,ห้า\n2,กค.,งานสอง,3\n", encoding="utf-8")
    code, _, err = run(capsys, "import", bad, "--office", "กรมตัวอย่าง", "--fiscal-year", 2562)
    assert code == 1
    assert "CSV!D2" in err
    assert json.loads(run(capsys, "check", "--json")[1])["versions"] == 0
    code, _, _ = run(capsys, "import", bad, "--office", "กรมตัวอย่าง", "--fiscal-year", 2562, "--accept-errors")
    assert code == 0
    rows = json.loads(run(capsys, "show", "vote", "--json")[1])
    assert [row["votes"] for row in rows] == [3, None]


def test_wrong_usage_ends_with_2(capsys):
    with pytest.raises(SystemExit) as end:
        main(["show", "nothing"])
    assert end.value.code == 2
    assert "coverage" in capsys.readouterr().err


def test_a_buddhist_day_is_refused_with_the_gregorian_one(capsys, store, plans):
    with pytest.raises(SystemExit) as end:
        main(["show", "coverage", "--as-of", "2562-06-15"])
    assert end.value.code == 2
    assert "2019-06-15" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["show", "vote"], ["check"], ["export", "vote", "--format", "csv"]])
def test_what_only_reads_makes_no_store(capsys, tmp_path, command):
    path = tmp_path / "elsewhere" / "never.db"
    out = ["--out", tmp_path / "vote.csv"] if command[0] == "export" else []
    run(capsys, *command, "--db", f"sqlite:///{path}", *out)
    assert not path.parent.exists()


def test_an_address_that_is_none_ends_with_2(capsys):
    for command in (["show", "vote"], ["check"], ["import", "x.xlsx"]):
        code, _, err = run(capsys, *command, "--db", "bogus://x")
        assert (code, "bogus" in err) == (2, True)


def test_a_day_before_the_first_version_is_no_version(capsys, store, plans):
    run(capsys, "import", plans)
    code, _, err = run(capsys, "show", "vote", "--version", "2020-01-01")
    assert code == 2
    assert "1 (" in err


def test_a_workbook_out_of_the_command_line_says_version_and_day(capsys, store, plans, tmp_path):
    run(capsys, "import", plans)
    target = tmp_path / "vote.xlsx"
    run(capsys, "export", "vote", "--format", "xlsx", "--out", target, "--as-of", "2019-06-15")
    facts = [cell.value for row in openpyxl.load_workbook(target).worksheets[1].iter_rows() for cell in row]
    assert "ฉบับข้อมูลที่ 1" in facts
    assert "ปีงบประมาณ 2562: ข้อมูล ณ 15 มิ.ย. 2562" in facts
