"""Only some activities of a register: those of chosen stages, those in chosen states on a day."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_one_of, whole
from kmdash.domain.items import items
from kmdash.domain.register import Register
from kmdash.domain.stages import COMPONENTS, STAGES
from kmdash.domain.states import WITHIN
from kmdash.domain.words import language, say

COMPONENT = "c"
STAGE_CODES = (*(str(stage.number) for stage in STAGES), *(f"{COMPONENT}{part.number}" for part in COMPONENTS))
STATE_CODES = ("overdue", "active", "upcoming", "unclear", "no_date", "not_yet", "done", "done_late", "cancelled")


@dataclass(frozen=True)
class Narrowing:
    """What is chosen: stages (of ``STAGE_CODES``: "3" of the KM process, "c3" of the six components) and states.

    Nothing chosen of a kind means all of it; a ``Narrowing`` that chooses nothing is false.
    """

    stages: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stages or self.states)

    def of_stages(self, stage: pd.Series, component: pd.Series) -> np.ndarray:
        """Where a row is of a stage or component chosen; everywhere while none is."""
        if not self.stages:
            return np.ones(len(stage), dtype=bool)
        parts = [int(code[1:]) for code in self.stages if code.startswith(COMPONENT)]
        numbers = [int(code) for code in self.stages if not code.startswith(COMPONENT)]
        return np.isin(whole(stage), numbers) | np.isin(whole(component), parts)

    def of_states(self, state: pd.Series) -> np.ndarray:
        """Where a row is in a state chosen; everywhere while none is."""
        return is_one_of(state, *self.states) if self.states else np.ones(len(state), dtype=bool)


EVERYTHING = Narrowing()


def narrowed(register: Register, only: Narrowing, as_of: date, within: int = WITHIN) -> Register:
    """The register with the activities and committee steps chosen, their states as of a day; the rest as it is.

    Steps belong to no stage: a choice of stages leaves them out. Plans, KPIs and votes stay, so what is
    counted is the activities chosen of all plans.
    """
    if not only:
        return register
    frames = dict(register.frames)
    activities, events = frames["activities"], frames["events"]
    own = only.of_stages(activities["stage"], activities["component"])
    steps = np.full(len(events), not only.stages)
    if only.states:
        asked = only.of_states(items(register, as_of, within)["state"])
        own, steps = own & asked[: len(activities)], steps & asked[len(activities) :]
    progress = frames["progress"]
    frames["activities"] = activities[own].reset_index(drop=True)
    frames["events"] = events[steps].reset_index(drop=True)
    kept = progress["activity_id"].isin(frames["activities"]["activity_id"])
    frames["progress"] = progress[kept].reset_index(drop=True)
    return Register(frames, register.version, register.stored_at)


def stage_label(code: str) -> str:
    """A stage or component by its code, as a person chooses it: number and name.

    >>> stage_label("7"), stage_label("c2")
    ('ขั้นตอนที่ 7 การเรียนรู้', 'องค์ประกอบที่ 2 การสื่อสาร')
    """
    of_change = code.startswith(COMPONENT)
    stage = (COMPONENTS if of_change else STAGES)[int(code.removeprefix(COMPONENT)) - 1]
    name = stage.thai if language() == "th" else stage.english
    return say("narrow.component" if of_change else "narrow.stage", number=stage.number, name=name)
