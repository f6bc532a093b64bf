"""The seven stages of the KM process and the six components of change management (rules.md, section 1)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stage:
    """A stage or component: its number, canonical Thai name, English name and other spellings met."""

    number: int
    thai: str
    english: str
    spellings: tuple[str, ...] = ()


STAGES = (
    Stage(1, "การบ่งชี้ความรู้", "Knowledge identification"),
    Stage(2, "การสร้างและแสวงหาความรู้", "Knowledge creation and acquisition", ("การสร้างและการแสวงหาความรู้",)),
    Stage(3, "การจัดความรู้ให้เป็นระบบ", "Knowledge organisation", ("การจัดการความรู้ให้เป็นระบบ",)),
    Stage(
        4,
        "การประมวลและกลั่นกรองความรู้",
        "Knowledge codification and refinement",
        ("การประเมินผลและกลั่นกรองความรู้",),
    ),
    Stage(5, "การเข้าถึงความรู้", "Knowledge access"),
    Stage(
        6,
        "การแบ่งปันแลกเปลี่ยนความรู้",
        "Knowledge sharing",
        ("การแลกเปลี่ยนเรียนรู้", "การแบ่งปันความรู้", "การแบ่งปันและแลกเปลี่ยนความรู้"),
    ),
    Stage(7, "การเรียนรู้", "Learning"),
)

COMPONENTS = (
    Stage(1, "การเตรียมการและปรับเปลี่ยนพฤติกรรม", "Preparation and behaviour change"),
    Stage(2, "การสื่อสาร", "Communication"),
    Stage(3, "กระบวนการและเครื่องมือ", "Process and tools"),
    Stage(4, "การเรียนรู้", "Learning"),
    Stage(5, "การวัดผล", "Measurement"),
    Stage(6, "การยกย่องชมเชยและการให้รางวัล", "Recognition and reward"),
)

KM = "KM"
CHANGE = "change"


OTHER = "อื่น ๆ"
_WORDS = {KM: "ขั้นตอนที่", CHANGE: "องค์ประกอบที่"}


def of_process(process: str) -> tuple[Stage, ...]:
    """The stages of a process (``KM`` or ``change``)."""
    return COMPONENTS if process == CHANGE else STAGES


def answers_of(process: str) -> dict[str, int]:
    """What may be answered when the stage of a row is asked, in the words of the forms, with its number.

    >>> list(answers_of("change"))[1]
    'องค์ประกอบที่ 2 การสื่อสาร'
    """
    return {f"{_WORDS[process]} {stage.number} {stage.thai}": stage.number for stage in of_process(process)}
