"""From any meeting page along the chain: candidate → plan → activities → KPI result, and back."""

import pytest

from kmdash.domain.words import say

STEPS = ("vote", "coverage", "calendar", "attainment")


def links(app):
    return [element.proto for element in app.get("page_link")]


PAGES = [f"meeting/{page}.py" for page in ("overview", "progress", *STEPS)]


@pytest.mark.parametrize("file", [*PAGES, "follow_up/warnings.py"])
def test_every_page_of_plans_or_votes_walks_the_chain_with_links_that_keep_the_filters(with_panels, file):
    app = with_panels(file, fy="2562")
    assert not app.exception
    (chosen,) = [box for box in app.selectbox if box.key.startswith("chain_of_")]
    assert len(chosen.options) == 16
    found = [link for link in links(app) if link.label.startswith(("ผลโหวต", "→"))]
    assert [link.page for link in found] == list(STEPS)
    assert "11 เสียง ได้รับเลือก" in found[0].label
    assert all("plan=" in link.query_string and "fy=2562" in link.query_string for link in found)


def test_a_plan_in_the_link_is_the_chain_shown(with_panels):
    app = with_panels("meeting/attainment.py", plan="2562-2454b3-3")
    (chosen,) = [box for box in app.selectbox if box.key.startswith("chain_of_")]
    assert "แผนที่ 3" in chosen.options[chosen.index]


def test_a_candidate_without_a_plan_says_so(with_panels):
    app = with_panels("meeting/vote.py")
    (chosen,) = [box for box in app.selectbox if box.key.startswith("chain_of_")]
    app = chosen.set_value(15).run()
    assert [text.value for text in app.markdown if text.value.startswith("→")] == [say("chain.no_coverage")]


def test_without_data_there_is_no_chain(visit):
    assert not [box for box in visit("meeting/vote.py").selectbox if (box.key or "").startswith("chain_of_")]
