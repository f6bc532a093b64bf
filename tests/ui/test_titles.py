"""The findings of the pages of goals and of learning."""

import pandas as pd

from kmdash.ui import goals, lessons


def goals_of(*lacking, process="KM"):
    return pd.DataFrame({"process": process, "stages": pd.array([7] * len(lacking)), "lacking": list(lacking)})


def test_goals_name_the_stages_that_are_lacking_most_often():
    assert goals.title(goals_of(None)) == "เป้าหมาย KM 1 ข้อ ครบทุกขั้นตอน 1 ข้อ"
    once = "เป้าหมาย KM 2 ข้อ ครบทุกขั้นตอน 1 ข้อ — ขาดขั้นตอนที่ 6, 7"
    assert goals.title(goals_of("6,7", None)) == once
    often = "เป้าหมาย KM 2 ข้อ ครบทุกขั้นตอน 0 ข้อ — ขั้นตอนที่ขาดมากที่สุดคือ 7 (ขาด 2 ข้อ)"
    assert goals.title(goals_of("6,7", "7")) == often


def test_goals_without_stages_say_so():
    found = pd.DataFrame({"process": [None], "stages": [None], "lacking": [None]})
    assert goals.title(found) == "เป้าหมาย KM 1 ข้อ ยังไม่ได้จำแนกขั้นตอน"


def test_learning_says_where_nothing_was_learnt_yet():
    empty = pd.DataFrame({"kind": [], "state": [], "key": []})
    assert lessons.title(empty, empty) == "ยังไม่มีบทเรียน AAR และ SWOT"
