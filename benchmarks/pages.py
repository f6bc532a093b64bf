"""A rerun of each page on the sample data, against a bare page with a button and a text."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks.race import Line
from kmdash.domain.reading import from_plain
from kmdash.ingest.read import read_here
from kmdash.store import open_store

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("overview", "coverage", "attainment", "calendar", "vote")


def lines(scale: float) -> Iterator[Line]:
    """One line a page, in a store of its own with the sample, whatever the scale."""
    os.environ["KMDASH_DB"] = f"sqlite:///{tempfile.mkdtemp()}/benchmark.db"
    store = open_store()
    for path in sorted((ROOT / "sample_data").glob("*-2562.[cx]*")):
        part = from_plain(read_here(path.read_bytes(), path.name, {}))
        store.write(part.parts, actor="benchmark", kind="import")
    bare = AppTest.from_string("import streamlit as st\nst.button('x')\nst.text('y')").run()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    for name in PAGES:
        app.switch_page(f"pages/meeting/{name}.py")
        yield Line(f"rerun of {name}", "bare page", app.run, bare.run)
