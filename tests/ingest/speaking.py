"""What of a told sentence is left in Thai that neither is quoted nor comes from the file."""

import re
from contextlib import contextmanager

from kmdash.domain.wording import Worded, told
from kmdash.domain.words import set_language

QUOTED = re.compile("“[^”]*”")
THAI = re.compile("[\u0e00-\u0e7f]")


@contextmanager
def english():
    """Speak English meanwhile."""
    set_language("en")
    try:
        yield
    finally:
        set_language("th")


def typed_in(value):
    """The texts among the values of a sentence: what was typed in the file."""
    if isinstance(value, Worded):
        return [text for item in value.values.values() for text in typed_in(item)]
    if isinstance(value, list):
        return [text for item in value for text in typed_in(item)]
    return [value] if isinstance(value, str) else []


def left_in_thai(sentence):
    """The English of a sentence where it still has Thai of its own, else ""."""
    with english():
        text = told(sentence)
    for typed in sorted(filter(None, typed_in(sentence)), key=len, reverse=True):
        text = text.replace(typed, "")
    return text if THAI.search(QUOTED.sub("", text)) else ""
