"""Colours and status marks of every chart, for light and dark backgrounds.

Contrast was computed: text on its background is at least 4.5:1; the two pale fills (``due`` and
``not_chosen``) always carry an outline. Colour never stands alone: a status has a glyph, a word and a
pattern as well, so that it is read in grey print and by a colour-blind eye.
"""

from dataclasses import dataclass

from kmdash.domain.words import say

THEMES = ("light", "dark")


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, by what they mean."""

    bg: str
    panel: str
    ink: str
    mute: str
    line: str
    grid: str
    done: str
    doing: str
    due: str
    late: str
    late_field: str
    todo: str
    outline: str
    not_chosen: str
    bands: tuple[str, str, str, str, str]  # score 0-1, 1-2, … 4-5
    seq: tuple[str, str, str, str, str]  # nothing … all


LIGHT = Tokens(
    bg="#FFFFFF",
    panel="#F4F6F9",
    ink="#1B2733",
    mute="#52606D",
    line="#CBD3DC",
    grid="#E4E9EF",
    done="#0F4C81",
    doing="#5B97C9",
    due="#E3A008",
    late="#B93A0B",
    late_field="#FDF0EA",
    todo="#DCE2E9",
    outline="#7B8794",
    not_chosen="#A9B4C0",
    bands=("#B7C0CA", "#CBD2DA", "#DCE1E7", "#EAEDF1", "#F5F7F9"),
    seq=("#EAF1F8", "#C3D9EE", "#8FB8DC", "#4F8DC0", "#0F4C81"),
)
DARK = Tokens(
    bg="#10171F",
    panel="#18222D",
    ink="#EEF2F6",
    mute="#A9B7C6",
    line="#3A4856",
    grid="#263340",
    done="#7CB7EA",
    doing="#4176A6",
    due="#F2BD42",
    late="#FF8A5B",
    late_field="#33221B",
    todo="#2E3B48",
    outline="#8898A8",
    not_chosen="#566472",
    bands=("#4A5866", "#3D4955", "#303B46", "#262F39", "#1D252E"),
    seq=("#1E2B38", "#274461", "#2F6496", "#4E93CF", "#9CCBF3"),
)


def tokens(theme: str) -> Tokens:
    """The colours of a theme, ``light`` or ``dark``.

    Raises
    ------
    ValueError
        If there is no such theme.
    """
    if theme not in THEMES:
        raise ValueError(f"theme must be one of {THEMES}, not {theme!r}")
    return DARK if theme == "dark" else LIGHT


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.1), from 1 to 21.

    >>> round(contrast("#FFFFFF", "#000000"))
    21
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def text_on(fill: str) -> str:
    """The text colour that reads best on a fill: white or the dark theme's background.

    >>> text_on("#0F4C81"), text_on("#E3A008")
    ('#FFFFFF', '#10171F')
    """
    return max((LIGHT.bg, DARK.bg), key=lambda ink: contrast(ink, fill))


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True)
class Mark:
    """How a status looks: a glyph, the name of its colour in ``Tokens``, a Plotly fill pattern."""

    glyph: str
    colour: str
    pattern: str = ""


MARKS = {
    "done": Mark("✓", "done"),
    "done_late": Mark("✓", "done", "-"),
    "overdue": Mark("▲", "late", "x"),
    "due": Mark("◆", "due", "."),  # in its period and due soon
    "active": Mark("▶", "doing", "/"),
    "upcoming": Mark("→", "bg", "\\"),
    "not_yet": Mark("○", "todo"),
    "no_date": Mark("–", "bg"),
    "unclear": Mark("?", "bg", "."),
    "cancelled": Mark("×", "bg", "|"),
}


def status_word(code: str) -> str:
    """The word of a status in the language now set."""
    return say("plots.due_soon") if code == "due" else say(f"state.{code}")


def fill_of(code: str, colours: Tokens) -> str:
    """The fill colour of a status."""
    return str(getattr(colours, MARKS[code].colour))
