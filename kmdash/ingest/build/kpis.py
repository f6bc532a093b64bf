"""KPIs of a plan as records: thresholds, direction, unit; from the plan's own table, else from Form 1."""

from kmdash.domain import forms, scale
from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.identity import match_key
from kmdash.domain.level_texts import join_levels
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record
from kmdash.domain.rubric import rubric
from kmdash.domain.wording import worded
from kmdash.ingest.build.kpi_doubts import about_labels, is_ordered
from kmdash.ingest.build.weights import weight_of, weight_problems
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.normalise.quantities import counted_thresholds, is_quantity
from kmdash.ingest.records.drafts import KnowledgeDraft, KpiDraft, PlanDraft

HUNDRED = 100


def direction_of(levels: list[float]) -> str | None:
    """``up`` or ``down`` as the thresholds run; None where their order is mixed.

    >>> direction_of([65, 70, 75, 80, 85]), direction_of([5, 4, 3, 2, 1]), direction_of([1, 3, 2, 4, 5])
    ('up', 'down', None)
    """
    try:
        return scale.direction(levels)
    except ValueError:
        return None


def kpi_rows(
    draft: PlanDraft, form1: KnowledgeDraft | None, plan_id: str, file: str
) -> tuple[list[Record], list[Problem]]:
    """The KPIs of a plan. Form 1's wording is only compared where the plan has a table of its own."""
    if draft.kpis:
        rows, problems, asked = [], _wording_differs(draft.kpis, form1), set[str]()
        for position, kpi in enumerate(draft.kpis, start=1):
            row, found = _from_table(kpi, position, plan_id, file)
            rows.append(row)
            problems += found + about_labels(row, kpi, asked)
        return rows, problems + weight_problems(draft.kpis)
    if form1 and form1.texts.get("kpi"):
        row = _row(form1.texts["kpi"], form1.cells["kpi"], 1, plan_id, file)
        return [row], [_levels_missing(row)]
    return [], []


def _row(name: str, cell: str, position: int, plan_id: str, file: str) -> Record:
    return {
        "kpi_id": f"{plan_id}/K{position}",
        "plan_id": plan_id,
        "position": position,
        "name": name,
        "unit": forms.unit_in(name),
        "direction": "up",
        "target": forms.mark_in(name),
        "source_cell": cell,
        "source_file": file,
    }


def _from_table(kpi: KpiDraft, position: int, plan_id: str, file: str) -> tuple[Record, list[Problem]]:
    row = _row(kpi.name, kpi.cell, position, plan_id, file) | _beside(kpi)
    if kpi.own and not kpi.levels:
        return row, [] if kpi.own == forms.WITHOUT_LEVELS else [_levels_missing(row)]
    if not is_ordered(kpi):
        return row, []
    if kpi.milestone or kpi.texts:
        return _in_words(row, kpi)
    values = [number(text) for text, _ in kpi.levels]
    found = " / ".join(text for text, _ in kpi.levels)
    levels = [value for value in values if value is not None]
    if len(values) != len(THRESHOLDS) or len(levels) != len(values):
        return row, [_levels_unclear(row, kpi.levels[0][1], found)]
    direction = direction_of(levels)
    if direction is None:
        return row, [_levels_mixed(row, kpi, found)]
    row |= dict(zip(THRESHOLDS, levels, strict=True)) | {"direction": direction}
    return row, _fractions(row, kpi, levels)


def _beside(kpi: KpiDraft) -> Record:
    """What stands beside the levels: weight, unit, target; only what is given, of a form of our own what it says."""
    columns = {
        "weight": weight_of(kpi),
        "unit": kpi.unit[0] if kpi.unit else None,
        "target": kpi.target[0] if kpi.target else None,
    }
    return {name: value for name, value in columns.items() if value is not None or name in kpi.columns}


