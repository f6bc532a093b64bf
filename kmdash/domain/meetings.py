"""What is kept of meetings: columns of the input frames (types as in ``columns``), and what they resolve about."""

KINDS = ("page", "plan", "activity", "kpi", "free")
MEETINGS = {  # a meeting that was closed: what it had on the screen, for the next to begin there
    "meeting_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "name": "str",  # "ครั้งที่ 3/2562"
    "held_on": "date",
    "shown_version": "int",  # of the store, the newest the meeting saw
    "as_of": "date",  # the day for due, late and progress that it saw
    "by": "str",
}
RESOLUTIONS = {  # what a meeting resolved
    "resolution_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "about_kind": "str",  # one of KINDS
    "about_id": "str",  # the page's name or the row's id; missing of a free subject
    "about": "str",  # as a person read it that day
    "text": "str",
    "unit": "str",  # that is to do it
    "due": "date",
    "by": "str",  # who wrote it down
    "resolved_on": "date",
}
_SOURCE = {"source_cell": "str", "source_file": "str"}
MEETING_FRAMES = {"meetings": MEETINGS | _SOURCE, "resolutions": RESOLUTIONS | _SOURCE}
MEETING_IDS = {"meetings": "meeting_id", "resolutions": "resolution_id"}
