"""The axis of the fiscal year: months October to September as 0 to 12, with their Buddhist years."""

from datetime import date

from kmdash.domain.fiscal import BE_OFFSET, fiscal_months, month_end, month_name
from kmdash.domain.words import say
from kmdash.plots.figure import Canvas

HEADER = 56  # pixels on a laptop
_YEAR_LINE, _MONTH_LINE = 16, 40


def position(day: date, fiscal_year: int) -> float:
    """Where the beginning of a day stands on the axis: 0 = 1 October, 12 = the next 1 October.

    Days outside the year lie below 0 or beyond 12.

    >>> position(date(2018, 10, 1), 2562), position(date(2019, 1, 1), 2562), position(date(2019, 10, 1), 2562)
    (0.0, 3.0, 12.0)
    """
    first = fiscal_months(fiscal_year)[0]
    month = (day.year - first.year) * 12 + day.month - first.month
    return month + (day.day - 1) / month_end(day).day


def end_position(day: date, fiscal_year: int) -> float:
    """Where the end of a day stands.

    >>> end_position(date(2019, 9, 30), 2562)
    12.0
    """
    return position(day, fiscal_year) + 1 / month_end(day).day


def header(canvas: Canvas, top: float, fiscal_year: int, as_of: date) -> None:
    """Write the months' names, the years above them, the month of the data in bold."""
    colours, k = canvas.colours, canvas.k
    months = fiscal_months(fiscal_year)
    for centre, day in ((1.5, months[0]), (7.5, months[-1])):
        text = say("plots.year", year=day.year + BE_OFFSET)
        canvas.text(centre, top + _YEAR_LINE * k, text, size=15, bold=True, colour=colours.mute)
    for place, month in enumerate(months):
        now = (month.year, month.month) == (as_of.year, as_of.month)
        canvas.text(place + 0.5, top + _MONTH_LINE * k, month_name(month), size=15, bold=now)


def grid(canvas: Canvas, top: float, bottom: float) -> None:
    """Draw a line between the months, a heavier one where the calendar year begins."""
    for place in range(13):
        heavy = place == 3
        colour = canvas.colours.line if heavy else canvas.colours.grid
        canvas.rule((place, place), (top, bottom), colour, (2.5 if heavy else 1) * canvas.k)
