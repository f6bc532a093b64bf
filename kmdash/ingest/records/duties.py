"""Roles and duties of a committee, from a table or from the sections of an order; no person is kept."""

import re
from collections.abc import Sequence

from kmdash.domain.identity import match_key
from kmdash.domain.persons import HIDDEN, hidden
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_follow import DutyDraft
from kmdash.ingest.records.plan_rows import closing
from kmdash.ingest.sheet import Sheet

PERSONAL = "reader_left.personal"
_BULLET = re.compile(r"^\s*(?:[-•*▪–]|\(?[0-9๐-๙]{1,2}[.)])\s*")
_SECTION = re.compile(r"^\s*[0-9๐-๙]{1,2}\.\s*(?=\D)(.+)$")
_ITEM = re.compile(r"^\s*\([0-9๐-๙]{1,2}\)\s*(.+)$")
_ASSIGNED = re.compile(r"มอบหมายให้\s*(.+?)\s*(?:เป็น|ทำหน้าที่)")
_DUTIES = re.compile(r"^(.*?)\s*(?:โดย)?\s*(?:มี|ทำ)(?:อำนาจ)?หน้าที่.*ดังนี้")
_LABEL = re.compile(
    r"^(.*\S)\s+((?:รอง)?ประธาน\S*|(?:คณะทำงาน|กรรมการ)(?:และ(?:ผู้ช่วย)?เลขานุการ)?|(?:ผู้ช่วย)?เลขานุการ\S*|ที่ปรึกษา)$"
)
_ROLE = re.compile(r"(?:ผู้บริหาร|หัวหน้า|คณะ|กรรมการ|ฝ่ายเลขา|เลขา|ประธาน|ที่ปรึกษา|ผู้ช่วย|ผู้อำนวยการ|รอง)")
_COUNT = re.compile(r"\(?[0-9๐-๙]{1,2}[.)]?")
_FORMED = re.compile(r"^.*(?:ให้มี|แต่งตั้ง)\s*(คณะ.+?)\s*ประกอบด้วย\s*:?$")
_AT_ONCE = re.compile(r"^(?:ให้)?\s*คณะ.*?(?:มี|ทำ)(?:อำนาจ)?หน้าที่\s*(?P<duties>(?!.*ดังนี้)\S.+)$", re.DOTALL)
_RULED = re.compile(r"^กำหนดให้\s*(?P<role>ผู้\S+?)\s*(?:(?:มี|ทำ)หน้าที่|\s)\s*(?P<duty>\S.+)$", re.DOTALL)
_NEXT_DUTY = re.compile(r"\s*และ(?=(?:ดำเนินการ|รายงาน|จัดทำ|นำเสนอ|เสนอ))")
_END = re.compile(r"^(?:ทั้งนี้|สั่ง\s*ณ|จึงเรียน|ประกาศ\s*ณ)")


def read_duties(sheet: Sheet, table: Table, found: Collected) -> int:
    """A draft a role: rows of one role, or without one of their own, belong together."""
    columns, drafts = table.columns, dict[str, DutyDraft]()
    role = ""
    for row in table.rows:
        texts = {name: sheet.covered_text(row, columns.get(name)) for name in ("role", "holder", "duties", "note")}
        reason = closing(sheet, row)
        if reason or not any(sheet.text(row, columns.get(name)) for name in ("role", "holder", "duties")):
            sheet.ignore_row(row, reason or worded("reader_left.outside_roles"))
            continue
        holder = _without_person(texts["holder"])
        role = texts["role"] or (holder if "role" not in columns else role)
        cell = sheet.address(row, columns.get("role") or columns.get("holder") or columns["duties"])
        draft = drafts.setdefault(match_key(role), DutyDraft(role, cell, note=texts["note"]))
        if holder and holder not in draft.holders and "role" in columns:
            draft.holders.append(holder)
        draft.duties += [duty for duty in _lines(texts["duties"]) if duty not in draft.duties]
        for name, column in columns.items():
            if name == "name":
                sheet.usage.ignore(sheet.name, row, column, PERSONAL)
            else:
                sheet.take(row, column, name)
        for column, heading in table.unknown.items():
            sheet.usage.ignore(sheet.name, row, column, worded("reader_left.column", heading=heading))
    for row in table.head:
        sheet.ignore_row(row, worded("reader_left.table_title"))
    found.duties += drafts.values()
    return len(drafts)


def order_of(sheet: Sheet, rows: Sequence[int]) -> list[DutyDraft]:
    """The roles of an order of appointment, each with who holds it and its duties; none where no role has duties.

    A section begins with the number and name of a role. Below it stand its members, numbered or in columns; after
    "มีหน้าที่ … ดังนี้" its duties, numbered or a line each. A row left blank ends them. A further committee may be
    named in running text and have its duties in one sentence; what a rule lays on somebody ("กำหนดให้ผู้…") is a
    duty of his.
    """
    order = _Order(sheet)
    for row in rows:
        order.read(row)
    drafts = [draft for draft in order.drafts if draft.duties]
    if not drafts:
        return []
    for draft in drafts:
        draft.holders = [_holder(name, draft.role) for name in draft.holders if name]
    used = {row for draft in drafts for row in order.used[draft.cell]}
    for row in rows:
        if row not in used:
            sheet.ignore_row(row, worded("reader_left.outside_duties"))
        for column in sheet.cells(row) if row in used else ():
            sheet.take(row, column, "duties")
    return drafts


