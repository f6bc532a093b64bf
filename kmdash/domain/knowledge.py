"""The knowledge an office keeps, and what is told of it: columns of its frames (as in ``columns``), its words."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from kmdash.domain.identity import match_key

_OWNER = {"office": "str", "fiscal_year": "int"}
HEADINGS = (  # of the individual record, in the order of the form: field and number on the form
    ("title", "1"),
    ("unit", "2"),
    ("category", "3"),
    ("origin", "4"),
    ("method", "5"),
    ("techniques", "6.1"),
    ("cautions", "6.2"),
    ("success_factors", "6.3"),
    ("solutions", "6.4"),
    ("outcome", "6.5"),
)
STATES = ("published", "captured", "planned", "needed")  # how far a piece of knowledge has come, the farthest first
CONTENTS = ("origin", "method", "techniques", "cautions", "success_factors", "solutions", "outcome")

RECORDS = {  # a piece of knowledge that was written down; units, never names of persons
    "record_id": "str",
    **_OWNER,
    "title": "str",
    "unit": "str",
    "category": "str",
    "needed": "str",  # the item of Form 1 it answers, as written there
    **dict.fromkeys(CONTENTS, "str"),
    "channel": "str",  # where it is published
    "published_on": "date",
    "constructed": "bool",
}
CATEGORIES = {  # the heads under which an office keeps its knowledge
    "category_id": "str",
    **_OWNER,
    "position": "int",
    "name": "str",
}
LINKS = {  # which plan works on a line of Form 1, as the secretary said
    "link_id": "str",
    **_OWNER,
    "knowledge_id": "str",
    "issue": "str",  # of the line when that was said; the answer counts while it stays the same
    "plan_id": "str",
}
_SOURCE = {"source_cell": "str", "source_file": "str"}
KNOWLEDGE_FRAMES = {
    "knowledge_records": RECORDS | _SOURCE,
    "knowledge_categories": CATEGORIES | _SOURCE,
    "knowledge_links": LINKS | _SOURCE,
}
KNOWLEDGE_IDS = {"knowledge_records": "record_id", "knowledge_categories": "category_id", "knowledge_links": "link_id"}

INVENTORY = {  # one row a piece of knowledge needed
    **_OWNER,
    "plan_id": "str",
    "plan": "str",
    "unit": "str",
    "category": "str",
    "issue": "str",
    "objective": "str",
    "critical_process": "str",
    "kpi": "str",
    "target": "str",
    "weight": "float",
    "knowledge_id": "str",
    "item_no": "int",  # in its line, from 1
    "item": "str",
    "link": "str",  # how the plan is known: own (the file says it), issue (the plan names it), answered; else missing
    "plan_state": "str",  # none, planned, in_progress, done, late
    "captured": "int",  # records that name it
    "published": "int",  # of them those told to be published
    "state": "str",  # needed, planned, captured, published: how far it has come
    "source_cell": "str",
}
HOLDINGS = {  # one row a unit and measure: records against what the unit is to deliver
    **_OWNER,
    "unit": "str",
    "measure": "str",
    "target": "float",  # missing where none is set
    "counter": "str",
    "captured": "int",  # records of the unit
    "published": "int",
    "reported": "float",  # as the table of targets tells
    "missing": "float",  # of the target, 0 once it is reached
    "categories": "str",  # the unit's records by category, joined by newline
    "source_cell": "str",
}
SHELVES = {  # one row a category
    **_OWNER,
    "category": "str",  # missing for records without one
    "listed": "bool",  # whether the office's own list or Form 1 has it
    "needed": "int",  # pieces of knowledge of Form 1
    "captured": "int",
    "published": "int",
}
FINDINGS = {  # one row a figure that does not agree
    **_OWNER,
    "kind": "str",  # target_sum, target_total, target_outlier
    "told": "str",
    "printed": "float",
    "expected": "float",
    "source_cell": "str",
    "frame": "str",  # of the row that says it, and its id
    "row_id": "str",
}
NETWORK_UNITS = {  # one row a unit
    **_OWNER,
    "unit": "str",
    "members": "int",
    "demanded": "float",
    "missing": "float",
    "trained": "int",
    "untrained": "int",
    "unknown": "int",  # of whom nobody said whether they were trained
    "roles": "str",  # joined by newline
    "source_cell": "str",
    "demand_cell": "str",
}

_NUMBERED = re.compile(r"^\s*\(?\d+\s*[).]\s*")
_HEAD = re.compile(r"^(?:องค์ความรู้)?หมวด(?P<name>.+?)(?:\s*(?:เช่น|ได้แก่))?\s*:?$")
_FILLERS = ("เช่น", "ได้แก่", "ฯลฯ", "ฯ")
_PLACE = "อำเภอ"


def record_code(unit: str | None, title: str) -> str:
    """What tells a record from others of its office and year: its title and whose it is, as a short code."""
    return hashlib.sha256(f"{unit_key(unit)}|{match_key(title)}".encode()).hexdigest()[:8]


def is_published(record: Mapping[str, Any]) -> bool:
    """Whether a record is told to be published: where, or when."""
    return bool(record["channel"] or record["published_on"])


def issue_name(text: str | None) -> str:
    """An issue without its number, for comparing.

    >>> issue_name("๒. ส่งเสริม เศรษฐกิจ") == issue_name("ส่งเสริมเศรษฐกิจ")
    True
    """
    return match_key(_NUMBERED.sub("", text or ""))


def category_name(text: str | None) -> str:
    """A category without the words and the number that lead it in, for comparing.

    >>> category_name("องค์ความรู้หมวดระเบียบ เช่น") == category_name("(๓) ระเบียบ")
    True
    """
    return match_key(shown_category(text or "") or _NUMBERED.sub("", text or ""))


def shown_category(text: str) -> str | None:
    """The name of the category a text heads; None where it heads none.

    >>> shown_category("องค์ความรู้หมวดเทคนิคการพัฒนาอาชีพ เช่น"), shown_category("กฎหมาย")
    ('เทคนิคการพัฒนาอาชีพ', None)
    """
    found = _HEAD.match(" ".join(text.split()))
    return found["name"].strip() if found else None


def pieces_of(knowledge: str | None) -> tuple[str | None, list[str]]:
    """The category that heads a line of Form 1, and the pieces of knowledge below it.

    A line that is nothing but its category is one piece; "เช่น" and "ฯลฯ" are none.

    >>> pieces_of("องค์ความรู้หมวดระเบียบ เช่น\\nกฎหมาย\\nฯลฯ"), pieces_of("กฎหมาย")
    (('ระเบียบ', ['กฎหมาย']), (None, ['กฎหมาย']))
    """
    lines = [line.strip() for line in (knowledge or "").split("\n")]
    pieces = [line for line in lines if line and line not in _FILLERS]
    category = shown_category(pieces[0]) if pieces else None
    return category, pieces[1:] or pieces if category else pieces


def unit_key(name: str | None) -> str:
    """A unit for comparing: an office of a district is the district.

    >>> unit_key("สำนักงานพัฒนาชุมชนอำเภอบ้านโพธิ์") == unit_key("บ้านโพธิ์")
    True
    """
    text = name or ""
    return match_key(text.rpartition(_PLACE)[2] or text)
