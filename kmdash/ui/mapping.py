"""A sheet nobody knows, mapped by hand: which row is the heading, what each column is, where the stages stand."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.address import column_letters
from kmdash.domain.frames import records
from kmdash.domain.shape import STAGE_RULES, Shape, fingerprint, shapes_of, shapes_part
from kmdash.domain.words import say
from kmdash.store import Store
from kmdash.ui.pieces import note
from kmdash.ui.session import View, apart
from kmdash.ui.text import md
from kmdash.ui.uploads import Upload, read_again

# what a column may be, by the kind of form, the needed ones first
FIELDS: dict[str, tuple[str, ...]] = {
    "plan": (
        "text",
        "no",
        "stage",
        "period",
        "start",
        "end",
        "owner",
        "indicator",
        "target",
        "target_group",
        "method",
        "status",
        "percent",
        "note",
    ),
    "tally": ("process", "votes", "no", "unit"),
    "calendar": ("step", "period"),
}
NEEDED: dict[str, tuple[str, ...]] = {"plan": ("text",), "tally": ("process", "votes"), "calendar": ("step", "period")}
PREVIEWED = 5
SHOWN = 40  # rows of the sheet shown above the choices
IN_A_ROW = 3  # choices beside one another
FEWEST_HEADINGS = 2
LONGEST_HEADING = 60


def offer(upload: Upload, number: int, view: View) -> None:
    """A panel to map the sheets of a file by hand; open where nothing of the file was recognised."""
    reading = upload.reading
    if reading is None:
        return
    unknown = [table.sheet for table in reading.tables if table.kind == "unsupported"]
    if not unknown:
        return
    with st.expander(say("mapping.open", file=md(upload.name)), expanded=not reading.parts, key=f"mapping_{number}"):
        note(say("mapping.about"))
        st.fragment(apart(_map))(upload, unknown, number, view)


def _map(upload: Upload, unknown: Sequence[str], number: int, view: View) -> None:
    """The choices; each runs this panel anew, not the page."""
    if upload.looks is None:
        upload.looks = view.tools.look_at(upload.data, upload.name)
    looks = {look.sheet: look for look in upload.looks}
    names = [name for name in dict.fromkeys([*unknown, *looks]) if name in looks]
    sheet = st.selectbox(say("mapping.sheet"), names, key=f"map_sheet_{number}")
    _map_sheet(upload, looks[sheet], f"{number}_{names.index(sheet)}", view)


def _map_sheet(upload: Upload, look: Any, key: str, view: View) -> None:
    _show(look, key)
    rows = [row for row, texts in look.rows.items() if len(texts) >= FEWEST_HEADINGS]
    if not rows:
        note(say("mapping.no_heading"))
        return
    likely = max(rows, key=lambda row: (_headings(look.rows[row]), -row))
    header = st.selectbox(
        say("mapping.heading_row"),
        rows,
        index=rows.index(likely),
        format_func=lambda row: f"{row} · {' | '.join(look.rows[row].values())}",
        key=f"map_row_{key}",
    )
    form = st.radio(
        say("mapping.form"),
        list(FIELDS),
        format_func=lambda kind: say(f"kind.{kind}"),
        horizontal=True,
        key=f"map_form_{key}",
    )
    headings = list(look.rows[header].values())
    fields = _fields(headings, list(look.rows[header]), form, f"{key}_{header}_{form}")
    stages = _stage_rule(key) if form == "plan" else STAGE_RULES[-1]
    twice = {name for name in fields if name and fields.count(name) > 1}
    missing = [name for name in NEEDED[form] if name not in fields]
    if twice or missing:
        word = "mapping.twice" if twice else "mapping.missing"
        note(say(word, fields=", ".join(say(f"field.{name}") for name in sorted(twice) or missing)))
    columns = {name: place for place, name in enumerate(fields) if name and name not in twice}
    _preview(look, header, columns, key)
    if st.button(say("mapping.read"), type="primary", disabled=bool(twice or missing), key=f"map_read_{key}"):
        shape = Shape(fingerprint(headings), form, columns, stages)
        upload.shapes = [*(known for known in upload.shapes if known.fingerprint != shape.fingerprint), shape]
        read_again(upload, view, remembered(view))
        st.rerun()


def _headings(texts: dict[int, str]) -> int:
    """How many texts of a row are short and no numbers, as headings are."""
    return sum(len(text) <= LONGEST_HEADING and not text[:1].isdigit() for text in texts.values())


def _show(look: Any, key: str) -> None:
    """The sheet's first rows as a grid with the row numbers and column letters of the file."""
    last = max((column for texts in look.rows.values() for column in texts), default=1)
    letters = {column: column_letters(column) for column in range(1, last + 1)}
    shown = [row for row in look.rows if row <= SHOWN]
    data = pd.DataFrame(
        [[look.rows[row].get(column, "") for column in letters] for row in shown],
        index=shown,
        columns=letters.values(),
    )
    with st.container(key=f"look_{key}"):
        st.dataframe(data, height=260, width="stretch", alt=say("mapping.sheet"))
    if look.cut or len(shown) < len(look.rows):
        note(say("mapping.cut", rows=len(shown)))


