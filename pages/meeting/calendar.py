"""What runs, starts and is due in each month of the fiscal year, and the committee's own steps."""

from kmdash.domain import titles
from kmdash.domain.fiscal import fiscal_year_span, shown_month
from kmdash.domain.marks import marks
from kmdash.domain.names import named, plan_names, plan_numbers
from kmdash.domain.words import say
from kmdash.measures.calendar import calendar, load
from kmdash.measures.load import conflicts, owner_load, unit_load
from kmdash.measures.warnings import warnings
from kmdash.plots.calendar import year_map
from kmdash.plots.figure import config
from kmdash.plots.gantt import gantt
from kmdash.reports import ics, wall_calendar
from kmdash.ui import behind, calendar_files, charts, columns, empty, filters, frame, narrow, session, settings
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.months import month_cards, unclear_items
from kmdash.ui.panels import conflict_table, loads
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """One of three views of the year; the items whose time is not certain; the table."""
    year, day, many, names = view.fiscal_year, view.as_of, view.settings.many, plan_names(view.all_years.plans)
    rule = {"within": view.settings.within, "stale_after": view.settings.stale_after}
    months = remembered(lambda: named(calendar(view.all_years, year, day, within=rule["within"]), names), "months")
    items = remembered(lambda: named(warnings(view.register, day, **rule), names), "items")
    told = titles.calendar(months, load(months, year), sum(items["state"] == "unclear"), {} if view.part else names)
    first, last = map(shown_month, fiscal_year_span(year))
    heading(told, say("calendar.about", first=first, last=last), facts(view), constructed=constructed(view))

    def drawn() -> None:
        views = {name: say(f"calendar.{name}") for name in ("year", "plan", "months")}
        shown = filters.segments("view", say("calendar.view"), views)
        look = {"fiscal_year": year, "as_of": day, "theme": view.theme, "width": view.width}
        if shown == "year":
            figure = remembered(lambda: year_map(months, **look), "year")
            charts.chart(figure, "year", told, config("kmdash-calendar"), narrow.year(months, year))
        elif shown == "plan":
            figure = remembered(lambda: gantt(items, **look), "gantt")
            charts.chart(figure, "gantt", told, config("kmdash-gantt"), narrow.gantt(items))
        else:
            month_cards(months, plan_numbers(view.all_years.plans), year, day)
        behind.show(view, months=months)

    frame.part("calendar", drawn)
    conflict_table(conflicts(months, year, many=many), months, many)
    settings.panel(view.settings, "many", "within")
    unclear_items(items)
    shown, printed = headed(months, columns.CALENDAR), settings.printed(view.settings, "within", "many")
    table(shown, "calendar", say("calendar.table"), note=printed, marks=marks("item", months))
    calendar_files.offer(view, months, load(months, year), names, ics, wall_calendar)
    loads(*remembered(lambda: (unit_load(months, year), owner_load(months, year)), "loads"))


if session.current().all_years.activities.empty and session.current().register.events.empty:
    empty.empty(session.current(), "calendar")
else:
    page(session.current())
