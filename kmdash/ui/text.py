"""Text of the user on the screen: the two doors into Markdown and HTML, in the digits the reader chose."""

import html
import re

from kmdash.domain.words import numerals

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
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
