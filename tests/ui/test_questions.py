"""The answers a question offers: a stage in the reader's language, a period in the words of the file."""

import pytest

from kmdash.domain import words
from kmdash.domain.stages import CHANGE, KM, OTHER, answers_of
from kmdash.ingest.answers import answer_patch
from kmdash.ui.questions import offered


@pytest.fixture
def in_english():
    words.set_language("en")
    yield
    words.set_language("th")


@pytest.mark.parametrize("answer", [*answers_of(KM), *answers_of(CHANGE), OTHER])
def test_every_stage_that_may_be_answered_is_offered_in_both_languages_and_is_an_answer(answer):
    assert offered(answer, "stage") == answer
    assert set(answer_patch({"field": "stage"}, answer, 2562)) <= {"stage", "component"}


def test_a_stage_is_offered_in_english(in_english):
    assert offered("ขั้นตอนที่ 7 การเรียนรู้", "stage") == "Stage 7 Learning"
    assert offered("องค์ประกอบที่ 2 การสื่อสาร", "stage") == "Component 2 Communication"
    assert offered(OTHER, "stage") == "None of these"


def test_words_of_the_file_are_offered_as_they_stand(in_english):
    assert offered("มิ.ย. 62", "period") == "มิ.ย. 62"
