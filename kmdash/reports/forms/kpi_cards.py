"""KPI cards for the self-assessment report (SAR): a card a KPI to be printed and signed, and a summary of all."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format

from kmdash.domain import forms
from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.frames import records
from kmdash.domain.learning import KPI
from kmdash.domain.level_texts import split_levels
from kmdash.domain.points import POINTS
from kmdash.domain.points import SCALE as POINTS_SCALE
from kmdash.domain.reading import Record
from kmdash.domain.register import Register
from kmdash.domain.scale import plain, rounded
from kmdash.domain.words import say
from kmdash.reports.cells import LINE_POINTS, OPTIONS, set_properties
from kmdash.reports.forms.paper import Looks, Paper, day_text, fitting, in_digits, looks_of, names_of
from kmdash.reports.forms.printed import footer_of, head_of

TITLE = "รายงานการประเมินตนเองรายตัวชี้วัด (SAR Card)"
SUMMARY = "สรุปผลตัวชี้วัด"
MISSING = "N/A"
WHOLE = 100
MET = {True: "บรรลุเป้าหมาย", False: "ไม่บรรลุเป้าหมาย"}
BLANK_EVIDENCE = 5  # numbered lines for evidence, those that are known among them
_COLUMN, _COLUMNS = 10.5, 12
_WHOLE, _RESULTS, _LEVELS, _MARKS = (12,), (5, 1, 2, 2, 2), (2, 2, 2, 2, 2, 2), (2, 3, 3, 4)
_WIDTHS = (7, 50, 10, 18, 16, 18, 60)


def workbook(
    register: Register,
    attainment: pd.DataFrame,
    totals: Mapping[str, Any],
    *,
    as_of: date | None = None,
    digits: str = "arabic",
) -> bytes:
    """A card a KPI of a register of one office and fiscal year, after a sheet that sums them up.

    A card has the KPI's levels, its latest result, its score to four decimals with the sentence that explains it,
    the evidence told until ``as_of``, and ruled blanks for whoever answers for the KPI, collects and approves. What
    has no result or score is "N/A". The workbook is for paper: reading it again gives nothing.

    Parameters
    ----------
    attainment : DataFrame, one row a KPI (``results.ATTAINMENT``), of this register as of the same day
    totals : as ``measures.attainment.totals`` gives them of the same rows
    digits : ``arabic`` or ``th``, for the form's own numbers; texts stay as typed

    Raises
    ------
    ValueError
        If the register holds several offices or fiscal years.
    """
    head = head_of(register, as_of, digits)
    plans = {row["plan_id"]: row for row in records(register.plans)}
    kpis = {row["kpi_id"]: row for row in records(register.kpis)}
    cards = [
        _Card(
            row, plans.get(row["plan_id"], {}), kpis[row["kpi_id"]], _evidence(register, row["kpi_id"], as_of), digits
        )
        for row in records(attainment)
    ]
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        set_properties(book, TITLE)
        looks = looks_of(book, digits)
        names = names_of([SUMMARY, *(card.label for card in cards)])
        _summary(book, looks, names[0], cards, [*_totals(totals, digits)], head)
        for name, card in zip(names[1:], cards, strict=True):
            card.write(book, looks, name, head)
    return target.getvalue()


class _Card:
    """One KPI: its row of the measure, its plan, its own record and the evidence for it."""

    def __init__(self, row: Record, plan: Record, kpi: Record, evidence: Sequence[str], digits: str):
        self.row, self.plan, self.kpi, self.evidence, self.digits = row, plan, kpi, evidence, digits

    @property
    def of_plan(self) -> str:
        """The plan as it is called on a card: its number, or else its title."""
        no = self.plan.get("no")
        return in_digits(f"แผนที่ {no}", self.digits) if no else self.plan.get("title") or ""

    @property
    def title(self) -> str | None:
        """The plan's title beside its number."""
        return self.plan.get("title") if self.plan.get("no") else None

    @property
    def label(self) -> str:
        """The name of the card's sheet."""
        return " ".join(filter(None, [self.of_plan[:20], in_digits(f"ตัวชี้วัด {self.kpi['position']}", self.digits)]))

    def results(self) -> list[Any]:
        """Name, weight, result, score and weighted score; what is not known is "N/A", a missing weight a dash."""
        row = self.row
        score: Any = None if row["score"] is None else float(rounded(row["score"]))
        if row["points"] is not None:
            score = in_digits(f"{rounded(row['points'])} / 100", self.digits)
        elif row["met"] is not None and row["reason"] == "target":
            score = MET[row["met"]]
        weighted = None if row["weighted"] is None else float(rounded(row["weighted"]))
        weight = "–" if row["weight"] is None else _number(row["weight"])
        shown = [MISSING if value is None else value for value in (_number(row["actual"]), score, weighted)]
        return [row["name"], weight, *shown]

    def told(self) -> str:
        """The sentence that explains the score, and what is to be checked before it is believed."""
        made_up = "ผลที่รายงานเป็นข้อมูลสมมติเพื่อสาธิต" if self.row["constructed"] else None
        doubt = f"▲ {self.row['doubt']}" if self.row["doubt"] else None
        return "\n".join(filter(None, [self.row["explanation"], doubt, made_up]))

    def write(self, book: Any, looks: Looks, name: str, head: Sequence[str]) -> None:
        """Write the card on a sheet of its own."""
        levels, values = self._levels(), self.results()
        tallest = [values[0], *(asked or "" for _, asked in levels)]
        room = [_RESULTS[0] * _COLUMN, *[_LEVELS[1] * _COLUMN] * len(levels)]
        wider = fitting(room, [tallest])[0] / room[0]
        paper = Paper(book, looks, name, [_COLUMN * wider] * _COLUMNS, hidden=0)
        paper.line(TITLE, looks.title)
        paper.line(forms.PRINTED_LINE, looks.small)
        for text in self._head(head):
            paper.line(text)
        _contacts(paper)
        paper.blank()
        self._write_levels(paper, levels)
        paper.blank()
        paper.groups(list(forms.SAR.values()), _RESULTS, looks.head, spare=6)
        paper.groups(values, _RESULTS, _result_looks(looks, values))
        paper.groups([f"คำอธิบายคะแนน : {self.told()}"], _WHOLE, looks.text)
        paper.blank()
        self._write_evidence(paper)
        _approval(paper)
        paper.finish(0, footer_of(TITLE, head), upright=True)

    def _head(self, head: Sequence[str]) -> list[str]:
        row, digits = self.row, self.digits
        months = str(row["round"]) if row["round"] is not None else "........"
        day = day_text(row["reported_on"], digits) or MISSING
        return [
            "     ".join(head),
            in_digits(f"รอบการประเมิน : {months} เดือน     ผล ณ วันที่ : {day}", digits),
            f"แผน : {' '.join(filter(None, [self.of_plan, self.title]))}",
            *([f"{forms.UNIT} : {self.plan['unit']}"] if self.plan.get("unit") else []),
            f"ตัวชี้วัด : {row['name'] or ''}",
            *self._measured(),
        ]

    def _measured(self) -> list[str]:
        parts = {"หน่วยวัด": self.row["kpi_unit"], "เป้าหมาย": self.kpi["target"]}
        told = [f"{label} : {text}" for label, text in parts.items() if text]
        return ["     ".join(told)] if told else []

    def _levels(self) -> list[tuple[str, Any]]:
        """The levels with what each asks for: numbers, texts, or marks of the 50/75/100 scale; maybe none."""
        marks = [_number(self.kpi[name]) for name in THRESHOLDS]
        if self.kpi["scale"] == POINTS_SCALE:
            return [(str(points), mark) for points, mark in zip(POINTS, marks, strict=False)]
        texts = [*split_levels(self.kpi["level_texts"]), *[None] * len(THRESHOLDS)][: len(THRESHOLDS)]
        asked = marks if any(mark is not None for mark in marks) else texts
        levels = [(str(level), one) for level, one in enumerate(asked, start=1)]
        return levels if any(one is not None for one in asked) else []

    def _write_levels(self, paper: Paper, levels: Sequence[tuple[str, Any]]) -> None:
        looks = paper.looks
        if not levels:
            paper.groups(["เกณฑ์การให้คะแนน", "ไม่มีเกณฑ์ 5 ระดับ"], (2, 10), [looks.head, looks.text])
            return
        spans = _LEVELS if len(levels) == len(THRESHOLDS) else _MARKS
        named = [in_digits(name, self.digits) for name, _ in levels]
        paper.groups(["ระดับคะแนน", *named], spans, looks.head)
        asked = [value for _, value in levels]
        styles = [looks.number if isinstance(one, int | float) else looks.text for one in asked]
        spare = LINE_POINTS if any(isinstance(one, str) for one in asked) else 0
        paper.groups(["เกณฑ์การให้คะแนน", *asked], spans, [looks.head, *styles], spare=spare)

    def _write_evidence(self, paper: Paper) -> None:
        looks = paper.looks
        paper.line("หลักฐานอ้างอิง", looks.section)
        for place in range(1, max(BLANK_EVIDENCE, len(self.evidence)) + 1):
            known = self.evidence[place - 1] if place <= len(self.evidence) else None
            number = in_digits(f"{place}.", self.digits)
            paper.groups([number, known], (1, 11), [looks.beside, looks.line if known else looks.rule], spare=4)


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _result_looks(looks: Looks, values: Sequence[Any]) -> list[Format]:
    """How name, weight, result, score and weighted score stand: scores with four decimals."""
    numbers = [looks.number] * 3 + [looks.score] * 2
    shown = [
        number if isinstance(value, int | float) else looks.centred
        for value, number in zip(values, numbers, strict=True)
    ]
    return [looks.text, *shown[1:]]


