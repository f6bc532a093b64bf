"""Every measure on frames gives what its plain form, one row after the other, gives."""

from datetime import date

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kmdash.domain.items import items
from kmdash.measures.attainment import attainment
from kmdash.measures.calendar import calendar, load
from kmdash.measures.coverage import coverage, summary
from kmdash.measures.knowledge import knowledge
from kmdash.measures.progress import progress
from kmdash.measures.units import units
from kmdash.measures.warnings import warnings
from tests.oracles import calendar as plain_calendar
from tests.oracles import coverage as plain_coverage
from tests.oracles import items as plain_items
from tests.oracles import knowledge as plain_knowledge
from tests.oracles import progress as plain_progress
from tests.oracles import units as plain_units
from tests.oracles.registers import DAYS, registers

as_of_days = DAYS | st.sampled_from([date(2018, 9, 30), date(2018, 10, 1), date(2019, 9, 30), date(2019, 10, 1)])
many = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


# what the plain forms do not tell
MORE = ["no_time_left", "no_check", "order_breaks", "stages_without_time", "check_months", "days"]


def same(found, expected):
    """The values agree in every column the plain form tells."""
    told = [name for name in expected if name not in MORE]
    pd.testing.assert_frame_equal(found[told], expected[told])


@many
@given(registers(), as_of_days, st.sampled_from([0, 30]))
def test_items(register, as_of, within):
    same(items(register, as_of, within), plain_items.items(register, as_of, within))


@many
@given(registers(), as_of_days)
def test_coverage_and_its_summary(register, as_of):
    found, expected = coverage(register, as_of), plain_coverage.coverage(register, as_of)
    same(found, expected)
    same(summary(found), plain_coverage.summary(expected))


@many
@given(registers(), as_of_days, st.sampled_from([2562, 2563]))
def test_calendar_and_its_load(register, as_of, year):
    found, expected = calendar(register, year, as_of), plain_calendar.calendar(register, year, as_of)
    same(found, expected)
    for layer in ("plan", "committee"):
        same(load(found, year, layer=layer), plain_calendar.load(expected, year, layer=layer))


@many
@given(registers(), as_of_days, st.sampled_from([2562, 2563]))
def test_progress(register, as_of, year):
    same(progress(register, year, as_of), plain_progress.progress(register, year, as_of))


@many
@given(registers(), as_of_days)
def test_units_and_knowledge(register, as_of):
    told, scores = warnings(register, as_of), attainment(register)
    same(units(register, told, scores), plain_units.units(register, told, scores))
    same(knowledge(register, as_of), plain_knowledge.knowledge(register, as_of))
