"""Thai letters in an Office file: every run names its language, and its font for Latin, East Asian and Thai script."""

from collections.abc import Iterable
from typing import Any

from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Pt

from kmdash.plots.palette import LIGHT
from kmdash.reports.cells import safe

FONT = "Sarabun"
LANGUAGE = "th-TH"
_THAI_CHARSET = {"pitchFamily": "34", "charset": "-34"}  # where the font is not there, another that has Thai
_RUNS = ("a:rPr", "a:defRPr", "a:endParaRPr")
_BEHIND_CS = ("a:sym", "a:hlinkClick", "a:hlinkMouseOver", "a:rtl", "a:extLst")


def write(
    frame: Any,
    lines: Iterable[str],
    *,
    size: float,
    bold: bool = False,
    colour: str = LIGHT.ink,
    where: Any = None,
    together: bool = False,
) -> None:
    """Write lines into an empty text frame, a paragraph each, or ``together`` as one with line breaks."""
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 or together else frame.add_paragraph()
        if together and place:
            paragraph.add_line_break()
        paragraph.alignment = where
        paragraph.space_before = paragraph.space_after = Pt(0)
        run = paragraph.add_run()
        run.text = safe(line).replace("\n", " ").replace("\t", " ")
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = RGBColor.from_string(colour[1:])
    in_thai(frame._txBody)


def plainly(shape: Any) -> None:
    """Take the template's own style, with its shadow, from a line or a field."""
    for style in shape._element.findall(qn("p:style")):
        shape._element.remove(style)


def in_thai(element: Any) -> None:
    """Give every run below an element, and what its paragraphs begin and end with, our font and the Thai language."""
    for name in _RUNS:
        for properties in element.iter(qn(name)):
            properties.set("lang", LANGUAGE)
            for script in ("a:latin", "a:ea", "a:cs"):
                for old in properties.findall(qn(script)):
                    properties.remove(old)
            behind = next((child for child in properties if child.tag in {qn(tag) for tag in _BEHIND_CS}), None)
            for script in ("a:latin", "a:ea", "a:cs"):
                hint = _THAI_CHARSET if script == "a:cs" else {}
                font = properties.makeelement(qn(script), {"typeface": FONT, **hint})
                if behind is None:
                    properties.append(font)
                else:
                    behind.addprevious(font)
