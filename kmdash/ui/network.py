"""The pieces of the network page: its finding, and what stands in the chart's place on a phone."""

import pandas as pd

from kmdash.domain.frames import records
from kmdash.domain.marks import mark
from kmdash.domain.scale import plain
from kmdash.domain.words import say
from kmdash.ui.narrow import Group
from kmdash.ui.pieces import note
from kmdash.ui.repository import listed


def title(units: pd.DataFrame) -> str:
    """How many members there are in how many units, how many were trained, and where some lack."""
    members, with_members = int(units["members"].sum()), int((units["members"] > 0).sum())
    counts = {name: int(units[name].sum()) for name in ("trained", "untrained", "unknown")}
    parts = [say("title.network.members", members=members, units=with_members)]
    if counts["unknown"] == members:
        parts.append(say("title.network.unknown"))
    else:
        parts.append(say("title.network.trained", **counts))
    short = units[units["missing"] > 0]
    if len(short):
        parts.append(say("title.network.short", units=len(short), missing=plain(float(short["missing"].sum()))))
    return " — ".join(parts)


def short(units: pd.DataFrame) -> None:
    """The units that have fewer members than demanded."""
    found = [row["unit"] or say("know.no_unit") for row in records(units) if row["missing"]]
    if found:
        note(say("net.short_units", count=len(found), names=listed(found)))


def groups(units: pd.DataFrame) -> list[Group]:
    """A group a unit: members against what is demanded, and how many were trained."""
    return [
        Group(
            row["unit"] or say("know.no_unit"),
            str(row["members"]) if row["demanded"] is None else f"{row['members']}/{plain(row['demanded'])}",
            " · ".join(
                f"{say(f'net.{name}')} {row[name]}" for name in ("trained", "untrained", "unknown") if row[name]
            ),
            mark=mark("members", row),
        )
        for row in records(units)
    ]
