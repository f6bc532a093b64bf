"""The columns of the register's input frames, as data; those of the result frames stand in ``results``.

Types: ``str``, ``int`` (Int64), ``float`` (Float64), ``bool`` (boolean), ``date`` (datetime64[s], CE).
A gap is missing, never 0 or "". Ids are strings. ``*_cell`` are addresses (``Sheet!B12``) in ``source_file``.
"""

from kmdash.domain.followed import FOLLOWED, FOLLOWED_IDS
from kmdash.domain.knowledge import KNOWLEDGE_FRAMES, KNOWLEDGE_IDS
from kmdash.domain.meetings import MEETING_FRAMES, MEETING_IDS
from kmdash.domain.notices import NOTICE_FRAMES, NOTICE_IDS
from kmdash.domain.problem import PROBLEMS

Columns = dict[str, str]

_SOURCE: Columns = {"source_cell": "str", "source_file": "str"}
_PERIOD: Columns = {
    "period_text": "str",  # as typed
    "start": "date",  # first day covered
    "end": "date",  # last day covered
    "precision": "str",  # domain.period.Precision
    "period_kind": "str",  # domain.period.PeriodKind
    "recurs_month": "int",
    "recurs_every": "str",
    "occurrences": "str",  # ISO first days, joined by ";"
    "period_cell": "str",
}
_FIVE_LEVELS: Columns = {f"threshold_{level}": "float" for level in range(1, 6)}

PLANS: Columns = {
    "plan_id": "str",
    "office": "str",
    "fiscal_year": "int",  # BE
    "no": "str",  # "1" of แผนการจัดการความรู้ที่ ๑
    "title": "str",
    "unit": "str",
    "process": "str",  # "KM", "change" or missing
    "issue": "str",
    "critical_process": "str",
    "knowledge": "str",
    "outcome": "str",
    **_SOURCE,
}
ACTIVITIES: Columns = {
    "activity_id": "str",
    "plan_id": "str",
    "position": "int",  # order in the plan, from 1
    "no": "str",  # "1.1"
    "stage": "int",
    "component": "int",
    "text": "str",
    **_PERIOD,
    "indicator": "str",
    "target": "str",
    "target_group": "str",
    "method": "str",  # how it is done
    "owner": "str",  # as typed
    "owners": "str",  # separated, joined by newline
    "status": "str",  # done|in_progress|not_started|late|cancelled|postponed
    "status_text": "str",
    "percent": "float",
    "reported_on": "date",  # of status and percent, where the form's head says as of which day
    "checklist": "str",  # steps of the work, one a line; a ticked one begins with "✓ "
    "lessons": "str",  # what was learnt (AAR, บทสรุปการเรียนรู้)
    "technique": "str",  # form of the activity (story telling, fishbone …)
    "note": "str",
    "value_cells": "str",  # address of each value by field, as JSON
    **_SOURCE,
}
KPIS: Columns = {
    "kpi_id": "str",
    "plan_id": "str",
    "position": "int",
    "name": "str",
    "unit": "str",  # "ร้อยละ", "ระดับ", …
    "direction": "str",  # "up" or "down"
    "scale": "str",  # "milestone": level n needs steps 1…n of level_texts; "50/75/100": thresholds 1–3; else missing
    **_FIVE_LEVELS,
    "level_texts": "str",  # five texts, joined by newline
    "weight": "float",
    "target": "str",
    **_SOURCE,
}
RESULTS: Columns = {
    "kpi_id": "str",
    "plan_id": "str",
    "actual": "float",  # in the KPI's own unit; 85 for 85 %
    "reported_on": "date",
    "note": "str",
    "constructed": "bool",
    **_SOURCE,
    "steps": "str",  # of a milestone KPI: the steps reached, "1,2,4"; missing: all up to the actual
    "persons": "int",  # how many were tested or asked, where the result is a share of persons
}
PROGRESS: Columns = {
    "activity_id": "str",
    "plan_id": "str",
    "status": "str",
    "status_text": "str",
    "percent": "float",
    "reported_on": "date",
    "done_on": "date",
    "postponed_to": "date",
    "note": "str",
    "constructed": "bool",
    **_SOURCE,
}
BALLOTS: Columns = {
    "ballot_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "title": "str",
    "voters": "int",
    "ballot_limit": "int",  # marks a voter may give
    "seats": "int",  # candidates to choose
    **_SOURCE,
    "voter_names": "str",  # codes or units entitled to vote, joined by newline; missing where they are not named
}
CANDIDATES: Columns = {
    "candidate_id": "str",
    "ballot_id": "str",
    "position": "int",
    "unit": "str",
    "process": "str",
    "votes": "int",  # of a finished tally; missing where ballots (marks) are given
    **_SOURCE,
}
MARKS: Columns = {
    "ballot_id": "str",
    "voter": "str",  # code or unit; one row a mark, an abstaining voter has candidate_id missing
    "candidate_id": "str",
    **_SOURCE,
    "paper": "str",  # which paper the mark stands on, where a voter may have more than one: only the first counts
}
DECISIONS: Columns = {  # what the committee decided on a vote, and its closing; one row a vote and kind of record
    "decision_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "ballot_id": "str",
    "kind": "str",  # domain.vote_decisions: chair, run_off, take_all, take_none; closed
    "chosen": "str",  # ids of the candidates taken, joined by newline
    "by": "str",
    "reason": "str",
    "decided_on": "date",
    **_SOURCE,
    "tied": "str",  # ids of the candidates the decision was about, joined by newline
    "counted": "str",  # every candidate's id and votes at that time, joined by newline
}
EVENTS: Columns = {
    "event_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "position": "int",
    "no": "str",
    "text": "str",
    **_PERIOD,
    **_SOURCE,
    "unit": "str",  # that is to do it; missing: the committee itself
}
KNOWLEDGE: Columns = {
    "knowledge_id": "str",
    "plan_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "position": "int",
    "unit": "str",
    "issue": "str",
    "objective": "str",
    "critical_process": "str",
    "knowledge": "str",  # items joined by newline
    "kpi": "str",
    "target": "str",
    "weight": "float",
    **_SOURCE,
}
TARGETS: Columns = {  # what a unit is to deliver
    "target_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "position": "int",
    "unit": "str",
    "measure": "str",  # what is counted, as the heading says
    "target": "float",
    "actual": "float",
    "note": "str",
    **_SOURCE,
    "counter": "str",  # what is counted, as typed behind the number: "คน"
    "unit_kind": "str",  # what the units are, as the heading over them says: "อำเภอ"
}
NETWORK: Columns = {  # members of a network by unit; no names, no telephone numbers
    "member_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "position": "int",
    "unit": "str",
    "role": "str",
    "trained": "bool",
    "work": "str",
    **_SOURCE,
}
ALIASES: Columns = {  # the office's book of spellings
    "alias_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "alias": "str",  # as typed in files
    "unit": "str",  # the unit meant; the alias itself where it is to stay as typed
    **_SOURCE,
}
SHAPES: Columns = {  # how a form that was not recognised is to be read
    "shape_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "fingerprint": "str",  # domain.shape.fingerprint of its headings
    "form": "str",  # kind of the form it is read as
    "columns": "str",  # the heading's place (from 0) of each field, as JSON
    "stages": "str",  # domain.shape.STAGE_RULES
    **_SOURCE,
}
ROUNDS: Columns = {  # what a KPI weighs in a round of the year
    "kpi_id": "str",
    "plan_id": "str",
    "round": "int",  # 6, 9 or 12 months
    "weight": "float",
    "cancelled": "bool",  # judged no more from this round on
    **_SOURCE,
}
TESTS: Columns = {  # one row a person and test; or one row a group, by its means and numbers
    "test_id": "str",
    "plan_id": "str",
    "person": "str",  # a code, never a name; missing where only means of a group are known
    "pre": "float",
    "post": "float",
    "full": "float",  # the highest mark there is
    "mark": "float",  # to pass
    "pre_count": "int",  # how many took it, where the row is the mean of a group
    "post_count": "int",
    **_SOURCE,
}

