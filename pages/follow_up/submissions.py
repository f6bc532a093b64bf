"""Who sent its reports on time, late or not: by unit and month, with the award of the month and the year."""

from kmdash.domain.fiscal import shown_month
from kmdash.domain.marks import marks
from kmdash.domain.words import say
from kmdash.measures.submissions import monthly, submitted, yearly
from kmdash.plots.figure import config
from kmdash.plots.submissions import award_map
from kmdash.ui import awards, behind, columns, session, settings
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import facts, heading
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """The finding of a month, the map of the year, the ranks and winners, every report with its cell."""
    head, late = awards.place(), view.settings.late_points
    report = awards.chosen_report(view.register.submissions)
    rows = awards.of_report(view.register.submissions, report)
    found = remembered(lambda: submitted(rows, view.as_of), "submitted", report)
    months = remembered(lambda: monthly(found, late_points=late), "award_months", report)
    year = remembered(lambda: yearly(found, months, late_points=late), "award_year", report)
    month = awards.chosen_month(months)
    ranked = awards.of_month(months, month)
    told = awards.title(ranked, month)
    with head:
        made_up = bool(found["constructed"].fillna(False).any())
        heading(told, " · ".join(filter(None, [say("award.about"), report])), facts(view), constructed=made_up)
    awards.winners(ranked, year, month)
    look = {"fiscal_year": view.fiscal_year, "as_of": view.as_of, "theme": view.theme, "width": view.width}
    figure = remembered(lambda: award_map(months, year, **look, note=awards.notes(found, year)), "award_map", report)
    chart(figure, "award", told, config("kmdash-submissions"), awards.listed(months, year))
    settings.panel(view.settings, "late_points")
    printed = settings.printed(view.settings, "late_points")
    if month:
        title = say("award.of_month", month=shown_month(month))
        shown, chosen = headed(ranked, columns.AWARD), marks("award", ranked)
        table(shown, "award_month", title, opened=True, label=title, note=printed, marks=chosen)
    title = say("award.of_year", year=view.fiscal_year)
    table(headed(year, columns.AWARD), "award_year", title, label=title, note=printed, marks=marks("award", year))
    title, chosen = say("award.all"), marks("submission", found)
    table(headed(found, columns.SUBMITTED), "submissions", title, label=title, marks=chosen)
    own = {name: lambda mark: awards.behind(found, mark) for name in ("award", "submission")}
    behind.show(view, others=own)


if session.current().register.submissions.empty:
    empty(session.current(), "submissions")
else:
    page(session.current())