def _in_words(row: Record, kpi: KpiDraft) -> tuple[Record, list[Problem]]:
    """Levels told in words: kept as they are; counts of one thing that rise or fall give thresholds, too.

    Steps to reach (``milestone``) are no steps where all five are nothing but quantities: those that are neither
    thresholds nor ranges of counts are asked.
    """
    if len(kpi.texts) != len(THRESHOLDS):
        return row, [_criteria_unclear(row, kpi)]
    row["level_texts"] = join_levels(kpi.texts)
    measured = all(map(is_quantity, kpi.texts))
    row["scale"] = "milestone" if kpi.milestone and not measured else None
    if row["scale"]:
        return row, []
    levels = counted_thresholds(kpi.texts)
    if levels:
        row |= dict(zip(THRESHOLDS, levels, strict=True)) | {"direction": direction_of(levels)}
    elif measured and rubric(kpi.texts) is None:
        return row, [_levels_unclear(row, kpi.texts_cell, " / ".join(kpi.texts))]
    return row, []


def _criteria_unclear(row: Record, kpi: KpiDraft) -> Problem:
    return Problem(
        code="kpi_criteria_unclear",
        severity=Severity.WARNING,
        cell=kpi.texts_cell,
        found="",
        message=worded("reader_build.kpi_criteria_unclear"),
        remedy=worded("reader_build.kpi_criteria_unclear_do"),
        frame="kpis",
        row_id=row["kpi_id"],
    )


def _fractions(row: Record, kpi: KpiDraft, levels: list[float]) -> list[Problem]:
    """Thresholds of a percentage that are all parts of one, in cells that do not show percent."""
    if row["unit"] != "ร้อยละ" or not 0 < max(levels) <= 1:
        return []
    proposal = "/".join(f"{level * HUNDRED:g}" for level in levels)
    return [
        Problem(
            code="kpi_levels_fraction",
            severity=Severity.WARNING,
            cell=kpi.levels[0][1],
            found=" / ".join(text for text, _ in kpi.levels),
            message=worded("reader_build.kpi_levels_fraction", proposal=proposal),
            remedy=worded("reader_build.kpi_levels_fraction_do"),
            proposal=proposal,
            frame="kpis",
            row_id=row["kpi_id"],
            field="levels",
        )
    ]


def _levels_unclear(row: Record, cell: str, found: str) -> Problem:
    return Problem(
        code="kpi_levels_unclear",
        severity=Severity.QUESTION,
        cell=cell,
        found=found,
        message=worded("reader_build.kpi_levels_unclear"),
        remedy=worded("reader_build.kpi_levels_unclear_do"),
        frame="kpis",
        row_id=row["kpi_id"],
        field="levels",
    )


def _levels_mixed(row: Record, kpi: KpiDraft, found: str) -> Problem:
    return Problem(
        code="kpi_levels_mixed",
        severity=Severity.ERROR,
        cell=kpi.levels[0][1],
        found=found,
        message=worded("reader_build.kpi_levels_mixed"),
        remedy=worded("reader_build.kpi_levels_mixed_do"),
        frame="kpis",
        row_id=row["kpi_id"],
        field="levels",
    )


def _levels_missing(row: Record) -> Problem:
    return Problem(
        code="kpi_levels_missing",
        severity=Severity.QUESTION,
        cell=row["source_cell"],
        found=row["name"],
        message=worded("reader_build.kpi_levels_missing"),
        remedy=worded("reader_build.kpi_levels_missing_do"),
        frame="kpis",
        row_id=row["kpi_id"],
        field="levels",
    )


def _wording_differs(kpis: list[KpiDraft], form1: KnowledgeDraft | None) -> list[Problem]:
    text = form1.texts.get("kpi") if form1 else None
    if not form1 or not text or any(match_key(kpi.name) == match_key(text) for kpi in kpis):
        return []
    return [
        Problem(
            code="kpi_text_differs",
            severity=Severity.INFO,
            cell=form1.cells["kpi"],
            found=text,
            message=worded("reader_build.kpi_text_differs", cell=kpis[0].cell),
            remedy=worded("reader_build.kpi_text_differs_do"),
        )
    ]
