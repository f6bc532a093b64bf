"""The meeting book of an office, as slides and as a PDF, against drawing the same charts once on the screen."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.race import Line
from kmdash.domain.reading import from_plain
from kmdash.domain.register import Register, from_parts, selected
from kmdash.ingest.read import read_here
from kmdash.measures.briefing import briefing, changes_since
from kmdash.measures.committee import committee
from kmdash.plots.attainment import attainment
from kmdash.plots.coverage import coverage
from kmdash.plots.progress import curve
from kmdash.plots.vote import vote
from kmdash.reports.book.content import pages_of
from kmdash.reports.book.pdf import pdf
from kmdash.reports.book.pptx import pptx
from kmdash.reports.book.subject import Subject

SAMPLES = Path(__file__).resolve().parents[1] / "sample_data"
AS_OF = date(2019, 6, 15)
_LOOK: dict[str, Any] = {"theme": "light", "width": 1270}


def lines(scale: float) -> Iterator[Line]:
    """A line each for the slides and the PDF, on the sample of one office, whatever the scale."""
    subject = _subject()
    for name, written in (("pptx", pptx), ("pdf", pdf)):
        yield Line(
            f"the meeting book as {name}",
            "its charts drawn once",
            lambda written=written: written(pages_of(subject)),
            lambda: _figures(subject),
        )


def _figures(subject: Subject) -> list[Any]:
    brief = subject.brief
    return [
        coverage(brief.coverage, processes={}, **_LOOK),
        attainment(brief.attainment, **_LOOK),
        curve(brief.progress, AS_OF, **_LOOK),
        *(vote(brief.tally, summary.seats, **_LOOK) for summary in brief.votes),
    ]


def _subject() -> Subject:
    register = _sample()
    since = AS_OF - timedelta(days=30)
    return Subject(
        brief=briefing(register, 2562, AS_OF),
        register=register,
        committee=committee(register, AS_OF),
        changes=changes_since(register, since, register, AS_OF),
        since=since.isoformat(),
        office=None,
        version=1,
    )


def _sample() -> Register:
    readings = [
        from_plain(read_here(path.read_bytes(), path.name, {})) for path in sorted(SAMPLES.glob("*-2562.[cx]*"))
    ]
    whole = selected(from_parts([part for reading in readings for part in reading.parts]), fiscal_year=[2562])
    return selected(whole, office=[whole.plans["office"].iloc[0]])
