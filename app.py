"""kmdash: the frame of the app. Settings, language, digits, shared filters, menu; then the page that was asked for."""

import streamlit as st

from kmdash.ingest.aliasing import with_aliases
from kmdash.ingest.annotated import annotated
from kmdash.ingest.answers import answer_patch
from kmdash.ingest.divisions import kept_apart
from kmdash.ingest.look import excerpt, look_at
from kmdash.ingest.matching import against
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.owning import with_office
from kmdash.ingest.read import read_file
from kmdash.measures.briefing import chain_of, entries_of
from kmdash.reports import tables
from kmdash.reports.record import record
from kmdash.reports.template import workbook
from kmdash.store import StoreError
from kmdash.ui import chain, choice, frame, meeting, search, session
from kmdash.ui.menu import menu, narrowed_by, place_in_agenda, walks_chain

TOOLS = session.Tools(
    read_file=read_file,
    look_at=look_at,
    with_aliases=with_aliases,
    matched=against,
    kept_apart=kept_apart,
    annotated=annotated,
    with_office=with_office,
    answer_patch=answer_patch,
    number=number,
    template=workbook,
    xlsx=tables.xlsx,
    csv=tables.csv,
    chain=chain_of,
    excerpt=excerpt,
    entries=entries_of,
    record=record,
)

frame.settings()
with st.container(gap=None, key="shared_language"):
    choice.choose_language()
    choice.choose_digits()
    frame.document_language()
    in_session = choice.asked_meeting()
    if in_session:
        frame.meeting_size()
    else:
        frame.usual_size()
page = menu(hidden=in_session)
if in_session:
    frame.tell_size()
try:
    with st.container(gap=None, key="shared_filters"), st.container(horizontal=True, key="filterbar"):
        view = choice.choose(TOOLS, meeting=in_session, narrowed_by=narrowed_by(page))
        session.use(view)
        search.control(view)
except StoreError as error:
    frame.refuse(str(error))
    st.stop()
place = place_in_agenda(page)
if view.meeting:
    meeting.agenda(view, session.store(), place)
if view.meeting and place is None:
    meeting.not_on_the_agenda()
    st.stop()
frame.run(page)
if walks_chain(page):
    frame.part("chain", lambda: chain.walk(view))
