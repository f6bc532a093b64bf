"""The units of the office: their names as met, those that may be one, and the book that decides for the next files."""

import streamlit as st

from kmdash.domain import titles
from kmdash.domain.words import say
from kmdash.ui import behind, session, units_book
from kmdash.ui.empty import empty
from kmdash.ui.heading import heading

view, store = session.current(), session.store()
register = store.register()
office = view.office
found = units_book.units_of(register, office) if office else {}
if not office or not found:
    empty(view, "units")
else:
    book = units_book.book_of_office(register, office)
    heading(titles.units(len(found), len(book)), say("units.about"), [office])
    units_book.ask(store, office, found, book)
    units_book.show_units(found, book)
    st.header(say("units.book"), anchor=False)
    units_book.edit(store, office, book)
    behind.show(view)
