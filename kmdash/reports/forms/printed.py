"""What forms for paper alone say of themselves: whose they are, as of which day, from which version."""

from collections.abc import Sequence
from datetime import date

from kmdash.domain import forms
from kmdash.domain.register import Register
from kmdash.reports.forms.paper import day_text, in_digits, owner_of

AS_OF, VERSION = "ข้อมูลถึงวันที่", "ฉบับข้อมูลที่"


def head_of(register: Register, as_of: date | None, digits: str) -> list[str]:
    """Office, fiscal year, and, where they are known, the day and version of the data, each with its label.

    Raises
    ------
    ValueError
        If the register holds several offices or fiscal years.
    """
    office, year = owner_of(register)
    return [
        f"{forms.OFFICE} : {office or ''}",
        in_digits(f"{forms.YEARS} : {year or ''}", digits),
        *([f"{AS_OF} : {day_text(as_of, digits)}"] if as_of else []),
        *([in_digits(f"{VERSION} : {register.version}", digits)] if register.version else []),
    ]


def footer_of(title: str, head: Sequence[str]) -> str:
    """What every page says at its foot: the form's title, the day and version of its data."""
    return " · ".join([title, *head[2:]])
