"""From a file to a version: choose, see what was understood, answer, compare, confirm."""

import streamlit as st

from kmdash.domain import titles
from kmdash.domain.behind_rows import of_rows
from kmdash.domain.words import say
from kmdash.measures.next_year import senders
from kmdash.ui import asking, behind, confirm, mapping, next_year, session, steps, uploads
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
        imported, brought = confirm.preview(store, files), next_year.plans_brought(files)
        if brought:
            next_year.who_sent(senders(imported, brought[1] - 1), *brought)
        difference = confirm.difference(store.register(), imported)
        asking.of_files(chosen, difference)
        confirm.confirm(store, files, difference, [upload for upload in chosen if upload not in files])
        behind.show(view, others={"sender": lambda mark: of_rows(mark, imported) or []})
    elif filled:
        uploads.understood(chosen)
