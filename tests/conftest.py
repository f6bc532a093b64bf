"""What all tests share: where things are, clean caches, and no silent skipping in CI."""

import ast
import hashlib
import inspect
import json
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from kmdash.domain.words import DIGITS, LANGUAGES, set_digits, set_language
from kmdash.ingest import read
from kmdash.ingest.guard import READER, run_in_child

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT / ".." / "shared"
NO_SHARED = "../shared is not here"

settings.register_profile("kmdash", deadline=None, max_examples=30)  # a busy machine is no failure
settings.load_profile("kmdash")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "office: needs LibreOffice or poppler to look at an export")


@pytest.fixture(scope="session")
def repo() -> Path:
    """The project's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of documents, truths and hostile files that stands beside the project."""
    if not SHARED.is_dir():
        pytest.skip(NO_SHARED)
    return SHARED.resolve()


@pytest.fixture(scope="session")
def sources() -> dict[str, ast.Module]:
    """The program's Python files, parsed, by their path from the root (``kmdash/serve.py``)."""
    paths = [*ROOT.glob("*.py"), *ROOT.glob("kmdash/**/*.py"), *ROOT.glob("pages/**/*.py")]
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"), str(path))
        for path in sorted(paths)
    }


@pytest.fixture(scope="session", autouse=True)
def files_read_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The same bytes give the same reading: a child process reads them for the first test of the run that asks.

    What a child does to a file is held by the tests of ``ingest.guard``, which do not come by here.
    """
    run = tmp_path_factory.getbasetemp()
    folder = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "readings"
    folder.mkdir(exist_ok=True)

    def read_once(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
        asked = hashlib.sha256(json.dumps([READER, name, options]).encode() + data).hexdigest()
        known = folder / f"{asked}.json"
        if not known.exists():
            own = folder / f"{asked}.{os.getpid()}"
            own.write_text(json.dumps(run_in_child(data, name, options)), "utf-8")
            own.replace(known)  # whole or not at all, for the other workers
        return json.loads(known.read_text("utf-8"))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read, "run_in_child", read_once)
        yield


@pytest.fixture(autouse=True)
def thai_and_arabic_digits() -> Iterator[None]:
    """Every test begins in the usual language and digits, whatever the one before has set."""
    set_language(LANGUAGES[0])
    set_digits(DIGITS[0])
    yield


@pytest.fixture
def only_looks(request: pytest.FixtureRequest) -> bool:
    """Whether a test looks at the sample data alone: it changes nothing of the program and asks for no folder."""
    asked = set(inspect.signature(request.function).parameters) if request.function else set()
    return bool(asked & {"with_samples", "with_panels"}) and not asked & {"tmp_path", "monkeypatch"}


@pytest.fixture(autouse=True)
def clean_streamlit_caches(only_looks: bool) -> None:
    """Empty Streamlit's caches, which otherwise live on from test to test; tests that only look share them."""
    if "streamlit" in sys.modules and not only_looks:
        import streamlit as st

        st.cache_data.clear()
        st.cache_resource.clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, pytest.TestReport]:
    report = yield
    return _unless_silent(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, pytest.CollectReport]:
    report = yield
    return _unless_silent(report)


def _unless_silent(report: Any) -> Any:
    """In CI a skip is a failure, but for the folder beside the project, which a clone alone does not have."""
    expected_to_fail = hasattr(report, "wasxfail")
    if (
        os.environ.get("KMDASH_CI")
        and report.skipped
        and not expected_to_fail
        and NO_SHARED not in str(report.longrepr)
    ):
        report.outcome = "failed"
        report.longrepr = f"skipped, and KMDASH_CI allows no skip: {report.longrepr}"
    return report
