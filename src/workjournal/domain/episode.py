"""An episode: something that happened at work."""

import datetime as dt
import enum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workjournal.domain.entity import Audience, Entity, check_ratings, check_text
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.links import EPISODE_PERSON, EPISODE_SKILL, EPISODE_TAG

HARD = 60
"""From this difficulty on, an episode is worth a reflection: above the middle of the scale by two steps."""


_PLACE = ("date", "time", "id", "trashed_at")


class Kind(enum.StrEnum):
    """What sort of thing happened."""

    WORK = "work"
    WIN = "win"
    CHALLENGE = "challenge"
    FEEDBACK = "feedback"
    DECISION = "decision"
    LEARNING = "learning"


class Setting(enum.StrEnum):
    """The Cynefin domain of the situation (Snowden & Boone 2007)."""

    CLEAR = "clear"
    COMPLICATED = "complicated"
    COMPLEX = "complex"
    CHAOTIC = "chaotic"
    UNSURE = "unsure"


class Source(enum.StrEnum):
    """Where the learning came from: the four Es and expectation."""

    EXPERIENCE = "experience"
    EXPOSURE = "exposure"
    EDUCATION = "education"
    ENVIRONMENT = "environment"
    EXPECTATION = "expectation"


class Moment(enum.StrEnum):
    """The moment of need: doing it for the first time, more of it, applying, solving, or when it changed."""

    NEW = "new"
    MORE = "more"
    APPLY = "apply"
    SOLVE = "solve"
    CHANGE = "change"


class Episode(Entity, kw_only=True, repr=False, eq=False):
    """Something that happened at work.

    `date` and `time` are local, as the writer's clock showed them. `difficulty` and `energy` are 0–100 or None.
    `private_note` is in no pack, and in no export for others.
    """

    __tablename__ = "episode"
    # Lists, heat maps and charts read an index alone, never the texts beside it in the table. `trashed_at` is in
    # each, since SQLite would look it up in the table although the index's own condition says it is empty.
    __table_args__ = (
        Index(
            "ix_episode_timeline",
            *("date", "time", "id", "kind", "difficulty", "energy", "setting", "source", "trashed_at"),
            sqlite_where=text("trashed_at IS NULL"),
        ),
        Index("ix_episode_kind", "kind", *_PLACE, sqlite_where=text("trashed_at IS NULL")),
        Index("ix_episode_goal", "goal_id", *_PLACE),
        Index("ix_episode_difficulty", "difficulty", *_PLACE, sqlite_where=text("trashed_at IS NULL")),
        Index("ix_episode_audiences", "audiences", *_PLACE, sqlite_where=text("trashed_at IS NULL")),
        # Few have either: what has it is told without reading every episode.
        Index("ix_episode_link", "id", sqlite_where=text("source_link != '' AND trashed_at IS NULL")),
        Index("ix_episode_note", "id", sqlite_where=text("private_note != '' AND trashed_at IS NULL")),
        Index("ix_episode_trash", "trashed_at", sqlite_where=text("trashed_at IS NOT NULL")),
    )
    TEXTS = ("title", "story", "result", "private_note")

    date: Mapped[dt.date]
    time: Mapped[dt.time | None] = mapped_column(default=None)
    title: Mapped[str]
    story: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    kind: Mapped[Kind] = mapped_column(default=Kind.WORK)
    role: Mapped[str] = mapped_column(default="")
    setting: Mapped[Setting | None] = mapped_column(default=None)
    source: Mapped[Source | None] = mapped_column(default=None)
    moment: Mapped[Moment | None] = mapped_column(default=None)
    difficulty: Mapped[int | None] = mapped_column(default=None)
    energy: Mapped[int | None] = mapped_column(default=None)
    source_link: Mapped[str] = mapped_column(default="")
    private_note: Mapped[str] = mapped_column(default="")
    audiences: Mapped[frozenset[Audience]] = mapped_column(default=frozenset())
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("goal.id"), default=None)
    pack_id: Mapped[UUID | None] = mapped_column(ForeignKey("pack.id"), default=None, index=True)
    """The pack in whose meeting it was said, of feedback."""

    tags: Mapped[list[Tag]] = relationship(
        secondary=EPISODE_TAG, lazy="selectin", order_by=Tag.name, default_factory=list
    )
    people: Mapped[list[Person]] = relationship(
        secondary=EPISODE_PERSON, lazy="selectin", order_by=Person.name, default_factory=list
    )
    skills: Mapped[list[Skill]] = relationship(
        secondary=EPISODE_SKILL, lazy="selectin", order_by=Skill.name, default_factory=list
    )

    def check(self) -> None:
        """Raises: Missing without a title, OutOfRange for a rating."""
        check_text("The title", self.title, "Say in a few words what happened.")
        check_ratings(difficulty=self.difficulty, energy=self.energy)

    def deserves_reflection(self) -> bool:
        """Whether a reflection is worth offering: a challenge or a decision, or hard work of any kind."""
        return deserves_reflection(self.kind, self.difficulty)


def deserves_reflection(kind: Kind, difficulty: int | None) -> bool:
    """Whether a reflection is worth offering on such an episode; `difficulty` is 0–100."""
    return kind in {Kind.CHALLENGE, Kind.DECISION} or (difficulty or 0) >= HARD


def title_of(words: str) -> str:
    """A title for a text: its first sentence or line without the full stop, shortened to 80 characters."""
    words = words.strip()
    first = words.splitlines()[0].strip() if words else ""
    for mark in (". ", "? ", "! "):
        first = first.split(mark)[0] or first
    first = first.rstrip(". ") or first
    return first if len(first) <= 80 else first[:79].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def titled(words: str) -> tuple[str, str]:
    """Title and story out of one captured text; a single short sentence is the title as it was typed, and all.

    Nothing is cut off: whatever the title leaves out, the story has whole.
    """
    words, title = words.strip(), title_of(words)
    return (words, "") if title == (words.rstrip(". ") or words) else (title, words)
