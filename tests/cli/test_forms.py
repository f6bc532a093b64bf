"""``export form1|form2|sar|ballots|report|progress-form``."""

import io

import openpyxl
import pytest

from kmdash.__main__ import main
from kmdash.cli.forms import NAMES
from kmdash.domain.words import say
from kmdash.reports.forms import kpi_cards
from kmdash.store import open_store

SAMPLES = ("plans-2562.xlsx", "results-2562.xlsx", "progress-2562.xlsx", "knowledge-2562.csv")


@pytest.fixture(scope="module")
def copy(repo, tmp_path_factory):
    """A store with the sample of 2562, to be copied."""
    path = tmp_path_factory.mktemp("filled") / "kmdash.db"
    files = [str(repo / "sample_data" / name) for name in SAMPLES]
    assert main(["import", *files, "--db", f"sqlite:///{path}"]) == 0
    store = open_store(str(path))
    try:
        return store.copy()
    finally:
        store.close()


@pytest.fixture
def filled(copy, tmp_path, monkeypatch, capsys):
    path = tmp_path / "kmdash.db"
    path.write_bytes(copy)
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{path}")
    capsys.readouterr()
    return tmp_path


def export(what, out, *more):
    return main(["export", what, "--format", "xlsx", "--out", str(out), *more])


def texts(path):
    sheets = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).worksheets
    return [str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_every_form_is_written_and_read_again_changes_nothing(filled, capsys):
    for what in NAMES:
        assert export(what, filled / f"{what}.xlsx", "--digits", "th") == 0
    for what in ("form1", "form2", "report"):
        capsys.readouterr()
        assert main(["import", str(filled / f"{what}.xlsx")]) == 0
        told = capsys.readouterr().out.splitlines()
        assert told[1:] in ([], ["frame\tkey\tchange\tcolumn\tbefore\tafter\tcell"])
    for what in ("sar", "ballots"):
        capsys.readouterr()
        assert main(["import", str(filled / f"{what}.xlsx")]) == 0
        assert capsys.readouterr().out.strip() == say("command.import.printed", file=f"{what}.xlsx")


def test_filters_day_and_settings_are_followed(filled):
    out = filled / "form.xlsx"
    assert export("sar", out, "--plan", "1", "--as-of", "2019-01-01") == 0
    told = texts(out)
    assert kpi_cards.MISSING in told and "ข้อมูลถึงวันที่ : 1 ม.ค. 2562" in " ".join(told)
    assert len(openpyxl.load_workbook(out).sheetnames) == 2
    assert export("progress-form", out, "--unit", "กยผ.") == 0
    assert openpyxl.load_workbook(out).sheetnames == ["กยผ."]


def test_several_offices_or_years_are_wrong_usage_and_the_choices_are_named(filled, repo, capsys):
    assert main(["import", str(repo / "sample_data" / "ban-waen-2569.xlsx")]) == 0
    capsys.readouterr()
    assert export("form2", filled / "x.xlsx") == 2
    told = capsys.readouterr().err
    assert "--office" in told and "เทศบาลตำบลบ้านแหวน (ตัวอย่าง)" in told
    assert export("form2", filled / "x.xlsx", "--fiscal-year", "2569") == 0


def test_a_form_holds_whole_plans(filled, capsys):
    assert export("form2", filled / "x.xlsx", "--stage", "1") == 2
    assert say("command.export.whole") in capsys.readouterr().err


@pytest.mark.parametrize(("what", "frame"), [("form1", "knowledge"), ("sar", "kpis"), ("ballots", "ballots")])
def test_where_there_is_nothing_for_a_form_it_is_told_and_no_file_is_written(
    tmp_path, monkeypatch, capsys, what, frame
):
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{tmp_path / 'empty.db'}")
    assert export(what, tmp_path / "x.xlsx") == 2
    assert say(f"reports.lacking.{frame}") in capsys.readouterr().err
    assert not (tmp_path / "x.xlsx").exists()
