"""What registers beside the plans say: unit targets, network members."""

from dataclasses import dataclass, field


@dataclass
class TargetDraft:
    """What one unit is to deliver of one measure; ``text`` as typed, ``actual_text`` "" where none is reported."""

    unit: str
    measure: str
    cell: str
    text: str
    actual_text: str = ""
    note: str = ""


@dataclass
class MemberDraft:
    """A member of a network, without a name: unit, role, work; ``trained`` None where nothing is ticked."""

    cell: str
    unit: str
    role: str = ""
    work: str = ""
    trained: bool | None = None
    doubts: list[str] = field(default_factory=list)
