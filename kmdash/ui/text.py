"""Text of the user on the screen: the doors into Markdown and HTML, in the digits the reader chose."""

import html
import re

from kmdash.domain.words import numerals
from kmdash.typeset import wrap

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
THAI = re.compile(r"[\u0e01-\u0e2e]{2}")
_WIDEST, _SIZE = 250, 16  # pixels: what is wider may break inside, so that it fits a phone
_BREAK = "<wbr>"
_SHORTCODE = re.compile(r":(?=[A-Za-z0-9_+/-]+:)")


def md(text: object) -> str:
    r"""Text that Markdown shows as it stands: no emphasis, link, colour, icon, formula or HTML.

    Newlines become blanks; an invisible joiner keeps ``:name:`` from turning into an icon.

    >>> md("*a* <b>")
    '\\*a\\* \\<b\\>'
    """
    flat = numerals(" ".join(str(text).split()))
    return _PUNCTUATION.sub(r"\\\1", _SHORTCODE.sub(":\u2060", flat))


def escaped(text: object) -> str:
    """Text that HTML shows as it stands.

    >>> escaped("<b> & 'c'")
    '&lt;b&gt; &amp; &#x27;c&#x27;'
    """
    return html.escape(numerals(str(text)))


def in_words(text: object) -> str:
    """The same, with the places at which the browser may break its lines: between the words, never inside one.

    A place has no character of its own, so that what is copied or searched for is the text.

    >>> in_words("การประชุมคณะทำงาน")
    '<span class="km-words">การประชุม<wbr>คณะทำงาน</span>'
    """
    plain = numerals(str(text))
    if not THAI.search(plain):
        return html.escape(plain)
    return f'<span class="km-words">{_BREAK.join(map(html.escape, pieces(plain)))}</span>'


def pieces(text: str) -> tuple[str, ...]:
    """What a line of a text may be broken between, in the digits the reader chose.

    >>> pieces("การประชุมคณะทำงาน")
    ('การประชุม', 'คณะทำงาน')
    """
    return wrap.pieces(numerals(text), _WIDEST, _SIZE)
