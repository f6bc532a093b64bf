"""Duties that name a time: as items of the committee's calendar, so that they are reminded of."""

import re
from collections.abc import Iterable

from kmdash.ingest.records.drafts import StepDraft
from kmdash.ingest.records.drafts_follow import DutyDraft

_DIGITS = "[0-9๐-๙]"
_COUNTED = rf"{_DIGITS}{{1,3}}\s*(?:วันทำการ|วัน|สัปดาห์|เดือน|ปี)\s*(?:นับ|หลัง)\S+?(?=เสนอ|รายงาน|\s|$)"
_OFTEN = rf"(?:อย่างน้อย)?\s*(?:ปี|ไตรมาส|เดือน|สัปดาห์)ละ\s*{_DIGITS}{{1,2}}\s*ครั้ง"
_TIME = re.compile(
    rf"(?:ภายใน\s*)?{_COUNTED}|{_OFTEN}|ภายในวันที่\s*{_DIGITS}{{1,2}}\s*\S+\s*(?:พ\.ศ\.\s*)?{_DIGITS}{{2,4}}"
    r"|ทุก(?:เดือน|ไตรมาส|สัปดาห์|ปี)(?!\S*ที่)"
)


def deadlines(roles: Iterable[DutyDraft]) -> list[StepDraft]:
    """The duties whose words name a time ("ภายใน ๑๕ วัน นับแต่…", "ปีละ ๑ ครั้ง"), each of the role that has it.

    The words of the time are its period, the rest is its text; a duty without a cell of its own is none.
    """
    return [
        StepDraft(
            no=None,
            text=" ".join((duty[: time.start()] + " " + duty[time.end() :]).split()),
            cell=cell,
            period_text=time[0].strip(),
            period_cell=cell,
            period_value=time[0].strip(),
            unit=draft.role,
        )
        for draft in roles
        for duty, cell in zip(draft.duties, draft.duty_cells, strict=False)
        if (time := _TIME.search(duty))
    ]
