"""Plans and their activities."""

from dataclasses import dataclass, field

from kmdash.domain import template
from kmdash.domain.identity import plan_id
from kmdash.domain.problem import Severity
from kmdash.domain.reading import Part, Record
from kmdash.domain.stages import CHANGE, KM, of_process
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.normalise.stages import stage_names
from kmdash.ingest.owner_cell import read_owner_cell
from kmdash.ingest.template.book import Book, Row
from kmdash.ingest.template.fields import period_columns, status_columns

_SAME = ("no", "stage", "text", "indicator", "target", "target_group", "owner", "status", "percent", "note")
VALUES = {**{name: name for name in _SAME}, "period": "period_text"}


@dataclass
class Plans:
    """The plans of a file by number, and what hangs on them by id."""

    plans: dict[str, Record] = field(default_factory=dict)
    activities: dict[str, Record] = field(default_factory=dict)
    kpis: dict[str, Record] = field(default_factory=dict)

    def of_plan(self, frame: str, plan: str) -> list[Record]:
        """The ``activities`` or ``kpis`` of a plan's id, in the order of the file."""
        rows: dict[str, Record] = getattr(self, frame)
        return [row for row in rows.values() if row["plan_id"] == plan]

    def parts(self, book: Book) -> list[Part]:
        """One part a plan."""
        frames = ("activities", "kpis")
        return [
            Part(
                "plan",
                no,
                book.office,
                book.fiscal_year,
                {"plans": [plan], **{name: self.of_plan(name, plan["plan_id"]) for name in frames}},
            )
            for no, plan in self.plans.items()
        ]


def read_plans(book: Book) -> Plans:
    """Read the sheets of plans and activities; rows that hang on no plan are problems and left out."""
    found = Plans()
    for row in book.rows(template.PLANS):
        _read_plan(row, found)
    for row in book.rows(template.ACTIVITIES):
        no = plan_of(row, found)
        if no:
            _read_activity(row, found, found.plans[no])
    return found


def names_another(row: Row, no: str | None, found: Plans) -> bool:
    """Whether a row that may name a plan names one that the file's plans do not have; that is a problem."""
    if not (no and found.plans and no not in found.plans):
        return False
    row.refuse(
        "plan",
        "plan_unknown",
        worded("reader_template.no_plan", no=no, sheet=template.PLANS.name),
        worded("reader_template.no_plan_do"),
    )
    return True


def plan_of(row: Row, found: Plans, *, elsewhere: bool = False) -> str | None:
    """The plan number a row names; None, with a problem, for one that is missing or that no plan has.

    ``elsewhere`` lets a file without plans of its own name those of the register.
    """
    no = row.label("plan")
    if no and (no in found.plans or (elsewhere and not found.plans)):
        return no
    message = (
        worded("reader_template.no_plan", no=no, sheet=template.PLANS.name)
        if no
        else worded("reader_template.plan_not_given")
    )
    row.refuse("plan", "plan_unknown" if no else "plan_missing", message, worded("reader_template.plan_do"))
    row.leave_out()
    return None


def _read_plan(row: Row, found: Plans) -> None:
    no = row.label("no")
    if not no or no in found.plans:
        message = worded("reader_template.plan_twice", no=no) if no else worded("reader_template.plan_number_missing")
        row.refuse(
            "no", "plan_number_twice" if no else "plan_missing", message, worded("reader_template.plan_number_do")
        )
        row.leave_out()
        return
    identity = plan_id(row.book.office, row.book.fiscal_year, no)
    texts = {name: row.text(name) for name in ("title", "unit", "issue", "critical_process", "knowledge", "outcome")}
    _ask(
        row,
        texts,
        identity,
        "title",
        "plan_header_missing",
        worded("reader_template.plan_title_missing"),
        worded("reader_template.plan_title_do"),
    )
    _ask(
        row,
        texts,
        identity,
        "unit",
        "plan_unit_missing",
        worded("reader_template.plan_unit_missing"),
        worded("reader_template.plan_unit_do"),
    )
    process = row.choice("process", template.PROCESSES, "process_unknown")
    found.plans[no] = row.record(
        "plans",
        "no",
        plan_id=identity,
        office=row.book.office,
        fiscal_year=row.book.fiscal_year,
        no=no,
        process=process,
        **texts,
    )


