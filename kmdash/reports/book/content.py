"""The pages of the meeting book, from cover to the secretary's summary; every figure is a measure's own."""

from collections.abc import Callable, Collection
from dataclasses import replace

from kmdash.domain import titles
from kmdash.domain.fiscal import shown_date
from kmdash.domain.words import say
from kmdash.reports.book import ahead, decided, scores
from kmdash.reports.book.pages import Cell, Column, Page, Table, plain
from kmdash.reports.book.paging import divided
from kmdash.reports.book.subject import Subject

Maker = Callable[[Subject], list[Page]]
_MAKERS: dict[str, Maker] = {
    "progress": ahead.curve,
    "coverage": scores.coverage,
    "attainment": scores.attainment,
    "calendar": ahead.calendar,
    "warnings": ahead.warnings,
    "vote": decided.vote,
    "changes": decided.changes,
    "decisions": decided.decisions,
    "summary": decided.summary,
}
CHAPTERS = ("agenda", "findings", *_MAKERS)  # the cover is always there
_LARGE = 16.0


def pages_of(subject: Subject, chapters: Collection[str] = CHAPTERS, *, first: int = 1) -> list[Page]:
    """The pages of the book on ``subject``, in the language and digits now set, numbered from ``first``.

    A chapter with nothing to say is one page that says so. Chapters follow in the order of ``CHAPTERS``.

    Raises
    ------
    ValueError
        If a chapter is none of ``CHAPTERS``.
    """
    unknown = [name for name in chapters if name not in CHAPTERS]
    if unknown:
        raise ValueError(f"chapters must be among {CHAPTERS}, not {unknown}")
    bodies = {name: make(subject) for name, make in _MAKERS.items() if name in chapters}
    if "findings" in chapters:
        bodies = {"findings": _findings(subject, bodies), **bodies}
    if "agenda" in chapters:
        lengths = len(_agenda(bodies, first + 2))
        bodies = {"agenda": _agenda(bodies, first + 1 + lengths), **bodies}
    found = [_cover(subject), *(page for pages in bodies.values() for page in pages)]
    return [replace(page, number=number, foot=subject.foot) for number, page in enumerate(found, start=first)]


def _cover(subject: Subject) -> Page:
    brief = subject.brief
    lines = [
        *subject.facts,
        *([say("book.cover.held", day=shown_date(subject.held_on))] if subject.held_on else []),
        say("book.cover.counts", plans=brief.plans, activities=brief.activities),
        say("plots.as_of", day=shown_date(brief.as_of)),
        subject.stored,
    ]
    made_up = [say("heading.constructed")] if subject.constructed else []
    return Page("cover", say("book.title"), (*lines, *made_up))


def _agenda(bodies: dict[str, list[Page]], first: int) -> list[Page]:
    """The chapters with the page each begins on; ``first`` is that of the first."""
    rows, page = [], first
    for number, (name, pages) in enumerate(bodies.items(), start=1):
        rows.append(plain(number, say(f"book.chapter.{name}"), page))
        page += len(pages)
    columns = (
        Column(say("book.agenda.no"), 1, "center"),
        Column(say("book.agenda.about"), 8),
        Column(say("book.agenda.page"), 1, "center"),
    )
    title = say("book.agenda.title", count=len(rows))
    return divided(Page("agenda", title, table=Table(columns, tuple(rows), _LARGE)))


def _findings(subject: Subject, bodies: dict[str, list[Page]]) -> list[Page]:
    """The finding of every chapter in one sentence, under that of the whole."""
    brief = subject.brief
    behind = titles.late_plans(brief.warnings)
    title = titles.overview(brief.done, brief.activities, behind, brief.plans, brief.due_this_month)
    fresh = (
        say("overview.freshness", day=shown_date(brief.freshness)) if brief.freshness else say("overview.no_report")
    )
    rows = tuple(
        (Cell(say(f"book.chapter.{name}") if place == 0 else "", bold=True), Cell(sentence))
        for name, pages in bodies.items()
        for place, sentence in enumerate(dict.fromkeys(page.title for page in pages))
    )
    columns = (Column("", 2.4), Column("", 7.6))
    return divided(Page("findings", title, (fresh,), Table(columns, rows, _LARGE) if rows else None))
