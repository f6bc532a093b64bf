"""From a file to a version: choose, see what was understood, answer, compare, confirm."""

import streamlit as st

from kmdash.domain.words import say
from kmdash.ui import asking, confirm, mapping, session, steps, titles, uploads
from kmdash.ui.empty import sample_button, template_button
from kmdash.ui.heading import heading
from kmdash.ui.pieces import note

view, store = session.current(), session.store()
head = st.container()
chosen = uploads.chosen(view.tools, mapping.remembered(view))
files = uploads.readable(chosen)
uploads.match(files, store, view)
uploads.recall(files, store)
filled, _, _, check = uploads.counted(chosen)
with head:
    stored = confirm.last_version() if not chosen else None
    unknown = filled - uploads.counted(files)[0]
    told = titles.upload(filled, check, len(chosen) - len(files), unknown, stored)
    heading(told, say("upload.about") if stored is None else "")
    steps.show(files, check)
if not chosen:
    confirm.told_done()
    with st.container(horizontal=True):
        if view.everything.is_empty:
            sample_button(view)
        template_button(view)
    asking.of_store(view, store)
    mapping.of_store(view, store)
else:
    for number, upload in enumerate(chosen):
        mapping.offer(upload, number, view)
if chosen and uploads.ask_whose(files, view):
    uploads.account(chosen)
    clash = confirm.shared_scopes(files)
    if clash:
        note(say("upload.shared", files=clash))
    elif files:
        difference = confirm.difference(store, files, store.register())
        asking.of_files(chosen, difference)
        confirm.confirm(store, files, difference)
    elif filled:
        uploads.understood(chosen)
