"""Thai letters in an Office file: every run names its language, and its font for Latin, East Asian and Thai script."""

from collections.abc import Iterable
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn

from kmdash.plots.palette import LIGHT
from kmdash.reports.book.pages import LINE
from kmdash.reports.cells import safe

FONT = "Tahoma"  # has Thai, and stands on every Windows and Office: a slide carries no font of its own
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
    body = frame._txBody
    for empty in body.findall(qn("a:p")):
        body.remove(empty)
    told = [safe(line).replace("\n", " ").replace("\t", " ") for line in lines]
    for group in ([told] if together else [[line] for line in told]) or [[]]:
        paragraph = _below(body, "a:p")
        about = _below(paragraph, "a:pPr", **({} if where is None else {"algn": PP_ALIGN.to_xml(where)}))
        _below(_below(about, "a:lnSpc"), "a:spcPts", val=str(round(size * LINE * 100)))  # in any font
        for gap in ("a:spcBef", "a:spcAft"):
            _below(_below(about, gap), "a:spcPts", val="0")
        for place, line in enumerate(group):
            if place:
                _below(paragraph, "a:br")
            run = _below(paragraph, "a:r")
            look = _below(run, "a:rPr", sz=str(int(size * 100)), b=str(int(bold)))
            _below(_below(look, "a:solidFill"), "a:srgbClr", val=colour[1:])
            _below(run, "a:t").text = line
    in_thai(body)


def _below(parent: Any, tag: str, **about: str) -> Any:
    child = parent.makeelement(qn(tag), about)
    parent.append(child)
    return child


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
