"""A new file of a plan that is already known: its rows take the ids of the rows they were, so that reports stay."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kmdash.domain.identity import activity_label, match_key
from kmdash.domain.persons import hidden
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import ADDS, Part, Reading, Record, from_plain, to_plain
from kmdash.domain.wording import worded
from kmdash.ingest.pairing import alike_kpis, likeness, pairs_of
from kmdash.ingest.progress_report import NEW, SAME_AS, finding_row, turn_into_report
from kmdash.ingest.renaming import Ids, renamed, renamed_problem
from kmdash.ingest.unplaced import join_plans

SAME_PLAN = 0.6  # of about 2: the same title, or half of the activities, or number and a like title


@dataclass(frozen=True)
class Known:
    """What the store holds of an office: rows of its plans, activities and KPIs (all fiscal years)."""

    plans: Sequence[Record]
    activities: Sequence[Record]
    kpis: Sequence[Record]
    progress: Sequence[Record] = ()


def matched(reading: Reading, known: Known, decided: Mapping[str, str] | None = None) -> Reading:
    """The reading with the ids of the rows that are known already.

    A plan is the same when its office, fiscal year and title (or number and most activities) are; an activity when
    its text is, or is nearly so; a KPI by its name. Numbers, order and small rewording do not matter. What may be
    the same is asked (``match_doubtful``) and new until answered; ``decided`` maps the cell of an activity to
    the id it was said to be ("" for a new one). Ids never meet: each known row is taken at most once.

    A table of KPIs that stands apart from the file's plans joins the one that ``decided`` names at its first cell
    (the choice of the question ``kpi_without_plan``), else the one whose known KPIs it holds; else it stays apart
    (``unplaced``) and its question open.
    """
    copy = from_plain(to_plain(reading))
    parts = copy.parts
    ids: Ids = {}
    doubts: list[Problem] = []
    reports: list[Problem] = []
    for part in parts:
        if part.kind == "progress" and part.key.endswith(ADDS):
            _add(part, known.progress)
    plans = [part for part in parts if part.kind == "plan"]
    same = _same_plans(plans, known)
    of_plan = {place: [row for row in known.kpis if row["plan_id"] == same[place]["plan_id"]] for place in same}
    unplaced, joined = join_plans(parts, copy.unplaced, of_plan, decided or {})
    problems = [renamed_problem(problem, joined) for problem in reading.problems]
    for place, part in enumerate(plans):
        if place in same:
            _match_part(part, same[place], known, ids, (doubts, reports), decided or {})
    taken = {row["plan_id"] for row in known.plans}
    for place, part in enumerate(plans):
        if place not in same:
            stand_apart(part, taken, ids)
    for part in parts:
        renamed(part, ids)
    for problem in doubts:
        owner = next(part for part in parts if _holds(part, problem.row_id))
        owner.records.setdefault("problems", []).append(finding_row(problem, reading.file))
    only_reports = bool(plans) and all(part.kind == "progress" for part in plans)
    kinds = ["progress" if kind == "plan" and only_reports else kind for kind in reading.kinds]
    told = [*(renamed_problem(problem, ids) for problem in problems), *doubts, *reports]
    return replace(reading, kinds=kinds, parts=parts, problems=told, unplaced=unplaced)


def against(
    reading: Reading, rows: Mapping[str, Sequence[Record]], decided: Mapping[str, str] | None = None
) -> Reading:
    """``matched`` against a register's rows by frame (plans, activities, kpis, progress)."""
    return matched(reading, Known(rows["plans"], rows["activities"], rows["kpis"], rows.get("progress", ())), decided)


def _add(part: Part, known: Sequence[Record]) -> None:
    """Add a part's reports to those known of its plan and day, each in the place of what was reported of it."""
    part.key = part.key.removesuffix(ADDS)
    new = {row["activity_id"]: row for row in part.records["progress"]}
    first = part.records["progress"][0]
    about = ("plan_id", "reported_on")
    old = [row for row in known if all(str(row[name]) == str(first[name]) for name in about)]
    kept = [new.pop(row["activity_id"], row) for row in old]
    part.records["progress"] = [*kept, *new.values()]


def _match_part(
    part: Part,
    same: Record,
    known: Known,
    ids: Ids,
    raised: tuple[list[Problem], list[Problem]],
    decided: Mapping[str, str],
) -> None:
    """Give a plan that is known already, its activities and KPIs the known ids."""
    doubts, reports = raised
    [plan] = part.records["plans"]
    ids[plan["plan_id"]] = same["plan_id"]
    part.key = same["plan_id"].split("-", 2)[2]
    old = [row for row in known.activities if row["plan_id"] == same["plan_id"]]
    pairs, open_ = pairs_of(part.records["activities"], old, decided)
    if _is_report(part, old):
        reports += turn_into_report(part, same, old, pairs)
        return
    before = {row["activity_id"] for row in old}
    _keep_hidden(part.records["activities"], old, pairs, same["unit"])
    _give_ids(part.records["activities"], pairs, "activity_id", same["plan_id"], before, ids)
    doubts += [_doubtful(row, ids[row["activity_id"]], likely) for row, likely in open_]
    kpis = [row for row in known.kpis if row["plan_id"] == same["plan_id"]]
    alike = alike_kpis(part.records["kpis"], kpis)
    _give_ids(part.records["kpis"], alike, "kpi_id", same["plan_id"], {row["kpi_id"] for row in kpis}, ids)


