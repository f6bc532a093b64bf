"""``import`` of one file after the other: districts, months and series stand beside each other."""

import json
from types import SimpleNamespace

import pytest

from kmdash.cli import importing
from kmdash.domain.reading import Account, Part, Reading
from kmdash.store import open_store


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Two files, each with the network of a district; read by a reader that knows only them."""

    def read(data, name, shapes):
        unit = json.loads(data)
        own = {"office": "จังหวัด", "fiscal_year": 2564, "source_file": name}
        row = {**own, "member_id": "N1", "position": 1, "unit": unit, "role": "ผู้แทน"}
        return Reading(
            name, name, ["network"], [Part("network", "1", "จังหวัด", 2564, {"network": [row]})], [], [], Account(1, 1)
        )

    monkeypatch.setattr(importing, "read_file", read)
    paths = []
    for name, unit in (("ก.xlsx", "บ้านโพธิ์"), ("ข.xlsx", "บางคล้า")):
        paths.append(tmp_path / name)
        paths[-1].write_text(json.dumps(unit), encoding="utf-8")
    return paths


def test_the_list_of_a_second_district_is_added_to_the_first(files, tmp_path, capsys):
    db = str(tmp_path / "kmdash.db")
    given = SimpleNamespace(
        db=db, files=[*files, files[0]], by="ก", note="", office=None, fiscal_year=None, accept_errors=False
    )
    assert importing.run(given) == 0
    store = open_store(db)
    assert store.register().network["unit"].tolist() == ["บ้านโพธิ์", "บางคล้า"]
    assert store.newest() == 2
    assert "removed" not in capsys.readouterr().out
    store.close()
