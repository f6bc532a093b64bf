"""What was learnt: recurring activities year by year, reviews and SWOT, and what belongs to KV, KS and KA."""

from kmdash.domain.behind_lessons import of_note, of_year
from kmdash.domain.marks import marks
from kmdash.domain.names import named, plan_names, told_apart
from kmdash.domain.viewpoint import today
from kmdash.domain.words import say
from kmdash.measures.by_year import by_year
from kmdash.measures.lessons import areas, notes
from kmdash.plots.by_year import by_year as year_map
from kmdash.plots.figure import config
from kmdash.ui import behind, lessons, lessons_entry, session
from kmdash.ui import columns_learning as columns
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import facts, heading
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """The finding, the years side by side, the notes and the areas, each as a table too, and the forms."""
    days = {view.fiscal_year: view.as_of}
    now = today()
    years = remembered(
        lambda: by_year(view.all_years, lambda year: days.get(year, now), within=view.settings.within),
        "by_year",
        now,
    )
    found = remembered(lambda: notes(view.register, view.as_of), "notes")
    told = lessons.title(found, years)
    made_up = any(bool(data["constructed"].fillna(False).any()) for data in (years, found))
    heading(told, say("lessons.about"), facts(view), constructed=made_up)
    if len(years):
        apart = told_apart(named(years, plan_names(view.all_years.plans)), "key")
        figure = year_map(apart, theme=view.theme, width=view.width, note=say("lessons.reading"))
        chart(figure, "by_year", told, config("kmdash-years"), lessons.lines(apart))
        name = say("lessons.by_year")
        table(
            headed(years, columns.YEARS), "by_year", name, note=say("lessons.reading"), marks=marks("in_year", years)
        )
    lessons.notes(found)
    lessons.areas(remembered(lambda: areas(view.register), "areas"))
    if not view.meeting:
        store = session.store()
        lessons_entry.year(view, store, years)
        lessons_entry.notes(view, store)
        lessons_entry.area(view, store)
    own = {"in_year": lambda mark: of_year(mark, years, view.all_years), "note": lambda mark: of_note(mark, found)}
    behind.show(view, others=own)


shown = session.current().register
if shown.activities.empty and shown.aars.empty and shown.swots.empty and shown.aims.empty:
    empty(session.current(), "learning")
else:
    page(session.current())
