"""The units a register can be narrowed to: of every frame whose rows are a unit's own."""

import argparse

import pytest

from kmdash.cli import filters
from kmdash.domain.register import OF_UNITS, from_records
from kmdash.domain.viewpoint import units_of

OF = {"office": "จังหวัด", "fiscal_year": 2561}


@pytest.mark.parametrize("frame", ["plans", "events", *OF_UNITS])
def test_a_unit_known_only_from_one_frame_is_one_of_the_choices(frame):
    assert units_of(from_records({frame: [{**OF, "unit": "เถิน"}, {**OF, "unit": None}]})) == ["เถิน"]


@pytest.fixture
def asked(monkeypatch):
    """A function: the register chosen by an office, a year and a unit on the command line."""
    other = {"office": "เทศบาล", "fiscal_year": 2569}
    rows = {"submissions": [{**OF, "unit": "เถิน"}], "plans": [{**other, "plan_id": "p", "unit": "กองคลัง"}]}
    monkeypatch.setattr(filters, "_at", lambda url, version: from_records(rows))
    return lambda *given: filters.filtered(_parsed(given))


def _parsed(given):
    parser = argparse.ArgumentParser()
    filters.add_filters(parser)
    return parser.parse_args(given)


def test_a_unit_of_submissions_is_chosen_by_name(asked):
    assert asked("--unit", "เถิน").submissions["unit"].tolist() == ["เถิน"]


@pytest.mark.parametrize("given", [("--office", "จังหวัด"), ("--fiscal-year", "2561")])
def test_a_mistake_is_told_the_units_of_the_office_and_year_chosen(asked, given):
    with pytest.raises(filters.UnknownChoice) as told:
        asked("--unit", "ไม่มี", *given)
    assert "เถิน" in str(told.value) and "กองคลัง" not in str(told.value)
