"""``show`` and ``export`` of the inspector's checklist."""

import csv
import io
import json

from kmdash.__main__ import main


def test_the_checklist_is_shown_and_exported_as_it_is_shown(tmp_path, monkeypatch, repo, capsys):
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{tmp_path / 'kmdash.db'}")
    assert main(["import", str(repo / "sample_data" / "warning-center-2561.xlsx")]) == 0
    capsys.readouterr()
    assert main(["show", "evidence", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert (len(rows), sum(row["state"] == "present" for row in rows)) == (35, 14)
    assert rows[0]["place"] == "แฟ้ม KM ๒๕๖๑ เล่ม ๑"
    assert main(["show", "evidence-levels", "--json"]) == 0
    assert [row["level_proved"] for row in json.loads(capsys.readouterr().out)] == [2, 1, 0, 5, 0]
    file = tmp_path / "out.csv"
    assert main(["export", "evidence", "--format", "csv", "--out", str(file)]) == 0
    assert len(list(csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))) == len(rows)
