"""Files made or found to break readers: each is read or refused with a sentence, and as its maker expects.

Every run takes another tenth of them, by the week; with ``KMDASH_HOSTILE=all`` in the environment
``python -m pytest tests/ingest/test_hostile.py -s`` takes all and prints what became of them.
"""

import hashlib
import json
import logging
import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from kmdash.domain.problem import UnreadableFile
from kmdash.ingest.guard import READER, run_in_child

CORPUS = Path(__file__).resolve().parents[2] / ".." / "shared" / "hostile"
CODES = {"wrong_type", "empty", "locked", "damaged", "limit", "timeout"}
GRIDS = "kmdash.ingest.files:plain_grids"

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared is not here")

PLACES = {"A1": (1, 1), "B1": (1, 2), "B2": (2, 2)}

Outcome = tuple[Path, dict | UnreadableFile]


def chosen(names: list[str]) -> list[str]:
    """The files of this run: all, or the tenth whose turn it is this week."""
    if os.environ.get("KMDASH_HOSTILE") == "all":
        return names
    turn = date.today().isocalendar().week % 10
    return [name for name in names if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10 == turn]


def told(outcomes_: list[Outcome]) -> None:
    """Print how many files ended in which way."""
    ends = Counter(outcome.code if isinstance(outcome, UnreadableFile) else "read" for _, outcome in outcomes_)
    print("\n" + "\n".join(f"{end:12s}{count:5d}" for end, count in sorted(ends.items())))


def outcomes(paths: list[Path], worker: str = READER) -> Iterator[Outcome]:
    """What becomes of each file, read two at a time, each in a child process of its own."""

    def outcome(path: Path) -> Outcome:
        try:
            return path, run_in_child(path.read_bytes(), path.name, worker=worker)
        except UnreadableFile as refused:
            return path, refused

    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(outcome, paths)


def values(grid: dict) -> dict[tuple[int, int], object]:
    return {(row, column): value for row, column, value, *_ in grid["cells"]}


def unlike(facts: dict, grids: list[dict]) -> list[str]:
    """Which of the facts known of a file the grids do not show; line ends count as one kind."""
    first = values(grids[0])
    shown = {name: first.get(place) for name, place in PLACES.items()}
    wrong = [f"{name} is {shown[name]!r}" for name in PLACES if name in facts and shown[name] != facts[name]]
    if "rows" in facts and len({row for row, _ in first}) != facts["rows"]:
        wrong.append("rows")
    if "names" in facts and [grid["sheet"] for grid in grids] != facts["names"]:
        wrong.append("sheet names")
    texts = [(first.get((row, 1)) or "", text) for row, text in enumerate(facts.get("texts", ()), 2)]
    wrong.extend(f"{read!r} for {text!r}" for read, text in texts if read != text.replace("\r", "\n"))
    return wrong


def is_sentence(refused: UnreadableFile, path: Path) -> bool:
    return refused.code in CODES and path.name in refused.message and "กรุณา" in refused.message


@needs_corpus
def test_generated_files_are_read_or_refused_as_expected(caplog):
    known = {entry["file"]: entry for entry in json.loads((CORPUS / "made/manifest.json").read_text("utf-8"))["files"]}
    wrong = {}
    with caplog.at_level(logging.ERROR):
        found = list(outcomes([CORPUS / "made" / name for name in chosen(list(known))], GRIDS))
    for path, outcome in found:
        entry = known[path.name]
        if isinstance(outcome, UnreadableFile):
            if entry["expect"] == "read" or not is_sentence(outcome, path):
                wrong[path.name] = outcome.message
        elif entry["expect"] == "reject":
            wrong[path.name] = "was read"
        elif differences := unlike(entry["facts"], outcome["grids"]):
            wrong[path.name] = str(differences)
    told(found)
    assert found
    assert wrong == {}
    assert caplog.text == "", "a reader failed in a way it does not announce"


@needs_corpus
def test_every_file_ends_in_a_whole_reading_or_one_sentence(caplog):
    entries = json.loads((CORPUS / "index.json").read_text("utf-8"))["collected"]
    made = [f"made/{path.name}" for path in sorted((CORPUS / "made").iterdir()) if path.suffix != ".json"]
    with caplog.at_level(logging.ERROR):
        found = list(outcomes([CORPUS / name for name in chosen([*(entry["file"] for entry in entries), *made])]))
    refused = [(path, outcome) for path, outcome in found if isinstance(outcome, UnreadableFile)]
    told(found)
    assert [path.name for path, outcome in refused if not is_sentence(outcome, path)] == []
    assert len(found) - len(refused) > len(found) / 3, "too many files that other programs read are refused"
    for path, outcome in found:
        if not isinstance(outcome, UnreadableFile):
            account = outcome["account"]
            assert account["used"] + sum(item["cells"] for item in account["ignored"]) == account["filled"], path.name
    assert caplog.text == "", "a reader failed in a way it does not announce"
