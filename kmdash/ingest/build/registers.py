"""Unit targets and network members as register parts."""

from kmdash.domain.counts import counter_in, number_in
from kmdash.domain.identity import office_code
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, Record
from kmdash.domain.wording import worded
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.normalise.numbers import is_missing_mark
from kmdash.ingest.records.drafts_register import MemberDraft, TargetDraft


def registers(
    targets: list[TargetDraft], members: list[MemberDraft], owner: Owner
) -> list[tuple[Part, list[Problem]]]:
    """The parts there are, each with the problems met."""
    parts = [targets_part(targets, owner)] if targets else []
    return [*parts, network_part(members, owner)] if members else parts


def targets_part(drafts: list[TargetDraft], owner: Owner) -> tuple[Part, list[Problem]]:
    """One part with a row a unit and measure; a figure that is not one clear number is missing, and told."""
    rows: list[Record] = []
    problems: list[Problem] = []
    for position, draft in enumerate(drafts, start=1):
        figures = [(draft.text, draft.cell), (draft.actual_text, draft.actual_cell)]
        target, actual = (number_in(text) for text, _ in figures)
        problems += [
            _unreadable(draft, text, cell)
            for text, cell in figures
            if number_in(text) is None and not is_missing_mark(text)
        ]
        rows.append(
            {
                "target_id": f"{owner.fiscal_year or 0}-{office_code(owner.office)}-T{position}",
                "office": owner.office,
                "fiscal_year": owner.fiscal_year,
                "position": position,
                "unit": draft.unit,
                "measure": draft.measure,
                "target": target,
                "actual": actual,
                "note": draft.note or None,
                "source_cell": draft.cell,
                "source_file": owner.file,
                "counter": counter_in(draft.text) or None,
                "unit_kind": draft.unit_kind or None,
            }
        )
    return Part("targets", "1", owner.office, owner.fiscal_year, {"targets": rows}), problems


def network_part(drafts: list[MemberDraft], owner: Owner) -> tuple[Part, list[Problem]]:
    """One part with a row a member."""
    rows: list[Record] = [
        {
            "member_id": f"{owner.fiscal_year or 0}-{office_code(owner.office)}-N{position}",
            "office": owner.office,
            "fiscal_year": owner.fiscal_year,
            "position": position,
            "unit": draft.unit or None,
            "role": draft.role or None,
            "trained": draft.trained,
            "work": draft.work or None,
            "source_cell": draft.cell,
            "source_file": owner.file,
        }
        for position, draft in enumerate(drafts, start=1)
    ]
    problems = [_ticked_twice(cell) for draft in drafts for cell in draft.doubts]
    return Part("network", "1", owner.office, owner.fiscal_year, {"network": rows}), problems


def _unreadable(draft: TargetDraft, text: str, cell: str) -> Problem:
    return Problem(
        code="target_unreadable",
        severity=Severity.WARNING,
        cell=cell,
        found=text,
        message=worded("reader_build.target_unreadable", measure=draft.measure, unit=draft.unit),
        remedy=worded("reader_build.target_unreadable_do"),
    )


def _ticked_twice(cell: str) -> Problem:
    return Problem(
        code="trained_ticked_twice",
        severity=Severity.WARNING,
        cell=cell,
        found="ผ่าน / ไม่ผ่าน",
        message=worded("reader_build.trained_ticked_twice"),
        remedy=worded("reader_build.trained_ticked_twice_do"),
    )
