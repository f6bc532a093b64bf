"""Roles and duties of the committee as a register part."""

from kmdash.domain.identity import office_code
from kmdash.domain.problem import Problem
from kmdash.domain.reading import Part, Record
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.records.drafts_follow import DutyDraft


def duties_part(drafts: list[DutyDraft], owner: Owner) -> tuple[Part, list[Problem]]:
    """One part with a row a role."""
    rows: list[Record] = [
        {
            "duty_id": f"{owner.fiscal_year or 0}-{office_code(owner.office)}-D{position}",
            "office": owner.office,
            "fiscal_year": owner.fiscal_year,
            "position": position,
            "role": draft.role or None,
            "holders": "\n".join(draft.holders) or None,
            "duties": "\n".join(draft.duties) or None,
            "note": draft.note or None,
            "source_cell": draft.cell,
            "source_file": owner.file,
        }
        for position, draft in enumerate(drafts, start=1)
    ]
    return Part("duties", "1", owner.office, owner.fiscal_year, {"duties": rows}), []
