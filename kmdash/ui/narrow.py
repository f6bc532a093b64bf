"""What stands in a chart's place on a phone: the same result frame as a list, group by group.

Each function takes the frame its chart is drawn from and gives the groups for ``charts.chart``; what can be
clicked in the chart can be in the list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from kmdash.domain.due_board import on_board
from kmdash.domain.fiscal import fiscal_months, shown_month
from kmdash.domain.frames import records
from kmdash.domain.identity import numbered
from kmdash.domain.items import PLAN_LAYER
from kmdash.domain.marks import COMMITTEE, Mark, mark
from kmdash.domain.scale import plain, rounded
from kmdash.domain.words import say
from kmdash.ui.marked import button, clickable
from kmdash.ui.pieces import GLYPHS, STATE_GLYPHS
from kmdash.ui.text import escaped, in_words

MOST = 40
BOARD_GLYPHS = {"overdue": "▲", "due": "◆", "active": "▶", "upcoming": "○"}
Row = dict[str, Any]


class Line(NamedTuple):
    """A text, and the mark it chooses where it is clicked."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True)
class Group:
    """A heading with its sum, a text below it, and lines that unfold.

    Its ``mark`` is chosen by the text, or by the heading where there is none and nothing unfolds.
    """

    title: str
    sum: str = ""
    text: str = ""
    lines: tuple[Line, ...] = ()
    mark: Mark | None = None


def listing(groups: Iterable[Group], name: str) -> None:
    """The groups below one another, at most ``MOST``; beyond them the table is named."""
    found = list(groups)
    items = "".join(f"<li>{_group(group)}</li>" for group in found[:MOST])
    more = f"<li>{in_words(say('narrow.more', count=len(found) - MOST))}</li>" if len(found) > MOST else ""
    clickable(f'<ul class="km-groups">{items}{more}</ul>', f"narrow_{name}")


def coverage(frame: pd.DataFrame, names: Mapping[str, str]) -> list[Group]:
    """A group a plan: stages done of those planned, and each stage with its mark (``results.COVERAGE``)."""
    return [
        Group(
            names.get(plan, rows[0]["plan"]),
            f"{_sum(rows, 'done')}/{_sum(rows, 'planned')}",
            _loud(rows),
            tuple(Line(_stage(row), mark("stage", row)) for row in rows),
        )
        for plan, rows in _by_plan(records(frame)).items()
    ]


def attainment(frame: pd.DataFrame) -> list[Group]:
    """A group a KPI: its score, or what it waits for; its explanation unfolds (``results.ATTAINMENT``)."""
    return [
        Group(
            row["plan"],
            "–" if row["score"] is None else f"{rounded(row['score'])} {say('plots.attainment.of_five')}",
            row["name"],
            tuple(Line(told) for told in (_result(row), row["explanation"], _doubt(row)) if told),
            mark("kpi", row),
        )
        for row in records(frame)
    ]


def year(calendar: pd.DataFrame, fiscal_year: int) -> list[Group]:
    """A group a month of the year: how many activities run in it, and in which plans (``results.CALENDAR``)."""
    counted = calendar[~calendar["band"] & (calendar["state"] != "cancelled")]
    months: dict[Any, list[Row]] = {month: [] for month in fiscal_months(fiscal_year)}
    for row in records(counted):
        if row["month"] in months:
            months[row["month"]].append(row)
    return [_month(month, rows) for month, rows in months.items()]


def gantt(warnings: pd.DataFrame) -> list[Group]:
    """A group a plan: its items with state and period (``results.WARNINGS``)."""
    return [
        Group(
            rows[0]["plan"] if plan is not None else say("layer.committee"),
            say("narrow.items", count=len(rows)),
            lines=tuple(Line(_item(row), mark("item", row)) for row in rows),
        )
        for plan, rows in _by_plan(records(warnings)).items()
    ]


def board(warnings: pd.DataFrame, as_of: date) -> list[Group]:
    """A group a state that is loud: its activities with the days, as the chart has them (``results.WARNINGS``)."""
    found: dict[str, list[Row]] = {}
    for row in on_board(warnings, as_of):
        found.setdefault(row["code"], []).append(row)
    return [
        Group(
            f"{BOARD_GLYPHS[code]} {say('plots.due_soon') if code == 'due' else say(f'state.{code}')}",
            say("narrow.items", count=len(rows)),
            lines=tuple(Line(_due(row), mark("item", row)) for row in rows),
        )
        for code, rows in found.items()
    ]


