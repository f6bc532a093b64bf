"""Knowledge management by goal: the stages each goal covers, change management apart, and the scope."""

from kmdash.domain.behind_goals import of_goal
from kmdash.domain.words import say
from kmdash.measures.coverage import coverage
from kmdash.measures.goals import goals as by_goal
from kmdash.ui import behind, goals, session
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.session import remembered


def page(view: session.View) -> None:
    """The finding, a card a goal, the table, then the scope."""
    found = remembered(lambda: by_goal(view.register, view.as_of, within=view.settings.within), "goals")
    heading(goals.title(found), say("goals.about"), facts(view), constructed=constructed(view))
    goals.divisions(view.register.knowledge)
    rule = {"within": view.settings.within, "report_month": view.settings.report_month}
    covered = remembered(lambda: coverage(view.whole, view.as_of, **rule, only=view.only), "coverage of goals")
    goals.cards(found, covered)
    goals.listed(found)
    goals.aims(view.register.aims)
    behind.show(view, others={"goal": lambda mark: of_goal(mark, found)})


if session.current().register.plans.empty:
    empty(session.current(), "goals")
else:
    page(session.current())
