"""Versions, audit and durability: the only place that knows a database."""

from kmdash.store.answers import Answer
from kmdash.store.entries import LearnedEntry, RoleEntry, StepEntry, SummaryEntry
from kmdash.store.errors import StoreDamaged, StoreError, StoreMissing, UndoRefused, UnknownVersion
from kmdash.store.history import BANGKOK, Version
from kmdash.store.meetings import Held, Resolved
from kmdash.store.notices import Happened, Replied, Sent, notice_parts, occasion_parts, reply_parts
from kmdash.store.opening import open_store
from kmdash.store.store import SCREEN, Store
from kmdash.store.tracing import Trace
from kmdash.store.values import Scope
from kmdash.store.voting import Decided, NewVote

__all__ = [
    "BANGKOK",
    "SCREEN",
    "Answer",
    "Decided",
    "Happened",
    "Held",
    "LearnedEntry",
    "NewVote",
    "Replied",
    "Resolved",
    "RoleEntry",
    "Scope",
    "Sent",
    "StepEntry",
    "Store",
    "StoreDamaged",
    "StoreError",
    "StoreMissing",
    "SummaryEntry",
    "Trace",
    "UndoRefused",
    "UnknownVersion",
    "Version",
    "notice_parts",
    "occasion_parts",
    "open_store",
    "reply_parts",
]
