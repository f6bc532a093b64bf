"""The app as a server of this machine, with every library loaded before the first visit.

Two first visits at once, each in its own thread, can meet a library that the other has imported only by half.
Here the server takes visitors when nothing large is left to import.
"""

import argparse
import gc
import pkgutil
from importlib import import_module
from pathlib import Path

import kmdash
from kmdash.domain.words import say

APP = Path(__file__).resolve().parents[1] / "app.py"

# What Streamlit and plotly import only when the first table or chart is shown.
_LATE = (
    "pandas",
    "pyarrow.pandas_compat",
    "plotly.graph_objs._figure",
    "plotly.io._json",
    "plotly.offline.offline",
    "plotly.tools",
    "streamlit.dataframe.lazy_df_adapters",
)


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``serve`` to the command line."""
    command = commands.add_parser("serve", help=say("command.serve.about"), description=say("command.serve.about"))
    command.add_argument("--port", type=int, help=say("command.serve.port"))
    command.add_argument("--address", help=say("command.serve.address"))
    command.set_defaults(run=lambda arguments: serve(arguments.port, arguments.address))


def serve(port: int | None = None, address: str | None = None) -> int:
    """Serve ``app.py`` until stopped; what is not given is as ``.streamlit/config.toml`` says.

    The settings are those beside ``app.py``, whatever the current folder is. Returns the exit code.
    """
    preload()
    # Streamlit is imported here and not above: the other commands share this module and do without it.
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.web import cli

    # The menu is app.py's from the first visit on; otherwise a deep link as the very first request is told
    # "Page not found" by the automatic router of ``pages/`` before app.py shows the page.
    PagesManager.uses_pages_directory = False
    given = {"--server.port": port, "--server.address": address}
    options = [f"{name}={value}" for name, value in given.items() if value is not None]
    cli.main(["run", str(APP), *options], standalone_mode=False)
    return 0


def preload() -> None:
    """Import everything of this package, and of its libraries what a visit would import late; build the dictionary.

    Streamlit collects garbage after every run of a page, with all threads waiting: what is loaded here and stays is
    set apart, so that a run looks only at what came since.
    """
    from kmdash.typeset import wrap

    modules = [module.name for module in pkgutil.walk_packages(kmdash.__path__, "kmdash.")]
    for name in (*modules, *_LATE):
        if not name.endswith(".__main__"):
            import_module(name)
    wrap.preload()
    gc.collect()
    gc.freeze()
