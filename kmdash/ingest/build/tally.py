"""A finished tally as a register part: the ballot's rule and its candidates."""

from kmdash.domain.identity import office_code
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, Record
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.records.drafts import CandidateDraft, TallyDraft


def tally_part(draft: TallyDraft, place: int, owner: Owner) -> tuple[Part, list[Problem]]:
    """The part of one tally; ``place`` counts the tallies of the file from 1."""
    ballot_id = f"{owner.fiscal_year or 0}-{office_code(owner.office)}-B{place}"
    units = {candidate.unit for candidate in draft.candidates if candidate.unit}
    inferred = len(units) if draft.one_a_unit and units else None
    cast = len({mark.voter for mark in draft.marks}) or None
    voters = draft.voters or inferred or cast
    ballot: Record = {
        "ballot_id": ballot_id,
        "office": owner.office,
        "fiscal_year": owner.fiscal_year,
        "title": draft.title or None,
        "voters": voters,
        "ballot_limit": draft.ballot_limit,
        "seats": draft.seats,
        "source_cell": draft.rule_cell or draft.cell,
        "source_file": owner.file,
    }
    problems = _rule_problems(draft, ballot, inferred if draft.voters is None else None)
    candidates = []
    for position, candidate in enumerate(draft.candidates, start=1):
        votes, found = (None, []) if draft.marks else _votes(candidate)
        problems += found + _against(candidate)
        candidates.append(
            {
                "candidate_id": f"{ballot_id}/{position}",
                "ballot_id": ballot_id,
                "position": position,
                "unit": candidate.unit,
                "process": candidate.process,
                "votes": votes,
                "source_cell": candidate.cell,
                "source_file": owner.file,
            }
        )
    problems += _too_many(draft, ballot, candidates)
    marks = [
        {
            "ballot_id": ballot_id,
            "voter": mark.voter,
            "candidate_id": None if mark.candidate is None else f"{ballot_id}/{mark.candidate + 1}",
            "source_cell": mark.cell,
            "source_file": owner.file,
        }
        for mark in draft.marks
    ]
    problems += _total_differs(draft, candidates)
    records = {"ballots": [ballot], "candidates": candidates, "marks": marks}
    return Part("ballot", str(place), owner.office, owner.fiscal_year, records), problems


def _votes(candidate: CandidateDraft) -> tuple[int | None, list[Problem]]:
    value = number(candidate.votes_text)
    if value is not None and value >= 0 and value == int(value):
        return int(value), []
    return None, [
        Problem(
            code="votes_unreadable",
            severity=Severity.ERROR,
            cell=candidate.votes_cell or candidate.cell,
            found=candidate.votes_text,
            message="คะแนนโหวตต้องเป็นจำนวนเต็มตั้งแต่ 0 ขึ้นไป",
            remedy="แก้คะแนนในช่องนี้ แล้วนำเข้าอีกครั้ง (ไม่มีผู้เลือกให้พิมพ์ 0)",
        )
    ]


def _against(candidate: CandidateDraft) -> list[Problem]:
    """Those who did not agree are told; what is counted is who agreed."""
    if not candidate.against_text:
        return []
    return [
        Problem(
            code="votes_against",
            severity=Severity.INFO,
            cell=candidate.cell,
            found=candidate.against_text,
            message=f"ไม่เห็นด้วย {candidate.against_text} เสียง คะแนนที่ใช้จัดอันดับคือจำนวนที่เห็นด้วย",
            remedy="ไม่ต้องทำอะไร ถ้าต้องใช้เกณฑ์อื่นให้บันทึกเป็นมติของคณะทำงาน",
        )
    ]


def _total_differs(draft: TallyDraft, candidates: list[Record]) -> list[Problem]:
    """The printed total of a tally against the sum of its votes."""
    printed = number(draft.printed_total[0]) if draft.printed_total else None
    total = sum(row["votes"] or 0 for row in candidates)
    if draft.printed_total is None or printed is None or printed == total:
        return []
    return [
        Problem(
            code="votes_sum_differs",
            severity=Severity.WARNING,
            cell=draft.printed_total[1],
            found=draft.printed_total[0],
            message=f"ยอดรวมที่พิมพ์ไว้คือ {printed:g} แต่คะแนนของทุกกระบวนงานรวมกันได้ {total}",
            remedy="ตรวจคะแนนแต่ละกระบวนงานกับบัตรลงคะแนน",
        )
    ]


def _rule_problems(draft: TallyDraft, ballot: Record, inferred: int | None) -> list[Problem]:
    problems = []
    if inferred is not None:
        problems.append(
            Problem(
                code="voters_inferred",
                severity=Severity.INFO,
                cell=draft.rule_cell or draft.cell,
                found="ผู้แทนหน่วยงานละ ๑ คน",
                message=f"ไม่ได้พิมพ์จำนวนผู้มีสิทธิไว้ จึงนับจากหน่วยงานที่เสนอกระบวนงาน {ballot['voters']} หน่วยงาน",
                remedy="ถ้าจำนวนผู้มีสิทธิไม่ใช่เท่านี้ ให้แก้ในแบบฟอร์ม kmdash",
            )
        )
    for name, word in (("seats", "จำนวนกระบวนงานที่เลือก"), ("ballot_limit", "จำนวนเสียงต่อคน")):
        if ballot[name] is None:
            problems.append(
                Problem(
                    code=f"{name}_missing",
                    severity=Severity.QUESTION,
                    cell=draft.cell,
                    found="",
                    message=f"ไม่พบ{word}ในหัวตารางผลโหวต",
                    remedy=f"พิมพ์{word}เป็นตัวเลข เช่น 5",
                    frame="ballots",
                    row_id=ballot["ballot_id"],
                    field=name,
                )
            )
    return problems


def _too_many(draft: TallyDraft, ballot: Record, candidates: list[Record]) -> list[Problem]:
    total = sum(row["votes"] or 0 for row in candidates)
    if ballot["voters"] is None or ballot["ballot_limit"] is None:
        return []
    most = ballot["voters"] * ballot["ballot_limit"]
    if total <= most:
        return []
    return [
        Problem(
            code="too_many_votes",
            severity=Severity.WARNING,
            cell=draft.cell,
            found=str(total),
            message=f"คะแนนรวม {total} เกินสิทธิทั้งหมด {most} ({ballot['voters']} คน × {ballot['ballot_limit']} เสียง)",
            remedy="ตรวจคะแนนแต่ละกระบวนงานกับบัตรลงคะแนน",
        )
    ]
