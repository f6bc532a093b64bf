"""The app under Streamlit's own tester, on a store of its own."""

import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kmdash.ingest.read import read_file
from kmdash.store import open_store
from kmdash.ui import text
from kmdash.ui.samples import sample_files

ROOT = Path(__file__).resolve().parents[2]
Visit = Callable[..., AppTest]


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """A function that opens a page (its file under ``pages``) with the given values in the link."""
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{(tmp_path / 'kmdash.db').as_posix()}")
    monkeypatch.delenv("KMDASH_LANG", raising=False)

    def open_page(file: str = "", **link: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        for name, value in link.items():
            app.query_params[name] = value
        return app.switch_page(f"pages/{file}").run() if file else app.run()

    return open_page


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
    request: pytest.FixtureRequest,
    visit: Visit,
    sample_store: Path,
    tmp_path: Path,
    unwritten: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Visit]:
    """The same, on a store that holds the sample data.

    What the app remembers of a store holds for the next test that only looks: such tests share a copy. A test
    that asks for ``tmp_path`` or ``monkeypatch`` has one of its own, and a copy that was written to is not used again.
    """
    own = {"tmp_path", "monkeypatch"} & set(inspect.signature(request.function).parameters)
    copy = tmp_path / "kmdash.db" if own or not unwritten else unwritten.pop()
    if not copy.exists():
        copy.write_bytes(sample_store.read_bytes())
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{copy.as_posix()}")
    yield visit
    if not own and _versions(copy) == _versions(sample_store):
        unwritten.append(copy)


def _versions(path: Path) -> int:
    """How many versions a store holds, asked without the app."""
    store = open_store(str(path))
    try:
        return len(store.versions())
    finally:
        store.close()
