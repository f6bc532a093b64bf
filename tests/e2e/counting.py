"""The app, telling on its output each time a whole page runs: what a part of a page does alone says nothing."""

import sys

from kmdash.__main__ import main
from kmdash.ui import frame

_run = frame.run


def _counted(page):
    print(f"page {page.url_path or '/'} runs", flush=True)
    _run(page)


if __name__ == "__main__":
    frame.run = _counted
    sys.exit(main(["serve", *sys.argv[1:]]))
