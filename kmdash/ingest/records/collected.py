"""What a file's tables gave, before office and fiscal year are known; each reader adds its drafts."""

from dataclasses import dataclass, field

from kmdash.domain.problem import Problem
from kmdash.domain.reading import TableFound
from kmdash.ingest.records.drafts import KnowledgeDraft, KpiDraft, KpiTable, PlanDraft, StepDraft
from kmdash.ingest.records.drafts_follow import AimDraft, DutyDraft, SeriesDraft, SubmissionDraft, SwotDraft
from kmdash.ingest.records.drafts_register import MemberDraft, RecordDraft, TargetDraft
from kmdash.ingest.records.drafts_vote import TallyDraft


@dataclass
class Collected:
    """All drafts of a file in its order, the tables they came from and the problems met on the way.

    ``kpi_tables`` are those that stand over no plan of their own sheet; ``needs`` the KPIs of Form 1 with its
    head, the plan of a file that has no action plan; ``categories`` the name and cell of each; ``deadlines`` the
    duties that name a time, which stand beside the calendar's own ``steps``.
    """

    plans: list[PlanDraft] = field(default_factory=list)
    kpi_tables: list[KpiTable] = field(default_factory=list)
    needs: list[PlanDraft] = field(default_factory=list)
    targets: list[TargetDraft] = field(default_factory=list)
    members: list[MemberDraft] = field(default_factory=list)
    captured: list[RecordDraft] = field(default_factory=list)
    categories: list[tuple[str, str]] = field(default_factory=list)
    knowledge: list[KnowledgeDraft] = field(default_factory=list)
    steps: list[StepDraft] = field(default_factory=list)
    deadlines: list[StepDraft] = field(default_factory=list)
    tallies: list[TallyDraft] = field(default_factory=list)
    submissions: list[SubmissionDraft] = field(default_factory=list)
    series: list[SeriesDraft] = field(default_factory=list)
    duties: list[DutyDraft] = field(default_factory=list)
    aims: list[AimDraft] = field(default_factory=list)
    swots: list[SwotDraft] = field(default_factory=list)
    tables: list[TableFound] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def apart(self) -> list[list[KpiDraft]]:
        """The KPIs of each table and of Form 1 that are no plan's own."""
        return [*(table.kpis for table in self.kpi_tables), *(plan.kpis for plan in self.needs)]

    @property
    def besides_plans(self) -> bool:
        """Whether tables of other forms than plans gave something."""
        kept = (self.captured, self.categories, self.submissions, self.series, self.duties, self.aims, self.swots)
        return any((self.steps, self.tallies, self.knowledge, self.targets, self.members, *kept))

    @property
    def anything(self) -> bool:
        """Whether any table gave something for a register."""
        return bool(self.plans) or self.besides_plans
