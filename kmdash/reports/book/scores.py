"""The chapters of what is reached: stages covered, KPIs scored."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pandas as pd

from kmdash.domain import titles
from kmdash.domain.fiscal import shown_date
from kmdash.domain.frames import records
from kmdash.domain.scale import plain as plain_number
from kmdash.domain.scale import rounded
from kmdash.domain.stages import CHANGE, of_process
from kmdash.domain.words import language, say
from kmdash.plots.labels import number, percent, score
from kmdash.plots.palette import LIGHT
from kmdash.reports.book.pages import INNER, TEXT, Cell, Chart, Column, Look, Page, Series, Table, parted, plain, told
from kmdash.reports.book.paging import divided, one_line, whole_words
from kmdash.reports.book.subject import Subject, source

Row = dict[str, Any]
LABEL = 0.40  # of a chart's width
MOST_BARS = 11
_HEAD_SIZES = (TEXT, 13.0, 12.0, 11.0, 10.0)  # of the matrix: the largest that cuts no word of a heading
# the states of a stage, with glyph, look of the bars and field of the cell
STAGE_STATES = {
    "done": ("✓", Look(LIGHT.done), LIGHT.seq[4]),
    "in_progress": ("▶", Look(LIGHT.doing, "/"), LIGHT.seq[2]),
    "late": ("▲", Look(LIGHT.late, "x"), LIGHT.late_field),
    "planned": ("○", Look(LIGHT.todo), LIGHT.seq[0]),
    "none": ("×", Look(LIGHT.bg, "|"), None),
}
_TARGET = {None: "–", True: "✓", False: "×"}


def coverage(subject: Subject) -> list[Page]:
    """The matrix of plans and stages as a table, then the stages of each plan by state."""
    frame = subject.brief.coverage
    title = titles.coverage(frame, subject.names)
    staged = frame[frame["stage"].notna()]
    if staged.empty:
        return [Page("coverage", title)]
    pages: list[Page] = []
    for process, own in staged.groupby(staged["process"].fillna("KM"), sort=False):
        pages += _matrix(subject, title, own, str(process))
    return [*parted(pages), *_stacks(subject, staged)]


def _matrix(subject: Subject, title: str, frame: pd.DataFrame, process: str) -> list[Page]:
    rows, summed = records(frame), {row["plan_id"]: row for row in records(subject.brief.coverage_summary)}
    stages = of_process(process)
    heads = [f"{stage.number} {stage.english if language() == 'en' else stage.thai}" for stage in stages]
    columns = (
        Column(say("column.plan"), 1.7),
        *(Column(told(head), 1, "center") for head in heads),
        Column(say("plots.coverage.right"), 0.9, "center"),
    )
    by_plan: dict[str, dict[int, Row]] = {}
    for row in rows:
        by_plan.setdefault(row["plan_id"], {})[row["stage"]] = row
    empty = Table(columns, ())
    width = empty.widths()[1]
    size = next((size for size in _HEAD_SIZES if whole_words(columns[1:-1], width, size)), _HEAD_SIZES[-1])
    table = replace(
        empty, size=size, rows=tuple(_matrix_row(subject, own, summed[plan], stages) for plan, own in by_plan.items())
    )
    legend = " · ".join(f"{glyph} {say(f'coverage_state.{state}')}" for state, (glyph, _, _) in STAGE_STATES.items())
    notes = [say("book.coverage.note"), *(source(row, subject.plan(row), row["stage_name"]) for row in rows)]
    kind = [say("book.components")] if process == CHANGE else []
    return divided(Page("coverage", title, (" · ".join([*kind, legend]),), table, notes=tuple(notes)))


def _matrix_row(subject: Subject, own: dict[int, Row], summed: Row, stages: Any) -> tuple[Cell, ...]:
    share = percent(summed["activities_done"], summed["activities"])
    whole = f"{summed['activities_done']}/{summed['activities']} ({share})"
    cells = [_stage_cell(own[stage.number]) if stage.number in own else Cell("–") for stage in stages]
    label = told(subject.labels.get(summed["plan_id"], summed["plan"]))
    return (Cell(label, bold=True), *cells, Cell(told(whole), bold=True))


def _stage_cell(row: Row) -> Cell:
    glyph, _, fill = STAGE_STATES[row["state"]]
    if row["state"] == "none":
        return Cell(f"{glyph} {say('plots.coverage.gap')}", bold=True)
    return Cell(told(f"{glyph} {row['done']}/{row['planned']}"), fill, bold=row["state"] == "late")


def _stacks(subject: Subject, staged: pd.DataFrame) -> list[Page]:
    """How many stages of each plan are in which state, as bars."""
    plans = list(dict.fromkeys(staged["plan_id"]))
    counts = {plan: Counter(own["state"]) for plan, own in staged.groupby("plan_id", sort=False)}
    done = sum(counts[plan]["done"] for plan in plans)
    title = say("book.coverage.stages", done=done, stages=len(staged))
    pages = []
    for start in range(0, len(plans), MOST_BARS):
        own = plans[start : start + MOST_BARS]
        series = [
            Series(
                f"{glyph} {say(f'coverage_state.{state}')}", tuple(counts[plan][state] or None for plan in own), look
            )
            for state, (glyph, look, _) in STAGE_STATES.items()
            if any(counts[plan][state] for plan in own)
        ]
        labels = tuple(one_line(told(subject.labels.get(plan, plan)), INNER * LABEL - 16) for plan in own)
        most = max(sum(counts[plan].values()) for plan in plans)
        chart = Chart("stacked", title, labels, tuple(series), most)
        pages.append(
            Page("coverage", title, (say("book.coverage.how"),), chart=chart, notes=(say("book.coverage.note"),))
        )
    return parted(pages)


def attainment(subject: Subject) -> list[Page]:
    """The scores as bars, then every KPI with its result, score and the sentence that explains it."""
    frame = subject.brief.attainment
    title = titles.attainment(frame, subject.names)
    rows = records(frame)
    if not rows:
        return [Page("attainment", title)]
    return [*_bars(subject, title, rows), *_explained(subject, title, rows)]


def _bars(subject: Subject, title: str, rows: list[Row]) -> list[Page]:
    levels = [row for row in rows if row["reason"] not in ("points", "target", "cancelled")]
    pages = []
    for start in range(0, len(levels), MOST_BARS):
        own = levels[start : start + MOST_BARS]
        values = tuple(row["score"] for row in own)
        labels = tuple(one_line(_label(subject, row), INNER * LABEL - 16) for row in own)
        series = Series(say("column.score"), values, Look(LIGHT.done))
        chart = Chart("bars", title, labels, (series,), 5, decimals=4)
        lines = (f"{say('attainment.about')} · {total(subject.brief.totals)}",)
        notes = tuple(f"{subject.plan(row)} · {told(row['name'])}: {told(row['explanation'])}" for row in own)
        pages.append(Page("attainment", title, lines, chart=chart, notes=notes))
    return parted(pages)


def _label(subject: Subject, row: Row) -> str:
    """Whose KPI, and why it has no bar, before its name."""
    reason = row["reason"]
    why = f"({say(f'no_score.{reason}')})" if reason else None
    return " ".join(filter(None, [subject.plan(row), why, "·", told(row["name"])]))


def total(totals: Any) -> str:
    """The total of what is scored, the share of the weight behind it, and what it is if the rest score the least."""
    if totals["scored_so_far"] is None:
        return say("attainment.no_total")
    share = plain_number(round(float(100 * totals["share_of_weight"]), 1))
    worst = rounded(totals["if_missing_floor"])
    return say("book.total", score=rounded(totals["scored_so_far"]), share=share, worst=worst)


def _explained(subject: Subject, title: str, rows: list[Row]) -> list[Page]:
    heads = (("plan", 1.5, "left"), ("name", 2.8, "left"), ("actual", 0.9, "right"), ("score", 0.9, "right"))
    columns = (
        *(Column(say(f"column.{name}"), share, align) for name, share, align in heads),
        Column(say("column.level"), 1.1, "center"),
        Column(say("column.explanation"), 3.6),
    )
    table = Table(columns, tuple(_kpi(subject, row) for row in rows))
    made_up = [say("plots.attainment.constructed")] if any(row["constructed"] for row in rows) else []
    notes = [source(row, subject.plan(row), row["name"], _day(row)) for row in rows]
    about = (" · ".join([say("attainment.explained"), *made_up]),)
    return divided(Page("attainment", title, about, table, notes=tuple(notes)))


def _day(row: Row) -> str | None:
    return shown_date(row["reported_on"]) if row["reported_on"] else None


def _kpi(subject: Subject, row: Row) -> tuple[Cell, ...]:
    star = " *" if row["constructed"] and row["actual"] is not None else ""
    level = (
        row["level"] if row["level"] is not None else f"{_TARGET[row['met']]}" if row["reason"] == "target" else None
    )
    return plain(
        subject.plan(row),
        row["name"],
        f"{number(row['actual'])}{star}",
        score(row["score"]) if row["score"] is not None else None,
        level,
        " · ".join(filter(None, [row["explanation"], f"▲ {row['doubt']}" if row["doubt"] else None])),
    )
