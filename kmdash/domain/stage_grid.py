"""Plans and their stages as a grid: a row a plan, a column a stage number, column 0 for plans without stages."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kmdash.domain.codes import Codes, counted, crossed, places, whole
from kmdash.domain.stages import CHANGE, COMPONENTS, KM, STAGES

WIDTH = len(STAGES) + 1
NUMBERS = np.arange(WIDTH)


@dataclass(frozen=True)
class StageGrid:
    """Where each activity stands in the grid of plans and stages.

    ``plan`` and ``slot`` are the activity's row and column (-1: in none). ``process`` is KM, change or None of
    every plan; ``stages`` the number of its stages, 0 of a plan without; ``cells`` are the (row, column) of
    all stages there are, plan by plan, a plan without stages as one cell of column 0.
    """

    plan: Codes
    slot: Codes
    process: np.ndarray
    stages: np.ndarray
    cells: tuple[np.ndarray, np.ndarray]

    def count(self, where: np.ndarray) -> np.ndarray:
        """How many activities each cell has, of those asked for; plans × ``WIDTH``."""
        kept = where & (self.slot >= 0)
        return crossed(self.plan[kept], self.slot[kept], (len(self.stages), WIDTH))

    def spread(self, table: np.ndarray) -> np.ndarray:
        """A table of plans × ``WIDTH`` as one value a cell there is."""
        return table[self.cells]

    def extreme(self, values: np.ndarray, where: np.ndarray, fill: int, most: np.ufunc) -> np.ndarray:
        """The least (``np.minimum``) or greatest value of the activities of each cell asked for, else ``fill``."""
        kept = where & (self.slot >= 0)
        found = np.full((len(self.stages), WIDTH), fill, dtype=np.int64)
        most.at(found, (self.plan[kept], self.slot[kept]), values[kept])
        return found


def stage_grid(plans: pd.DataFrame, activities: pd.DataFrame) -> StageGrid:
    """Place activities (with ``plan_id``, ``stage``, ``component``) in their plans.

    A plan that does not say its process is KM where an activity names a stage, else change management where one
    names a component, else without stages; so is a plan with activities of which none names a stage of its
    process. An activity that matches no stage of a plan with stages is in no cell.
    """
    count = len(plans)
    plan = places(plans["plan_id"], activities["plan_id"])
    stage, component = whole(activities["stage"]), whole(activities["component"])
    staged = counted(plan, count, activities["stage"].notna().to_numpy()) > 0
    with_component = counted(plan, count, activities["component"].notna().to_numpy()) > 0
    process = _process(plans["process"], staged, with_component)
    changes = process == CHANGE
    named = np.where(changes, with_component, staged)
    without = pd.isna(process) | ((counted(plan, count) > 0) & ~named)
    stages = np.where(without, 0, np.where(changes, len(COMPONENTS), len(STAGES)))
    own = np.append(stages, -1)[plan]
    number = np.where(np.append(changes, False)[plan], component, stage)
    slot = np.where(own == 0, 0, np.where((number >= 1) & (number <= own), number, -1))
    there = np.where(stages[:, None] == 0, NUMBERS == 0, (NUMBERS > 0) & (stages[:, None] >= NUMBERS))
    row, column = np.nonzero(there)
    return StageGrid(plan, np.where(plan < 0, -1, slot), process, stages, (row, column))


def _process(typed: pd.Series, staged: np.ndarray, with_component: np.ndarray) -> np.ndarray:
    found = typed.to_numpy(object)
    unsaid = typed.isna().to_numpy()
    found[unsaid] = None
    found[unsaid & with_component] = CHANGE
    found[unsaid & staged] = KM
    return found