def _keep_hidden(rows: Iterable[Record], old: Sequence[Record], pairs: Mapping[str, str], unit: str | None) -> None:
    """An owner written without the persons' names is the known one with them: no change."""
    known = {row["activity_id"]: row for row in old}
    for row in rows:
        before = known.get(pairs.get(row["activity_id"], ""))
        if before and before["owner"] and hidden(before["owner"], unit)[0] == row["owner"]:
            row["owner"], row["owners"] = before["owner"], before["owners"]


def _is_report(part: Part, old: Sequence[Record]) -> bool:
    """Whether a plan's table tells of progress only: statuses but no period, where the known plan has periods."""
    mine = part.records["activities"]
    dated = any(row.get("period_text") for row in mine)
    told = any(row.get("status_text") or row.get("percent") is not None for row in mine)
    return told and not dated and any(row.get("period_text") for row in old)


def _same_plans(parts: Sequence[Part], known: Known) -> dict[int, Record]:
    """The known plan that each part is, by its place: the likest pairs first, each known plan once."""
    scored = []
    texts: dict[str, set[str]] = {row["plan_id"]: set() for row in known.plans}
    for row in known.activities:
        texts.setdefault(row["plan_id"], set()).add(match_key(row["text"] or ""))
    for place, part in enumerate(parts):
        [plan] = part.records["plans"]
        mine = {match_key(row["text"] or "") for row in part.records["activities"]}
        for row in known.plans:
            if row["office"] == part.office and row["fiscal_year"] == part.fiscal_year:
                its = texts[row["plan_id"]]
                score = _likeness_of_plans(plan, row, len(mine & its) / max(len(mine | its), 1))
                scored.append((score, place, row["plan_id"], row))
    same: dict[int, Record] = {}
    taken: set[str] = set()
    for score, place, identity, row in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if score >= SAME_PLAN and place not in same and identity not in taken:
            same[place] = row
            taken.add(identity)
    return same


def _likeness_of_plans(plan: Record, known: Record, shared: float) -> float:
    """From 0 to about 2: the share of activities in common, the title, the number; another unit speaks against it."""
    title = likeness(plan.get("title"), known["title"]) if plan.get("title") and known["title"] else 0.5
    number = plan["plan_id"] == known["plan_id"]
    units = [match_key(row["unit"] or "") for row in (plan, known)]
    other_unit = all(units) and units[0] != units[1]
    return shared + 0.6 * title + 0.25 * number - 0.4 * other_unit


def stand_apart(part: Part, taken: set[str], ids: Ids) -> None:
    """A plan that is none of the known ones: its key must not be one of theirs."""
    [plan] = part.records["plans"]
    before = plan["plan_id"]
    new, count = before, 1
    while new in taken:
        count += 1
        new = f"{before}.{count}"
    taken.add(new)
    if new == before:
        return
    part.key = f"{part.key}.{count}"
    ids[before] = new
    for frame, column in (("activities", "activity_id"), ("kpis", "kpi_id")):
        for row in part.records[frame]:
            ids[row[column]] = new + row[column].removeprefix(before)


def _give_ids(
    rows: Iterable[Record], pairs: Mapping[str, str], column: str, plan: str, old: set[str], ids: Ids
) -> None:
    """The known id, else one that no known row has."""
    used = set(old)
    for row in rows:
        before = row[column]
        if before in pairs:
            ids[before] = pairs[before]
            continue
        wanted = f"{plan}/{before.rpartition('/')[2]}"
        new, count = wanted, 1
        while new in used:
            count += 1
            new = f"{wanted}.{count}"
        used.add(new)
        ids[before] = new


def _holds(part: Part, row_id: str | None) -> bool:
    return any(row["activity_id"] == row_id for row in part.records.get("activities", []))


def _doubtful(row: Record, identity: str, likely: Sequence[Record]) -> Problem:
    labels = [activity_label(other.get("no"), other["text"]) for other in likely]
    return Problem(
        code="match_doubtful",
        severity=Severity.QUESTION,
        cell=row["source_cell"],
        found=row["text"],
        message=worded("reader_cells.match_doubtful", label=labels[0]),
        remedy=worded("reader_cells.match_doubtful_do"),
        choices=(*labels, NEW),
        frame="activities",
        row_id=identity,
        field=SAME_AS,
    )
