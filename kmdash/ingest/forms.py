"""An office's own workbook, form by form: grids to parts of a register."""

from collections.abc import Sequence

from kmdash.domain.problem import Problem
from kmdash.domain.reading import Part, TableFound
from kmdash.domain.shape import Shape
from kmdash.ingest.build.aims import aims_parts
from kmdash.ingest.build.captured import captured_parts, category_parts
from kmdash.ingest.build.duties import duties_part
from kmdash.ingest.build.events import OF_DUTIES, events_part
from kmdash.ingest.build.followed import series_part, submissions_part
from kmdash.ingest.build.knowledge import about_issues, about_targets, knowledge_part
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.build.placing import place_kpis, unplaced_parts
from kmdash.ingest.build.plans import plan_parts
from kmdash.ingest.build.registers import registers
from kmdash.ingest.build.results import result_parts
from kmdash.ingest.build.tally import tally_part
from kmdash.ingest.records.collect import collect
from kmdash.ingest.records.kpi_plans import kpi_plans
from kmdash.ingest.records.office import find_fiscal_years, find_office
from kmdash.ingest.records.plan_years import settle_years
from kmdash.ingest.records.vote_join import settle_votes
from kmdash.ingest.sheet import Sheet


def read_forms(
    sheets: list[Sheet], file: str, shapes: Sequence[Shape] = ()
) -> tuple[list[Part], list[Part], list[Problem], list[TableFound]]:
    """Recognise and read every sheet, by a person's own ``shapes`` first; the account is filled in on the way.

    Returns the parts, the tables of KPIs whose plan is asked (``Reading.unplaced``), the problems and the tables.
    """
    found = collect(sheets, {shape.fingerprint: shape for shape in shapes})
    if not found.plans:
        found.plans, found.needs = found.needs, []
    if not found.plans:
        found.plans, found.kpi_tables = kpi_plans(sheets, found.kpi_tables), []
    apart, raised = place_kpis(found.plans, found.apart)
    found.problems += raised
    found.tallies, raised = settle_votes(found.tallies)
    found.problems += raised
    if not found.anything:
        return [], [], found.problems, found.tables
    office, office_problems = find_office(sheets, found)
    (first, last), year_problems = settle_years(found, find_fiscal_years(sheets, found))
    owner = Owner(office, first, file, last)
    parts, problems = plan_parts(found.plans, found.knowledge, found.tallies, owner)
    unplaced, raised = unplaced_parts(apart, found.plans, parts, owner)
    problems += raised
    for part, raised in result_parts(found.plans, parts, file):
        parts.append(part)
        problems += raised
    for place, tally in enumerate(found.tallies, start=1):
        part, raised = tally_part(tally, place, owner)
        parts.append(part)
        problems += raised
    for steps, key in ((found.steps, "1"), (found.deadlines, OF_DUTIES)):
        if steps:
            part, raised = events_part(steps, owner, key)
            parts.append(part)
            problems += raised
    if found.knowledge:
        parts.append(knowledge_part(found.knowledge, owner))
        problems += about_targets(found.knowledge) + about_issues(found.knowledge)
    followed = [submissions_part(found.submissions, owner)] if found.submissions else []
    followed += [duties_part(found.duties, owner)] if found.duties else []
    followed += [series_part(found.series, owner)] if found.series else []
    for part, raised in [*registers(found.targets, found.members, owner), *followed]:
        parts.append(part)
        problems += raised
    parts += aims_parts(found.aims, found.swots, owner)
    parts += category_parts(found.categories, owner.office, owner.fiscal_year, file)
    captured, raised = captured_parts(found.captured, owner)
    parts += captured
    problems += raised
    return parts, unplaced, [*office_problems, *year_problems, *found.problems, *problems], found.tables
