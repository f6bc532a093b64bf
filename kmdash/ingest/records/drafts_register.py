"""What registers beside the plans say: unit targets, network members, knowledge records."""

from dataclasses import dataclass, field


@dataclass
class TargetDraft:
    """What one unit is to deliver of one measure; ``text`` and ``actual_text`` as shown, "" where there is none.

    ``row`` is its row on the sheet, ``cell`` the first of its figures, ``actual_cell`` that of the result;
    ``unit_kind`` is the heading over the units; ``alone`` says that it is not sure what it is compared with.
    """

    unit: str
    measure: str
    row: int
    cell: str
    text: str
    actual_text: str = ""
    note: str = ""
    actual_cell: str = ""
    unit_kind: str = ""
    alone: bool = False


@dataclass
class MemberDraft:
    """A member of a network, without a name: unit, role, work; ``trained`` None where nothing is ticked."""

    cell: str
    unit: str
    role: str = ""
    work: str = ""
    trained: bool | None = None
    doubts: list[str] = field(default_factory=list)


@dataclass
class RecordDraft:
    """A knowledge record: texts and cells by field (``domain.knowledge.RECORDS``); ``choices`` are the categories the
    form prints where not exactly one is ticked. ``last`` is the field and row last added to.
    """

    sheet: str
    texts: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    choices: list[str] = field(default_factory=list)
    last: tuple[str, int] = ("", 0)
