"""From where a register is looked at: which offices and years it knows, and on which day it is judged."""

from datetime import UTC, date, datetime, timedelta, timezone

from kmdash.domain.fiscal import default_day, shown_date
from kmdash.domain.followed import FOLLOWED
from kmdash.domain.register import OF_UNITS, Register
from kmdash.domain.words import numerals

BANGKOK = timezone(timedelta(hours=7))
OF_OFFICE = ("plans", "ballots", "events", "knowledge", "targets", "network", "knowledge_records", *FOLLOWED)


def today() -> date:
    """Today in Bangkok."""
    return datetime.now(BANGKOK).date()


def moment(stored_at: datetime) -> str:
    """A stored moment (UTC where it names no zone) as a person in Thailand reads it."""
    aware = stored_at if stored_at.tzinfo else stored_at.replace(tzinfo=UTC)
    local = aware.astimezone(BANGKOK)
    return numerals(f"{shown_date(local.date())} {local:%H:%M}")


def offices_of(register: Register) -> list[str]:
    """The offices the register knows, in alphabetical order."""
    return sorted({name for frame in OF_OFFICE for name in register.frames[frame]["office"].dropna()})


def units_of(register: Register) -> list[str]:
    """The units whose own rows the register can be narrowed to, in alphabetical order."""
    return sorted(
        {name for frame in ("plans", "events", *OF_UNITS) for name in register.frames[frame]["unit"].dropna()}
    )


def fiscal_years_of(register: Register) -> list[int]:
    """The fiscal years (BE) the register knows, the latest first."""
    found = {int(year) for frame in OF_OFFICE for year in register.frames[frame]["fiscal_year"].dropna()}
    return sorted(found, reverse=True)


def day_of(register: Register, fiscal_year: int, today: date) -> tuple[date, str]:
    """The day for due, late and progress where none is chosen, and why it is that one.

    When every progress report is constructed for demonstration: the latest of their days (``constructed``);
    else the year's last day if it has ended (``year_end``), else ``today``.
    """
    reported = register.progress["reported_on"].dropna()
    if len(reported) and register.progress["constructed"].fillna(False).all():
        return reported.max().date(), "constructed"
    day = default_day(fiscal_year, today)
    return day, "today" if day == today else "year_end"
