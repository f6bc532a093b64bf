"""The app under Streamlit's own tester, on a store of its own."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.state.common import user_key_from_element_id
from streamlit.testing.v1 import AppTest

from kmdash.ingest.read import read_file
from kmdash.serve import preload
from kmdash.store import open_store
from kmdash.ui import text
from kmdash.ui.samples import sample_files

ROOT = Path(__file__).resolve().parents[2]
Visit = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def garbage_set_apart() -> None:
    """What every test has loaded, as ``serve`` does it: Streamlit collects garbage after each run of a page."""
    preload()


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """A function that opens a page (its file under ``pages``) with the given values in the link."""
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{(tmp_path / 'kmdash.db').as_posix()}")
    monkeypatch.delenv("KMDASH_LANG", raising=False)

    def open_page(file: str = "", panels: Iterable[str] = (), **link: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        app.session_state["large_page"] = True  # there is no browser to tell that the page is large
        for panel in panels:
            app.session_state[panel] = True
        for name, value in link.items():
            app.query_params[name] = value
        return app.switch_page(f"pages/{file}").run() if file else app.run()

    return open_page


@pytest.fixture(scope="session", autouse=True)
def components_found_once() -> Iterator[None]:
    """Streamlit's tester looks through every installed package for components, at each visit: here once."""
    found_once = cache(manifest_scanner.scan_component_manifests)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", found_once)
        yield


@pytest.fixture(autouse=True)
def in_one_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts stand in the HTML as they are read: without the places at which a browser may break its lines."""
    monkeypatch.setattr(text, "THAI", re.compile("(?!)"))


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the sample data, to be copied."""
    path = tmp_path_factory.mktemp("sample") / "kmdash.db"
    store = open_store(str(path))
    for file in sample_files():
        reading = read_file(file.read_bytes(), file.name)
        store.write(reading.parts, actor="ตัวอย่าง", kind="import", source=(file.name, file.read_bytes()))
    path.with_name("copy.db").write_bytes(store.copy())
    store.close()
    return path.with_name("copy.db")


@pytest.fixture(scope="session")
def unwritten() -> list[Path]:
    """Copies of the sample store that no test has written to."""
    return []


@pytest.fixture
def with_samples(
    only_looks: bool,
    visit: Visit,
    sample_store: Path,
    tmp_path: Path,
    unwritten: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Visit]:
    """The same, on a store that holds the sample data.

    What the app remembers of a store holds for the next test that only looks: such tests share a copy, unless
    one of them has written to it.
    """
    copy = unwritten.pop() if only_looks and unwritten else tmp_path / "kmdash.db"
    if not copy.exists():
        copy.write_bytes(sample_store.read_bytes())
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{copy.as_posix()}")
    yield visit
    if only_looks and _newest(copy) == len(sample_files()):  # one version a file
        unwritten.append(copy)


@pytest.fixture(scope="session")
def known_panels() -> set[str]:
    """The keys of the panels that tests have met so far."""
    return set()


@pytest.fixture
def unfold(known_panels: set[str]) -> Callable[[Visit], Visit]:
    """A function that makes visits open every panel of the page: what is in a closed one is not built."""

    def unfolding(visit: Visit) -> Visit:
        return lambda file="", **link: unfolded(visit(file, panels=known_panels, **link), known_panels)

    return unfolding


@pytest.fixture
def with_panels(with_samples: Visit, unfold: Callable[[Visit], Visit]) -> Visit:
    """The same as ``with_samples``, with every panel of the page open."""
    return unfold(with_samples)


def unfolded(app: AppTest, known: set[str]) -> AppTest:
    """The page with its closed panels opened as a click does; their keys are added to the known ones."""
    keys = {user_key_from_element_id(panel.proto.id) for panel in app.expander if panel.proto.id}
    closed = {key for key in keys if key and not app.session_state[key]}
    known |= closed
    for key in closed:
        app.session_state[key] = True
    return app.run() if closed else app


def _newest(path: Path) -> int:
    """The newest version of a store, asked without the app."""
    store = open_store(str(path))
    try:
        return store.newest()
    finally:
        store.close()
