"""What the reader tells is said in the language of who reads it, in Thai as it is written down."""

import ast
import json
import tomllib
from string import Formatter

import pytest
from speaking import QUOTED, THAI, english, left_in_thai
from test_forms import FAULTS, read

from kmdash.domain.problem import UnreadableFile
from kmdash.domain.reading import from_plain, to_plain
from kmdash.domain.wording import Worded, joined, told, told_of, worded
from kmdash.domain.words import catalogue, filled
from kmdash.ingest.answers import answer_patch
from kmdash.ingest.read import read_file, read_here

TOLD_AS = {"message", "remedy", "question", "reason", "why", "detail"}
TELLERS = {"Refusal", "unreadable", "Doubt", "Unreadable", "ValueError", "ignore", "ignore_row", "withdraw_row"}
TELLERS |= {"report", "refuse", "doubt", "set_aside", "leave_out", "read_line", "Problem", "TableFound"}


@pytest.fixture(scope="module")
def reader_texts(repo):
    """The reader's own texts by key."""
    names = [path.stem for path in (repo / "kmdash" / "domain" / "catalogue").glob("reader_*.toml")]
    return {key: entry for key, entry in catalogue().items() if key.partition(".")[0] in names}


def test_the_english_of_the_reader_has_thai_words_between_quotation_marks_only(reader_texts):
    names = {key for key in reader_texts if "weekday" in key or key == "reader_build.stage"}
    assert len(reader_texts) > 400
    mixed = {key: entry["en"] for key, entry in reader_texts.items() if THAI.search(QUOTED.sub("", entry["en"]))}
    assert mixed.keys() <= names


def test_each_text_of_the_reader_stands_in_the_file_its_key_names(repo):
    for path in (repo / "kmdash" / "domain" / "catalogue").glob("reader_*.toml"):
        assert list(tomllib.loads(path.read_text(encoding="utf-8"))) == [path.stem]


def test_nothing_that_is_told_is_written_in_the_modules_of_the_reader(sources):
    written = [
        f"{path}:{node.lineno} {text.value}"
        for path, tree in sources.items()
        if path.startswith("kmdash/ingest/")
        for node in ast.walk(tree)
        for part in told_parts(node)
        for text in ast.walk(part)
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and THAI.search(text.value)
    ]
    assert written == []


def told_parts(node):
    """The expressions of a node whose text somebody is told."""
    if isinstance(node, ast.Assign):
        return [node.value] if any(getattr(target, "id", "") in TOLD_AS for target in node.targets) else []
    if not isinstance(node, ast.Call):
        return []
    named = [keyword.value for keyword in node.keywords if keyword.arg in TOLD_AS]
    name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
    return [*named, *node.args] if name in TELLERS else named


@pytest.mark.parametrize("code", FAULTS)
def test_whatever_is_found_in_a_form_can_be_told_in_english(code):
    reading = read(FAULTS[code][0])
    sentences = [text for problem in reading.problems for text in (problem.message, problem.remedy)]
    sentences += [item.reason for item in reading.account.ignored] + [table.why for table in reading.tables]
    assert [text for text in sentences if text and not isinstance(text, Worded)] == []
    assert [left for text in sentences if (left := left_in_thai(text))] == []


def test_all_that_the_sample_raises_can_be_told_in_english(repo):
    path = repo / "sample_data" / "plans-2562.xlsx"
    reading = from_plain(read_here(path.read_bytes(), path.name, {}))
    assert reading.problems
    assert [
        left for item in reading.problems if (left := left_in_thai(item.message) or left_in_thai(item.remedy))
    ] == []
    assert [left for item in reading.account.ignored if (left := left_in_thai(item.reason))] == []
    assert [left for table in reading.tables if (left := left_in_thai(table.why))] == []


def test_a_reading_tells_the_same_after_it_crossed_a_process_border():
    reading = read(FAULTS["runs_backwards"][0])
    again = from_plain(json.loads(json.dumps(to_plain(reading))))
    assert again == reading
    with english():
        before, after = ([told(problem.message) for problem in found.problems] for found in (reading, again))
    assert before == after
    assert all(isinstance(problem.message, Worded) for problem in again.problems)


def test_a_row_of_the_problems_is_told_in_both_languages():
    row = next(row for row in read(FAULTS["status_unknown"][0]).rows("problems") if row["code"] == "status_unknown")
    assert told_of(row, "message") == row["message"] == "ไม่รู้จักคำบอกสถานะนี้ จึงถือว่ายังไม่มีรายงาน"
    with english():
        assert told_of(row, "message") == "This word is not a known status, so nothing counts as reported yet."
        assert "(postponed)" in told_of(row, "remedy")
        assert told_of({**row, "said": None}, "message") == row["message"]


def test_a_sentence_this_program_no_longer_has_is_shown_in_thai():
    row = {"message": "ข้อความเดิม", "said": '{"message":{"key":"reader_build.long_gone","values":{}}}'}
    with english():
        assert told_of(row, "message") == "ข้อความเดิม"


def test_a_file_that_cannot_be_read_is_refused_in_the_language_of_the_reader():
    with pytest.raises(UnreadableFile) as refused:
        read_file(b"%PDF-1.7", "แผน.pdf")
    assert str(refused.value) == (
        "ไฟล์ “แผน.pdf” เป็นไฟล์ PDF ไม่ใช่ตารางที่อ่านได้ กรุณาเลือกไฟล์ Excel (.xlsx, .xls) OpenDocument (.ods) หรือ CSV"
    )
    with english():
        assert told(refused.value.message).startswith("The file “แผน.pdf” is no table that can be read (a PDF file).")


def test_an_answer_that_is_none_is_told_in_the_language_of_who_answers():
    with english(), pytest.raises(ValueError, match="The levels must rise or fall throughout"):
        answer_patch({"field": "levels"}, "1/3/2/4/5", 2562)
    with english(), pytest.raises(ValueError, match="Which year is meant"):
        answer_patch({"field": "period"}, "มิ.ย.", None)


def test_a_sentence_is_a_text_like_any_other_and_keeps_what_it_says():
    inner = joined([worded("reader_build.stage", number=1, thai="ก", english="A"), "ข"], ", ")
    sentence = worded("reader_build.stages_missing", names=inner)
    assert sentence == "แผนนี้ไม่มีกิจกรรมในขั้นตอนที่ 1 ก, ข"
    with english():
        assert told(sentence) == "This plan has no activity in stage 1 A, ข."


def test_every_text_of_the_reader_can_be_filled_in(reader_texts):
    for key, entry in reader_texts.items():
        names = {name for _, name, _, _ in Formatter().parse(entry["th"]) if name}
        numbers = {name for _, name, form, _ in Formatter().parse(entry["th"] + entry["en"]) if name and form}
        values = {name: 2 if name in numbers - {"thai", "english"} else "2" for name in names}
        assert all(filled(entry[language], values) for language in ("th", "en")), key
