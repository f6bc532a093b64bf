"""What knowledge management is for, and a SWOT, as register parts."""

from kmdash.domain.identity import office_code
from kmdash.domain.learned_parts import learned_part
from kmdash.domain.persons import hidden
from kmdash.domain.reading import Part, Record
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.records.drafts_follow import AimDraft, SwotDraft


def aims_parts(aims: list[AimDraft], swots: list[SwotDraft], owner: Owner) -> list[Part]:
    """One part for all aims, one for the office's SWOT (of several the last); no person is kept."""
    whose: Record = {"office": owner.office, "fiscal_year": owner.fiscal_year}
    rows: list[Record] = [
        {
            "aim_id": f"{owner.fiscal_year or 0}-{office_code(owner.office)}-A{position}",
            **whose,
            "position": position,
            "kind": draft.kind,
            "text": hidden(draft.text, None)[0],
            **{party: hidden(text, None)[0] or None for party, text in draft.benefits.items()},
            "source_cell": draft.cell,
            "source_file": owner.file,
        }
        for position, draft in enumerate(aims, start=1)
    ]
    parts = [Part("aims", "1", owner.office, owner.fiscal_year, {"aims": rows})] if rows else []
    for draft in swots[-1:]:
        texts = {kind: hidden(text, None)[0] for kind, text in draft.texts.items()}
        where = {"source_cell": draft.cell, "source_file": owner.file}
        parts.append(learned_part("swots", {**whose, "plan_id": None, "activity_id": None, **texts, **where}))
    return parts