def _evidence(register: Register, kpi_id: str, as_of: date | None) -> list[str]:
    """The evidence told for a KPI until a day, with its step and place, as typed."""
    rows = [row for row in records(register.evidence) if (row["about_kind"], row["about_id"]) == (KPI, kpi_id)]
    told = [row for row in rows if as_of is None or (row["told_on"] or as_of) <= as_of]
    return [
        " · ".join(filter(None, [f"ขั้นที่ {row['step']}" if row["step"] else None, row["evidence"], row["place"]]))
        for row in told
    ]


def _contacts(paper: Paper) -> None:
    """Ruled blanks for who answers for the KPI and who collects its data."""
    beside, rule = paper.looks.beside, paper.looks.rule
    for role in ("ผู้กำกับดูแลตัวชี้วัด", "ผู้จัดเก็บข้อมูล"):
        paper.groups([role, None, "โทรศัพท์", None, "อีเมล", None], (2, 3, 1, 2, 1, 3), [beside, rule] * 3, spare=6)


def _approval(paper: Paper) -> None:
    """Ruled blanks for signatures, and for why a card is sent back."""
    looks = paper.looks
    paper.blank()
    paper.groups(["(   ) เห็นชอบ     (   ) ส่งคืนให้ทบทวน เพราะ", None], (4, 8), [looks.beside, looks.rule])
    paper.blank()
    paper.signatures(("ผู้จัดเก็บข้อมูล", "ผู้กำกับดูแลตัวชี้วัด", "ผู้อนุมัติ"), (4, 4, 4))


