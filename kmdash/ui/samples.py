"""The sample data that comes with the app: real plans with constructed progress, taken in with one click."""

from pathlib import Path

from kmdash.domain.words import say
from kmdash.store import Store
from kmdash.ui.session import Tools

FOLDER = Path(__file__).resolve().parents[2] / "sample_data"
ENDINGS = {".xlsx", ".csv"}


def sample_files() -> list[Path]:
    """The sample files, in the order they are to be imported: plans before what is reported of them."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix in ENDINGS)


def bytes_of(name: str) -> bytes | None:
    """A sample file by its name; None where it is none of them."""
    return next((path.read_bytes() for path in sample_files() if path.name == name), None)


def import_samples(tools: Tools, store: Store) -> None:
    """Import all sample files as one version: it is stored whole or not at all, and taken back as one."""
    parts = [part for path in sample_files() for part in tools.read_file(path.read_bytes(), path.name).parts]
    store.write(parts, actor=say("sample.actor"), kind="import", reason=say("sample.reason"))
