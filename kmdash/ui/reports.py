"""The pieces of the page of reports: the meeting book, the office's own forms, the forms that units fill in."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import Any

import streamlit as st

from kmdash.domain.words import digits, say
from kmdash.ui.building import Step, build
from kmdash.ui.pieces import note
from kmdash.ui.session import View, apart
from kmdash.ui.tables import XLSX
from kmdash.ui.text import md

MIMES = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
}
Pages = Callable[[Collection[str]], Sequence[Any]]
Writers = Mapping[str, Callable[..., bytes]]


def book(view: View, chapters: Sequence[str], pages: Pages, writers: Writers, *, since: Hashable) -> None:
    """The choice of chapters and form, and the book built beside the page.

    ``pages`` makes the pages of the chapters chosen, each of ``writers`` a file of them; ``since`` is what changes
    are told since.
    """
    names = {name: say(f"book.chapter.{name}") for name in chapters}
    chosen = st.multiselect(
        say("reports.chapters"),
        chapters,
        default=chapters,
        format_func=lambda name: names.get(name, name),
        key="book_chapters",
    )
    kinds = {kind: say(f"reports.{kind}") for kind in writers}
    kind = st.radio(
        say("reports.kind"),
        list(kinds),
        format_func=lambda name: kinds.get(name, name),
        horizontal=True,
        key="book_kind",
    )
    if not chosen:
        note(say("reports.no_chapter"))
        return

    def make(step: Step) -> bytes:
        return writers[kind](pages(chosen), step=step)

    file = f"kmdash-book-{view.fiscal_year}-{view.as_of.isoformat()}.{kind}"
    about = (tuple(chosen), kind, since)
    build("book", say("reports.build"), make, file_name=file, mime=MIMES[kind], about=about)


def forms(view: View, written: Mapping[str, Callable[[str], bytes]], lacking: Mapping[str, str]) -> None:
    """A button a form: its workbook, made on the click in the digits now set; or why there is none (``lacking``)."""
    for name, make in written.items():
        told = lacking.get(name) or say(f"reports.form_about.{name}")
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f"**{md(say(f'reports.form.{name}'))}**  \n{md(told)}", width="content")
            if name not in lacking:
                _button(view, name, make)


def unit_form(
    view: View, units: Sequence[str], make: Callable[[str, Sequence[str]], bytes], lacking: str | None
) -> None:
    """The progress form to send out: of every unit, a sheet each, or of one; or why there is none (``lacking``)."""
    note(lacking or say("reports.to_units_about"))
    if lacking:
        return
    choices = ["", *units]
    unit = st.selectbox(
        say("reports.unit"),
        choices,
        format_func=lambda name: name or say("filter.all_units"),
        key="unit_form_of",
        width=420,
    )
    _button(view, "progress-form", lambda shape: make(shape, [unit] if unit else []), unit)


def _button(view: View, name: str, make: Callable[[str], bytes], *about: str) -> None:
    shape = digits()
    st.download_button(
        say("table.xlsx"),
        apart(lambda: make(shape)),
        file_name="-".join(filter(None, ["kmdash", name, *about, str(view.fiscal_year)])) + ".xlsx",
        mime=XLSX,
        on_click="ignore",
        key=f"form_{name}",
    )
