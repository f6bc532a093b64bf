"""The same facts in the office's own form and in the tidy template are the same register."""

import importlib.util
from pathlib import Path

import pytest

from kmdash.domain.reading import from_plain
from kmdash.ingest.read import read_here

_SPEC = importlib.util.spec_from_file_location("office_form", Path(__file__).with_name("office_form.py"))
office_form = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(office_form)


@pytest.fixture(scope="module")
def own_form():
    return from_plain(read_here(office_form.workbook(), "แผนของกรม.xlsx", {}))


@pytest.fixture(scope="module")
def template(repo):
    path = repo / "sample_data" / "plans-2562.xlsx"
    return from_plain(read_here(path.read_bytes(), path.name, {}))


@pytest.mark.parametrize(
    ("frame", "columns"),
    [
        (
            "activities",
            (
                "activity_id plan_id position no stage text start end precision period_kind "
                "indicator target target_group owners status"
            ),
        ),
        ("kpis", "kpi_id plan_id name direction threshold_1 threshold_2 threshold_3 threshold_4 threshold_5"),
        ("candidates", "candidate_id position unit process votes"),
        ("ballots", "ballot_id office fiscal_year voters ballot_limit seats"),
        ("events", "event_id no start end precision period_kind"),
    ],
)
def test_both_forms_give_the_same_rows(own_form, template, frame, columns):
    one, other = (
        [tuple(row.get(name) for name in columns.split()) for row in reading.rows(frame)]
        for reading in (own_form, template)
    )
    assert one
    assert one == other


def test_every_question_of_the_form_can_be_found_at_its_cell(own_form):
    asked = [(p.code, p.cell) for p in own_form.problems if p.severity == "question"]
    assert [code for code, _ in asked].count("ambiguous_month") == 3
    assert {cell.partition("!")[0] for code, cell in asked if code == "ambiguous_month"} == {"แผนที่ ๔-๕"}


def test_every_cell_of_the_form_is_accounted_for(own_form):
    account = own_form.account
    assert account.used + sum(item.cells for item in account.ignored) == account.filled
