"""The sample workbook's whole reading, as it was reviewed; a change of it is reviewed like code."""

import json

from kmdash.domain.reading import from_plain
from kmdash.ingest.as_json import reading_json
from kmdash.ingest.read import read_here


def test_the_sample_workbook_reads_as_it_was_reviewed(repo):
    path = repo / "sample_data" / "plans-2562.xlsx"
    golden = json.loads((repo / "tests" / "golden" / "plans-2562.json").read_text(encoding="utf-8"))
    assert reading_json(from_plain(read_here(path.read_bytes(), path.name, {}))) == golden
