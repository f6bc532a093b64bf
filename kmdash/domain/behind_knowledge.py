"""What stands behind a number of the knowledge and network pages, one thing at a time (``domain.behind``)."""

from collections.abc import Callable
from typing import Any

from kmdash.domain.behind import Item, Source
from kmdash.domain.fiscal import thai_date
from kmdash.domain.frames import records
from kmdash.domain.knowledge import CONTENTS, category_name, is_published, unit_key
from kmdash.domain.marks import Mark
from kmdash.domain.register import Register
from kmdash.domain.scale import plain
from kmdash.domain.words import say

Row = dict[str, Any]


def of_knowledge(mark: Mark, register: Register) -> list[Item] | None:
    """The items behind a mark: a line of Form 1, a unit's records, a category's, one record, a unit's members.

    None for a mark of another kind.
    """
    kind, *ids = mark
    if kind not in _KINDS:
        return None
    return _KINDS[kind](ids[0], register)


def _line(knowledge_id: str, register: Register) -> list[Item]:
    return [
        Item(
            name=row["issue"] or row["critical_process"] or knowledge_id,
            mark="none",
            state=say("know.form1"),
            why=row["knowledge"] or "",
            facts=_facts(unit=row["unit"]),
            sources=(_source("knowledge", "knowledge_id", row, say("know.form1")),),
        )
        for row in records(register.knowledge)
        if row["knowledge_id"] == knowledge_id
    ]


def _holder(unit: str, register: Register) -> list[Item]:
    key = unit_key(unit)
    targets = [row for row in records(register.targets) if unit_key(row["unit"]) == key]
    kept = [row for row in records(register.knowledge_records) if unit_key(row["unit"]) == key]
    return [*map(_target, targets), *map(_record, kept)]


def _shelf(category: str, register: Register) -> list[Item]:
    key = category_name(category)
    return [_record(row) for row in records(register.knowledge_records) if category_name(row["category"]) == key]


def _one(record_id: str, register: Register) -> list[Item]:
    return [_record(row) for row in records(register.knowledge_records) if row["record_id"] == record_id]


def _members(unit: str, register: Register) -> list[Item]:
    key = unit_key(unit)
    return [
        Item(
            name=row["role"] or say("net.member"),
            mark={True: "done", False: "due", None: "unclear"}[row["trained"]],
            state=say({True: "net.trained", False: "net.untrained", None: "net.unknown"}[row["trained"]]),
            why=row["work"] or "",
            facts=_facts(unit=row["unit"]),
            sources=(_source("network", "member_id", row, say("net.register")),),
        )
        for row in records(register.network)
        if unit_key(row["unit"]) == key
    ]


def _target(row: Row) -> Item:
    figure = "–" if row["target"] is None else plain(row["target"])
    return Item(
        name=row["measure"] or row["target_id"],
        mark="none",
        state=say("know.target", target=figure, counter=row["counter"] or ""),
        why=row["note"] or "",
        facts=_facts(unit=row["unit"]),
        sources=(_source("targets", "target_id", row, say("know.from_targets")),),
    )


def _record(row: Row) -> Item:
    published = is_published(row)
    day = thai_date(row["published_on"]) if row["published_on"] else None
    where = " · ".join(filter(None, [row["channel"], day]))
    told = [f"{say(f'record.{name}')}: {row[name]}" for name in CONTENTS if row[name]]
    return Item(
        name=row["title"] or row["record_id"],
        mark="done" if published else "active",
        state=" · ".join(filter(None, [say(f"knowledge_state.{'published' if published else 'captured'}"), where])),
        why=" · ".join(told),
        facts=_facts(unit=row["unit"], category=row["category"], needed=row["needed"]),
        sources=(_source("knowledge_records", "record_id", row, say("know.from_record")),),
    )


def _source(frame: str, key: str, row: Row, told: str) -> Source:
    return Source(frame, row[key], told, row["source_cell"], row["source_file"])


def _facts(**texts: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((key, text) for key, text in texts.items() if text)


_KINDS: dict[str, Callable[[str, Register], list[Item]]] = {
    "line": _line,
    "holder": _holder,
    "shelf": _shelf,
    "record": _one,
    "members": _members,
}
