"""The columns of a month or quarter grid: which months each stands for, of which year, planned or done."""

import re
from collections.abc import Mapping
from functools import lru_cache

from kmdash.domain.fiscal import BE_OFFSET, FIRST_MONTH
from kmdash.domain.identity import match_key
from kmdash.domain.words import arabic
from kmdash.ingest.normalise.months import spellings

Month = tuple[int, int, int | None]  # the first month (1–12), the number of months, the year (BE, if given)

_MONTHS = {match_key(name): months[0] for name, months in spellings().items() if len(months) == 1}
_QUARTERS = {"1": 10, "2": 1, "3": 4, "4": 7}
_QUARTER = re.compile(r"(?:ไตรมาส(?:\s*ที่)?|q(?:uarter)?)\s*([1-4])(?!\d)\s*(.*)", re.IGNORECASE)
_MONTHS_BEFORE_QUARTER = re.compile(r"(.+?)\s*\(\s*((?:ไตรมาส|q).*?)\s*\)", re.IGNORECASE)
_OF_YEAR = re.compile(r"\(?\s*(?:/|ปี(?:งบประมาณ)?|พ\.?\s*ศ\.?|\s)+(\d{2}|\d{4})\s*\)?")
_SPAN = re.compile(r"(?:เดือน)?\s*(.+?)\s*(?:-|–|—|~|ถึง)\s*(.+)")
_FISCAL_YEAR = re.compile(r"ปีงบ(?:ประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*(25\d\d|20\d\d)")
_PLAIN_YEAR = re.compile(r"(?:ปี)?\s*(?:พ\.?\s*ศ\.?|ค\.?\s*ศ\.?)?\s*(25\d\d|20\d\d|(?<=\D)\d\d)")
_YEAR = 12
_LONGEST = 6  # months of one column
_PLAN = frozenset(map(match_key, ("แผน", "แผนงาน", "แผนการดำเนินงาน", "แผนดำเนินการ", "ตามแผน", "plan", "planned")))
_RESULT = frozenset(
    map(
        match_key,
        (
            "ผล",
            "ผลงาน",
            "ผลการดำเนินงาน",
            "ผลการดำเนินการ",
            "ผลการปฏิบัติงาน",
            "ผลดำเนินการ",
            "ผลจริง",
            "ทำจริง",
            "จริง",
            "actual",
        ),
    )
)
_PROGRESS = tuple(
    map(match_key, ("ผลการ", "ผลดำเนิน", "ผลงาน", "ความก้าวหน้า", "ความคืบหน้า", "ร้อยละความ", "ร้อยละของความ"))
)


def is_plan_or_result(text: str) -> bool:
    """Whether a text parts a month's or quarter's column into what was planned and what was done.

    >>> is_plan_or_result("แผน"), is_plan_or_result("ผล"), is_plan_or_result("ผลผลิต")
    (True, True, False)
    """
    key = match_key(text)
    return key in _PLAN or key in _RESULT


def is_result(text: str) -> bool:
    """Whether a text says that what stands beside or under it was done, not planned."""
    return match_key(text) in _RESULT


def month_columns(heads: Mapping[int, tuple[str, ...]]) -> tuple[dict[int, Month], dict[int, str]]:
    """The months of each grid column, and the headings of those that tell what was done; by column.

    ``heads`` are the texts over each column, from the top. A year standing over the months dates them:
    a fiscal year, or a calendar year where the months under it are of one.
    """
    months: dict[int, Month] = {}
    results: dict[int, str] = {}
    for column, texts in heads.items():
        named = [text for text in texts if not is_plan_or_result(text)]
        month = month_span(named[-1]) if named else None
        if month is None:
            continue
        if any(map(is_result, texts)) or _of_progress(texts):
            results[column] = " / ".join(texts)
        else:
            months[column] = month
    return _dated(months, heads), results