def _fields(headings: Sequence[str], columns: Sequence[int], form: str, key: str) -> list[str | None]:
    """What each heading's column is, as chosen; None for one that is not used."""
    st.markdown(say("mapping.columns"))
    chosen: list[str | None] = []
    for first in range(0, len(headings), IN_A_ROW):
        cells = st.columns(IN_A_ROW)
        for offset, cell in enumerate(cells):
            place = first + offset
            if place >= len(headings):
                break
            with cell:
                chosen.append(
                    st.selectbox(
                        md(f"{column_letters(columns[place])} · {headings[place]}"),
                        FIELDS[form],
                        index=None,
                        format_func=lambda name: say(f"field.{name}"),
                        placeholder=say("mapping.unused"),
                        key=f"map_field_{key}_{place}",
                    )
                )
    return chosen


def _stage_rule(key: str) -> str:
    return st.radio(
        say("mapping.stages"),
        STAGE_RULES,
        index=STAGE_RULES.index("none"),
        format_func=lambda rule: say(f"stage_rule.{rule}"),
        key=f"map_stages_{key}",
    )


def _preview(look: Any, header: int, columns: dict[str, int], key: str) -> None:
    """The first rows as they would be read."""
    if not columns:
        return
    places = list(look.rows[header])
    rows = [texts for row, texts in look.rows.items() if row > header][:PREVIEWED]
    data = {say(f"field.{name}"): [texts.get(places[place], "") for texts in rows] for name, place in columns.items()}
    st.markdown(say("mapping.preview"))
    with st.container(key=f"preview_{key}"):
        st.dataframe(pd.DataFrame(data), hide_index=True, width="stretch", alt=say("mapping.preview"))


def remembered(view: View) -> list[Shape]:
    """The mappings kept in the store, for every file that is read."""
    return shapes_of(records(view.everything.shapes))


def kept_part(upload: Upload, store: Store) -> list[Any]:
    """The part that remembers the mappings made for a file, with those its office had before; none where none was."""
    office = next((part.office for part in upload.parts if part.office), None)
    if not upload.shapes or office is None:
        return []
    before = store.register().shapes
    known = {shape.fingerprint: shape for shape in shapes_of(records(before[before["office"] == office]))}
    known |= {shape.fingerprint: shape for shape in upload.shapes}
    return [shapes_part(list(known.values()), office)]


def of_store(view: View, store: Store) -> None:
    """The mappings remembered, each with a button to forget it."""
    rows = records(view.everything.shapes)
    if not rows or not view.newest:
        return
    with st.expander(say("mapping.remembered", count=len(rows)), key="mappings"):
        for place, row in enumerate(rows):
            with st.container(horizontal=True, vertical_alignment="center"):
                headings = row["fingerprint"].replace("|", " | ")
                st.markdown(f"**{md(row['office'])}** · {say('kind.' + row['form'])} · {md(headings)}")
                if st.button(say("mapping.forget"), key=f"forget_{place}"):
                    left = [other for other in rows if other is not row and other["office"] == row["office"]]
                    part = shapes_part(shapes_of(left), row["office"])
                    store.write([part], actor=say("confirm.secretary"), kind="mapping", reason=headings)
                    st.rerun()
