"""Where a row comes from: the cell of its file with what stands about it, and who recorded it when and why."""

from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.address import CellAddress, column_letters
from kmdash.domain.behind import Source
from kmdash.domain.problem import UnreadableFile
from kmdash.domain.viewpoint import moment
from kmdash.domain.wording import told
from kmdash.domain.words import catalogue, say
from kmdash.store import SCREEN, Store, StoreError, Trace
from kmdash.ui import samples
from kmdash.ui.pieces import note
from kmdash.ui.session import View, remembered
from kmdash.ui.text import escaped


def show(view: View, store: Store, source: Source) -> None:
    """The cell of the file the row was read from, or why there is none to show; then who recorded the row."""
    trace = store.trace(source.frame, source.row_id, source.file, view.everything.version or 0)
    if source.cell == SCREEN:
        note(say("origin.typed"))
    elif not (source.cell and source.file) or not _is_address(source.cell):
        note(say("origin.no_cell"))
    else:
        _cell(view, store, trace, source.cell, source.file)
    _written(trace)


def _is_address(text: str) -> bool:
    try:
        CellAddress.parse(text)
    except ValueError:
        return False
    return True


def _cell(view: View, store: Store, trace: Trace, cell: str, file: str) -> None:
    kept = _kept(store, trace, file)
    if kept is None:
        note(say("origin.no_file", cell=cell, file=file))
        return
    data, about = kept
    try:
        with st.spinner(say("upload.reading", file=file)):
            number = trace.file.number if trace.file else 0
            found = remembered(lambda: view.tools.excerpt(data, file, cell), "excerpt", number, file, cell)
    except UnreadableFile as error:
        note(told(error.message))
        return
    if found is None:
        note(say("origin.no_sheet", cell=cell, file=file))
        return
    st.html(
        f'<p class="km-note">{escaped(about)}</p><p class="km-typed">'
        f"{escaped(say('origin.cell', cell=cell, text=found.text) if found.text else say('origin.blank', cell=cell))}"
        f"</p>{_grid(found, cell)}"
    )


def _kept(store: Store, trace: Trace, file: str) -> tuple[bytes, str] | None:
    """The bytes of the file and what is to be said of it; the sample files are not kept, they come with the app."""
    version = trace.file
    if version and version.sha256:
        try:
            _, data = store.source(version.sha256)
        except StoreError:
            return None
        stored = moment(pd.Timestamp(version.stored_at))
        return data, say("origin.version", file=file, number=version.number, actor=version.actor, moment=stored)
    imported = trace.written[0] if trace.written else None
    if imported and imported.kind == "import" and imported.file is None:
        sample = samples.bytes_of(file)
        return (sample, say("origin.sample", file=file)) if sample else None
    return None


def _grid(found: Any, cell: str) -> str:
    """The excerpt as a table with the row numbers and column letters of the file; the cell itself is framed."""
    columns = sorted({found.column, *(column for texts in found.rows.values() for column in texts)})
    columns = list(range(columns[0], columns[-1] + 1))
    head = "".join(f"<th scope=col>{column_letters(column)}</th>" for column in columns)
    body = "".join(
        f"<tr><th scope=row>{row}</th>{''.join(_one(found, row, column) for column in columns)}</tr>"
        for row in found.rows
    )
    caption = escaped(say("origin.alt", cell=cell))
    return (
        f'<div class="km-excerpt" tabindex="0" role="region" aria-label="{caption}"><table><thead><tr><td></td>{head}'
        f"</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _one(found: Any, row: int, column: int) -> str:
    if (row, column) == (found.row, found.column):
        return f'<td class="here" aria-label="{escaped(say("origin.here"))}">{escaped(found.text)}</td>'
    return f"<td>{escaped(found.rows[row].get(column, ''))}</td>"


def _written(trace: Trace) -> None:
    """Every version that wrote or changed the row: who, when, why."""
    kinds = {key.removeprefix("version."): say(key) for key in catalogue() if key.startswith("version.")}
    lines = []
    for version in trace.written:
        kind = kinds.get(version.kind, version.kind)
        stored = moment(pd.Timestamp(version.stored_at))
        told = say("origin.written", number=version.number, kind=kind, actor=version.actor, moment=stored)
        why = say("origin.reason", reason=version.reason) if version.reason else ""
        lines.append(f"<li>{escaped(' · '.join(filter(None, [told, why])))}</li>")
    if lines:
        note(say("origin.changes"))
        st.html(f'<ul class="km-written">{"".join(lines)}</ul>')
