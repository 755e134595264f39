"""The figures, ratings, credentials, roles and pulses of the demo's story as they are written in resources/demo."""

from dataclasses import dataclass, field

RATED_AT = "18:10"


@dataclass(frozen=True, kw_only=True)
class LevelScript:
    """What a rating from `at` on means, in the storyteller's words."""

    at: int
    text: str


@dataclass(frozen=True, kw_only=True)
class SkillScript:
    """Something the storyteller gets better at."""

    name: str
    description: str = ""
    level: tuple[LevelScript, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadingScript:
    """A value just as it was, of a day that may be long before the one it is `written` on, or before the story."""

    day: int
    value: float
    note: str = ""
    written: int | None = None


@dataclass(frozen=True, kw_only=True)
class MeasureScript:
    """A measure that is made on a day, with exact values, or with a course of [day, value] that they waver around.

    Along a course there is a value `every` so many days; `noise` is its standard deviation, `missed` the share of days
    on which nobody counted, `notes` what is written beside the value of a day, which is then just as on the course.
    """

    key: str
    name: str
    day: int
    unit: str = ""
    direction: str = "higher"
    baseline: float | None = None
    target: float | None = None
    description: str = ""
    time: str = "16:40"
    every: int = 7
    noise: float = 0
    decimals: int = 0
    missed: float = 0.1
    course: list[list[float]] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    reading: tuple[ReadingScript, ...] = ()

    def days(self) -> range:
        """Those on which it is counted along its course."""
        if not self.course:
            return range(0)
        return range(int(self.course[0][0]), int(self.course[-1][0]) + 1, self.every)


@dataclass(frozen=True, kw_only=True)
class ChangeScript:
    """What is new since a day, for a measure or for all."""

    day: int
    text: str
    measure: str | None = None


@dataclass(frozen=True, kw_only=True)
class RatingScript:
    """How far the storyteller thought to be in a skill, and by what that can be told; an episode may show it."""

    skill: str
    day: int
    level: int
    evidence: str = ""
    episode: str | None = None


@dataclass(frozen=True, kw_only=True)
class CredentialScript:
    """A certificate, got on a day; `expires` may be after the story. A `badge` comes as the file of an Open Badge."""

    skill: str
    name: str
    issuer: str
    day: int
    expires: int | None = None
    description: str = ""
    link: str = ""
    badge: bool = False
    criteria: str = ""


@dataclass(frozen=True, kw_only=True)
class NeedScript:
    """What a role needs in a skill."""

    skill: str
    level: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ProfileScript:
    """A role, written down on a day."""

    name: str
    day: int
    description: str = ""
    need: tuple[NeedScript, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PulseScript:
    """How safe it felt to speak up, and how much was expected."""

    day: int
    safety: int | None = None
    accountability: int | None = None
    note: str = ""
