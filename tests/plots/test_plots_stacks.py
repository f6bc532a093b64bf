"""Rows of counts: each part with its sign and number, what lacks as loud as it is, nothing drawn from nothing."""

import pytest

from kmdash.domain.frames import frame
from kmdash.domain.knowledge import HOLDINGS, INVENTORY, NETWORK_UNITS
from kmdash.domain.words import say
from kmdash.plots.knowledge import inventory
from kmdash.plots.network import network
from kmdash.plots.repository import repository


def texts(figure):
    return [text.text for text in figure.layout.annotations]


def drawn(make, columns, *rows, theme="light"):
    return make(frame(columns, rows), theme=theme, width=1270)


def a_unit(**given):
    return {"unit": "บางปะกง", "target": 5.0, "captured": 3, "published": 1, "missing": 2.0, **given}


def test_records_and_what_lacks_stand_end_to_end_with_their_numbers():
    figure = drawn(repository, HOLDINGS, a_unit())
    assert {"<b>✓ 1</b>", "<b>▶ 2</b>", "<b>× 2</b>"} <= set(texts(figure))
    assert [(bar.base[0], bar.x[0]) for bar in figure.data[:3]] == [(0, 1), (1, 2), (3, 2)]
    assert f"<b>{say('know.short', captured=3, target='5', missing='2')}</b>" in texts(figure)


def test_a_unit_without_target_lacks_nothing_and_says_so():
    figure = drawn(repository, HOLDINGS, a_unit(target=None, missing=None))
    assert say("know.untargeted", captured=3) in texts(figure)
    assert not any("×" in text for text in texts(figure))


def test_the_signs_in_use_are_explained_and_no_others():
    told = texts(
        drawn(network, NETWORK_UNITS, {"unit": "ก", "members": 1, "trained": 0, "untrained": 0, "unknown": 1})
    )
    assert f"? {say('net.unknown')}" in told
    assert not any(say("net.untrained") in text for text in told)


def test_a_line_of_form_1_is_one_row_of_its_pieces():
    rows = [
        {"knowledge_id": "F1", "issue": "ก", "item_no": n, "item": str(n), "state": state, "captured": n}
        for n, state in enumerate(["needed", "planned", "captured", "published"])
    ]
    figure = drawn(inventory, INVENTORY, *rows, theme="dark")
    assert say("know.beside", captured=3, needed=4) in texts(figure)
    assert [bar.base[0] for bar in figure.data[:4]] == [0, 1, 2, 3]


def test_a_row_leads_to_what_stands_behind_it():
    figure = drawn(repository, HOLDINGS, a_unit(unit="<b>ก</b>"))
    assert list(figure.data[-1].customdata[0]) == ["holder", "<b>ก</b>"]
    assert not any("<b>ก" in text for text in texts(figure))


@pytest.mark.parametrize(
    ("make", "columns", "told"),
    [
        (repository, HOLDINGS, "know.nothing_kept"),
        (network, NETWORK_UNITS, "net.nobody"),
        (inventory, INVENTORY, "know.nothing_needed"),
    ],
)
def test_nothing_to_draw_is_told(make, columns, told):
    assert say(told) in " ".join(texts(drawn(make, columns)))
