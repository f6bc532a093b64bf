"""The filters by stage and status: what there is to choose, and what was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass

from kmdash.domain.narrowing import COMPONENT, STAGE_CODES, STATE_CODES, Narrowing, stage_label
from kmdash.domain.register import Register
from kmdash.domain.words import say
from kmdash.ui.pieces import STATE_GLYPHS


@dataclass(frozen=True)
class Part:
    """The stage and status of the link ("" for all), what they leave, and how that is called; the choices by name."""

    stage: str
    status: str
    only: Narrowing
    name: str
    choices: Mapping[str, Mapping[str, str]]


def part_of(register: Register, asked: Mapping[str, str], *, narrows: bool) -> Part:
    """What the link asks for of the stages and states there are; where it ``narrows`` nothing it leaves all."""
    stages, states = _stages(register), {code: f"{STATE_GLYPHS[code]} {say(f'state.{code}')}" for code in STATE_CODES}
    stage = asked["stage"] if asked["stage"] in stages else ""
    status = asked["status"] if asked["status"] in states else ""
    only = Narrowing(*((code,) if code else () for code in (stage, status))) if narrows else Narrowing()
    name = " · ".join(filter(None, [stages.get(stage, ""), states.get(status, "")])) if only else ""
    choices = {
        "stage": {"": say("narrow.all_stages"), **stages} if stages else {},
        "status": {"": say("narrow.all_states"), **states} if len(register.plans) else {},
    }
    return Part(stage, status, only, name, choices)


def _stages(register: Register) -> dict[str, str]:
    """The stages to choose from, with their names: of the processes the activities follow."""
    activities = register.activities
    there = {False: activities["stage"].notna().any(), True: activities["component"].notna().any()}
    return {code: stage_label(code) for code in STAGE_CODES if there[code.startswith(COMPONENT)]}
