"""The app as a server of its own, and a real browser to visit it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright
from stores import fill_sample

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90  # seconds a loaded machine may take to start the server or to show what is expected
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ColorScheme = Literal["light", "dark"]

expect.set_options(timeout=PATIENCE * 1000)


@dataclass(frozen=True)
class AppServer:
    """A running app: its address, its store, and what it printed so far."""

    url: str
    database: str
    log: Path

    def at(self, path: str) -> str:
        """The full address of ``/vote?fy=2562``."""
        return self.url + path


@dataclass
class Seen:
    """What the browser noticed on the pages opened: errors in the console, requests to other hosts."""

    console_errors: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Notice from now on what happens on any page of the context."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.console_errors.append(str(error.error)))
        context.on("request", lambda request: self._request(request.url))

    def _console(self, message: ConsoleMessage) -> None:
        # Streamlit looks for its own address below the page's before it finds it at the root.
        probe = urlsplit(message.location["url"]).path.endswith(("/_stcore/health", "/_stcore/host-config"))
        if message.type == "error" and not (probe and "404" in message.text):
            self.console_errors.append(message.text)

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in {"127.0.0.1", "localhost"}:
            self.foreign_requests.append(url)


@contextmanager
def running_app(folder: Path, program: tuple[str, ...] = ("-m", "kmdash", "serve")) -> Iterator[AppServer]:
    """Start the app on a free port with a store of its own in ``folder``; stop it at the end.

    It is started from ``folder``, not from the project's root: where it stands must not matter.
    """
    port = _free_port()
    server = AppServer(f"http://127.0.0.1:{port}", f"sqlite:///{(folder / 'kmdash.db').as_posix()}", folder / "log")
    surroundings = os.environ | {
        "KMDASH_DB": server.database,
        "PYTHONPATH": str(ROOT),
        "STREAMLIT_SERVER_HEADLESS": "true",
    }
    with server.log.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *program, "--port", str(port), "--address", "127.0.0.1"],
            cwd=folder,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_healthy(process, server)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(process: "subprocess.Popen[bytes]", server: AppServer) -> None:
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        try:
            with urlopen(server.at("/_stcore/health"), timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, TimeoutError):
            pass
        try:
            process.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            continue
        break
    pytest.fail(f"the app did not start:\n{server.log.read_text(encoding='utf-8', errors='replace')}")


@pytest.fixture(scope="session")
def start_app() -> Callable[..., AbstractContextManager[AppServer]]:
    """``running_app``, for a test that stops and starts the app itself or serves another one."""
    return running_app


@pytest.fixture(scope="session")
def sample_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """One app on the sample data, stored as one version, for every test that only looks."""
    folder = tmp_path_factory.mktemp("app")
    fill_sample(f"sqlite:///{(folder / 'kmdash.db').as_posix()}")
    with running_app(folder) as server:
        yield server


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[AppServer]:
    """An app of this test alone, which nobody has visited yet."""
    with running_app(tmp_path) as server:
        yield server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def seen() -> Seen:
    """What the browser noticed in this test."""
    return Seen()


@pytest.fixture
def new_page(browser: Browser, seen: Seen) -> Iterator[Callable[..., Page]]:
    """A function that opens an empty page of a new visitor, Thai, 1366 × 768, light, if not told otherwise.

    At the end the test fails if any page had an error in its console or asked another host for anything.
    """
    contexts: list[BrowserContext] = []

    def open_page(width: int = 1366, height: int = 768, color_scheme: ColorScheme = "light") -> Page:
        context = browser.new_context(
            locale="th-TH",
            timezone_id="Asia/Bangkok",
            viewport={"width": width, "height": height},
            color_scheme=color_scheme,
        )
        seen.watch(context)
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert (seen.console_errors, seen.foreign_requests) == ([], [])


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """An empty page of one visitor."""
    return new_page()
