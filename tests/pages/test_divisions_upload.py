"""One file per division, uploaded together: kept apart by unit, stored at once, and who has not sent yet."""

from datetime import date

from kmdash.domain.register import from_parts
from kmdash.domain.words import say
from kmdash.ingest.read import read_file
from kmdash.measures.next_year import begun, proposals
from kmdash.reports.template import workbook
from kmdash.store import open_store
from kmdash.ui.samples import FOLDER

PAGE = "secretary/upload.py"


def drafts():
    """A file of next year's plan for each of two divisions, both of plan number 1."""
    file = FOLDER / "plans-2562.xlsx"
    register = from_parts(read_file(file.read_bytes(), file.name).parts)
    units = register.plans["unit"].dropna().unique().tolist()
    found = {}
    for unit in units[:2]:
        frames = dict(register.frames)
        frames["plans"] = register.plans[register.plans["unit"] == unit].assign(no="1")
        own = type(register)(frames)
        ids = set(frames["plans"]["plan_id"])
        frames["activities"] = register.activities[register.activities["plan_id"].isin(ids)]
        draft = begun(own, proposals(own, 2562, date(2018, 10, 1)), 2562)
        found[unit] = workbook(draft)
    return units, found


def test_files_of_divisions_are_stored_in_one_confirmation_and_a_damaged_one_does_not_lose_them(visit, tmp_path):
    store = open_store(str(tmp_path / "kmdash.db"))
    before = FOLDER / "plans-2562.xlsx"
    store.write(read_file(before.read_bytes(), before.name).parts, actor="ก", kind="import")
    units, files = drafts()
    app = visit(PAGE)
    chosen = [(f"{unit}.xlsx", data, "") for unit, data in files.items()]
    app = app.file_uploader(key="files_0").set_value([*chosen, ("เสีย.xlsx", b"PK\x03\x04 damaged", "")]).run()
    assert not app.exception
    told = say("next_year.came", year=2563, sent=2, units=len(units))
    assert told in [head.value for head in app.subheader]
    for box in [box for box in app.checkbox if box.key in ("accept_errors", "accept_removed")]:
        app = box.check().run()
    app = app.button(key="confirm").click().run()
    assert not app.exception
    assert any("เสีย.xlsx" in message.value.replace("\\", "") for message in app.error)
    assert len(app.success) == 2
    plans = store.register().plans
    sent = plans[plans["fiscal_year"] == 2563]
    assert sorted(sent["unit"]) == sorted(files) and sent["plan_id"].is_unique
    store.close()
