"""What a template says of evidence, reviews, results by year, and the aims of knowledge management."""

from collections.abc import Callable

from kmdash.domain import template
from kmdash.domain.identity import office_code, plan_id
from kmdash.domain.learned_parts import learned_part
from kmdash.domain.learning import AAR_TEXTS, ACTIVITY, BENEFITS, KPI, SWOT_TEXTS
from kmdash.domain.milestone import steps_of
from kmdash.domain.persons import hidden
from kmdash.domain.reading import Part, Record
from kmdash.domain.steps import MOST_STEPS, step_number
from kmdash.domain.template_learning import AIM_KINDS
from kmdash.domain.wording import worded
from kmdash.ingest.template.book import Book, Row
from kmdash.ingest.template.follow_up import known_kpi
from kmdash.ingest.template.plans import Plans, plan_of

Reader = Callable[[Row, Plans], Record | None]
_JOINED = ("evidence", "place", "unit", "by")


def learned_parts(book: Book, found: Plans) -> list[Part]:
    """A part a thing that is told of; several rows of evidence of one step stand below one another."""
    readers: list[tuple[template.Sheet, Reader]] = [
        (template.EVIDENCE, _evidence),
        (template.AARS, _aar),
        (template.SWOTS, _swot),
        (template.ACTIVITY_YEARS, _year),
    ]
    parts: dict[tuple[str, str], Part] = {}
    for sheet, read in readers:
        for row in book.rows(sheet):
            record = read(row, found)
            if record is None:
                continue
            part = learned_part(sheet.frame, record)
            held = parts.get((part.kind, part.key))
            if held is not None and sheet is template.EVIDENCE:
                part = learned_part(sheet.frame, _joined(held.records[sheet.frame][0], record))
            parts[part.kind, part.key] = part
    return [*parts.values(), *_aims(book)]


def _joined(one: Record, other: Record) -> Record:
    """Two pieces of evidence of one step as one."""
    both = {name: [line for row in (one, other) for line in (row[name] or "").split("\n") if line] for name in _JOINED}
    return {**one, **{name: "\n".join(dict.fromkeys(lines)) or None for name, lines in both.items()}}


def _owner(row: Row) -> Record:
    return {
        "office": row.book.office,
        "fiscal_year": row.book.fiscal_year,
        "by": _no_person(row.text("by")),
        "told_on": row.day("told_on"),
        "constructed": row.choice("constructed", template.FLAGS, "flag_unknown"),
    }


def _no_person(text: str | None) -> str | None:
    return hidden(text, None)[0] if text else None


def _evidence(row: Row, found: Plans) -> Record | None:
    no = plan_of(row, found, elsewhere=True)
    if no is None:
        return None
    if row.shown("activity_no"):
        about, kind = _activity(row, found, no), ACTIVITY
    else:
        about, kind = known_kpi(row, found, no), KPI
    step = row.text("step")
    number = step_number(step) if step else None
    if about is None:
        return None
    if step and number is None:
        row.refuse("step", "evidence_step_unclear", worded("reader_template.step"), worded("reader_template.step_do"))
        row.leave_out()
        return None
    texts = {name: _no_person(row.text(name)) for name in ("evidence", "place")}
    if not any(texts.values()):
        row.refuse(
            "evidence", "evidence_missing", worded("reader_template.evidence"), worded("reader_template.evidence_do")
        )
        row.leave_out()
        return None
    about_it = {"plan_id": _plan(row, no), "about_kind": kind, "about_id": about, "step": number}
    return row.record("evidence", "evidence", **_owner(row), **about_it, **texts, unit=row.text("unit"))


def _plan(row: Row, no: str) -> str:
    return plan_id(row.book.office, row.book.fiscal_year, no)


def _activity(row: Row, found: Plans, no: str) -> str | None:
    """The id of the activity that a row names in a plan; None, with a problem, where the plan has no such."""
    label = row.label("activity_no")
    activity_id = f"{_plan(row, no)}/{label}"
    if label is not None and (not found.plans or activity_id in found.activities):
        return activity_id
    unknown = worded("reader_template.no_activity_in_plan", plan=no, no=label)
    message = unknown if label else worded("reader_template.no_activity_named")
    row.refuse("activity_no", "activity_unknown", message, worded("reader_template.no_activity_do"))
    row.leave_out()
    return None


def _aar(row: Row, found: Plans) -> Record | None:
    no = plan_of(row, found, elsewhere=True)
    activity = _activity(row, found, no) if no and row.shown("activity_no") else None
    if no is None or (row.shown("activity_no") and activity is None):
        return None
    texts = {name: _no_person(row.text(name)) for name in AAR_TEXTS}
    about = {"plan_id": _plan(row, no), "activity_id": activity, "of_year": row.count("of_year")}
    return row.record("aars", "intended" if texts["intended"] else "happened", **_owner(row), **about, **texts)


def _swot(row: Row, found: Plans) -> Record | None:
    no = plan_of(row, found, elsewhere=True) if row.shown("plan") else None
    activity = _activity(row, found, no) if no and row.shown("activity_no") else None
    if (row.shown("plan") and no is None) or (no and row.shown("activity_no") and activity is None):
        return None
    texts = {name: _no_person(row.text(name)) for name in SWOT_TEXTS}
    about = {"plan_id": _plan(row, no) if no else None, "activity_id": activity}
    main = next((name for name in SWOT_TEXTS if texts[name]), "strengths")
    return row.record("swots", main, **_owner(row), **about, **texts)


def _year(row: Row, found: Plans) -> Record | None:
    no = plan_of(row, found, elsewhere=True)
    activity = _activity(row, found, no) if no else None
    year = row.count("of_year")
    if no is None or activity is None:
        return None
    if year is None:
        row.refuse(
            "of_year", "of_year_missing", worded("reader_template.of_year"), worded("reader_template.of_year_do")
        )
        row.leave_out()
        return None
    ticked = row.text("ticked")
    steps = steps_of(ticked, MOST_STEPS) if ticked else None
    if ticked and steps is None:
        row.refuse("ticked", "steps_unclear", worded("reader_template.step"), worded("reader_template.steps_done_do"))
    return row.record(
        "activity_years",
        "result" if row.shown("result") else "of_year",
        **_owner(row),
        plan_id=_plan(row, no),
        activity_id=activity,
        of_year=year,
        status=row.choice("status_text", template.STATUSES, "status_unknown"),
        ticked=",".join(map(str, steps)) if steps else None,
        result=_no_person(row.text("result")),
    )


def _aims(book: Book) -> list[Part]:
    rows: list[Record] = []
    for row in book.rows(template.AIMS):
        kind, text = row.choice("kind", AIM_KINDS, "aim_unknown"), row.text("text")
        if kind is None or text is None:
            row.leave_out()
            continue
        position = len(rows) + 1
        identity = f"{book.fiscal_year or 0}-{office_code(book.office)}-A{position}"
        owner = {"office": book.office, "fiscal_year": book.fiscal_year, "position": position}
        texts = {name: row.text(name) for name in BENEFITS}
        rows.append(row.record("aims", "text", aim_id=identity, **owner, kind=kind, text=text, **texts))
    return [Part("aims", "1", book.office, book.fiscal_year, {"aims": rows})] if rows else []
