"""The finding of the committee's page: the step to ask about, by its number and day."""

import pytest

from kmdash.domain.followed_results import COMMITTEE
from kmdash.domain.frames import frame
from kmdash.ui.committee import title

FIRST = {"no": "1", "state": "overdue", "due": "2019-03-23"}
SECOND = {"no": "2", "state": "overdue", "due": "2019-02-08"}
LAST = {"no": "9", "state": "upcoming", "due": "2019-09-30"}


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([FIRST, SECOND, LAST], "0 จาก 3 ขั้นตอน — เลยกำหนด 2 ขั้นตอน ช้าที่สุดขั้นที่ 2 (8 ก.พ. 2562)"),
        ([{**FIRST, "state": "done"}, LAST], "1 จาก 2 ขั้นตอน — ต่อไปขั้นที่ 9 ภายใน 30 ก.ย. 2562"),
        ([{**LAST, "no": None, "text": "ประชุม"}], "0 จาก 1 ขั้นตอน — ต่อไปประชุม ภายใน 30 ก.ย. 2562"),
        ([{**FIRST, "state": "done"}], "1 จาก 1 ขั้นตอน"),
    ],
)
def test_the_title_names_the_step_longest_past_its_day_or_the_next_one(steps, told):
    assert title(frame(COMMITTEE, [{"kind": "step", **row} for row in steps])).endswith(told)
