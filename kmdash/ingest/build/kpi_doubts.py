"""Level labels that do not say which level a column holds: asked once a table, told beside its other KPIs."""

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record
from kmdash.domain.wording import joined, worded
from kmdash.ingest.records.drafts import KpiDraft


def is_ordered(kpi: KpiDraft) -> bool:
    """Whether the labels over a KPI's levels say their order, all or most of them."""
    return len(kpi.doubts) < len(THRESHOLDS)


def about_labels(row: Record, kpi: KpiDraft, asked: set[str]) -> list[Problem]:
    """The finding on a KPI whose level labels are in doubt; ``asked`` are the labels' cells that were asked about."""
    if not kpi.doubts:
        return []
    choice = "/".join(text.removesuffix("%") for text, _ in kpi.levels)
    label, cell, _ = kpi.doubts[0]
    kept = (
        worded("reader_build.kpi_levels_by_place", choice=choice)
        if is_ordered(kpi)
        else worded("reader_build.kpi_levels_unused")
    )
    where = {"frame": "kpis", "row_id": row["kpi_id"], "field": "levels"}
    if cell in asked or kpi.texts:
        return [
            Problem(
                code="kpi_level_label",
                severity=Severity.WARNING,
                cell=kpi.levels[0][1],
                found=" / ".join(text for text, _ in kpi.levels)[:200],
                message=worded("reader_build.kpi_label", cell=cell, kept=kept),
                remedy=worded("reader_build.kpi_label_do"),
                **where,
            )
        ]
    asked.add(cell)
    printed = joined(
        [worded("reader_build.kpi_label_place", place=place, text=text) for text, _, place in kpi.doubts], ", "
    )
    return [
        Problem(
            code="kpi_level_label",
            severity=Severity.QUESTION,
            cell=cell,
            found=label,
            message=worded("reader_build.kpi_labels", printed=printed, kept=kept),
            remedy=worded("reader_build.kpi_labels_do"),
            proposal=choice if is_ordered(kpi) else None,
            choices=(choice,) if is_ordered(kpi) else (),
            **where,
        )
    ]
