"""``export book``: the meeting book of every office and year the filters leave, one after the other."""

import argparse
from collections.abc import Iterator
from datetime import date, timedelta

from kmdash.cli.filters import only
from kmdash.cli.output import gregorian_day
from kmdash.cli.settings import settings_of
from kmdash.domain.fiscal import fiscal_year_of, fiscal_year_span, shown_date
from kmdash.domain.frames import records
from kmdash.domain.narrowing import narrowed
from kmdash.domain.register import Register, resolved_by, selected
from kmdash.domain.viewpoint import day_of, fiscal_years_of, offices_of, today
from kmdash.domain.words import in_digits, say
from kmdash.measures.briefing import briefing, changes_since
from kmdash.measures.committee import committee
from kmdash.reports.book.content import pages_of
from kmdash.reports.book.pages import Page
from kmdash.reports.book.pdf import pdf
from kmdash.reports.book.pptx import pptx
from kmdash.reports.book.subject import Subject
from kmdash.store import open_store

FORMATS = {"pptx": pptx, "pdf": pdf}
_USUAL = timedelta(days=30)  # without a meeting to begin at
_TOLD_OF = ("plans", "ballots", "events")


def add_book(command: argparse.ArgumentParser) -> None:
    """Add to a command since when the book tells changes."""
    command.add_argument("--since", type=gregorian_day, metavar="YYYY-MM-DD", help=say("command.export.since"))


def book(register: Register, arguments: argparse.Namespace) -> bytes:
    """The book in the format and digits asked for; offices and years without plans, votes or steps are left out."""
    pages: list[Page] = []
    with in_digits(arguments.digits):
        for office, year in _parts(register):
            pages += pages_of(_subject(register, office, year, arguments), first=len(pages) + 1)
        return FORMATS[arguments.format](pages)


def _parts(register: Register) -> Iterator[tuple[str | None, int]]:
    found: list[tuple[str | None, int]] = [
        (office, year)
        for office in offices_of(register)
        for year in fiscal_years_of(register)
        if any(len(_of(register, office, year).frames[frame]) for frame in _TOLD_OF)
    ]
    yield from found or [(None, next(iter(fiscal_years_of(register)), fiscal_year_of(today())))]


def _of(register: Register, office: str | None, year: int) -> Register:
    return selected(register, office=[office] if office else [], fiscal_year=[year])


def _subject(register: Register, office: str | None, year: int, arguments: argparse.Namespace) -> Subject:
    given, chosen = settings_of(arguments), only(arguments)
    whole = _of(register, office, year)
    day = arguments.as_of or day_of(whole, year, today())[0]
    since, before, then = _since(whole, year, day, arguments)
    names = ("plan", "unit", "stage", "status")
    asked = {name: ", ".join(map(str, getattr(arguments, name))) for name in names}
    told = [f"{say(f'column.{name}')}: {values}" for name, values in asked.items() if values]
    return Subject(
        brief=briefing(whole, year, day, given, chosen),
        register=narrowed(whole, chosen, day, given.within),
        committee=committee(whole, day, within=given.within),
        changes=changes_since(before, then, whole, day, given),
        since=since,
        office=office,
        version=register.version,
        narrowed=" · ".join(told),
    )


def _since(whole: Register, year: int, day: date, arguments: argparse.Namespace) -> tuple[str, Register, date]:
    """Since when changes are told, the register then and its day: as asked, else the last meeting or a month ago."""
    meetings = records(whole.meetings)
    if arguments.since is None and meetings:
        held = meetings[-1]
        label = say("changes.meeting", name=held["name"], day=shown_date(held["held_on"]))
        return label, _stored(whole, held["shown_version"], arguments), held["as_of"]
    then = arguments.since or max(fiscal_year_span(year)[0], day - _USUAL)
    return say("changes.day", day=shown_date(then)), _stored(whole, then, arguments), then


def _stored(whole: Register, then: int | date, arguments: argparse.Namespace) -> Register:
    """An earlier version of a register under the same filters; where there is none, what is known now as of then."""
    if whole.version is None:
        return whole
    earlier = open_store(arguments.db, create=False).register(then)
    if earlier.version is None or earlier.version >= whole.version:
        return resolved_by(whole, then) if isinstance(then, date) else whole
    plans = whole.plans["plan_id"].tolist() if arguments.plan else []
    offices, years = offices_of(whole), fiscal_years_of(whole)
    return selected(earlier, office=offices, fiscal_year=years, plan=plans, unit=arguments.unit)
