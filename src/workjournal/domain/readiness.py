"""Whether one is ready for a stretch: said before the start, in words, and never a hindrance."""

import enum
from dataclasses import dataclass

STRETCHING = 60
"""From this difficulty on, stretch without feedback gives less and less (DeRue & Wellman 2009)."""
LITTLE = 40
"""Slack or recent success below this is little: two steps under the middle of the scale."""


class Concern(enum.StrEnum):
    """What speaks against a start as things stand."""

    NO_FEEDBACK = "no-feedback"
    LITTLE_SLACK = "little-slack"
    FEW_SUCCESSES = "few-successes"


@dataclass(frozen=True)
class Footing:
    """What a stretch stands on: difficulty, slack and recent successes 0–100 or None, and who gives feedback."""

    difficulty: int | None
    feedback_from: str = ""
    slack: int | None = None
    successes: int | None = None


def concerns(footing: Footing) -> tuple[Concern, ...]:
    """What to think about before the start, the weightiest first; nothing for what is no great stretch.

    Feedback offsets the diminishing returns of stretch (DeRue & Wellman 2009). Those without slack or recent success
    can least afford stretch goals, and pursue them most (Sitkin, See, Miller, Lawless & Carton 2011). What was not
    rated raises no concern.
    """
    if (footing.difficulty or 0) < STRETCHING:
        return ()
    found = {
        Concern.NO_FEEDBACK: not footing.feedback_from.strip(),
        Concern.LITTLE_SLACK: footing.slack is not None and footing.slack < LITTLE,
        Concern.FEW_SUCCESSES: footing.successes is not None and footing.successes < LITTLE,
    }
    return tuple(concern for concern, holds in found.items() if holds)
