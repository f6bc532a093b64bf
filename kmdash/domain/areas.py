"""Knowledge vision, sharing and assets (KV-KS-KA): to which of them a plan belongs by its own name."""

import re

_NAMES = {
    "KV": ("knowledge vision",),
    "KS": ("knowledge sharing", "learning management"),  # the plan with these words lists learning under sharing
    "KA": ("knowledge asset",),
}


def area_of(title: str | None) -> str | None:
    """The area that a plan's title names, in full or as a short name of its own; None where it names none or several.

    >>> area_of("๒. การแลกเปลี่ยนเรียนรู้ (Knowledge Sharing)"), area_of("กิจกรรม (KA)"), area_of("แผน KM")
    ('KS', 'KA', None)
    """
    text = " ".join((title or "").casefold().split())
    found = {
        area
        for area, names in _NAMES.items()
        if any(name in text for name in names) or re.search(rf"(?<![a-z]){area.casefold()}(?![a-z])", text)
    }
    return found.pop() if len(found) == 1 else None
