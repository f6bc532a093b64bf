"""Go through a file's sheets and collect what each table says, in the order of the file."""

from dataclasses import dataclass, field

from kmdash.domain.address import column_letters
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import TableFound
from kmdash.ingest.layouts.forms import ACTION_PLAN, COMMITTEE_ORDER, KNOWLEDGE_NEEDED, KPI_LEVELS, TALLY
from kmdash.ingest.layouts.recognise import Table, find_tables
from kmdash.ingest.records.drafts import KnowledgeDraft, KpiDraft, PlanDraft, StepDraft, TallyDraft
from kmdash.ingest.records.knowledge import read_knowledge
from kmdash.ingest.records.kpis import read_kpis
from kmdash.ingest.records.plans import has_sections, read_plans
from kmdash.ingest.records.steps import read_steps
from kmdash.ingest.records.tally import read_tally
from kmdash.ingest.sheet import Sheet

NOT_YET = "แผนนี้ไม่มีแถวชื่อขั้นตอนคั่นกิจกรรม จึงยังบอกไม่ได้แน่ว่ากิจกรรมใดอยู่ขั้นตอนใด"


@dataclass
class Collected:
    """All drafts of a file, the tables they came from and the problems met on the way."""

    plans: list[PlanDraft] = field(default_factory=list)
    knowledge: list[KnowledgeDraft] = field(default_factory=list)
    steps: list[StepDraft] = field(default_factory=list)
    tallies: list[TallyDraft] = field(default_factory=list)
    tables: list[TableFound] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def collect(sheets: list[Sheet]) -> Collected:
    """Read every sheet; a sheet without a known table is told, an order of appointment is left out with its reason."""
    found = Collected()
    for sheet in sheets:
        if not sheet.rows:
            continue
        tables, loose = find_tables(sheet)
        if not tables:
            _no_table(sheet, loose, found)
            continue
        if sheet.grid.hidden:
            found.problems.append(_hidden(sheet))
        _read_tables(sheet, tables, found)
    return found


def _read_tables(sheet: Sheet, tables: list[Table], found: Collected) -> None:
    head: list[int] = []
    kpis: list[KpiDraft] = []
    for table in tables:
        rows = 0
        head += table.head
        _tell_unknown(sheet, table, found)
        if table.form is KPI_LEVELS:
            new = read_kpis(sheet, table)
            kpis += new
            rows = len(new)
        elif table.form is ACTION_PLAN and has_sections(sheet, table):
            plans = read_plans(sheet, table, head, kpis)
            found.plans += plans
            rows = sum(len(plan.activities) for plan in plans)
            head, kpis = [], []
        elif table.form is ACTION_PLAN:
            found.problems.append(_not_supported(sheet, table))
            for row in table.rows:
                sheet.ignore_row(row, NOT_YET)
        else:
            rows = _read_other(sheet, table, found)
            head = []
        found.tables.append(TableFound(sheet.name, _range(sheet, table), table.form.kind, rows, table.why))
    if kpis:
        found.problems.append(_stray_kpis(kpis))


def _read_other(sheet: Sheet, table: Table, found: Collected) -> int:
    if table.form is TALLY:
        tally = read_tally(sheet, table)
        found.tallies.append(tally)
        return len(tally.candidates)
    if table.form is KNOWLEDGE_NEEDED:
        rows = read_knowledge(sheet, table)
        found.knowledge += rows
        return len(rows)
    steps = read_steps(sheet, table)
    found.steps += steps
    return len(steps)


def _range(sheet: Sheet, table: Table) -> str:
    rows = [table.header, *table.rows]
    columns = [column for row in rows for column in sheet.cells(row)]
    return f"{column_letters(min(columns))}{table.header}:{column_letters(max(columns))}{rows[-1]}"


def _no_table(sheet: Sheet, rows: list[int], found: Collected) -> None:
    top = [text for row in rows[:5] for text in sheet.cells(row).values()]
    order = all(any(word in text for text in top) for word in COMMITTEE_ORDER)
    first = sheet.address(rows[0], next(iter(sheet.cells(rows[0])), 1))
    reason = "เป็นคำสั่งแต่งตั้ง ไม่ใช่ตารางที่แดชบอร์ดนี้ใช้" if order else "ไม่พบหัวตารางของแบบฟอร์มที่รู้จักในแผ่นงานนี้"
    for row in rows:
        sheet.ignore_row(row, reason)
    found.tables.append(
        TableFound(sheet.name, f"{rows[0]}:{rows[-1]}", "committee_order" if order else "unsupported", 0, reason)
    )
    found.problems.append(
        Problem(
            code="sheet_left_out",
            severity=Severity.INFO if order else Severity.WARNING,
            cell=first,
            found=sheet.text(rows[0], next(iter(sheet.cells(rows[0])), 1))[:120],
            message=f"ทั้งแผ่นงาน “{sheet.name}” ไม่ได้นำไปใช้: {reason}",
            remedy="ถ้าแผ่นงานนี้มีแผนหรือผลคะแนน ให้คัดลอกลงแบบฟอร์ม kmdash แล้วนำเข้าอีกครั้ง",
        )
    )


def _tell_unknown(sheet: Sheet, table: Table, found: Collected) -> None:
    for column, heading in table.unknown.items():
        found.problems.append(
            Problem(
                code="column_unknown",
                severity=Severity.WARNING,
                cell=sheet.address(table.header, column),
                found=heading,
                message=f"ไม่รู้จักคอลัมน์ “{heading}” ข้อมูลในคอลัมน์นี้จึงไม่ได้นำไปใช้",
                remedy="ถ้าต้องใช้ข้อมูลในคอลัมน์นี้ ให้เปลี่ยนชื่อหัวคอลัมน์ตามแบบฟอร์ม kmdash",
            )
        )


def _not_supported(sheet: Sheet, table: Table) -> Problem:
    return Problem(
        code="layout_not_supported",
        severity=Severity.WARNING,
        cell=sheet.address(table.header, min(table.columns.values())),
        found=table.form.name,
        message=NOT_YET,
        remedy="คัดลอกกิจกรรมลงแบบฟอร์ม kmdash (มีช่องขั้นตอน) แล้วนำเข้าอีกครั้ง",
    )


def _hidden(sheet: Sheet) -> Problem:
    row = sheet.rows[0]
    return Problem(
        code="sheet_hidden",
        severity=Severity.WARNING,
        cell=sheet.address(row, 1),
        found=sheet.name,
        message=f"แผ่นงาน “{sheet.name}” ถูกซ่อนไว้ในไฟล์ แต่ได้อ่านด้วย",
        remedy="ถ้าไม่ต้องการให้ใช้ ให้ลบแผ่นงานนี้ออกแล้วนำเข้าอีกครั้ง",
    )


def _stray_kpis(kpis: list[KpiDraft]) -> Problem:
    return Problem(
        code="kpi_without_plan",
        severity=Severity.WARNING,
        cell=kpis[0].cell,
        found=kpis[0].name,
        message="พบตารางเกณฑ์ตัวชี้วัดที่ไม่มีแผนอยู่ใต้ตาราง จึงยังไม่ได้นำไปใช้",
        remedy="วางตารางเกณฑ์ไว้เหนือตารางกิจกรรมของแผนนั้น",
    )