def vote(tally: pd.DataFrame) -> list[Group]:
    """A group a candidate: rank, unit, votes and whether it is chosen (``results.TALLY``)."""
    return [
        Group(
            f"{'–' if row['rank'] is None else row['rank']} · {row['unit'] or '–'}",
            say("narrow.votes", votes="–" if row["votes"] is None else row["votes"]),
            " · ".join(filter(None, [_chosen(row), row["process"]])),
            mark=mark("candidate", row),
        )
        for row in records(tally)
    ]


def curve(progress: pd.DataFrame) -> list[Group]:
    """A group a month: planned and done so far, all offices together (``results.PROGRESS_CURVE``)."""
    summed = progress.groupby("month")[["planned", "actual", "forecast"]].sum(min_count=1).reset_index()
    return [
        Group(
            shown_month(row["month"]),
            " · ".join(
                say(f"narrow.{name}", count=plain(round(row[name], 1)))
                for name in ("planned", "actual", "forecast")
                if row[name] is not None
            ),
            mark=mark("until", row),
        )
        for row in records(summed)
    ]


def _group(group: Group) -> str:
    alone = not (group.lines or group.text)
    head = f"<b>{_told(Line(group.title, group.mark if alone else None))}</b> <span>{escaped(group.sum)}</span>"
    text = f"<p>{_told(Line(group.text, group.mark))}</p>" if group.text else ""
    if not group.lines:
        return f"<div>{head}</div>{text}"
    lines = "".join(f"<li>{_told(line)}</li>" for line in group.lines)
    return f"<details><summary>{head}</summary><ul>{lines}</ul></details>{text}"


def _told(line: Line) -> str:
    return button(line.mark, line.text) if line.mark else in_words(line.text)


def _by_plan(rows: Iterable[Row]) -> dict[Any, list[Row]]:
    plans: dict[Any, list[Row]] = {}
    for row in rows:
        plans.setdefault(row["plan_id"], []).append(row)
    return plans


def _sum(rows: list[Row], column: str) -> int:
    return sum(row[column] or 0 for row in rows)


def _loud(rows: list[Row]) -> str:
    """What is to be done in a plan: stages missing, overdue, due, to confirm."""
    gaps = sum(row["state"] == "none" for row in rows)
    counts = {"overdue": "▲", "due": "◆", "unclear": "?"}
    found = [
        f"{mark} {say(f'plots.coverage.{name}', count=_sum(rows, name))}"
        for name, mark in counts.items()
        if _sum(rows, name)
    ]
    return " · ".join([*([f"× {say('plots.coverage.gap')} {gaps}"] if gaps else []), *found])


def _stage(row: Row) -> str:
    if row["stage"] is None:
        return f"{row['stage_name'] or say('plots.coverage.unstaged')} {row['done']}/{row['planned']}"
    return " · ".join(
        filter(None, [f"{GLYPHS[row['state']]} {row['stage']} {row['stage_name']}", _count(row), _loud([row])])
    )


def _count(row: Row) -> str:
    return f"{row['done']}/{row['planned']}" if row["planned"] else ""


def _result(row: Row) -> str | None:
    if row["actual"] is None:
        return None
    return say("plots.attainment.result_unit", actual=plain(row["actual"]), unit=row["kpi_unit"] or "–")


def _doubt(row: Row) -> str:
    return f"▲ {row['doubt']}" if row["doubt"] else ""


def _month(month: date, rows: list[Row]) -> Group:
    plans, day = [row for row in rows if row["layer"] == PLAN_LAYER], month.isoformat()
    committee = len({row["item_id"] for row in rows if row["layer"] != PLAN_LAYER})
    lines = [
        Line(f"{found[0]['plan']}: {len({row['item_id'] for row in found})}", ("month", plan, day))
        for plan, found in _by_plan(plans).items()
    ]
    lines += [Line(say("calendar.steps", count=committee), ("month", COMMITTEE, day))] if committee else []
    counted = say("narrow.items", count=len({row["item_id"] for row in plans}))
    return Group(shown_month(month, full=True), counted, lines=tuple(lines))


def _due(row: Row) -> str:
    days = say(f"frames.board.{row['code']}", days=plain(row["days"]))
    text = numbered(row["no"], row["text"])
    return " · ".join(filter(None, [days, row["plan"] or row["unit"], text]))


def _item(row: Row) -> str:
    named = f"{STATE_GLYPHS[row['state']]} {numbered(row['no'], row['text'])}"
    return " · ".join(filter(None, [named, row["period_text"], say(f"state.{row['state']}")]))


def _chosen(row: Row) -> str:
    if row["selected"] is None:
        return f"◆ {say('narrow.undecided')}" if row["tied_at_cut"] else ""
    return f"✓ {say('narrow.chosen')}" if row["selected"] else ""
