"""The chapters of deciding: the vote, what changed, what is to be decided, what the secretary sums up."""

from typing import Any

from kmdash.domain import titles
from kmdash.domain.fiscal import shown_date
from kmdash.domain.followed import SUMMED_UP
from kmdash.domain.frames import records
from kmdash.domain.names import and_others
from kmdash.domain.register import open_questions
from kmdash.domain.wording import told_of
from kmdash.domain.words import say
from kmdash.plots.labels import number
from kmdash.plots.palette import LIGHT
from kmdash.reports.book.pages import (
    INNER,
    LISTED,
    Cell,
    Chart,
    Column,
    Look,
    Page,
    Series,
    Table,
    columns,
    parted,
    plain,
    told,
)
from kmdash.reports.book.paging import divided, one_line
from kmdash.reports.book.scores import LABEL
from kmdash.reports.book.subject import Subject, source

Row = dict[str, Any]
_CHOSEN, _OTHER, _TIED = Look(LIGHT.done), Look(LIGHT.not_chosen, "/"), Look(LIGHT.due, ".")
_MOST_BARS = 17


def vote(subject: Subject) -> list[Page]:
    """Each vote: its bars with the cut line and the decision, then every candidate with votes and rank."""
    frame = subject.brief.tally
    pages: list[Page] = []
    for summary in subject.brief.votes:
        rows = records(frame[frame["ballot_id"] == summary.ballot_id])
        if rows:
            ranked = frame[frame["ballot_id"] == summary.ballot_id]
            opened = say("title.vote.open", voted=summary.voted, voters=summary.voters or "–") if summary.open else ""
            title = opened or titles.vote(ranked, summary.seats)
            pages += [*_bars(title, rows, summary), *_ranks(title, rows, summary)]
    return pages or [Page("vote", say("title.vote.none"))]


def _cut_after(rows: list[Row], seats: int | None) -> int | None:
    """How many bars stand above the cut line; a decided tie is not cut through."""
    decided = [place for place, row in enumerate(rows) if row["tied_at_cut"] and row["selected"] is not None]
    after = decided[-1] + 1 if decided else seats
    return after if after is not None and 0 < after < len(rows) else None


def _look(row: Row) -> Look:
    return _CHOSEN if row["selected"] else _TIED if row["selected"] is None and row["tied_at_cut"] else _OTHER


def _bars(title: str, rows: list[Row], summary: Any) -> list[Page]:
    cut = _cut_after(rows, summary.seats)
    bars: list[Row | None] = list(rows)
    if cut is not None:
        bars.insert(cut, None)
    pages = []
    most = max([1, *(row["votes"] or 0 for row in rows)])
    for start in range(0, len(bars), _MOST_BARS):
        own = bars[start : start + _MOST_BARS]
        labels = tuple(_label(row) if row else say("plots.vote.cut", seats=summary.seats) for row in own)
        series = Series(
            say("column.votes"),
            tuple(row["votes"] if row else None for row in own),
            _CHOSEN,
            tuple(_look(row) if row else _CHOSEN for row in own),
        )
        place = own.index(None) if None in own else None
        chart = Chart(
            "bars", title, tuple(one_line(label, INNER * LABEL - 16) for label in labels), (series,), most, cut=place
        )
        pages.append(Page("vote", title, (_about(summary),), chart=chart, notes=tuple(map(told, summary.findings))))
    return parted(pages)


def _label(row: Row) -> str:
    return " · ".join([told(row["rank"]), *(told(part) for part in (row["unit"], row["process"]) if part)])


def _about(summary: Any) -> str:
    """How many voted for how many, and what the committee decided on a tie."""
    parts = [told(summary.title)] if summary.title else []
    if summary.voters and summary.limit:
        parts.append(say("vote.rights", voters=summary.voters, limit=summary.limit))
    return " · ".join([*parts, f"■ {say('column.selected')}", *decision(summary)])


def decision(summary: Any) -> list[str]:
    """The committee's decision on a tie, or that it is still to be made."""
    found = summary.decision
    if found is None:
        return [f"◆ {say('book.vote.undecided', count=len(summary.tied_at_cut))}"] if summary.undecided else []
    by = {"by": told(found.by), "day": shown_date(found.decided_on) if found.decided_on else "–"}
    made = say("book.vote.decided", kind=say(f"decide.{found.kind}"), count=len(found.chosen), **by)
    return [made, *([f"▲ {say('decide.void', why=found.void)}"] if found.void else [])]


