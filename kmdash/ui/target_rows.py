"""The pieces of the page of targets: the series chosen, its finding, the phone's list, what stands behind a row."""

from typing import Any

import pandas as pd

from kmdash.domain.behind import Item
from kmdash.domain.behind_followed import of_periods, of_targets
from kmdash.domain.frames import records
from kmdash.domain.marks import Mark, mark
from kmdash.domain.scale import plain
from kmdash.domain.words import say
from kmdash.ui import filters
from kmdash.ui.narrow import Group

_NAMED = 3  # units named in a finding


def chosen_series(met: pd.DataFrame) -> str:
    """The series of the link, "" for all; a list to choose from where there are several."""
    names = list(dict.fromkeys(met["name"].dropna()))
    asked = filters.linked("series")
    value = asked if asked in names else ""
    if len(names) > 1:
        filters.select(
            "series",
            say("follow.which"),
            {"": say("follow.all"), **dict(zip(names, names, strict=True))},
            value,
            width=420,
        )
    return value


def of_series(met: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows of a series, all where "" is given, with their share per cent."""
    rows = met[met["name"] == name].reset_index(drop=True) if name else met
    return rows.assign(target_share=(rows["share"] * 100).round(1))


def title(met: pd.DataFrame) -> str:
    """How many units are behind their plan, and who most; those without periods by whether their target is met."""
    told = met[met["actual"].notna() & met["target"].notna()]
    if told.empty:
        return say("title.targets.none")
    paced, names = told[told["lag"].notna()], told["name"].nunique()
    lacking = met[met["actual"].isna() | (met["not_told"] > 0)]
    silent = list(dict.fromkeys(lacking["unit"].fillna("–")))
    behind = paced[paced["lag"] > 0]
    if paced.empty:
        met_count = int(told["met"].fillna(False).sum())
        head = say("title.targets.met", name=_name(told), count=met_count, units=len(told))
    elif behind.empty:
        head = say("title.targets.level", name=_name(paced))
    elif names > 1:
        head = say("title.targets.several", count=len(behind), units=len(paced), series=paced["name"].nunique())
    else:
        most = behind.loc[behind["lag"].idxmax()]
        lag = plain(round(most["lag"], 2))
        counts = {"count": len(behind), "units": len(paced)}
        head = say("title.targets.behind", name=_name(behind), unit=most["unit"], lag=lag, **counts)
    if not silent:
        return head
    names = [*silent[:_NAMED], *([say("know.more", count=len(silent) - _NAMED)] if len(silent) > _NAMED else [])]
    return say("title.targets.more", head=head, units=", ".join(names))


def listed(met: pd.DataFrame) -> list[Group]:
    """A group a unit: its actual of its target, whether it is behind, what is not reported."""
    return [
        Group(
            " · ".join(filter(None, [row["unit"], row["name"], row["kind"]])),
            say("follow.plot.of", actual=_figure(row["actual"]), target=_figure(row["target"])),
            _standing(row),
            mark=mark("target", row),
        )
        for row in records(met)
    ]


def _standing(row: dict[str, Any]) -> str:
    if row["actual"] is None:
        return say("follow.no_actual")
    late = row["lag"] is not None and row["lag"] > 0
    behind = say("follow.behind", lag=_figure(row["lag"]), periods=row["periods_behind"]) if late else None
    missing = say("follow.not_told", count=row["not_told"]) if row["not_told"] else None
    return " · ".join(filter(None, [behind, missing]))


def behind(found: pd.DataFrame, targets: pd.DataFrame, mark: Mark) -> list[Item]:
    """The figures behind a bar or a row: the periods of a series, or the one figure of a target."""
    if mark[0] == "period":
        return of_periods(found[found["series_id"] == mark[1]])
    _, name, kind, unit = mark
    of_unit = (
        (found["name"].fillna("") == name) & (found["kind"].fillna("") == kind) & (found["unit"].fillna("") == unit)
    )
    single = (targets["measure"].fillna("") == name) & (targets["unit"].fillna("") == unit)
    return [*of_periods(found[of_unit]), *(of_targets(targets[single]) if not kind else [])]


def _name(rows: pd.DataFrame) -> str:
    return str(rows["name"].iloc[0]) if (rows["name"] == rows["name"].iloc[0]).all() else say("follow.all")


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:,.10g}"
