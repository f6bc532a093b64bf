"""Bytes become text without guessing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.problem import UnreadableFile
from kmdash.ingest.files import read_grids
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.text import clean, decoded, thai_share

THAI = "ลำดับ,กิจกรรม\n1,อบรมการจัดการความรู้ (๓ วัน)\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp874", "tis-620", "iso8859-11"],
)
def test_thai_is_read_in_every_encoding_offices_use(encoding):
    assert decoded(THAI.encode(encoding)) == THAI


def test_a_mark_written_twice_is_dropped_twice():
    assert decoded("\ufeff\ufeffก".encode()) == "ก"


@pytest.mark.parametrize(
    "data",
    [
        "Molière,café,Besançon".encode("latin-1"),
        THAI.encode() + THAI.encode("cp874"),
        THAI.encode("utf-8").decode("cp1252", "replace").encode(),
        bytes(range(128, 256)) * 4,
        "ก".encode("utf-16")[:3],
    ],
    ids=["latin", "mixed", "spoilt", "noise", "half a letter"],
)
def test_what_is_not_certain_is_refused(data):
    with pytest.raises(Refusal) as refused:
        decoded(data)
    assert refused.value.code == "damaged"


@pytest.mark.parametrize(
    "data",
    [bytes.fromhex("000100000011010000040010ff44534947") * 20, bytes(range(256)) * 8],
    ids=["NULs", "bytes of every kind"],
)
def test_what_is_plainly_no_text_is_of_the_wrong_type(data):
    with pytest.raises(Refusal) as refused:
        decoded(data)
    assert (refused.value.code, refused.value.remedy) == ("wrong_type", "")


def test_thai_padded_with_nuls_is_still_a_text():
    assert decoded(THAI.encode("cp874").ljust(1000, b"\0")) == THAI.ljust(1000, "\0")


def test_a_text_in_an_unknown_encoding_is_told_once_what_to_do():
    with pytest.raises(UnreadableFile) as refused:
        read_grids("Molière,café,Besançon".encode("latin-1"), "แผน.csv")
    assert refused.value.code == "damaged"
    assert "CSV UTF-8" in refused.value.message
    assert refused.value.message.count("กรุณา") == 1


@given(st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E3A), min_size=1))
def test_thai_is_plausible_unless_a_mark_stands_first(text):
    assert thai_share(("ก" + text).encode("cp874")) == 1


@given(st.text(st.characters()))
def test_clean_text_can_be_stored_and_stays_the_same(text):
    once = clean(text)
    assert clean(once) == once
    assert "\x00" not in once
    assert once.encode("utf-8").decode("utf-8") == once


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"])))
def test_visible_text_is_left_as_typed(text):
    assert clean(text) == text
