"""Thai text in lines: at words, within the width, nothing lost."""

import os
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.stages import COMPONENTS, STAGES
from kmdash.typeset import wrap

THAI = st.text(
    st.sampled_from([chr(c) for c in range(0x0E01, 0x0E5C) if unicodedata.category(chr(c)) != "Cn"] + [*" aB1."])
)
WIDTHS = st.floats(60, 500)
SIZES = st.floats(10, 16)


def squeezed(parts):
    return "".join("".join(parts).split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("การสร้างและแสวงหาความรู้", ("การสร้าง", "และแสวงหาความรู้")),
        ("การแบ่งปันแลกเปลี่ยนความรู้", ("การแบ่งปัน", "แลกเปลี่ยนความรู้")),
        ("การเตรียมการและปรับเปลี่ยนพฤติกรรม", ("การเตรียมการ", "และปรับเปลี่ยน", "พฤติกรรม")),
    ],
)
def test_a_stage_name_is_broken_at_words(text, expected):
    assert wrap.lines(text, 125, 14.5, max_lines=3) == expected


@pytest.mark.parametrize("stage", [*STAGES, *COMPONENTS], ids=lambda stage: stage.thai)
def test_every_stage_name_fits_its_column_uncut(stage):
    assert squeezed(wrap.lines(stage.thai, 120, 14.5, max_lines=3)) == stage.thai


@pytest.mark.parametrize(
    "whole",
    [
        "ก.พ. ๖๒",
        "15 มิ.ย. 2562",
        "๑ มี.ค.",
        "ครั้งที่ 2 ",
        "กพร.สถ.",
        "พ.ศ. ๒๕๖๑",
        "๑/๒๕๖๒",
        "ที่ ๓)",
        "ร้อยละ ๘๐",
        "สำนัก/",
        "ต่าง ๆ",
        "เรื่องวิสัยทัศน์",
    ],
)
def test_what_belongs_together_is_never_broken(whole):
    pieces = wrap.words(f"ดำเนินการ {whole} ให้แล้วเสร็จ")
    assert any(whole in piece for piece in pieces), pieces


def test_a_line_is_not_left_with_one_short_word():
    first, second = wrap.lines("การปฏิบัติงานตรวจสอบการคลัง การเงิน การบัญชี และการพัสดุ", 330, 13.5, max_lines=2)
    assert wrap.text_width(second, 13.5) > 0.4 * wrap.text_width(first, 13.5)


def test_a_text_too_long_ends_in_an_ellipsis_and_says_its_beginning():
    text = "การตรวจสอบการรายงานการจัดตั้ง การย้าย/รวม ยุบเลิก และเปลี่ยนชื่อศูนย์พัฒนาเด็กเล็ก" * 3
    found = wrap.lines(text, 300, 13.5, max_lines=2)
    assert len(found) == 2
    assert found[1].endswith("…")
    assert squeezed([text]).startswith(squeezed(found).removesuffix("…"))


def test_marks_above_and_below_take_no_room():
    assert wrap.text_width("กี่ปู้ญ", 16) == wrap.text_width("กปญ", 16)


def test_bold_text_is_measured_wider():
    assert wrap.text_width("แผนที่ 1", 16, bold=True) > wrap.text_width("แผนที่ 1", 16)


@given(THAI, WIDTHS, SIZES, st.integers(1, 4), st.booleans())
def test_no_line_is_wider_than_the_width_and_there_are_never_too_many(text, width, size, most, bold):
    found = wrap.lines(text, width, size, max_lines=most, bold=bold)
    assert 1 <= len(found) <= most
    assert max(wrap.text_width(line, size, bold=bold) for line in found) <= width + 0.01


@given(THAI, WIDTHS, SIZES)
def test_nothing_is_lost_where_there_is_room(text, width, size):
    assert squeezed(wrap.lines(text, width, size, max_lines=10_000)) == squeezed([text])


@given(st.text(st.sampled_from("กขคงจ"), min_size=1), st.sampled_from("่้๊๋ัิีึืุู์"), WIDTHS)
def test_a_mark_is_never_torn_from_its_consonant(consonants, mark, width):
    text = "".join(letter + mark for letter in consonants * 20)
    assert all(unicodedata.category(line[0]) != "Mn" for line in wrap.lines(text, width, 14, max_lines=10_000))


def test_the_dictionary_writes_nothing_at_home_and_asks_no_network(tmp_path, repo):
    code = (
        "import socket\n"
        "def refuse(*_): raise AssertionError('network')\n"
        "socket.socket = refuse\n"
        "from kmdash.typeset import wrap\n"
        "assert len(wrap.lines('การจัดความรู้ให้เป็นระบบ', 110, 14.5, max_lines=3)) == 2\n"
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHAINLP")}
    env = kept | {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], check=True, cwd=repo, env=env)
    assert list(tmp_path.iterdir()) == []