class _Order:
    """An order being read: its roles, the rows of each (by its cell), and what the next lines are added to."""

    def __init__(self, sheet: Sheet):
        self.sheet = sheet
        self.drafts: list[DutyDraft] = []
        self.used: dict[str, list[int]] = {}
        self.items: list[str] | None = None
        self.numbered = False
        self.last = 0

    def read(self, row: int) -> None:
        """Add a line where it belongs."""
        texts = list(self.sheet.cells(row).values())
        text = " ".join(texts).strip()
        section, duties = _SECTION.match(text), _DUTIES.match(text)
        formed, at_once = _FORMED.match(text), _AT_ONCE.match(text)
        ruled = _RULED.match(section[1] if section else text)
        gap, self.last = row > self.last + 1, row
        if ruled:
            self._rule(row, ruled["role"], ruled["duty"])
        elif formed and self.drafts and not section:
            self._begin(row, formed[1])
            self.items = self.drafts[-1].holders
        elif at_once and self.items is not None and self.items is self.drafts[-1].holders:
            self._add(row, *_NEXT_DUTY.split(at_once["duties"]))
            self.items = None
        elif section and _ROLE.match(section[1]) and len(texts) == 1:
            self._open(row, section[1])
        elif not self.drafts or _END.match(text) or (gap and not duties) or (section and len(texts) == 1):
            self.items = None
        elif duties:
            self._duties(row, text, duties[1])
        elif self.items is not None:
            self._item(row, text, texts)

    def _begin(self, row: int, role: str) -> None:
        draft = DutyDraft(_role(role), self.sheet.address(row, 1))
        self.drafts.append(draft)
        self.used[draft.cell] = [row]

    def _rule(self, row: int, role: str, duty: str) -> None:
        """A duty that a rule lays on a role; a role named before keeps all of its own together."""
        known = next((draft for draft in self.drafts if match_key(draft.role) == match_key(role)), None)
        if known is None:
            self._begin(row, role)
        else:
            self.drafts.remove(known)
            self.drafts.append(known)
        self._add(row, duty)
        self.items = None

    def _add(self, row: int, *duties: str) -> None:
        """Duties of the last role, each with its cell."""
        draft = self.drafts[-1]
        draft.duties += [_without_person(duty) for duty in duties]
        draft.duty_cells += [self.sheet.address(row, next(iter(self.sheet.cells(row))))] * len(duties)
        self.used[draft.cell].append(row)

    def _open(self, row: int, text: str) -> None:
        told, _, holder = text.partition("ได้แก่")
        both = _DUTIES.match(text)
        self._begin(row, (told if holder else both[1] if both else text).strip())
        named = (_DUTIES.match(holder.strip()) or [holder, holder])[1] if holder.strip() else ""
        self.drafts[-1].holders += [_without_person(named.strip().removeprefix("ตำแหน่ง").strip())] if named else []
        self.items = self.drafts[-1].duties if both else self.drafts[-1].holders

    def _duties(self, row: int, text: str, subject: str) -> None:
        if self.drafts[-1].duties:
            self._begin(row, subject)
        else:
            self.used[self.drafts[-1].cell].append(row)
        assigned = _ASSIGNED.search(text)
        self.drafts[-1].holders += [_without_person(assigned[1])] if assigned else []
        self.items = self.drafts[-1].duties

    def _item(self, row: int, text: str, texts: Sequence[str]) -> None:
        assert self.items is not None
        numbered, before = _ITEM.match(text), len(self.items)
        if numbered:
            self.numbered = True
            self.items.append(_without_person(numbered[1]))
        elif len(texts) > 1:
            self.items.append(_without_person(" ".join(text for text in texts if not _COUNT.fullmatch(text))))
        elif self.numbered and self.items:
            self.items[-1] = _continued(self.items[-1], text)
        elif self.items is self.drafts[-1].duties:
            self.items.append(text)
        else:
            return
        if self.items is self.drafts[-1].duties and len(self.items) > before:
            self.drafts[-1].duty_cells.append(self.sheet.address(row, next(iter(self.sheet.cells(row)))))
        self.used[self.drafts[-1].cell].append(row)


def _role(text: str) -> str:
    return re.sub(r"\s*(?:ประกอบด้วย|ได้แก่|ดังนี้).*$|\s*มี$", "", text).strip(" :")


def _holder(text: str, role: str) -> str:
    """A member with what he is in the committee in brackets, where that is not the section's own name."""
    found = _LABEL.match(text)
    if not found:
        return text
    return found[1] if role.startswith(found[2]) else f"{found[1]} ({found[2]})"


def _continued(item: str, text: str) -> str:
    """An item with its next line; what a member is in the committee stands behind both."""
    found = _LABEL.match(item)
    return f"{found[1]}{text} {found[2]}" if found else f"{item}{text}"


def _without_person(text: str) -> str:
    """A position without the person that holds it; "" where nothing but a name stands there."""
    shown = hidden(text, None)[0].strip()
    return "" if shown == HIDDEN else shown.replace(HIDDEN, "").strip()


def _lines(text: str) -> list[str]:
    return [line for part in text.split("\n") if (line := _BULLET.sub("", part).strip())]
