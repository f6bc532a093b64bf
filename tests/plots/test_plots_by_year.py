"""The map of recurring activities: what its cells lead to."""

from kmdash.domain.behind_lessons import of_year
from kmdash.domain.frames import frame
from kmdash.domain.learned_results import YEARS
from kmdash.domain.marks import marks
from kmdash.domain.register import from_records
from kmdash.plots.by_year import by_year


def test_a_cell_leads_where_its_row_of_the_table_does():
    about = {"activity_id": "P1/1", "key": "อบรม", "name": "1 อบรม", "told": False}
    years = frame(YEARS, [{**about, "of_year": year, "state": "no_date"} for year in (2567, 2568)])
    figure = by_year(years, theme="light", width=900)
    clickable = {tuple(told) for trace in figure.data if trace.customdata is not None for told in trace.customdata}
    assert clickable - {()} == set(marks("in_year", years))
    for told in marks("in_year", years):
        (item,) = of_year(told, years, from_records({}))
        assert item.name.endswith(told[2])
