"""The page of unit names: what is decided there holds for the next file."""

from kmdash.domain.reading import Part
from kmdash.domain.words import say
from kmdash.store import open_store

PAGE = "secretary/units.py"


def test_without_data_the_page_says_where_names_come_from(visit):
    app = visit(PAGE)
    assert not app.exception
    assert app.title[0].value == say("empty.units.title")


def test_a_decision_is_kept_as_a_version_and_not_asked_again(visit):
    plans = [
        {
            "plan_id": f"2562-x-{n}",
            "office": "กรมตัวอย่าง",
            "fiscal_year": 2562,
            "no": str(n),
            "title": f"แผน {n}",
            "unit": unit,
        }
        for n, unit in enumerate(["กยผ.", "กองยุทธศาสตร์และแผนงาน"], start=1)
    ]
    visit()  # names the store
    store = open_store()
    store.write([Part("plan", "1", "กรมตัวอย่าง", 2562, {"plans": plans})], actor="ก", kind="import")
    app = visit(PAGE, fy="2562")
    assert not app.exception
    app = app.button(key="same_0").click().run()
    assert not app.exception
    [row] = open_store().register().aliases.to_dict("records")
    assert (row["alias"], row["unit"]) == ("กยผ.", "กองยุทธศาสตร์และแผนงาน")
    assert "aliases" in set(open_store().versions()["kind"])
    assert not [button for button in app.button if button.key.startswith("same_")]
