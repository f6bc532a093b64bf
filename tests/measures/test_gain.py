"""Pre/post tests: "paired by person where ids exist, else group means; gain = post − pre, normalised gain, share
passing the mark, n of both"."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.register import from_records
from kmdash.measures.gain import gains


def a_test(person=None, pre=None, post=None, **more):
    return {
        "test_id": "T1",
        "plan_id": "P1",
        "person": person,
        "pre": pre,
        "post": post,
        "full": 20,
        "mark": 12,
        **more,
    }


def of(*rows):
    return gains(from_records({"tests": rows})).iloc[0]


def test_persons_are_compared_with_themselves():
    found = of(a_test("ก1", 8, 14), a_test("ก2", 10, 11), a_test("ก3", 20, None), a_test("ก4", None, 16))
    assert (found["pairing"], found["n_pre"], found["n_post"], found["n_pairs"]) == ("persons", 3, 3, 2)
    assert (found["pre"], found["post"], found["gain"]) == (9, 12.5, 3.5)
    assert found["normalised_gain"] == pytest.approx(3.5 / 11)
    assert found["share_passing"] == pytest.approx(2 / 3)


def test_groups_are_compared_by_their_means_where_no_codes_tell_persons():
    found = of(
        a_test(pre=8, post=12, pre_count=30, post_count=20), a_test(pre=10, post=15, pre_count=10, post_count=20)
    )
    assert (found["pairing"], found["n_pre"], found["n_post"]) == ("groups", 40, 40)
    assert (found["pre"], found["post"], found["gain"]) == (8.5, 13.5, 5)
    assert pd.isna(found["n_pairs"]) and pd.isna(found["share_passing"])


def test_a_missing_mark_is_not_zero():
    found = of(a_test("ก1", 8, None))
    assert found["n_post"] == 0
    assert found[["post", "gain", "normalised_gain", "share_passing"]].isna().all()


def test_full_marks_before_leave_nothing_to_gain():
    assert pd.isna(of(a_test("ก1", 20, 20))["normalised_gain"])


def test_marks_that_cannot_be_are_named_with_their_cell():
    found = of(a_test("ก1", 8, 25, source_cell="ทดสอบ!E4"), a_test("ก1", 8, 9, source_cell="ทดสอบ!E5"))
    assert found["doubt"].startswith("ทดสอบ!E4: ") and "ทดสอบ!E5: " in found["doubt"]


def test_tests_out_of_different_marks_have_no_common_part_and_say_so():
    found = of(a_test("ก1", 4, 8, full=10, mark=5), a_test("ก2", 10, 18, full=20, mark=9, source_cell="ทดสอบ!E5"))
    assert found["gain"] == 6
    assert found[["normalised_gain", "share_passing"]].isna().all()
    assert "ทดสอบ!E5: คะแนนเต็มไม่เท่ากับ" in found["doubt"] and "ทดสอบ!E5: เกณฑ์ผ่านไม่เท่ากับ" in found["doubt"]


def test_a_mean_of_nobody_is_marked_and_not_counted():
    """rules.md §3: n of both; missing is not zero, and zero persons are not one."""
    found = of(a_test(None, 5, 7, pre_count=0, post_count=25, source_cell="ทดสอบ!E4"))
    assert (found["n_pre"], found["n_post"]) == (0, 25)
    assert found[["pre", "gain"]].isna().all()
    assert found["doubt"].startswith("ทดสอบ!E4: ")


def test_no_tests_give_no_gains():
    assert gains(from_records({})).empty


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 20)), min_size=1, max_size=6))
def test_the_normalised_gain_is_never_above_the_whole(marks):
    found = of(*(a_test(f"ก{n}", pre, post) for n, (pre, post) in enumerate(marks)))
    assert found["normalised_gain"] <= 1
    assert found["gain"] == pytest.approx(found["post"] - found["pre"])