def _summary(
    book: Any, looks: Looks, name: str, cards: Sequence[_Card], totals: Sequence[tuple[str, Any]], head: Sequence[str]
) -> None:
    """All KPIs plan by plan with their totals."""
    shown = [
        [in_digits(place, card.digits), *card.results(), card.told()] for place, card in enumerate(cards, start=1)
    ]
    paper = Paper(book, looks, name, fitting(_WIDTHS, shown), hidden=0)
    paper.line(SUMMARY, looks.title)
    paper.line(forms.PRINTED_LINE, looks.small)
    paper.line("     ".join(head))
    paper.blank()
    header = paper.row
    paper.cells(["ที่", *forms.SAR.values(), "คำอธิบายคะแนน"], looks.head, spare=6)
    before: object = None
    for card, values in zip(cards, shown, strict=True):
        if card.row["plan_id"] != before:
            paper.line(" ".join(filter(None, [card.of_plan, card.title, card.plan.get("unit")])), looks.section)
            before = card.row["plan_id"]
        paper.cells(values, [looks.centred, *_result_looks(looks, values[1:-1]), looks.text])
    for label, score in totals:
        paper.groups([label, float(rounded(score)), None], (5, 1, 1), [looks.section, looks.score, looks.text])
    paper.finish(header, footer_of(TITLE, head))


def _totals(totals: Mapping[str, Any], digits: str) -> Iterator[tuple[str, Any]]:
    """The totals with what they are of: of what is scored, of all if the rest scored the least, of a scale apart."""
    if totals["scored_so_far"] is not None:
        share = plain(round(float(WHOLE * totals["share_of_weight"]), 1))
        kind, whole = totals["weights"], totals["weight_sum"]
        off = kind == "given" and whole != WHOLE
        how = say("weights.normalised", sum=plain(whole)) if off else say(f"weights.{kind}")
        so_far = in_digits(f"คะแนนรวมเท่าที่คิดได้ (ครอบคลุมน้ำหนักร้อยละ {share} · {how})", digits)
        yield so_far, totals["scored_so_far"]
        yield "คะแนนรวม หากตัวที่ยังไม่มีคะแนนได้คะแนนต่ำสุด", totals["if_missing_floor"]
    if totals["points"] is not None:
        yield in_digits("คะแนนรวมของตัวชี้วัดเกณฑ์ 50/75/100 (เต็ม 100)", digits), totals["points"]
