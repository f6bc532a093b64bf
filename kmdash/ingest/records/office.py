"""Whose plan it is and of which fiscal year, as the file's own titles tell; what is not certain is asked."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kmdash.domain.fiscal import FIRST_MONTH, fiscal_year_of
from kmdash.domain.forms import YEARS
from kmdash.domain.identity import match_key
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.normalise.periods import parse_value
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts import PlanDraft
from kmdash.ingest.records.head import without_year
from kmdash.ingest.sheet import Sheet

_FULL_OFFICE = (
    r"(?:กรม|เทศบาล|องค์การบริหารส่วน|มหาวิทยาลัย|วิทยาลัย|โรงพยาบาล|โรงเรียน|สำนักงาน(?:\S*)(?:จังหวัด|อำเภอ|เขต))\S+"
    r"(?:\s+(?:อำเภอ|จังหวัด|เขต)\s?\S+)*"
)
_NAMED = (
    re.compile(r"^ชื่อ(?:ส่วนราชการ|หน่วยงาน|องค์กร)\s*:?\s*(.+)$"),
    re.compile(r"^แผน(?:ปฏิบัติ)?การจัดการความรู้(?:ของ)?\s*(.+?)\s*(?:ประจำ)?ปี(?:งบประมาณ)?"),
    re.compile(
        r"^(?:แผน|รายงาน)\S*(?:\s+(?:\([^)]*\)|KM|Action|Plan))*\s+(?:ของ\s*)?(\S.*?)\s*(?:ประจำ)?ปี(?:งบประมาณ)?",
        re.IGNORECASE,
    ),
    re.compile(r"^ส่วนราชการ(?:\s*:|\s)\s*(.+)$"),
    re.compile(r"^ประกาศ\s*((?:กรม|เทศบาล|องค์การบริหารส่วน|จังหวัด|มหาวิทยาลัย|สำนักงาน|โรงพยาบาล|กระทรวง)\S.*)$"),
    re.compile(r"^((?:กรม|เทศบาล|องค์การบริหารส่วน|มหาวิทยาลัย|โรงพยาบาล|กระทรวง|สำนักงาน(?:\S*)จังหวัด)\S+)$"),
    re.compile(
        r"^(?:(?:แผน|รายงาน|แบบ|เกณฑ์|สรุป|ผล|ติดตาม|ตาราง|บัญชี|ทะเบียน|ทำเนียบ|คำรับรอง)\S*(?:\s.*?)?\s|(?:ของ\s*)?(?:(?:กอง|สำนัก|ฝ่าย|กลุ่ม)\S+\s+)?)"
        rf"({_FULL_OFFICE})(?:\s+(?:กระทรวง|คณะ|กรม)\S+)?(?:\s*(?:ประจำ)?ปี(?:งบประมาณ)?.*)?$"
    ),
)
_OFFICE = re.compile(
    r"^(?:กรม|เทศบาล|องค์การ|อบต|อบจ|จังหวัด|มหาวิทยาลัย|โรงพยาบาล|กระทรวง|สำนักงาน(?!เลขา|ปลัด)|วิทยาลัย|โรงเรียน|สถาบัน|ศูนย์)"
)
_BLANK = re.compile(r"[.…_]{3,}")
LONGEST = 90  # letters of a line that names an office
TOP_LINES = 8  # filled rows at a sheet's top in which a title may name an office among its other words
WIDEST = 2  # texts of a row that names one
_YEARS = re.compile(r"ปี(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*(25\d\d)(?:\s*(?:-|–|—|ถึง)\s*(?:พ\.?\s*ศ\.?\s*)?(25\d\d))?")

_LABELLED_YEARS = re.compile(rf"{YEARS}\s*:\s*(25\d\d)(?:\s*-\s*(25\d\d))?$")

Span = tuple[int, int]  # first and last fiscal year (BE)
FileYears = tuple[tuple[int | None, int | None], list[Problem]]  # both None: asked; the last None: one year only

_BARE_YEAR = re.compile(r"ปี\s*(?:พ\.?\s*ศ\.?)?\s*25\d\d")


def find_office(sheets: list[Sheet], found: Collected) -> tuple[str | None, list[Problem]]:
    """The office's name as its titles give it, or None and a question when the file names none or several.

    The sheets with plans decide where they name one office; a division of it (กอง, ฝ่าย) is no office unless it
    is all that is named.
    """
    named, cells = _offices(sheets, _NAMED[:1] if _own(found) else _NAMED)
    of_plans = {plan.sheet for plan in found.plans}
    for only in (of_plans, {sheet.name for sheet in sheets}):
        keys = {key for key, name in named.items() if _OFFICE.match(name) and any(at[0] in only for at in cells[key])}
        if len(keys) == 1:
            return named[keys.pop()], []
        if keys:
            break
    if len(named) == 1:
        return next(iter(named.values())), []
    likely = [key for key in named if _OFFICE.match(named[key])] or list(named)
    likely.sort(key=lambda key: -len(cells[key]))
    choices = tuple(named[key] for key in likely)
    return None, [
        Problem(
            code="office_unclear" if choices else "office_missing",
            severity=Severity.QUESTION,
            cell=cells[likely[0]][0][1] if likely else _first_cell(sheets),
            found=" / ".join(choices),
            message=worded("reader_left.office_several") if choices else worded("reader_left.office_missing"),
            remedy=worded("reader_left.office_do"),
            choices=choices,
            field="office",
        )
    ]


def _own(found: Collected) -> bool:
    """Whether all plans, or the rows of Form 1, are of a form that the program wrote: its labels say whose it is."""
    marks = [plan.head.cells.get("plan_key") for plan in found.plans] or [
        row.cells.get("id") for row in found.knowledge
    ]
    return bool(marks) and all(marks)


def _offices(
    sheets: list[Sheet], named_so: Sequence[re.Pattern[str]]
) -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """Names of offices by their key, in the first spelling, and where each stands, as (sheet, cell)."""
    named: dict[str, str] = {}
    cells: dict[str, list[tuple[str, str]]] = {}
    for sheet in sheets:
        for place, row in enumerate(sheet.rows):
            texts = sheet.cells(row)
            patterns = named_so if place < TOP_LINES else [one for one in named_so if one is not _NAMED[-1]]
            for column, text in texts.items() if len(texts) <= WIDEST else ():
                if len(text) > LONGEST or _BLANK.search(text):
                    continue
                shown = (text, without_year(text))
                found = next((match for pattern in patterns for line in shown if (match := pattern.match(line))), None)
                if found is None:
                    continue
                if found.re is not _NAMED[0] and not _OFFICE.match(found[1]):
                    continue  # a title that goes on otherwise than with an office's name
                name = without_year(found[1].strip())
                key = match_key(name)
                named.setdefault(key, name)
                cells.setdefault(key, []).append((sheet.name, sheet.address(row, column)))
                if found.re is _NAMED[0]:
                    sheet.usage.use(sheet.name, row, column, "office")
    return named, cells


def find_fiscal_years(sheets: list[Sheet], found: Collected) -> FileYears:
    """First and last fiscal year (BE): as titled, else those all dates of the plans lie in, else None and a question.

    Titles that name one year, or spans of years that begin with the same one, are agreed upon; spans of
    different length are told, and the longest counts.
    """
    spans, cells = _labelled(sheets) if _own(found) else _titled(sheets)
    firsts = {first for first, _ in spans}
    if len(firsts) == 1 or (firsts and _covers_all(spans)):
        longest = max(spans, key=lambda span: span[1] - span[0])
        different = {span for span in spans if span[1] > span[0]}
        told = [_spans_differ(longest, cells[span]) for span in different if span != longest]
        return (longest[0], longest[1] if longest[1] > longest[0] else None), told
    dated = years_of_dates(found.plans)
    titled = Counter(first for first, _ in spans.elements())
    if not titled and len(dated) == 1:
        year = next(iter(dated))
        return (year, None), [_inferred(year, sheets)]
    likely = Counter({year: count for year, count in titled.items() if year in dated}) or titled
    if len(likely) == 1 and len(dated) == 1:
        year = next(iter(likely))
        return (year, None), [_inferred(year, sheets)]
    choices = tuple(f"{year}" for year, _ in (titled or dated).most_common())
    return (None, None), [
        Problem(
            code="fiscal_year_unclear",
            severity=Severity.QUESTION,
            cell=_first_cell(sheets),
            found=" / ".join(choices),
            message=worded("reader_left.fiscal_year_unclear"),
            remedy=worded("reader_left.fiscal_year_do"),
            proposal=choices[0] if choices else None,
            choices=choices,
            field="fiscal_year",
        )
    ]


def years_named(line: str) -> list[Span]:
    """The fiscal years a line names.

    >>> years_named("แผนปี ๒๕๖๗"), years_named("ปีงบประมาณ พ.ศ. 2567 - 2569"), years_named("มาตรฐาน 2567")
    ([(2567, 2567)], [(2567, 2569)], [])
    """
    spans = [(int(first), int(last or first)) for first, last in _YEARS.findall(arabic(line))]
    return [span for span in spans if span[0] <= span[1]]


def _titled(sheets: list[Sheet]) -> tuple[Counter[Span], dict[Span, str]]:
    """The fiscal years the texts name, as (first, last), with a cell of each."""
    spans: Counter[Span] = Counter()
    cells: dict[Span, str] = {}
    for sheet in sheets:
        for row in sheet.rows:
            texts = {column: arabic(text) for column, text in sheet.cells(row).items() if "ปี" in text}
            bare = {text for text in texts.values() if _BARE_YEAR.fullmatch(text)}
            for column, text in texts.items():
                if len(bare) > 1 and text in bare:
                    continue  # calendar years side by side head the columns of a month grid
                for span in years_named(text):
                    spans[span] += 1
                    cells.setdefault(span, sheet.address(row, column))
    return spans, cells


def _labelled(sheets: list[Sheet]) -> tuple[Counter[Span], dict[Span, str]]:
    """The fiscal years of the lines that say nothing else, as (first, last), with a cell of each."""
    spans: Counter[Span] = Counter()
    cells: dict[Span, str] = {}
    for sheet in sheets:
        for row in sheet.rows:
            for column, text in sheet.cells(row).items():
                if found := _LABELLED_YEARS.match(arabic(text)):
                    span = (int(found[1]), int(found[2] or found[1]))
                    spans[span] += 1
                    cells.setdefault(span, sheet.address(row, column))
                    sheet.usage.use(sheet.name, row, column, "fiscal_year")
    return spans, cells


def _covers_all(spans: Iterable[Span]) -> bool:
    """Whether one span of several years covers every year named."""
    longest = max(spans, key=lambda span: span[1] - span[0])
    return longest[1] > longest[0] and all(longest[0] <= first and last <= longest[1] for first, last in spans)


def _spans_differ(longest: Span, cell: str) -> Problem:
    return Problem(
        code="fiscal_years_differ",
        severity=Severity.WARNING,
        cell=cell,
        found="",
        message=worded("reader_left.fiscal_years_differ", first=longest[0], last=longest[1]),
        remedy=worded("reader_left.fiscal_years_differ_do"),
    )


def years_of_dates(plans: Iterable[PlanDraft]) -> Counter[int]:
    """How many dates of plans lie in each fiscal year (BE); dates that cannot be read without one are left out."""
    years: Counter[int] = Counter()
    for plan in plans:
        for activity in plan.activities:
            for name in ("period", "start", "end"):
                period = parse_value(activity.values.get(name), number_format=activity.formats.get(name, "General"))
                years.update(fiscal_year_of(day) for day in (period.start, period.end) if day)
            marked = activity.grid.months if activity.grid else []
            years.update(year + (first >= FIRST_MONTH) for first, _, year in marked if year)
    return years


def _inferred(year: int, sheets: list[Sheet]) -> Problem:
    return Problem(
        code="fiscal_year_inferred",
        severity=Severity.INFO,
        cell=_first_cell(sheets),
        found="",
        message=worded("reader_left.fiscal_year_inferred", year=year),
        remedy=worded("reader_left.fiscal_year_inferred_do"),
    )


def _first_cell(sheets: list[Sheet]) -> str:
    sheet = next((sheet for sheet in sheets if sheet.rows), None)
    return sheet.address(sheet.rows[0], 1) if sheet else ""
