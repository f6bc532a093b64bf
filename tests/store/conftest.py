"""A store on each database, and parts to write."""

import os
import uuid
from datetime import date

import pytest
from sqlalchemy import create_engine, make_url

from kmdash.domain.reading import Part
from kmdash.store import open_store


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.database)])
def url(request, tmp_path):
    """The address of a place where no store is yet: a file, or a schema of its own in PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'kmdash.db'}"
        return
    server = os.environ.get("KMDASH_TEST_POSTGRES")
    if not server:
        pytest.skip("KMDASH_TEST_POSTGRES names no PostgreSQL server")
    schema = f"kmdash_{uuid.uuid4().hex}"
    engine = create_engine(server)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
    yield make_url(server).update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(False)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA {schema} CASCADE")
    engine.dispose()


@pytest.fixture
def store(url):
    """An empty store on each database."""
    opened = open_store(url)
    yield opened
    opened.close()


@pytest.fixture
def plan():
    """A function: the part of one plan with an activity, a KPI and an open question about the activity."""
    return _plan


def _plan(no="1", *, title="แผนการจัดการความรู้", found="มี.ย. ๖๒", file="แผน.xlsx"):
    where = {"source_cell": "แผน!B12", "source_file": file}
    return Part(
        kind="plan",
        key=no,
        office="กรมตัวอย่าง",
        fiscal_year=2562,
        records={
            "plans": [
                {
                    "plan_id": f"2562-x-{no}",
                    "office": "กรมตัวอย่าง",
                    "fiscal_year": 2562,
                    "no": no,
                    "title": title,
                    **where,
                }
            ],
            "activities": [
                {
                    "activity_id": f"2562-x-{no}-1",
                    "plan_id": f"2562-x-{no}",
                    "position": 1,
                    "period_text": found,
                    **where,
                }
            ],
            "kpis": [
                {"kpi_id": f"2562-x-{no}-k1", "plan_id": f"2562-x-{no}", "threshold_1": 65.0, "weight": 60, **where}
            ],
            "problems": [
                {
                    "problem_id": f"2562-x-{no}-1-period",
                    "severity": "question",
                    "found": found,
                    "frame": "activities",
                    "row_id": f"2562-x-{no}-1",
                    "field": "period",
                    **where,
                }
            ],
        },
    )


@pytest.fixture
def june():
    """The answer to that question: June 2562, as values of the activity's columns."""
    return {"start": date(2019, 6, 1), "end": date(2019, 6, 30), "precision": "month", "period_kind": "point"}
