"""The seeds' own forms as parts, and a form read again against the register it was written from."""

from functools import cache

from kmdash.domain.changes import changes
from kmdash.domain.frames import records
from kmdash.domain.reading import from_plain
from kmdash.domain.register import from_parts
from kmdash.ingest.matching import against
from kmdash.ingest.owning import with_office
from kmdash.ingest.read import read_here

SEEDS = ("dla-2562", "ban-waen-2569", "chachoengsao-2564", "samut-songkhram-2567")
OFFICES = {"ban-waen-2569": "เทศบาลตำบลบ้านแหวน"}  # asked: its letterhead spells it in two ways


@cache
def seed_parts(shared, name):
    """The parts of a seed's forms as an upload would store them."""
    data = (shared / "seeds" / "forms" / f"{name}.xlsx").read_bytes()
    return with_office(from_plain(read_here(data, f"{name}.xlsx", {})), OFFICES.get(name)).parts


def read_again(data, register):
    """The reading of a form, its rows matched with those of the register."""
    rows = {name: records(frame) for name, frame in register.frames.items()}
    return against(from_plain(read_here(data, "form.xlsx", {})), rows)


def stored_with(parts, more):
    """The register a store would hold after it took ``more`` on top of ``parts``."""
    return from_parts(({part.scope: part for part in parts} | {part.scope: part for part in more}).values())


def differences(data, parts):
    """The reading of a form, and what an upload of it would change in a store that holds ``parts``."""
    before = from_parts(parts)
    reading = read_again(data, before)
    found = changes(before, stored_with(parts, reading.parts))
    return reading, found[found["frame"] != "problems"]
