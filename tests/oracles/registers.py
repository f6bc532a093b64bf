"""Random registers: plans of every kind, periods of every kind, reports with gaps, steps of the committee."""

from datetime import date

from hypothesis import strategies as st

from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.fiscal import month_end
from kmdash.domain.frames import frame
from kmdash.domain.register import Register, from_records

EMPTY = from_records({})
DAYS = st.dates(date(2018, 8, 1), date(2019, 12, 31))
PLANS = ("P1", "P2", "P3")


def fill(rows):
    """A register of these rows alone; the frames without rows are shared by all who ask."""
    return Register({**EMPTY.frames, **{name: frame(INPUT_FRAMES[name], own) for name, own in rows.items()}})


def _months(first):
    return first.replace(day=1), month_end(first)


_dated = st.one_of(
    DAYS.map(lambda day: {"start": _months(day)[0], "end": _months(day)[1], "period_kind": "point"}),
    st.tuples(DAYS, DAYS).map(lambda two: {"start": min(two), "end": max(two), "period_kind": "range"}),
    DAYS.map(lambda day: {"end": day, "period_kind": "deadline"}),
)
_others = st.one_of(
    st.just({"period_kind": "all_year"}),
    st.just({"start": date(2018, 10, 1), "end": date(2019, 9, 30), "period_kind": "all_year"}),
    st.lists(DAYS, min_size=1, max_size=4, unique=True).map(
        lambda days: {"occurrences": ";".join(map(str, sorted(days))), "period_kind": "recurring"}
    ),
    st.builds(
        lambda every, days: {
            "occurrences": ";".join(str(day.replace(day=1)) for day in sorted(days)),
            "period_kind": "recurring",
            "recurs_every": every,
        },
        st.sampled_from(["month", "quarter", "half_year"]),
        st.lists(DAYS, min_size=1, max_size=3, unique_by=lambda day: (day.year, day.month)),
    ),
    st.just({"period_kind": "recurring"}),
    st.just({"period_kind": "relative"}),
    st.fixed_dictionaries({"period_kind": st.just("unclear"), "start": st.none() | DAYS, "end": st.none() | DAYS}),
    st.just({}),
)
periods = st.builds(
    lambda period, precision, text: {**period, "precision": precision, "period_text": text},
    _dated | _others,
    st.sampled_from(["day", "month", "quarter", None]),
    st.sampled_from(["ช่วง", None]),
)
words = st.sampled_from([None, None, "done", "in_progress", "not_started", "postponed", "cancelled"])
activities = st.builds(
    lambda period, more: {**period, **more},
    periods,
    st.fixed_dictionaries(
        {
            "plan_id": st.sampled_from([*PLANS, "ไม่มี"]),
            "stage": st.sampled_from([None, 1, 2, 3, 7, 8]),
            "component": st.sampled_from([None, None, 1, 6, 7]),
            "status": words,
        }
    ),
)
reports = st.fixed_dictionaries(
    {
        "activity_id": st.integers(0, 5).map(lambda number: f"A{number}"),
        "status": words,
        "reported_on": st.none() | DAYS,
        "done_on": st.none() | DAYS,
        "postponed_to": st.none() | st.none() | DAYS,
        "note": st.sampled_from([None, "หมายเหตุ"]),
    }
)
plans = st.fixed_dictionaries(
    {
        "office": st.sampled_from(["กรม ก", "กรม ข", None]),
        "fiscal_year": st.sampled_from([2562, 2562, 2563, None]),
        "title": st.sampled_from(["แผน", None]),
        "no": st.sampled_from(["1", None]),
        "unit": st.sampled_from(["กอง ก", "กอง ข", None]),
        "process": st.sampled_from(["KM", "change", None]),
    }
)
steps = st.builds(lambda period, year: {**period, "office": "กรม ก", "fiscal_year": year}, periods, st.just(2562))


@st.composite
def registers(draw):
    """A register of up to three plans, six activities, eight reports and two steps."""
    own = [{"plan_id": name, **plan} for name, plan in zip(PLANS, draw(st.lists(plans, max_size=3)), strict=False)]
    placed = draw(st.lists(activities, max_size=6))
    told = draw(st.lists(reports, max_size=8))
    lines = draw(st.lists(st.sampled_from([*PLANS, None]), max_size=2))
    found = draw(st.lists(steps, max_size=2))
    return fill(
        {
            "plans": [{**plan, "source_cell": f"แผน!A{place}"} for place, plan in enumerate(own)],
            "activities": [
                {"activity_id": f"A{n}", "source_cell": f"แผน!B{n}", **row} for n, row in enumerate(placed)
            ],
            "progress": told,
            "events": [{"event_id": f"E{place}", **step} for place, step in enumerate(found)],
            "knowledge": [{"knowledge_id": f"N{place}", "plan_id": plan} for place, plan in enumerate(lines)],
        }
    )
