"""What a sheet's tables say, before office and fiscal year are known: texts with their cells."""

from dataclasses import dataclass, field

from kmdash.ingest.grid import Value

Cells = dict[str, str]


@dataclass
class Head:
    """The lines above a plan: texts by field (title, no, unit, issue, critical_process, knowledge, outcome)."""

    texts: dict[str, str] = field(default_factory=dict)
    cells: Cells = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.texts)


@dataclass
class KpiDraft:
    """A KPI: ``labels`` are the level headings as (text, cell), ``levels`` the thresholds as (text, cell)."""

    name: str
    cell: str
    labels: list[tuple[str, str]] = field(default_factory=list)
    levels: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class ActivityDraft:
    """An activity's texts and cells by field; ``stages`` the (process, number) pairs its section names.

    ``values`` and ``formats`` are the cells' own values and number formats, for dates and percents.
    """

    texts: dict[str, str]
    cells: Cells
    stages: list[tuple[str, int]]
    values: dict[str, Value] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)


@dataclass
class PlanDraft:
    """A plan as it stands on its sheet; ``first_cell`` is where it begins."""

    sheet: str
    first_cell: str
    head: Head
    kpis: list[KpiDraft] = field(default_factory=list)
    activities: list[ActivityDraft] = field(default_factory=list)


@dataclass
class KnowledgeDraft:
    """A row of Form 1: texts and cells by field (plan, no, issue, critical_process, knowledge, kpi)."""

    texts: dict[str, str] = field(default_factory=dict)
    cells: Cells = field(default_factory=dict)


@dataclass
class StepDraft:
    """A step of the committee's calendar."""

    no: str | None
    text: str
    cell: str
    period_text: str
    period_cell: str | None
    period_value: Value | None
    period_format: str = "General"


@dataclass
class CandidateDraft:
    """A candidate process of a finished tally; ``votes`` as typed."""

    unit: str | None
    process: str
    cell: str
    votes_text: str
    votes_cell: str | None


@dataclass
class TallyDraft:
    """A finished tally and what its heading says of the rule."""

    sheet: str
    cell: str
    title: str
    candidates: list[CandidateDraft]
    ballot_limit: int | None = None
    seats: int | None = None
    one_a_unit: bool = False
    rule_cell: str | None = None
    rule_text: str = ""
