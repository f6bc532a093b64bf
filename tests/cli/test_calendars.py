"""``export ics`` and ``export wall-calendar``."""

from datetime import date

import icalendar
import pytest

from kmdash.__main__ import main


@pytest.fixture
def filled(tmp_path, monkeypatch, repo, capsys):
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{tmp_path / 'kmdash.db'}")
    assert main(["import", str(repo / "sample_data" / "plans-2562.xlsx")]) == 0
    capsys.readouterr()
    return tmp_path


def test_the_sample_plans_days_are_in_the_calendar(filled, capsys):
    out = filled / "km.ics"
    assert main(["export", "ics", "--format", "ics", "--out", str(out), "--as-of", "2019-06-15"]) == 0
    assert "3 รายการที่ยังไม่มีกำหนดเวลาแน่นอน" in capsys.readouterr().err
    found = icalendar.Calendar.from_ical(out.read_bytes())
    events = {event["uid"].partition("-1/")[2]: event for event in found.walk("VEVENT") if "-1/" in event["uid"]}
    span = events["2.2@kmdash"]  # "พ.ย. - ธ.ค. ๖๑"
    assert (span["dtstart"].dt, span["dtend"].dt) == (date(2018, 11, 1), date(2019, 1, 1))
    assert "1 พ.ย. 2561 – 31 ธ.ค. 2561" in span["description"]
    assert "ฉบับที่ 1" in found["x-wr-caldesc"]


def test_the_filters_narrow_what_is_written(filled):
    out = filled / "km.ics"
    assert main(["export", "ics", "--format", "ics", "--out", str(out), "--plan", "2"]) == 0
    groups = {event["categories"].cats[0] for event in icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")}
    assert "แผนที่ 2" in groups and "แผนที่ 1" not in groups


def test_the_wall_calendar_is_a_pdf(filled):
    out = filled / "wall.pdf"
    assert main(["export", "wall-calendar", "--format", "pdf", "--out", str(out), "--digits", "th"]) == 0
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("what", "form", "choices"), [("ics", "pdf", "ics"), ("wall-calendar", "ics", "pdf"), ("vote", "pdf", "xlsx, csv")]
)
def test_another_format_is_wrong_usage_and_the_choices_are_named(filled, capsys, what, form, choices):
    assert main(["export", what, "--format", form, "--out", str(filled / "x")]) == 2
    assert choices in capsys.readouterr().err
    assert not (filled / "x").exists()
