"""A PDF of a template of ``sheets`` and the texts to print: typeset by Typst with the shipped font.

Texts never become markup: they reach the template as data. A line is broken between Thai words only, as on the
screen (``typeset.wrap``).
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from kmdash.domain.words import numerals
from kmdash.reports.cells import CREATED, safe
from kmdash.typeset import wrap

SHEETS = Path(__file__).with_name("sheets")
FONTS = Path(__file__).resolve().parents[2] / "static"
_MOST_PAGES = 999


def pieces(text: object, width: float = 120, size: float = 12) -> list[str]:
    """A text as the template takes it: the pieces its lines may be broken between, in the digits now set.

    A piece wider than ``width`` (points, at a font size in points) is cut where it must; a new line is a piece of
    its own.

    >>> pieces("เรื่องวิสัยทัศน์\\nแผนที่ 1")
    ['เรื่องวิสัยทัศน์', '\\n', 'แผนที่ 1']
    """
    found: list[str] = []
    for place, line in enumerate(safe(str(text)).split("\n")):
        found += ["\n"] * (place > 0)
        found += wrap.pieces(numerals(line), width, size)
    return found


def pdf(template: str, data: Mapping[str, Any], *, title: str, footer: str) -> bytes:
    """The pages of a template (its name in ``sheets``) filled with ``data``; the same data gives the same bytes.

    Parameters
    ----------
    data : texts as ``pieces`` gives them, numbers and structures of these
    title : of the document, for the reader's window and for screen readers
    footer : below every page: as of which day, from which version

    Raises
    ------
    typst.TypstError
        If the template does not fit the data: a fault of the program, never of the texts.
    """
    told = {
        **data,
        "title": safe(title),
        "footer": pieces(footer, 400),
        "digits": [numerals(str(page)) for page in range(1, _MOST_PAGES + 1)],
    }
    return typst.compile(
        SHEETS / f"{template}.typ",
        root=SHEETS,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(told, ensure_ascii=False)},
        timestamp=int(CREATED.timestamp()),
    )
