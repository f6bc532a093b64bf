"""An office's own workbook, form by form: grids to parts of a register."""

from kmdash.domain.problem import Problem
from kmdash.domain.reading import Part, TableFound
from kmdash.ingest.account import Usage
from kmdash.ingest.build.events import events_part
from kmdash.ingest.build.knowledge import knowledge_part
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.build.plans import plan_parts
from kmdash.ingest.build.tally import tally_part
from kmdash.ingest.grid import Grid
from kmdash.ingest.records.collect import collect
from kmdash.ingest.records.office import find_fiscal_year, find_office
from kmdash.ingest.sheet import Sheet


def read_forms(grids: list[Grid], file: str, usage: Usage) -> tuple[list[Part], list[Problem], list[TableFound]]:
    """Recognise and read every sheet; the account is filled in on the way."""
    sheets = [Sheet(grid, usage) for grid in grids]
    found = collect(sheets)
    if not (found.plans or found.steps or found.tallies or found.knowledge):
        return [], found.problems, found.tables
    office, office_problems = find_office(sheets)
    fiscal_year, year_problems = find_fiscal_year(sheets, found)
    owner = Owner(office, fiscal_year, file)
    parts, problems = plan_parts(found.plans, found.knowledge, found.tallies, owner)
    for place, tally in enumerate(found.tallies, start=1):
        part, raised = tally_part(tally, place, owner)
        parts.append(part)
        problems += raised
    if found.steps:
        part, raised = events_part(found.steps, owner)
        parts.append(part)
        problems += raised
    if found.knowledge:
        parts.append(knowledge_part(found.knowledge, owner))
    return parts, [*office_problems, *year_problems, *found.problems, *problems], found.tables
