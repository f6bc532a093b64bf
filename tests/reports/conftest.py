"""What the reports are made of in tests: the sample office's register, and what a book tells of it."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from kmdash.domain.fiscal import shown_date
from kmdash.domain.reading import from_plain
from kmdash.domain.register import Register, from_parts, selected
from kmdash.ingest.read import read_here
from kmdash.measures.briefing import briefing, changes_since
from kmdash.measures.committee import committee
from kmdash.reports.book.subject import Subject

DAY = date(2019, 6, 15)


@pytest.fixture(scope="session")
def register(repo: Path) -> Register:
    """The sample's office of 2562: five plans, a vote, reports and results."""
    paths = sorted((repo / "sample_data").glob("*-2562.[cx]*"))
    parts = [part for path in paths for part in from_plain(read_here(path.read_bytes(), path.name, {})).parts]
    whole = selected(from_parts(parts), fiscal_year=[2562])
    return selected(whole, office=[whole.plans["office"].iloc[0]])


@pytest.fixture(scope="session")
def subject_of() -> Callable[..., Subject]:
    """A function that gives what a book of a register tells on 15 June 2019, from version 7."""

    def subject(register: Register, office: str | None = None) -> Subject:
        since = DAY - timedelta(days=30)
        return Subject(
            brief=briefing(register, 2562, DAY),
            register=register,
            committee=committee(register, DAY),
            changes=changes_since(register, since, register, DAY),
            since=shown_date(since),
            office=office,
            version=7,
        )

    return subject
