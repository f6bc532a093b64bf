"""Takes the README's pictures from the real app on the sample data; by hand: ``python docs/pictures.py``.

Small windows are a laptop's (1366×768), large ones a meeting room's (1920×1080, meeting mode); the secretary's
page of uploads has no place in a meeting.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PAGES = {"overview": ""} | {
    name: name for name in ("coverage", "attainment", "calendar", "progress", "vote", "warnings", "submissions")
}
SIZES = {"1366": (1366, 768, ""), "1920": (1920, 1080, "?meet=1")}
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
COLOURS = 128


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def picture(browser: Browser, address: str, size: str, *, upload: Path | None = None, chart: bool = True) -> bytes:
    """One page as PNG, once its chart is drawn (or the file chosen has been read)."""
    width, height, query = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height}, locale="th-TH")
    page.goto(address + ("" if upload else query))
    page.locator("h1").wait_for()
    if upload:
        page.locator('[data-testid="stFileUploaderDropzoneInput"]').set_input_files(upload)
        page.locator(".km-tile").first.wait_for()
    elif chart:
        page.locator(".js-plotly-plot .main-svg").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)
    taken = page.screenshot()
    page.close()
    return taken


def saved(name: str, taken: bytes) -> None:
    """Write a picture small: few colours are enough for a screen of flat ones."""
    Image.open(BytesIO(taken)).convert("RGB").quantize(COLOURS).save(ROOT / "docs" / name, optimize=True)


def main() -> None:
    """Start the app on a new store with the sample data and take every picture."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {**os.environ, "KMDASH_DB": f"sqlite:///{folder}/kmdash.db"}
        samples = sorted(str(path) for path in (ROOT / "sample_data").glob("*-2562.[cx]*"))
        run = [sys.executable, "-m", "kmdash"]
        subprocess.run([*run, "import", *samples], cwd=ROOT, env=settings, check=True, stdout=subprocess.DEVNULL)
        port = free_port()
        server = subprocess.Popen([*run, "serve", "--port", str(port)], cwd=ROOT, env=settings)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            with sync_playwright() as play:
                browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
                for size in SIZES:
                    for name, path in PAGES.items():
                        saved(f"{name}-{size}.png", picture(browser, f"http://127.0.0.1:{port}/{path}", size))
                plans = Path(next(path for path in samples if "plans" in path))
                for size in SIZES:
                    saved(
                        f"upload-{size}.png", picture(browser, f"http://127.0.0.1:{port}/upload", size, upload=plans)
                    )
                saved("reports-1366.png", picture(browser, f"http://127.0.0.1:{port}/reports", "1366", chart=False))
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str) -> None:
    """Wait until a server answers."""
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)


if __name__ == "__main__":
    main()
