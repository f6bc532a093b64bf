"""``export warnings --format txt``: what a scheduler sends."""

import pytest

from kmdash.__main__ import main
from kmdash.domain.words import digits
from kmdash.store import open_store


@pytest.fixture(scope="module")
def filled(tmp_path_factory, repo):
    """A store with the sample's plans, imported once."""
    path = tmp_path_factory.mktemp("notices") / "kmdash.db"
    for name in ("plans", "progress"):
        assert main(["import", str(repo / "sample_data" / f"{name}-2562.xlsx"), "--db", str(path)]) == 0
    return str(path)


@pytest.fixture
def export(filled, tmp_path, capsys):
    """A function: exit code, text written (None: none) and what went to stderr."""

    def run(*words, day="2019-06-17", what="warnings", form="txt"):
        out = tmp_path / "out.txt"
        out.unlink(missing_ok=True)
        capsys.readouterr()
        asked = ["export", what, "--format", form, "--out", out, "--db", filled, "--as-of", day, *words]
        try:
            code = main([str(word) for word in asked])
        except SystemExit as stopped:
            code = stopped.code
        return code, out.read_bytes().decode() if out.exists() else None, capsys.readouterr().err

    return run


def test_the_text_is_for_line_unless_a_letter_is_asked_for(export):
    code, text, err = export()
    assert code == 0 and text.startswith("ศูนย์เตือน ตาม ทวงถาม · รายสัปดาห์\n")
    assert "ข้อมูล ณ 17 มิ.ย. 2562 (ฉบับที่ 2)" in text
    assert "ตรวจข้อมูลก่อนส่ง" in err
    assert export("--line")[1] == text
    assert "เรียน  หัวหน้าหน่วยงานตามรายการข้างล่าง" in export("--letter")[1]


def test_a_unit_gets_its_own_items_only(export):
    _, text, _ = export("--letter", "--unit", "สล.", "--cadence", "monthly")
    assert "เรียน  หัวหน้าหน่วยงาน สล." in text
    assert "กยผ." not in text and "คณะทำงาน" not in text


def test_the_digits_are_as_asked_and_stay_with_this_text(export):
    assert "๑๗ มิ.ย. ๒๕๖๒" in export("--digits", "th")[1]
    assert digits() == "arabic"


@pytest.mark.parametrize(
    "words", [("--unit", "กองไม่มี"), ("--letter", "--line"), ("--cadence", "hourly"), ("--fiscal-year", "2600")]
)
def test_what_is_not_known_is_wrong_usage(export, words):
    code, text, err = export(*words)
    assert (code, text) == (2, None) and err


def test_no_other_table_is_a_text(export):
    code, text, err = export(what="coverage")
    assert (code, text) == (2, None) and "xlsx, csv" in err


def test_an_empty_store_has_nothing_to_send_and_says_so(tmp_path, capsys):
    path = tmp_path / "empty.db"
    open_store(str(path)).close()
    out = tmp_path / "out.txt"
    assert main(["export", "warnings", "--format", "txt", "--out", str(out), "--db", str(path)]) == 0
    assert "ไม่มีเรื่องที่ต้องเตือน" in out.read_text(encoding="utf-8")


def test_the_workbook_tells_what_was_sent_and_answered(export):
    code, text, _ = export(form="csv")
    assert code == 0 and {"sent", "unanswered", "reply"} <= set(text.split("\r\n")[0].split(","))
