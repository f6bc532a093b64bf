"""Form 1 as a register part."""

import re

from kmdash.domain.identity import match_key, office_code, plan_id
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.records.drafts import KnowledgeDraft

_NUMBER = re.compile(r"\d")
_ITEM = re.compile(r"^\s*[0-9๐-๙]+\s*[).]\s*|^\s*-\s*")


def knowledge_items(text: str | None) -> list[str]:
    """The items of a knowledge cell, one a line, without their numbers.

    >>> knowledge_items("๑) กฎหมาย\\n๒) หลักเกณฑ์")
    ['กฎหมาย', 'หลักเกณฑ์']
    """
    return [_ITEM.sub("", line).strip() for line in (text or "").split("\n") if line.strip()]


def knowledge_part(rows: list[KnowledgeDraft], owner: Owner) -> Part:
    """One part with every row, tied to its plan by the number."""
    records = [
        {
            "knowledge_id": f"{owner.fiscal_year or 0}-{office_code(owner.office)}-F{position}",
            "plan_id": plan_id(owner.office, owner.fiscal_year, row.texts["no"]) if "plan" in row.texts else None,
            "office": owner.office,
            "fiscal_year": owner.fiscal_year,
            "position": position,
            "unit": row.texts.get("owner") or None,
            "issue": row.texts.get("issue"),
            "objective": row.texts.get("objective"),
            "critical_process": row.texts.get("critical_process"),
            "knowledge": "\n".join(knowledge_items(row.texts.get("knowledge"))) or None,
            "kpi": row.texts.get("kpi"),
            "target": row.texts.get("target"),
            "weight": number(row.texts.get("weight", "").removeprefix("ร้อยละ").strip()),
            "source_cell": row.cells["row"],
            "source_file": owner.file,
        }
        for position, row in enumerate(rows, start=1)
    ]
    return Part("knowledge", "1", owner.office, owner.fiscal_year, {"knowledge": records})


def about_targets(rows: list[KnowledgeDraft]) -> list[Problem]:
    """A target without a number, where the other targets of its list, or of the table, have one."""
    lists = [(text.split("\n"), cell) for row in rows if "target" in row.texts for text, cell in _pieces(row)]
    lines = [line for lines, _ in lists for line in lines if line.strip()]
    counted = sum(bool(_NUMBER.search(arabic(line))) for line in lines)
    if counted <= len(lines) / 2:
        return []
    return [
        Problem(
            code="target_without_number",
            severity=Severity.WARNING,
            cell=cell,
            found=line.strip()[:120],
            message=worded("reader_build.target_without_number"),
            remedy=worded("reader_build.target_without_number_do"),
        )
        for lines, cell in lists
        for line in lines
        if line.strip() and not _NUMBER.search(arabic(line))
    ]


def about_issues(rows: list[KnowledgeDraft]) -> list[Problem]:
    """Issues of one name under two numbers: both are kept, and the second is told."""
    problems: list[Problem] = []
    first: dict[str, tuple[str, str]] = {}
    for row in rows:
        if "issue" not in row.texts or "issue" not in row.cells:
            continue
        issue, cell = row.texts["issue"], row.cells["issue"]
        name = match_key(_ITEM.sub("", issue))
        before = first.setdefault(name, (issue, cell))
        if match_key(before[0]) != match_key(issue):
            problems.append(
                Problem(
                    code="issue_twice",
                    severity=Severity.WARNING,
                    cell=cell,
                    found=issue[:120],
                    message=worded("reader_build.issue_twice", issue=before[0], cell=before[1]),
                    remedy=worded("reader_build.issue_twice_do"),
                )
            )
    return problems


def _pieces(row: KnowledgeDraft) -> list[tuple[str, str]]:
    """The target texts of a row and of the rows that went on with it, each with its own cell."""
    later = row.parts.get("target", [])
    first = row.texts["target"]
    for text, _ in reversed(later):
        first = first.removesuffix(text).removesuffix("\n")
    return [*([(first, row.cells["target"])] if first else []), *later]
