"""Every table leads from its rows to what stands behind them."""

import ast
import re
from datetime import date

import pandas as pd
import pytest
import streamlit

from kmdash.store import (
    Happened,
    Held,
    Replied,
    Resolved,
    RoleEntry,
    Sent,
    SummaryEntry,
    notice_parts,
    occasion_parts,
    open_store,
    reply_parts,
)
from kmdash.ui.marked import CHOSEN
from kmdash.ui.tables import grid

OWN_SOURCES = {  # the tables whose rows show what they stand on themselves, and why each leads nowhere else
    "difference": "not stored yet; each row names its cell",
    "problems": "each row is a cell of the file at hand",
    "understood": "each row is a range of the file at hand",
    "ignored": "each row is a range of the file at hand",
    "versions": "each row is a version: who wrote what, when and why",
    "turnout": "what is on a ballot stays with the voter",
}
SHOW_THE_FILE = {"kmdash/ui/mapping.py", "kmdash/ui/sheet_map.py"}  # the file's own cells


def tables(sources):
    """Each table of a page or piece: where it stands, its name (None: computed), whether its rows have marks."""
    for path, tree in sources.items():
        if path.startswith(("pages/", "kmdash/ui/")) and path != "kmdash/ui/tables.py":
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and getattr(node.func, "id", None) in ("table", "grid"):
                    marked = any(word.arg == "marks" for word in node.keywords) or len(node.args) > 3
                    yield f"{path}:{node.lineno}", getattr(node.args[1], "value", None), marked


def test_every_table_has_marks_or_shows_its_sources_itself(sources):
    found = list(tables(sources))
    assert len(found) > 30
    assert [where for where, name, marked in found if not marked and name not in OWN_SOURCES] == []
    assert {name for _, name, marked in found if not marked} == set(OWN_SOURCES)


def test_no_table_is_drawn_past_the_one_place_that_knows_marks(sources):
    drawn = {
        path
        for path, tree in sources.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "dataframe"
    }
    assert drawn == SHOW_THE_FILE | {"kmdash/ui/tables.py"}


def test_marks_that_are_not_one_a_row_are_refused():
    with pytest.raises(ValueError, match="one a row"):
        grid(pd.DataFrame({"a": [1, 2]}), "x", "x", [("item", "1")])


DEPARTMENT, YEAR, DAY, BY = "กรมส่งเสริมการปกครองท้องถิ่น", 2562, date(2019, 6, 15), "เลขานุการ"
VIEWS = [
    ("meeting/overview.py", {}),
    ("meeting/changes.py", {"since": "2018-10-01"}),
    ("meeting/coverage.py", {}),
    ("meeting/attainment.py", {}),
    ("meeting/calendar.py", {}),
    ("meeting/progress.py", {}),
    ("meeting/vote.py", {}),
    ("meeting/ballots.py", {}),
    ("follow_up/warnings.py", {}),
    ("follow_up/warnings.py", {"centre": "units"}),
    ("follow_up/warnings.py", {"centre": "send"}),
    ("follow_up/warnings.py", {"centre": "answers"}),
    ("follow_up/knowledge.py", {}),
    ("follow_up/network.py", {}),
    ("follow_up/submissions.py", {}),
    ("follow_up/targets.py", {}),
    ("secretary/committee.py", {}),
    ("secretary/units.py", {}),
    ("secretary/next_year.py", {}),
    ("secretary/history.py", {}),
]


@pytest.fixture(scope="module")
def noted_store(sample_store, tmp_path_factory):
    """The sample data, and of everything that is typed on a page one row."""
    path = tmp_path_factory.mktemp("noted") / "kmdash.db"
    path.write_bytes(sample_store.read_bytes())
    store = open_store(str(path))
    office = store.register().plans["office"].mode()[0]
    item = store.register().activities["activity_id"].iloc[0]
    about = (office, YEAR)
    store.write(notice_parts(Sent(*about, "line", DAY, {None: [item]}, DAY, 1, "เตือน", BY)), actor=BY, kind="notice")
    replied = Replied(*about, item, "ประชุม", None, "answered", "รอข้อมูล", BY, DAY)
    store.write(reply_parts(replied), actor=BY, kind="reply")
    happened = Happened(*about, item, "ประชุม", "กลับจากอบรม", DAY, None, BY)
    store.write(occasion_parts(happened), actor=BY, kind="occasion")
    store.mark_meeting(Held(*about, "ครั้งที่ 1", DAY, 1, DAY, BY), actor=BY)
    resolved = Resolved(*about, "free", None, "งบประมาณ", "ให้เร่งรัด", None, DAY, BY, DAY)
    store.record_resolution(resolved, actor=BY)
    store.record_entry(RoleEntry(*about, "ประธาน", "รองอธิบดี", "กำกับ"), actor=BY)
    store.record_entry(SummaryEntry(*about, None, "ก้าวหน้า", "", "", "", BY, DAY), actor=BY)
    store.close()
    return path


@pytest.mark.parametrize(("file", "link"), VIEWS, ids=lambda value: str(value))
def test_a_row_of_each_table_of_a_page_leads_to_its_items(
    visit, unfold, noted_store, tmp_path, monkeypatch, file, link
):
    (tmp_path / "kmdash.db").write_bytes(noted_store.read_bytes())
    drawn = {}
    draw = streamlit.dataframe

    def noted(data, *args, **options):
        told = options.get("on_select", "ignore")
        drawn[options["key"]] = (len(getattr(data, "data", data)), () if told == "ignore" else told.args[1])
        return draw(data, *args, **options)

    monkeypatch.setattr(streamlit, "dataframe", noted)
    app = unfold(visit)(file, **link)
    assert not app.exception
    shown = {name.removeprefix("grid_"): found for name, found in drawn.items()}
    assert {name for name, (rows, marks) in shown.items() if len(marks) != rows} <= set(OWN_SOURCES)
    firsts = {marks[0][0]: marks[0] for _, marks in shown.values() if marks}
    for mark in firsts.values():
        app.session_state[CHOSEN] = mark
        app = app.run()
        assert not app.exception
        assert any(re.search("<article class=.km-item [a-z_]+.><p><b>", html.value) for html in app.get("html")), mark
