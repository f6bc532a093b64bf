"""The PDF of a document: its texts are data, its font is the shipped one, the same data gives the same bytes."""

import subprocess

import pytest

from kmdash.domain import words
from kmdash.reports import paper

TEXTS = (
    "ที่นี่เรื่องผู้ใหญ่บ้านกำลังเดินป่าอยู่ใต้ต้นไม้ กพร.สถ. ประชุมเมื่อ 15 มิ.ย. 2562",
    '#let x = 1 *bold* _it_ $a$ \\ <b> @x "quoted" // no comment #eval("1")',
    "a\x00b\x0bc\ud800 𝟙 😀",
)


@pytest.fixture
def template(tmp_path, monkeypatch):
    """A template of one line a text, beside the real ones."""
    for sheet in paper.SHEETS.glob("*.typ"):
        (tmp_path / sheet.name).write_bytes(sheet.read_bytes())
    lines = (
        '#import "common.typ": *\n#show: document-of\n#for line in given.lines { block(width: 60mm, told(line)) }\n'
    )
    (tmp_path / "lines.typ").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(paper, "SHEETS", tmp_path)

    def made(*texts: str) -> bytes:
        lines = [paper.pieces(text) for text in texts]
        return paper.pdf("lines", {"lines": lines}, title="ทดสอบ", footer="ข้อมูล ณ 15 มิ.ย. 2562")

    return made


def test_the_same_texts_give_the_same_bytes(template):
    assert template(*TEXTS) == template(*TEXTS)
    assert template(*TEXTS).startswith(b"%PDF")


def test_pieces_put_together_are_the_text():
    assert "".join(paper.pieces("แผนที่ 1\nองค์ความรู้")) == "แผนที่ 1\nองค์ความรู้"


def test_pieces_are_in_the_digits_now_set():
    words.set_digits("th")
    try:
        assert "".join(paper.pieces("แผนที่ 1")) == "แผนที่ ๑"
    finally:
        words.set_digits("arabic")


@pytest.mark.office
def test_a_text_is_printed_as_it_stands_in_the_shipped_font(template, tmp_path):
    (tmp_path / "lines.pdf").write_bytes(template(*TEXTS))
    told = subprocess.run(["pdftotext", "-layout", tmp_path / "lines.pdf", "-"], capture_output=True, check=True)
    text = "".join(told.stdout.decode().split())
    assert "".join(TEXTS[1].split()) in text
    assert "มิ.ย.2562" in text and "ข้อมูลณ" in text
    fonts = subprocess.run(["pdffonts", tmp_path / "lines.pdf"], capture_output=True, check=True, text=True).stdout
    used = [line.split()[0].partition("+")[2] for line in fonts.splitlines()[2:]]
    assert set(used) == {"Sarabun-Regular"}
