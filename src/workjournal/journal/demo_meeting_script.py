"""The one-on-ones of the demo's story as they are written in resources/demo."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class AgreementScript:
    """What was agreed, whose it was, and the day on which it was done."""

    text: str
    owner: str = "me"
    due: int | None = None
    done: int | None = None


@dataclass(frozen=True, kw_only=True)
class FeedbackScript:
    """What was said of the storyteller."""

    title: str
    story: str = ""


@dataclass(frozen=True, kw_only=True)
class MeetingScript:
    """A pack about so many `weeks` before the day it was `made`, the day it was talked about, and what came of that."""

    made: int
    met: int
    weeks: int
    recipient: str
    asks: list[str] = field(default_factory=list)
    commitments: list[str] = field(default_factory=list)
    notes: str = ""
    agreement: tuple[AgreementScript, ...] = ()
    feedback: tuple[FeedbackScript, ...] = ()
