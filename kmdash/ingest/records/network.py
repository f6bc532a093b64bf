"""Register of a network's members; names and telephone numbers are not kept."""

from kmdash.domain.wording import worded
from kmdash.ingest.layouts.contents import is_mark
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_register import MemberDraft
from kmdash.ingest.records.plan_rows import closing
from kmdash.ingest.sheet import Sheet

PERSONAL = "reader_left.personal"
_PERSONAL_FIELDS = ("name", "phone")


def read_network(sheet: Sheet, table: Table, found: Collected) -> int:
    """One draft a member: unit, role, work and whether the training was passed."""
    members: list[MemberDraft] = []
    for row in table.rows:
        texts = {name: text for name, column in table.columns.items() if (text := sheet.text(row, column))}
        reason = closing(sheet, row)
        if reason or len(sheet.cells(row)) < 2 or not {"name", "unit", "role"} & set(texts):
            sheet.ignore_row(row, reason or worded("reader_left.outside_register"))
            continue
        member = MemberDraft(
            sheet.address(row, table.columns["unit" if "unit" in texts else "name"]), texts.get("unit", "")
        )
        member.role, member.work = texts.get("role", ""), texts.get("work", "")
        ticked = [name for name in ("trained", "untrained") if is_mark(texts.get(name, "-"))]
        member.trained = ticked == ["trained"] if len(ticked) == 1 else None
        if len(ticked) > 1:
            member.doubts.append(sheet.address(row, table.columns["trained"]))
        members.append(member)
        for name, column in table.columns.items():
            if name in _PERSONAL_FIELDS:
                sheet.usage.ignore(sheet.name, row, column, PERSONAL)
            else:
                sheet.take(row, column, name)
        for column, heading in table.unknown.items():
            sheet.usage.ignore(sheet.name, row, column, worded("reader_left.column", heading=heading))
    found.members += members
    return len(members)
