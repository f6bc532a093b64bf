"""Whom there is something to ask: one row a unit, the most urgent first."""

from datetime import date

import pandas as pd
from hypothesis import HealthCheck, given, settings

from kmdash.domain.register import from_records
from kmdash.domain.results import RECEIVERS
from kmdash.measures.receivers import receivers
from kmdash.measures.warnings import warnings
from tests.oracles.registers import DAYS, registers

JUNE_11 = date(2018, 6, 11)


def test_units_stand_by_what_is_overdue_then_by_its_days():
    rows = [("อำเภอ ก", 8, "deadline"), ("อำเภอ ข", 1, "deadline"), ("อำเภอ ก", 30, "deadline"), (None, 7, "relative")]
    events = [
        {"event_id": f"E{place}", "fiscal_year": 2561, "unit": unit, "end": date(2018, 6, day), "period_kind": kind}
        for place, (unit, day, kind) in enumerate(rows)
    ]
    notice = {"notice_id": "N", "items": "E0\nE1", "sent_on": date(2018, 6, 9)}
    reply = {"reply_id": "R", "item_id": "E1", "state": "answered", "reason": "-", "replied_on": date(2018, 6, 10)}
    register = from_records({"events": events, "notices": [notice], "replies": [reply]})
    found = receivers(warnings(register, JUNE_11))
    assert found["unit"].fillna("–").tolist() == ["อำเภอ ข", "อำเภอ ก", "–"]
    assert found[["overdue", "days_late"]].fillna(0).to_numpy(int).tolist() == [[1, 10], [1, 3], [0, 0]]
    assert found["waiting"].tolist() == [0, 0, 1]
    assert found[["sent", "ignored", "answered", "most_sent"]].to_numpy(int).tolist() == [
        [1, 0, 1, 0],
        [1, 1, 0, 1],
        [0, 0, 0, 0],
    ]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(registers(), DAYS)
def test_the_units_together_have_every_item_once(register, as_of):
    found = warnings(register, as_of)
    units = receivers(found)
    assert list(units) == list(RECEIVERS)
    assert units["items"].sum() == len(found)
    assert units["overdue"].sum() == (found["state"] == "overdue").sum()
    assert not units["unit"].duplicated().any()


def test_nothing_in_nothing_out():
    found = receivers(warnings(from_records({}), JUNE_11))
    assert isinstance(found, pd.DataFrame) and found.empty and list(found) == list(RECEIVERS)
