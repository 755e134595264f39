"""Why a pack was not made or not written."""

from workjournal.errors import JournalError


class PackLeaks(JournalError):
    """The pack was not written, because it would have shown what was not chosen: {leaks}."""


class PackUnwritable(JournalError):
    """The pack could not be written to {path}: {reason}. Nothing was left there."""


class PrivateChart(JournalError):
    """The chart "{title}" is for you alone. No pack takes it."""
