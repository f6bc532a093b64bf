"""Which stage or component an activity belongs to, and what a plan lacks or heads wrongly."""

from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record
from kmdash.domain.shape import COLUMN, NUMBER, TEXT
from kmdash.domain.stages import CHANGE, KM, OTHER, answers_of, of_process
from kmdash.domain.wording import Worded, joined, worded
from kmdash.domain.words import arabic
from kmdash.ingest.normalise.stages import stage_number_of
from kmdash.ingest.records.drafts import ActivityDraft, PlanDraft

_KINDS = {KM: "stage", CHANGE: "component"}


def process_of(draft: PlanDraft) -> str | None:
    """KM or change management, by the majority of the stage names of the plan's activities; None without any."""
    votes = {KM: 0, CHANGE: 0}
    for activity in draft.activities:
        for process in {process for process, _ in activity.stages}:
            votes[process] += 1
    if votes[KM] == votes[CHANGE]:
        return KM if draft.rule == NUMBER else None
    return KM if votes[KM] > votes[CHANGE] else CHANGE


def stage_of_activity(activity: ActivityDraft, identity: str, process: str | None) -> tuple[int | None, list[Problem]]:
    """The stage by the name its section, column or text gives; by the number n.m only where no name is given.

    A row of a plan with stages that names none of them is asked; it stays without one ("อื่น ๆ").
    """
    named = next((number for kind, number in activity.stages if kind == process), None)
    no = arabic(activity.texts.get("no", "")).strip().strip("()").rstrip(".)")
    counted = stage_number_of(no)
    if named is None:
        if activity.stage_text and process:
            return None, [_unknown(activity, identity, process)]
        return (counted if process == KM and not activity.stages else None), []
    if counted is None or counted == named or process == CHANGE:
        return named, []
    return named, [
        Problem(
            code="stage_number_differs",
            severity=Severity.WARNING,
            cell=activity.cells.get("no", activity.cells["text"]),
            found=activity.texts.get("no", ""),
            message=worded("reader_build.stage_number_differs", counted=counted, named=named),
            remedy=worded("reader_build.stage_number_differs_do"),
        )
    ]


def _unknown(activity: ActivityDraft, identity: str, process: str) -> Problem:
    return Problem(
        code="component_unknown" if process == CHANGE else "stage_unknown",
        severity=Severity.QUESTION,
        cell=activity.cells.get("stage", activity.cells["text"]),
        found=activity.stage_text,
        message=worded(f"reader_build.{_KINDS[process]}_unknown"),
        remedy=worded(f"reader_build.{_KINDS[process]}_unknown_do", other=OTHER),
        choices=(*answers_of(process), OTHER),
        frame="activities",
        row_id=identity,
        field="stage",
    )


def about_stages(draft: PlanDraft, activities: list[Record], process: str | None) -> list[Problem]:
    """What a plan lacks: stages without an activity, or any stage at all; and a heading of the other process."""
    title = draft.head.cells.get("title", draft.first_cell)
    if process is None:
        return [_none_at_all(draft)] if activities else [_no_activities(draft, title)]
    problems = _headed_otherwise(draft, process)
    field = "component" if process == CHANGE else "stage"
    have = {row[field] for row in activities}
    absent = [
        worded("reader_build.stage", number=stage.number, thai=stage.thai, english=stage.english)
        for stage in of_process(process)
        if stage.number not in have
    ]
    if absent:
        problems.append(_missing(title if draft.rule in (TEXT, COLUMN, NUMBER) else draft.first_cell, absent, process))
    return problems


def _says(text: str) -> str | None:
    """The process a line of a head names; None where it names none, or both."""
    line = text.casefold()
    says = [KM] * ("km process" in line or "กระบวนการจัดการความรู้" in line)
    says += [CHANGE] * ("change management" in line or "บริหารการเปลี่ยนแปลง" in line)
    return says[0] if len(says) == 1 else None


def _headed_otherwise(draft: PlanDraft, process: str) -> list[Problem]:
    """The first line of the head that names the other process."""
    wrong = [(text, cell) for text, cell in draft.head.lines if _says(text) not in (None, process)]
    return [
        Problem(
            code="process_heading_differs",
            severity=Severity.WARNING,
            cell=cell,
            found=text,
            message=worded(f"reader_build.process_heading_differs_{_KINDS[process]}"),
            remedy=worded("reader_build.process_heading_differs_do"),
        )
        for text, cell in wrong[:1]
    ]


def _missing(cell: str, absent: list[Worded], process: str) -> Problem:
    return Problem(
        code="components_missing" if process == CHANGE else "stages_missing",
        severity=Severity.WARNING,
        cell=cell,
        found="",
        message=worded(f"reader_build.{_KINDS[process]}s_missing", names=joined(absent, ", ")),
        remedy=worded("reader_build.stages_missing_do"),
    )


def _none_at_all(draft: PlanDraft) -> Problem:
    return Problem(
        code="stages_not_given",
        severity=Severity.WARNING,
        cell=draft.first_cell,
        found="",
        message=worded("reader_build.stages_not_given"),
        remedy=worded("reader_build.stages_not_given_do"),
    )


def _no_activities(draft: PlanDraft, cell: str) -> Problem:
    return Problem(
        code="activities_missing",
        severity=Severity.WARNING,
        cell=cell,
        found=draft.head.texts.get("title", ""),
        message=worded("reader_build.activities_missing"),
        remedy=worded("reader_build.activities_missing_do"),
    )
