"""What a person's answer to a question changes: columns of the row that was asked about."""

import re
from collections.abc import Mapping
from typing import Any

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.reading import Record
from kmdash.domain.stages import CHANGE, KM, OTHER, STAGES
from kmdash.domain.wording import told
from kmdash.domain.words import say
from kmdash.ingest.build.kpis import direction_of
from kmdash.ingest.build.placing import PLAN
from kmdash.ingest.matching import NEW, SAME_AS
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.normalise.periods import parse_period
from kmdash.ingest.normalise.stages import stage_names
from kmdash.ingest.normalise.status import is_known_status, status_of
from kmdash.ingest.normalise.text import clean
from kmdash.ingest.periods import period_columns

_BETWEEN_LEVELS = re.compile(r"[/,;\s]+")
TEXTS = ("unit", "title", "category")
COUNTS = ("seats", "ballot_limit", "voters")


def answer_patch(problem: Mapping[str, Any], text: str, fiscal_year: int | None) -> Record:
    """The columns an answer sets in the row the problem names.

    Parameters
    ----------
    problem : a row of the problems frame
        Its ``field`` says what is asked: period, levels, stage, unit, title, category, status, seats,
        ballot_limit, voters. Which known row a row is (``same_as``) and which plan a table of KPIs belongs to
        (``plan``) change what an import stores: they are answered before it (``matching.matched``).
    text : the answer, a choice or typed
    fiscal_year : BE, of the plan or calendar; None if not known

    Raises
    ------
    ValueError
        If the text is no answer to the question; the message says why.
    """
    field, words = problem["field"], clean(text)
    if not words:
        raise ValueError(say("reader_answers.blank"))
    if field == "period":
        period = parse_period(words, fiscal_year=fiscal_year)
        if period.question:
            raise ValueError(told(period.question))
        return period_columns(period)
    if field == "levels":
        return _levels(words)
    if field == "status":
        if not is_known_status(words):
            raise ValueError(say("reader_answers.status"))
        return {"status": status_of(words)}
    if field == SAME_AS and words == NEW:
        return {}
    if field in (SAME_AS, PLAN):
        raise ValueError(say("reader_answers.before_import"))
    if field == "stage":
        return _stage(words)
    if field in TEXTS:
        return {field: words}
    if field in COUNTS:
        value = number(words)
        if value is None or value < 1 or value != int(value):
            raise ValueError(say("reader_answers.whole_number"))
        return {field: int(value)}
    raise ValueError(say("reader_answers.elsewhere"))


def _stage(text: str) -> Record:
    if text == OTHER:
        return {"stage": None, "component": None}
    named = stage_names(text)
    if text.startswith("องค์ประกอบ"):  # การเรียนรู้ is a stage of one process and a component of the other
        named = [pair for pair in named if pair[0] == CHANGE]
    if not named and text.isdecimal() and 1 <= int(text) <= len(STAGES):
        named = [(KM, int(text))]
    if not named:
        raise ValueError(say("reader_answers.stage"))
    process, number_of_stage = named[0]
    return {"component" if process == CHANGE else "stage": number_of_stage}


def _levels(text: str) -> Record:
    values = [number(word) for word in _BETWEEN_LEVELS.split(text.strip()) if word]
    levels = [value for value in values if value is not None]
    if len(values) != len(THRESHOLDS) or len(levels) != len(values):
        raise ValueError(say("reader_answers.levels"))
    direction = direction_of(levels)
    if direction is None:
        raise ValueError(say("reader_answers.levels_order"))
    return dict(zip(THRESHOLDS, levels, strict=True)) | {"direction": direction}
