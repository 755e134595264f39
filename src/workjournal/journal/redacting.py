"""The words that a portfolio must not hold, kept as a setting of the journal."""

import json
from collections.abc import Iterable

from workjournal.domain.redactions import Redaction
from workjournal.journal.preferences import REDACTIONS, Preferences


def redactions(preferences: Preferences) -> tuple[Redaction, ...]:
    """What was listed, in its order."""
    return read(preferences.get(REDACTIONS))


def read(kept: str) -> tuple[Redaction, ...]:
    """Those of a setting's text."""
    return tuple(Redaction.read(fields) for fields in json.loads(kept)) if kept else ()


def redact(preferences: Preferences, listed: Iterable[Redaction]) -> None:
    """Keep this list and no other.

    Raises:
        NothingToRedact, RedactsItself
    """
    every = list(listed)
    for each in every:
        each.check()
    preferences.set(REDACTIONS, json.dumps([each.fields() for each in every]))
