"""The sample duties: what two public plans ask for beside their activities, as they are read and judged."""

import importlib.util
from datetime import date

import pytest

from kmdash.domain.register import from_parts
from kmdash.ingest.read import read_file
from kmdash.measures.warnings import warnings


@pytest.fixture(scope="module")
def folder(repo):
    return repo / "sample_data" / "duties"


@pytest.fixture
def register(folder):
    def of(name):
        reading = read_file((folder / f"{name}.xlsx").read_bytes(), f"{name}.xlsx")
        assert not reading.problems
        return from_parts(reading.parts)

    return of


def test_building_again_gives_the_committed_files(repo, folder):
    spec = importlib.util.spec_from_file_location("build_duties", repo / "sample_data" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, data in module.duties().items():
        assert (folder / name).read_bytes() == data, name


def test_the_districts_are_to_send_their_records_by_the_eighth_of_june(register):
    found = warnings(register("lampang-2561"), date(2018, 6, 11))
    sent = found[found["text"].str.startswith("ส่งบันทึก")]
    assert sent["unit"].tolist() == ["อำเภอเมืองลำปาง", "อำเภองาว", "อำเภอเถิน"]
    assert set(sent["state"]) == {"overdue"} and set(sent["days"]) == {3}


def test_the_training_report_waits_for_the_return_and_the_yearly_one_is_due_with_the_year(register):
    training, _, yearly = warnings(register("ban-waen-2569"), date(2026, 9, 10)).to_dict("records")
    assert (training["state"], training["unit"]) == ("no_date", "กองคลัง")
    assert (yearly["state"], yearly["due"].date()) == ("active", date(2026, 9, 30))
