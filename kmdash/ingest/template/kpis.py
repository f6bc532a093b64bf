"""KPIs of plans, with their five thresholds."""

from kmdash.domain import points, template
from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.problem import Severity
from kmdash.domain.scale import direction
from kmdash.domain.weights import HEAVIEST, is_possible
from kmdash.domain.wording import worded
from kmdash.ingest.template.book import Book, Row
from kmdash.ingest.template.plans import Plans, plan_of

LEVELS = len(THRESHOLDS)
TINY = 1e-6


def read_kpis(book: Book, found: Plans) -> None:
    """Add the KPIs of the sheet to their plans."""
    weighed: dict[str, list[tuple[Row, float | None]]] = {}
    for row in book.rows(template.KPIS):
        no = plan_of(row, found)
        if no:
            weight = _weight(row)
            weighed.setdefault(no, []).append((row, weight))
            _read_kpi(row, found, found.plans[no]["plan_id"], weight)
    _about_sums(list(weighed.values()))


def _about_sums(plans: list[list[tuple[Row, float | None]]]) -> None:
    """Tell of weights that sum to 100 neither in their plan nor over all plans."""
    sums = [sum(weight or 0 for _, weight in plan) for plan in plans]
    if abs(sum(sums) - HEAVIEST) < TINY:
        return
    for plan, total in zip(plans, sums, strict=True):
        last, _ = plan[-1]
        sound = all(weight is not None and is_possible(weight) for _, weight in plan)
        if sound and abs(total - HEAVIEST) >= TINY:
            message = worded("reader_template.weights_sum", total=total)
            last.doubt("weight", "weights_sum", message, worded("reader_template.weights_sum_do"))


def _read_kpi(row: Row, found: Plans, plan: str, weight: float | None) -> None:
    position = row.count("kpi_no") or len(found.of_plan("kpis", plan)) + 1
    kpi_id = f"{plan}/K{position}"
    if kpi_id in found.kpis:
        message = worded("reader_template.kpi_twice", position=position)
        row.refuse("kpi_no", "kpi_number_twice", message, worded("reader_template.kpi_twice_do"))
        row.leave_out()
        return
    name = row.text("name")
    if name is None:
        row.doubt(
            "name",
            "text_missing",
            worded("reader_template.kpi_name_missing"),
            worded("reader_template.kpi_name_missing_do"),
        )
    scale = row.choice("scale", template.SCALES, "scale_unknown")
    thresholds = _thresholds(row, kpi_id, scale)
    found.kpis[kpi_id] = row.record(
        "kpis",
        "name",
        kpi_id=kpi_id,
        plan_id=plan,
        position=position,
        name=name,
        unit=row.text("unit"),
        direction=_direction(row, thresholds),
        level_texts=_level_texts(row),
        weight=weight,
        target=row.text("target"),
        scale=scale,
        **dict(zip(THRESHOLDS, thresholds or (), strict=False)),
    )


def _thresholds(row: Row, kpi_id: str, scale: str | None) -> list[float] | None:
    """The five thresholds; None, with a problem, unless all stand there in rising or falling order.

    A KPI of steps has none, one on the 50/75/100 scale has three.
    """
    numbers = [number for name in THRESHOLDS if (number := row.number(name)) is not None]
    shown = "/".join(row.shown(name) or "–" for name in THRESHOLDS)
    if scale == points.SCALE:
        return _marks(row, numbers, shown)
    if scale == "milestone" and not numbers:
        return None
    if len(numbers) == LEVELS:
        try:
            direction(numbers)
        except ValueError:
            message = worded("reader_template.levels_mixed", shown=shown)
            row.refuse(
                THRESHOLDS[0], "kpi_levels_mixed", message, worded("reader_template.levels_mixed_do"), *THRESHOLDS[1:]
            )
            return None
        return numbers
    asked = {"frame": "kpis", "row_id": kpi_id, "field": "levels"}
    remedy = worded("reader_template.levels_do")
    if numbers:
        for name in THRESHOLDS:
            row.set_aside(name, worded("reader_template.levels_wait"))
        message = worded("reader_template.levels_unclear")
        row.book.report(
            "kpi_levels_unclear", Severity.QUESTION, row.cell(THRESHOLDS[0]), shown, message, remedy, **asked
        )
    elif not row.shown("level_texts"):
        message = worded("reader_template.levels_missing")
        row.book.report(
            "kpi_levels_missing",
            Severity.QUESTION,
            row.cell("name"),
            row.shown("name"),
            message,
            worded("reader_template.levels_do_or_leave", remedy=remedy),
            **asked,
        )
    return None


def _marks(row: Row, numbers: list[float], shown: str) -> list[float] | None:
    """The marks worth 50, 75 and 100 points; None, with a problem, unless the first three stand there in order."""
    try:
        points.points(numbers, 0)
    except ValueError:
        message = worded("reader_template.points_mixed", shown=shown)
        row.refuse(
            THRESHOLDS[0], "kpi_marks_unclear", message, worded("reader_template.points_mixed_do"), *THRESHOLDS[1:]
        )
        return None
    return numbers


def _direction(row: Row, thresholds: list[float] | None) -> str:
    """As the thresholds run; without them, or where all are equal, as typed, else more is better."""
    typed = row.choice("direction", template.DIRECTIONS, "direction_unknown")
    if thresholds is None or thresholds[0] == thresholds[-1]:
        return typed or "up"
    read = "up" if thresholds[0] < thresholds[-1] else "down"
    if typed not in (None, read):
        message = worded("reader_template.direction_differs")
        row.doubt("direction", "direction_differs", message, worded("reader_template.direction_differs_do"))
    return read


def _level_texts(row: Row) -> str | None:
    text = row.text("level_texts")
    if text is not None and len(text.split("\n")) != LEVELS:
        message = worded("reader_template.criteria_lines")
        row.refuse("level_texts", "level_texts_count", message, worded("reader_template.criteria_lines_do"))
        return None
    return text


def _weight(row: Row) -> float | None:
    weight = row.number("weight")
    if weight is not None and weight < 0:
        row.refuse(
            "weight",
            "weight_negative",
            worded("reader_template.weight_negative"),
            worded("reader_template.weight_negative_do"),
        )
        return None
    if weight is not None and weight > HEAVIEST:
        message = worded("reader_template.weight_too_great", weight=weight, most=HEAVIEST)
        row.doubt("weight", "weight_too_large", message, worded("reader_template.weight_range_do"))
    return weight
