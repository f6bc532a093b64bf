"""The digits a reader chose: in every text that is shown, never in what was typed."""

from datetime import date

import pytest

from kmdash.domain.fiscal import shown_date, shown_month, thai_date
from kmdash.domain.words import numerals, say, set_digits, set_language


@pytest.fixture
def thai_digits():
    set_digits("th")
    yield
    set_digits("arabic")


def test_texts_days_and_months_are_in_the_digits_chosen(thai_digits):
    assert say("plan.no", no=12) == "แผนที่ ๑๒"
    assert shown_date(date(2019, 6, 15)) == "๑๕ มิ.ย. ๒๕๖๒"
    assert shown_month(date(2019, 6, 1), full=True) == "มิถุนายน ๒๕๖๒"
    assert numerals("82.4 (ร้อยละ)") == "๘๒.๔ (ร้อยละ)"


@pytest.mark.parametrize(("count", "told"), [(0, "0 activities"), (1, "1 activity"), (2, "2 activities")])
def test_english_counts_one_thing_as_one(count, told):
    set_language("en")
    try:
        assert say("title.warnings.activities", activities=count) == told
    finally:
        set_language("th")


def test_a_day_as_forms_have_it_stays_as_it_is_in_every_language_and_digits(thai_digits):
    set_language("en")
    try:
        assert thai_date(date(2019, 6, 15)) == "15 มิ.ย. 2562"
    finally:
        set_language("th")


def test_english_names_the_months_in_english_and_keeps_the_buddhist_year():
    set_language("en")
    try:
        assert (shown_date(date(2019, 6, 15)), shown_month(date(2019, 6, 1), full=True)) == (
            "15 Jun 2562",
            "June 2562",
        )
    finally:
        set_language("th")


def test_unknown_digits_are_refused():
    with pytest.raises(ValueError, match="digits must be one of"):
        set_digits("roman")
