"""What the store cannot do, each with one Thai sentence that says what to do."""


class StoreError(Exception):
    """The store could not do what was asked; what was stored before is unchanged."""


class StoreDamaged(StoreError):
    """A store that must not be used: lost, empty, damaged, or not ours. Nothing was created or changed."""


class StoreMissing(StoreError):
    """There is no store at that place, and none was to be made."""


class UnknownVersion(StoreError):
    """No version of that number."""


class UndoRefused(StoreError):
    """A version that cannot be taken back, because a later one stands on it."""