def _ranks(title: str, rows: list[Row], summary: Any) -> list[Page]:
    heads = (
        Column(say("column.rank"), 0.8, "center"),
        Column(say("column.unit"), 1.6),
        Column(say("column.process"), 5),
        Column(say("column.votes"), 1.1, "right"),
        Column(say("column.selected"), 1.6),
    )
    table = Table(heads, tuple(_candidate(row) for row in rows))
    notes = [source(row, row["unit"], row["process"]) for row in rows]
    return divided(Page("vote", title, (_about(summary),), table, notes=tuple(notes)))


def _candidate(row: Row) -> tuple[Cell, ...]:
    tied = row["selected"] is None and row["tied_at_cut"]
    told_chosen = say("book.vote.tied") if tied else say("book.vote.chosen") if row["selected"] else "–"
    fill = LIGHT.seq[1] if row["selected"] else "#FBF0D5" if tied else None
    cells = plain(row["rank"], row["unit"], row["process"], number(row["votes"]))
    return (*cells, Cell(told_chosen, fill, bold=bool(row["selected"])))


def changes(subject: Subject) -> list[Page]:
    """Everything that changed since the last meeting or the day chosen: what it was, what it is."""
    rows = records(subject.changes)
    title = titles.changes(subject.changes["kind"])
    about = (say("changes.about", since=told(subject.since)),)
    if not rows:
        return [Page("changes", title, about)]
    heads = columns(since_kind=1.9, plan=1.3, no=0.6, about=3.9, was=1.7, is_now=2.2, day=1.4)
    table = Table(heads, tuple(_change(subject, row) for row in rows), most=LISTED)
    notes = [source(row, subject.plan(row), row["no"], row["text"]) for row in rows]
    return divided(Page("changes", title, about, table, notes=tuple(notes)))


def _change(subject: Subject, row: Row) -> tuple[Cell, ...]:
    day = shown_date(row["day"]) if row["day"] else None
    plan = subject.plan(row) if row["plan_id"] else None
    kind = say(f"since_kind.{row['kind']}")
    return plain(kind, plan, row["no"], row["text"], row["before"], row["after"], day)


def decisions(subject: Subject) -> list[Page]:
    """What the meeting is to decide, with room to write: ties, the plan to be helped, open questions."""
    found = [*_ties(subject), *_help(subject), *_questions(subject)]
    if not found:
        return [Page("decisions", say("book.decisions.none"))]
    heads = (
        Column(say("book.agenda.no"), 0.7, "center"),
        Column(say("book.decisions.about"), 5),
        Column(say("column.source_cell"), 2),
        Column(say("column.resolution"), 3),
    )
    rows = tuple((*plain(place, text, cell), Cell("")) for place, (text, cell) in enumerate(found, start=1))
    title = say("book.decisions.title", count=len(found))
    return divided(Page("decisions", title, (), Table(heads, rows), notes=(say("book.decisions.note"),)))


def _ties(subject: Subject) -> list[tuple[str, str | None]]:
    waiting = [vote for vote in subject.brief.votes if vote.undecided and not vote.open]
    return [(" · ".join(filter(None, [told(vote.title or None), *decision(vote)])), None) for vote in waiting]


def _help(subject: Subject) -> list[tuple[str, str | None]]:
    found = subject.brief.needs_help
    if found is None:
        return []
    plan = and_others(subject.names.get(found.plan_id, found.plan), found.others)
    return [(say("overview.needs", plan=plan, overdue=found.overdue, days=found.days), None)]


def _questions(subject: Subject) -> list[tuple[str, str | None]]:
    return [
        (" · ".join(filter(None, [told_of(row, "found"), told_of(row, "message")])), row["source_cell"])
        for row in open_questions(subject.register)
    ]


def summary(subject: Subject) -> list[Page]:
    """What the secretary sums up of the office and its plans."""
    rows = [row for row in records(subject.committee) if row["kind"] == "summary"]
    if not rows:
        return [Page("summary", say("book.summary.none"))]
    heads = columns(plan=1.5, **dict.fromkeys(SUMMED_UP, 2))
    table = Table(heads, tuple(_summed_up(subject, row) for row in rows))
    plans = sum(row["plan_id"] is not None for row in rows)
    title = say("book.summary.title", plans=plans)
    notes = [source(row, row["by"], shown_date(row["written_on"]) if row["written_on"] else None) for row in rows]
    return divided(Page("summary", title, (), table, notes=tuple(notes)))


def _summed_up(subject: Subject, row: Row) -> tuple[Cell, ...]:
    plan = subject.plan(row) if row["plan_id"] else say("book.whole_office")
    return (Cell(plan, bold=True), *plain(*(row[name] for name in SUMMED_UP)))