def _of_progress(texts: tuple[str, ...]) -> bool:
    """Whether a group over a column says how far the work was in each month: "ร้อยละความก้าวหน้า", "ผลการดำเนินงาน"."""
    return any(match_key(text).startswith(_PROGRESS) for text in texts[:-1])


@lru_cache(maxsize=10_000)
def month_span(text: str) -> Month | None:
    """The first month (1–12), the number of months and the year (BE, if given) of a grid's column.

    The months that a quarter's heading names in brackets are those of the column.

    >>> month_span("ต.ค. ๖๑"), month_span("ไตรมาสที่ ๒"), month_span("Q4"), month_span("ก.พ."), month_span("ตลอด")
    ((10, 1, 2561), (1, 3, None), (7, 3, None), (2, 1, None), None)
    >>> month_span("ไตรมาส 1 (ต.ค.-ธ.ค. 67)"), month_span("ไตรมาส 1/68"), month_span("ธ.ค. - ก.พ. 68")
    ((10, 3, 2567), (10, 3, 2567), (12, 3, 2567))
    """
    words = " ".join(arabic(text).split())
    turned = _MONTHS_BEFORE_QUARTER.fullmatch(words)
    if turned:
        words = f"{turned[2]} ({turned[1]})"
    quarter = _QUARTER.fullmatch(words)
    return _quarter(quarter[1], quarter[2].strip()) if quarter else _one(words) or _several(words)


def _quarter(number: str, rest: str) -> Month | None:
    """A quarter of the fiscal year, by what follows its number: nothing, its year, or its months."""
    first = _QUARTERS[number]
    year = _OF_YEAR.fullmatch(rest)
    if not rest or year:
        return first, 3, _be(year[1]) - (first >= FIRST_MONTH) if year else None
    months = _several(rest.strip("() "))
    return months if months and months[1] == 3 else None


def _several(words: str) -> Month | None:
    """Several months in one column: "ต.ค. - ธ.ค. 67"."""
    span = _SPAN.fullmatch(words)
    first, last = (_one(span[1]), _one(span[2])) if span else (None, None)
    if not first or not last:
        return None
    long = (last[0] - first[0]) % _YEAR + 1
    year = first[2] or (last[2] - (first[0] > last[0]) if last[2] else None)
    return (first[0], long, year) if 1 < long <= _LONGEST else None


def _one(words: str) -> Month | None:
    name = words.rstrip("0123456789 /-'’")
    month = _MONTHS.get(match_key(name))
    if month is None:
        return None
    digits = "".join(letter for letter in words[len(name) :] if letter.isdigit())
    if len(digits) not in (0, 2, 4):
        return None
    return month, 1, _be(digits) if digits else None


def _dated(months: dict[int, Month], heads: Mapping[int, tuple[str, ...]]) -> dict[int, Month]:
    """The columns with the year standing over them, where their own heading has none."""
    over = {column: found for column in months if (found := _year_over(heads[column]))}
    groups: dict[tuple[int, bool], list[int]] = {}
    for column, named in over.items():
        groups.setdefault(named, []).append(months[column][0])
    for column, (year, fiscal) in over.items():
        first, long, own = months[column]
        if own:
            continue
        group = groups[year, fiscal]
        begins = [month >= FIRST_MONTH for month in group]
        if fiscal or (True in begins and False in begins[begins.index(True) :]):
            months[column] = first, long, year - (first >= FIRST_MONTH)
        elif len(groups) > 1 or not all(begins):
            months[column] = first, long, year
    return months


def _year_over(texts: tuple[str, ...]) -> tuple[int, bool] | None:
    """The year (BE) that stands over a column, and whether it is said to be a fiscal one."""
    for text in map(arabic, texts):
        fiscal = _FISCAL_YEAR.search(text)
        found = fiscal or _PLAIN_YEAR.fullmatch(text.strip())
        if found:
            return _be(found[1]), fiscal is not None
    return None


def _be(digits: str) -> int:
    year = int(digits)
    return year + 2500 if len(digits) == 2 else year + BE_OFFSET if year < 2400 else year
