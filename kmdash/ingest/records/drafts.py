"""What a sheet's tables say, before office and fiscal year are known: texts with their cells."""

from dataclasses import dataclass, field

from kmdash.ingest.grid import Value

Cells = dict[str, str]
Month = tuple[int, int, int | None]  # the first month, the number of months, the year (BE, if given)


@dataclass
class Head:
    """The lines above a plan: texts by field (title, no, unit, issue, critical_process, knowledge, outcome)."""

    texts: dict[str, str] = field(default_factory=dict)
    cells: Cells = field(default_factory=dict)
    lines: list[tuple[str, str]] = field(default_factory=list)  # every line (text, cell), as printed

    def __bool__(self) -> bool:
        return bool(self.texts)


@dataclass
class KpiDraft:
    """A KPI: ``levels`` are the thresholds from level 1 to 5 as (text, cell).

    ``doubts`` are the level headings that are not the number of their place, as (text, cell, the place's level).
    ``texts`` are the five levels in words, from ``texts_cell``; ``milestone`` says that they are steps of which
    each needs those before. ``weight``, ``unit``, ``target`` and ``actual`` are (text, cell) where given. ``rows``
    are the rows of the sheet that say nothing but this KPI.
    """

    name: str
    cell: str
    doubts: list[tuple[str, str, int]] = field(default_factory=list)
    levels: list[tuple[str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    texts_cell: str = ""
    milestone: bool = False
    weight: tuple[str, str] | None = None
    unit: tuple[str, str] | None = None
    target: tuple[str, str] | None = None
    actual: tuple[str, str] | None = None
    rows: list[int] = field(default_factory=list)
    own: str = ""  # of a form that the program wrote: the kind of its levels, else the id
    columns: tuple[str, ...] = ()  # the columns beside the levels of such a form


@dataclass
class KpiTable:
    """The KPIs that stand over no plan of their own sheet, and the rows above them that no other table has."""

    sheet: str
    head: list[int]
    kpis: list[KpiDraft]


@dataclass(frozen=True)
class TypedDate:
    """A text or date typed into a cell of a month grid, with the months of the cell's columns."""

    months: list[Month]
    text: str
    value: Value
    number_format: str
    cell: str


@dataclass
class GridDraft:
    """What a row says in a month grid, from ``cell`` on.

    ``months`` are those marked, in the grid's order, ``dates`` what is typed into it. Where the marks are not
    certain, ``doubt`` asks (a key of the catalogue) about ``found``, and ``readings`` are the months they may mean.
    """

    cell: str
    months: list[Month] = field(default_factory=list)
    dates: list[TypedDate] = field(default_factory=list)
    doubt: str = ""
    found: str = ""
    readings: list[list[Month]] = field(default_factory=list)


@dataclass
class ActivityDraft:
    """An activity's texts and cells by field; ``stages`` the (process, number) pairs its section names.

    ``values`` and ``formats`` are the cells' own values and number formats, for dates and percents. ``grid`` is
    what its row says in a month grid, None where that says nothing; ``ticks`` the statuses ticked, with their
    cells, ``said`` what else stands in a tick column, as (status, text, cell). ``stage_text`` is what stands where
    the stage should, when it names none.
    """

    texts: dict[str, str]
    cells: Cells
    stages: list[tuple[str, int]]
    values: dict[str, Value] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    grid: GridDraft | None = None
    ticks: list[tuple[str, str]] = field(default_factory=list)
    said: list[tuple[str, str, str]] = field(default_factory=list)
    stage_text: str = ""
    joined: list[tuple[str, str]] = field(default_factory=list)  # (field, cell) of rows that went on with this one


@dataclass
class PlanDraft:
    """A plan as it stands on its sheet; ``first_cell`` is where it begins, ``rule`` where its stages stand.

    ``years`` are its own first and last fiscal year (BE; None: asked) in a file of several years, else None.
    """

    sheet: str
    first_cell: str
    head: Head
    rule: str = ""
    kpis: list[KpiDraft] = field(default_factory=list)
    activities: list[ActivityDraft] = field(default_factory=list)
    retitled: list[tuple[str, str, str]] = field(default_factory=list)  # (text, its cell, the first page's cell)
    years: tuple[int | None, int | None] | None = None
    left_out: list[tuple[str, str]] = field(default_factory=list)  # rows of the table that are in no activity


@dataclass
class KnowledgeDraft:
    """A row of Form 1: texts and cells by field (plan, no, issue, critical_process, knowledge, kpi, target …).

    ``parts`` are the texts of rows that went on with it, with their cells, by field.
    """

    texts: dict[str, str] = field(default_factory=dict)
    cells: Cells = field(default_factory=dict)
    parts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


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
    unit: str | None = None  # that is to do it
