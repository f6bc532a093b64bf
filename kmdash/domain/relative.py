"""Time limits that are counted from an event: "ภายใน ๑๕ วัน นับแต่…" and the day on which they end."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kmdash.domain.fiscal import month_end

_UNITS = {"วัน": (1, 0), "สัปดาห์": (7, 0), "เดือน": (0, 1), "ปี": (0, 12)}
_TERM = re.compile(r"([0-9๐-๙]{1,3})\s*(?:\([^)]*\)\s*)?(วันท[ำํ]า?การ|" + "|".join(_UNITS) + ")")


@dataclass(frozen=True)
class Term:
    """A length of time: so many days, and so many months."""

    days: int = 0
    months: int = 0

    def end(self, event: date) -> date:
        """The last day of the time, counted from the day after the event.

        The rule is that of the Civil and Commercial Code: the day of the event is not counted (section 193/3),
        and a time of months ends on the day of the same number, else on the month's last day (193/5). A last
        day that is a holiday is not moved: which days are holidays is not known here.

        >>> Term(days=15).end(date(2026, 1, 10)), Term(months=1).end(date(2026, 1, 31))
        (datetime.date(2026, 1, 25), datetime.date(2026, 2, 28))
        """
        number = event.year * 12 + event.month - 1 + self.months
        last = month_end(date(number // 12, number % 12 + 1, 1))
        return last.replace(day=min(event.day, last.day)) + timedelta(days=self.days)


def term_of(text: str | None) -> Term | None:
    """The length of time a period's words name; None where they name none, or working days.

    >>> term_of("ภายใน ๑๕ วัน นับแต่วันที่กลับ"), term_of("หลังเสร็จสิ้น 2 เดือน"), term_of("ภายใน 15 วันทำการ")
    (Term(days=15, months=0), Term(days=0, months=2), None)
    """
    found = _TERM.search(text or "")
    if found is None or found[2] not in _UNITS:
        return None
    days, months = _UNITS[found[2]]
    return Term(int(found[1]) * days, int(found[1]) * months)
