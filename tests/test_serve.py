import subprocess
import sys

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli

from kmdash import __main__, serve


@pytest.fixture
def started(monkeypatch):
    """The arguments Streamlit was started with; nothing is served."""
    calls = []
    monkeypatch.setattr(cli, "main", lambda arguments, standalone_mode: calls.append(arguments))
    monkeypatch.setattr(serve, "preload", lambda: calls.append("preload"))
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    return calls


def test_serve_loads_the_libraries_first_and_then_starts_the_app_beside_the_package(started, repo):
    assert __main__.main(["serve"]) == 0
    assert started == ["preload", ["run", str(repo / "app.py")]]


def test_port_and_address_are_passed_on(started):
    __main__.main(["serve", "--port", "8600", "--address", "0.0.0.0"])
    assert started[-1][2:] == ["--server.port=8600", "--server.address=0.0.0.0"]


def test_the_automatic_router_is_off_before_the_first_visit(started):
    __main__.main(["serve"])
    assert PagesManager.uses_pages_directory is False


@pytest.mark.parametrize("arguments", [[], ["dance"], ["serve", "--port", "high"]])
def test_wrong_usage_exits_with_2(arguments):
    with pytest.raises(SystemExit) as refused:
        __main__.main(arguments)
    assert refused.value.code == 2


def test_the_command_line_does_without_streamlit_until_it_serves(repo):
    code = "import sys, kmdash.__main__; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=repo, check=False).returncode == 0


def test_preloading_imports_every_module_of_the_package(repo, sources):
    code = "import sys; from kmdash.serve import preload; preload(); print(*sys.modules, sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=repo, check=True, capture_output=True, text=True)
    ours = {path.removesuffix(".py").replace("/", ".") for path in sources if path.startswith("kmdash/")}
    ours = {name.removesuffix(".__init__") for name in ours} - {"kmdash.__main__"}
    assert ours | {"pandas", "plotly.graph_objs._figure", "streamlit", "pythainlp"} <= set(loaded.stdout.split())
