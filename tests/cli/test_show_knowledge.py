"""``show`` and ``export`` of the knowledge store and the network."""

import csv
import io
import json

import pytest

from kmdash.__main__ import main


@pytest.fixture
def store(tmp_path, monkeypatch, repo, capsys):
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{tmp_path / 'kmdash.db'}")
    assert main(["import", str(repo / "sample_data" / "km-market-2564.xlsx")]) == 0
    capsys.readouterr()


def shown(capsys, what):
    assert main(["show", what, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_knowledge_shows_a_row_a_line_with_its_plan(store, capsys):
    rows = shown(capsys, "knowledge")
    assert [(row["link"], row["plan"] is not None) for row in rows] == [("issue", True)] * 4


def test_inventory_shows_a_row_a_piece(store, capsys):
    rows = shown(capsys, "inventory")
    assert len(rows) == 23
    assert sum(row["captured"] > 0 for row in rows) == 6


def test_the_districts_targets_and_records_are_shown(store, capsys):
    rows = shown(capsys, "repository")
    assert [row["target"] for row in rows] == [9, 4, 5, 5, 3, 4, 3, 5, 5, 3, 3]
    assert sum(row["captured"] for row in rows) == 12


def test_findings_and_categories_are_shown(store, capsys):
    assert [(row["printed"], row["expected"]) for row in shown(capsys, "findings")] == [(48, 49), (968, 60)]
    assert [row["captured"] for row in shown(capsys, "categories")] == [4, 5, 3]


def test_network_shows_units_and_no_person(store, capsys):
    rows = shown(capsys, "network")
    assert (len(rows), {row["demanded"] for row in rows}) == (12, {1})
    assert {"trained", "untrained", "unknown"} <= set(rows[0])


@pytest.mark.parametrize("what", ["inventory", "repository", "network"])
def test_they_are_exported_as_they_are_shown(store, capsys, tmp_path, what):
    rows = shown(capsys, what)
    file = tmp_path / "out.csv"
    assert main(["export", what, "--format", "csv", "--out", str(file)]) == 0
    assert len(list(csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))) == len(rows)
