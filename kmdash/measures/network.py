"""The network of those who manage knowledge: members by unit, trained or not, against what is demanded."""

from typing import Any

import pandas as pd

from kmdash.domain.counts import each_of
from kmdash.domain.frames import frame, records
from kmdash.domain.knowledge import NETWORK_UNITS, unit_key
from kmdash.domain.register import Register

Row = dict[str, Any]
OF_NETWORK = "เครือข่าย"  # a target or an activity with this word is about the network


def network(register: Register) -> pd.DataFrame:
    """Members of each unit; persons are not known here, only how many there are and in which roles.

    A unit's demand is its own target of a measure about the network, else what an activity about the network
    demands of each unit of its kind ("อำเภอละ ๑ คน"). Units of the register of targets that have no member are
    listed, too.

    Returns
    -------
    DataFrame (``domain.knowledge.NETWORK_UNITS``)
        ``unknown`` are the members of whom nobody said whether they were trained: they are not "untrained".
        ``demanded`` and ``missing`` are <NA> where nothing is demanded.
    """
    units: dict[tuple[Any, ...], list[Row]] = {}
    named: dict[tuple[Any, ...], str | None] = {}
    for row in [*records(register.network), *_expected(register)]:
        key = (row["office"], row["fiscal_year"], unit_key(row["unit"]))
        units.setdefault(key, []).extend([row] if "member_id" in row else [])
        named.setdefault(key, row["unit"])
    own, each = _own_demands(register), _each_demands(register)
    kinds = {_key(row): row["unit_kind"] for row in records(register.targets) if row["unit_kind"]}
    rows = []
    for key, members in units.items():
        demanded, cell = own.get(key) or _of_kind(each, key, kinds.get(key), named[key])
        rows.append(
            {
                "office": key[0],
                "fiscal_year": key[1],
                "unit": named[key],
                "members": len(members),
                "demanded": demanded,
                "missing": None if demanded is None else max(demanded - len(members), 0.0),
                "trained": sum(row["trained"] is True for row in members),
                "untrained": sum(row["trained"] is False for row in members),
                "unknown": sum(row["trained"] is None for row in members),
                "roles": "\n".join(dict.fromkeys(row["role"] for row in members if row["role"])) or None,
                "source_cell": members[0]["source_cell"] if members else None,
                "demand_cell": cell,
            }
        )
    return frame(NETWORK_UNITS, rows)


def _key(row: Row) -> tuple[Any, ...]:
    return (row["office"], row["fiscal_year"], unit_key(row["unit"]))


def _expected(register: Register) -> list[Row]:
    """The units of the targets, of offices that have a network."""
    owners = {(row["office"], row["fiscal_year"]) for row in records(register.network)}
    return [row for row in records(register.targets) if (row["office"], row["fiscal_year"]) in owners]


def _own_demands(register: Register) -> dict[tuple[Any, ...], tuple[float, str | None]]:
    return {
        _key(row): (row["target"], row["source_cell"])
        for row in records(register.targets)
        if OF_NETWORK in (row["measure"] or "") and row["target"] is not None
    }


def _each_demands(register: Register) -> list[tuple[Any, ...]]:
    """What activities about the network demand of each unit of a kind: owner, kind, how many, where it says so."""
    plans = {row["plan_id"]: row for row in records(register.plans)}
    return [
        (plans[row["plan_id"]]["office"], plans[row["plan_id"]]["fiscal_year"], kind, number, row["source_cell"])
        for row in records(register.activities)
        if row["plan_id"] in plans and OF_NETWORK in f"{row['indicator'] or ''}{row['text'] or ''}"
        for text in (row["target_group"], row["target"])
        for kind, number, _ in each_of(text or "")
    ]


def _of_kind(
    each: list[tuple[Any, ...]], key: tuple[Any, ...], kind: str | None, name: str | None
) -> tuple[float | None, str | None]:
    """The demand on units of a kind: that of the heading over the unit, or the one the unit's own name says."""
    for office, year, demanded_of, number, cell in each:
        if (office, year) == key[:2] and (demanded_of == kind or demanded_of in (name or "")):
            return number, cell
    return None, None
