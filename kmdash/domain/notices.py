"""What is kept of warnings: columns of the input frames (types as in ``columns``), and the words they may hold."""

CHANNELS = ("line", "letter", "phone", "system", "web", "facebook", "radio", "in_person")
ACKNOWLEDGED, ANSWERED = "acknowledged", "answered"
REPLY_STATES = (ANSWERED, ACKNOWLEDGED)
NOTICES = {  # a warning sent to one unit
    "notice_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "unit": "str",  # missing: the items name none
    "channel": "str",  # one of CHANNELS
    "sent_on": "date",
    "items": "str",  # ids, joined by newline
    "as_of": "date",  # the day for due and late that the warning told
    "shown_version": "int",  # of the store, the data it was made of
    "text": "str",  # as it was sent
    "by": "str",
}
REPLIES = {  # what a unit said to an item it was warned of
    "reply_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "item_id": "str",
    "about": "str",  # the item as a person read it that day
    "unit": "str",
    "state": "str",  # one of REPLY_STATES
    "reason": "str",
    "by": "str",
    "replied_on": "date",
}
OCCASIONS = {  # an event from which the days of an item are counted
    "occasion_id": "str",
    "office": "str",
    "fiscal_year": "int",
    "item_id": "str",
    "about": "str",  # the item as a person read it that day
    "text": "str",  # what happened
    "happened_on": "date",
    "done_on": "date",  # the day on which what it asked for was done; missing while it is not
    "by": "str",
}
_SOURCE = {"source_cell": "str", "source_file": "str"}
NOTICE_FRAMES = {"notices": NOTICES | _SOURCE, "replies": REPLIES | _SOURCE, "occasions": OCCASIONS | _SOURCE}
NOTICE_IDS = {"notices": "notice_id", "replies": "reply_id", "occasions": "occasion_id"}
