"""Files that take a while: built beside the page, with progress and a way to stop, then offered for download.

The work runs in a thread of its own, one at a time for all who look: the page, and everyone else's, goes on.
"""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Event

import streamlit as st

from kmdash.domain.words import say
from kmdash.ui import frame, session

Step = Callable[[int, int], None]
Make = Callable[[Step], bytes]


class Stopped(Exception):
    """The reader does not want the file any more."""


@dataclass
class Job:
    """A file being built: what it is made of (``about``), how far it is, and in the end its bytes."""

    about: Hashable
    made: Future[bytes] = field(init=False)
    done: int = 0
    total: int = 0
    stop: Event = field(default_factory=Event)

    def step(self, done: int, total: int) -> None:
        """Take down how far the work is; Stopped where nobody wants it any more."""
        if self.stop.is_set():
            raise Stopped
        self.done, self.total = done, total


def build(name: str, label: str, make: Make, *, file_name: str, mime: str, about: Hashable = ()) -> None:
    """A button that begins the work; then its progress with a button that stops it; then the download.

    ``make`` gets a ``step(done, total)`` to call between its pieces and gives the file's bytes; ``about`` names
    what the choices of the page make of it, beside the view: a file of other choices is not offered.
    """
    key = (about, *session.current().content_key)  # whatever the window's size and colours
    job = _job_of(name, key)
    waiting = None if job is None or job.made.done() else job

    def draw() -> None:
        if waiting and waiting.made.done():
            st.rerun()  # the page anew, which does not ask twice a second any more
        _show(name, label, make, file_name, mime, key)

    frame.part(f"build_{name}", draw, every=0.5 if waiting else None)


def _job_of(name: str, about: Hashable) -> Job | None:
    """The work that was begun for what is chosen now; of anything else it is stopped."""
    job: Job | None = st.session_state.get(f"job_{name}")
    if job is not None and job.about != about:
        _drop(name, job)
        return None
    return job


def _show(name: str, label: str, make: Make, file_name: str, mime: str, about: Hashable) -> None:
    job = _job_of(name, about)
    if job is None:
        if st.button(label, key=f"build_{name}"):
            st.session_state[f"job_{name}"] = _begin(about, make)
            st.rerun()
    elif not job.made.done():
        _wait(name, job)
    elif job.made.exception() is not None:
        st.session_state.pop(f"job_{name}", None)
        frame.tell_failure(name, job.made.exception())
    else:
        data = job.made.result()
        st.download_button(
            say("build.download", file=file_name, size=f"{max(1, round(len(data) / 1024)):,}"),
            data,
            file_name=file_name,
            mime=mime,
            type="primary",
            on_click="ignore",
            key=f"take_{name}",
        )


def _begin(about: Hashable, make: Make) -> Job:
    job = Job(about)
    job.made = session.workers().submit(session.apart(lambda: make(job.step)))
    return job


def _wait(name: str, job: Job) -> None:
    """How far the work is; the piece is drawn again until it is over, then the page."""
    told = say("build.step", done=job.done, total=job.total) if job.total else say("build.waiting")
    st.progress(job.done / job.total if job.total else 0.0, text=told)
    if st.button(say("build.stop"), key=f"stop_{name}"):
        _drop(name, job)
        st.rerun()


def _drop(name: str, job: Job) -> None:
    job.stop.set()
    job.made.cancel()
    st.session_state.pop(f"job_{name}", None)