INPUT_FRAMES: dict[str, Columns] = {
    "plans": PLANS,
    "activities": ACTIVITIES,
    "kpis": KPIS,
    "results": RESULTS,
    "progress": PROGRESS,
    "ballots": BALLOTS,
    "candidates": CANDIDATES,
    "marks": MARKS,
    "decisions": DECISIONS,
    "events": EVENTS,
    "knowledge": KNOWLEDGE,
    "targets": TARGETS,
    "network": NETWORK,
    "aliases": ALIASES,
    "shapes": SHAPES,
    "rounds": ROUNDS,
    "tests": TESTS,
    **MEETING_FRAMES,
    **KNOWLEDGE_FRAMES,
    **FOLLOWED,
    **NOTICE_FRAMES,
    "problems": PROBLEMS,
}
ROW_ID: dict[str, str] = {
    "plans": "plan_id",
    "activities": "activity_id",
    "kpis": "kpi_id",
    "results": "kpi_id",
    "progress": "activity_id",
    "ballots": "ballot_id",
    "candidates": "candidate_id",
    "decisions": "decision_id",
    "events": "event_id",
    "knowledge": "knowledge_id",
    "targets": "target_id",
    "network": "member_id",
    "aliases": "alias_id",
    "shapes": "shape_id",
    "rounds": "kpi_id",
    "tests": "test_id",
    **MEETING_IDS,
    **KNOWLEDGE_IDS,
    **FOLLOWED_IDS,
    **NOTICE_IDS,
    "problems": "problem_id",
}
THRESHOLDS = tuple(_FIVE_LEVELS)
