"""What a reflection still lacks: said gently, and never in the way of saving it."""

import enum
import re
from collections.abc import Mapping

from workjournal.domain.methods.method import Method, Part

MOST_COMMITMENTS = 3
_MARK = re.compile(r"^(?:[-*•–]|\d{1,2}[.)])(?:\s+|$)(?:\[[ xX]?\](?:\s+|$))?")
"""What begins a line of a list: a mark or a number, perhaps a box to tick."""


class Nudge(enum.StrEnum):
    """What could be added. Debriefs with objective evidence teach most (Keiser & Arthur 2021)."""

    NO_EVIDENCE = "There is no evidence yet: a figure, a file, a link, what somebody said."
    NOT_EXPLAINED = "It is described, but not explained yet."
    NO_ACTION = "There is no next action yet: one small thing, in your own hands."
    TOO_MANY = "More than three commitments: which three would you keep?"


def nudges(
    method: Method, answers: Mapping[str, str], *, has_evidence: bool, has_action: bool
) -> list[Nudge]:
    """What to say beside these answers, in order; nothing before the first answer."""
    if not any(text.strip() for text in answers.values()):
        return []
    said = []
    if not has_evidence:
        said.append(Nudge.NO_EVIDENCE)
    described = method.answered(answers, Part.OBSERVATION)
    if (
        described
        and method.asks_for(Part.INTERPRETATION)
        and not method.answered(answers, Part.INTERPRETATION)
    ):
        said.append(Nudge.NOT_EXPLAINED)
    if not has_action and not method.answered(answers, Part.NEXT):
        said.append(Nudge.NO_ACTION)
    if len(commitments(method, answers)) > MOST_COMMITMENTS:
        said.append(Nudge.TOO_MANY)
    return said


def commitments(method: Method, answers: Mapping[str, str]) -> list[str]:
    """The commitments among the answers: a line each, without the marks of a list; no two alike."""
    lines = (
        _MARK.sub("", line.strip()).strip()
        for prompt in method.prompts
        if prompt.commits
        for line in answers.get(prompt.key, "").splitlines()
    )
    return list(dict.fromkeys(line for line in lines if line))