def _ask(row: Row, texts: Record, identity: str, name: str, code: str, message: str, remedy: str) -> None:
    if texts[name] is None:
        more = {"frame": "plans", "row_id": identity, "field": name}
        row.book.report(code, Severity.QUESTION, row.cell(name) or row.cell("no"), "", message, remedy, **more)


def _read_activity(row: Row, found: Plans, plan: Record) -> None:
    earlier = found.of_plan("activities", plan["plan_id"])
    position = len(earlier) + 1
    no = row.label("no")
    activity_id = _activity_id(row, plan["plan_id"], no, position, found)
    texts = {name: row.text(name) for name in ("text", "indicator", "target", "target_group", "note")}
    owners, found_persons = read_owner_cell(row.text("owner"), plan["unit"], row.cell("owner"))
    row.book.problems += found_persons
    if texts["text"] is None:
        row.doubt(
            "text",
            "text_missing",
            worded("reader_template.activity_missing"),
            worded("reader_template.activity_missing_do"),
        )
    found.activities[activity_id] = row.record(
        "activities",
        "text",
        activity_id=activity_id,
        plan_id=plan["plan_id"],
        position=position,
        no=no,
        **owners,
        **_stage(row, plan["process"] or KM, activity_id),
        **period_columns(row, activity_id, next((item["start"] for item in reversed(earlier) if item["start"]), None)),
        **status_columns(row, "activities", activity_id),
        value_cells=row.cells(VALUES),
        **texts,
    )


def _activity_id(row: Row, plan: str, no: str | None, position: int, found: Plans) -> str:
    """The activity's id; a number that is missing or used before is told, and told apart."""
    if no is None:
        row.doubt(
            "no",
            "number_missing",
            worded("reader_template.activity_number_missing"),
            worded("reader_template.activity_number_do"),
        )
    activity_id = f"{plan}/{no or position}"
    if activity_id not in found.activities:
        return activity_id
    times = 2
    while f"{activity_id}-{times}" in found.activities:
        times += 1
    message = worded("reader_template.activity_twice", no=no or position)
    row.doubt("no", "activity_number_twice", message, worded("reader_template.activity_twice_do"))
    return f"{activity_id}-{times}"


def _stage(row: Row, process: str, activity_id: str) -> Record:
    """Stage or component, by name, else by a bare number; a name of both processes follows the typed number."""
    text = row.text("stage")
    if text is None:
        return {"stage": None, "component": None}
    typed = _leading_number(text)
    named = stage_names(text)
    if not named and arabic(text).strip(" .)") == str(typed) and typed in range(1, len(of_process(process)) + 1):
        named = [(process, typed or 0)]
    named = [item for item in named if item[1] == typed] or [item for item in named if item[0] == process] or named
    if not named:
        row.book.report(
            "stage_unknown",
            Severity.QUESTION,
            row.cell("stage"),
            text,
            worded("reader_template.stage_unknown"),
            worded("reader_template.stage_unknown_do"),
            choices=tuple(stage.thai for stage in of_process(process)),
            frame="activities",
            row_id=activity_id,
            field="stage",
        )
        return {"stage": None, "component": None}
    kind, number = named[0]
    if typed not in (None, number):
        message = worded("reader_template.stage_differs", number=number)
        row.doubt("stage", "stage_number_differs", message, worded("reader_template.stage_differs_do"))
    return {"stage": None if kind == CHANGE else number, "component": number if kind == CHANGE else None}


def _leading_number(text: str) -> int | None:
    digits = arabic(text).split(" ")[0].strip(".):")
    return int(digits) if digits.isdecimal() else None
