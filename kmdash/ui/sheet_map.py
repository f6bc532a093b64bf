"""A sheet as the reader saw it: every filled cell marked as used, left out or to check; a click tells more."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from kmdash.domain.address import column_letters, span_of
from kmdash.domain.frames import records
from kmdash.domain.wording import told, told_of
from kmdash.domain.words import catalogue, say
from kmdash.ui.pieces import note
from kmdash.ui.session import View, apart
from kmdash.ui.text import escaped, in_words
from kmdash.ui.uploads import Upload

# (mark, colour over either background); the gravest first
FATES: dict[str, tuple[str, str]] = {
    "error": ("!", "rgba(214, 69, 65, 0.40)"),
    "question": ("?", "rgba(230, 160, 0, 0.42)"),
    "warning": ("▲", "rgba(230, 160, 0, 0.22)"),
    "used": ("✓", "rgba(46, 139, 87, 0.20)"),
    "ignored": ("–", "rgba(128, 128, 128, 0.20)"),
}
SHOWN_ROWS = 200
LETTERS = 60

Place = tuple[int, int]
Fate = tuple[str, str]  # a key of FATES, and what is told of it


def show(upload: Upload, number: int, view: View) -> None:
    """A switch, and behind it the sheets of a file with the fate of every cell; it runs again alone."""
    st.fragment(apart(_show))(upload, number, view)


def _show(upload: Upload, number: int, view: View) -> None:
    if upload.reading is None or not st.toggle(say("map.show", file=upload.name), key=f"sheet_map_{number}"):
        return
    if upload.looks is None:
        upload.looks = view.tools.look_at(upload.data, upload.name)
    names = [look.sheet for look in upload.looks]
    chosen = st.selectbox(say("mapping.sheet"), names, key=f"sheet_map_of_{number}")
    look = next(look for look in upload.looks if look.sheet == chosen)
    fates = {
        place: fate for place, fate in fates_of(upload, look.sheet).items() if place[1] in look.rows.get(place[0], {})
    }
    st.html(_legend(fates))
    rows = [row for row in look.rows if row <= SHOWN_ROWS]
    columns = range(1, max((column for row in rows for column in look.rows[row]), default=1) + 1)
    texts, colours = _cells(look.rows, rows, columns, fates)
    with st.container(key=f"map_{number}"):
        picked = st.dataframe(
            texts.style.apply(lambda _: colours, axis=None),
            height=420,
            width="stretch",
            on_select="rerun",
            selection_mode="single-cell",
            key=f"sheet_map_grid_{number}_{names.index(chosen)}",
            alt=say("map.alt", sheet=look.sheet),
        )
    if look.cut or len(rows) < len(look.rows):
        note(say("map.cut", rows=SHOWN_ROWS))
    for row, letters in picked.selection.cells:
        column = list(texts.columns).index(letters) + 1
        _tell(look.rows, rows[row], column, fates)


def fates_of(upload: Upload, sheet: str) -> dict[Place, Fate]:
    """What became of each filled cell of a sheet: its gravest finding, else its use or why it was left out.

    Blank cells that a range passes over have the fate of their neighbours.
    """
    fates: dict[Place, Fate] = {}
    if upload.reading is None:
        return fates
    account = upload.reading.account
    fields = {key.removeprefix("field."): say(key) for key in catalogue() if key.startswith("field.")}
    for used in account.used_by:
        taken_as = say("map.used", field=fields.get(used.field, say("map.helped")))
        fates |= dict.fromkeys(_places(used.range, sheet), ("used", taken_as))
    for left in account.ignored:
        fates |= dict.fromkeys(_places(left.range, sheet), ("ignored", told(left.reason)))
    order = list(FATES)
    for row in records(upload.problems):
        severity = row["severity"]
        if severity not in FATES or (severity == "question" and row["answer"]):
            continue
        for place in _places(row["source_cell"] or "", sheet):
            before = fates.get(place)
            if before and order.index(severity) < order.index(before[0]):
                fates[place] = (severity, told_of(row, "message") or "")
    return fates


def _places(reference: str, sheet: str) -> list[Place]:
    """The cells of a range like ``Sheet!B3:B9``, where it is one of this sheet."""
    name, _, span = reference.rpartition("!")
    if name != sheet:
        return []
    top, left, bottom, right = span_of(span)
    return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]


def _cells(
    look: Mapping[int, Mapping[int, str]], rows: list[int], columns: range, fates: Mapping[Place, Fate]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The texts with their marks, and the colours, with the file's row numbers and column letters."""
    texts: list[list[str]] = []
    colours: list[list[str]] = []
    for row in rows:
        found = [fates.get((row, column)) if column in look[row] else None for column in columns]
        texts.append(
            [
                f"{FATES[fate[0]][0]} {look[row][column][:LETTERS]}" if fate else ""
                for fate, column in zip(found, columns, strict=True)
            ]
        )
        colours.append([f"background-color: {FATES[fate[0]][1]}" if fate else "" for fate in found])
    letters = [column_letters(column) for column in columns]
    return pd.DataFrame(texts, rows, letters), pd.DataFrame(colours, rows, letters)


def _legend(fates: Mapping[Place, Fate]) -> str:
    """Mark, word and number of cells of each fate."""
    counted = {name: sum(fate[0] == name for fate in fates.values()) for name in FATES}
    items = [
        f'<li><span style="background-color:{colour}">{escaped(mark)}</span> {escaped(say(f"map.{name}_word"))} '
        f"{counted[name]:,}</li>"
        for name, (mark, colour) in FATES.items()
    ]
    return f'<ul class="km-map-legend">{"".join(items)}</ul>'


def _tell(look: Mapping[int, Mapping[int, str]], row: int, column: int, fates: Mapping[Place, Fate]) -> None:
    text = look[row].get(column)
    if text is None:
        return
    fate, why = fates.get((row, column), ("ignored", ""))
    st.html(
        f'<div class="km-problem {escaped(fate)}"><p><b>{column_letters(column)}{row}</b> '
        f"{escaped(say(f'map.{fate}_word'))}</p><p>{in_words(text)}</p>"
        f'<p class="remedy">{in_words(why)}</p></div>'
    )
