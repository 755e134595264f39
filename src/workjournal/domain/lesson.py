"""A lesson: one sentence to try again, where it was tried, and how well it was remembered."""

import datetime as dt
import enum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workjournal.domain.entity import Audience, Entity, check_text
from workjournal.domain.goal import Goal
from workjournal.domain.label import Skill
from workjournal.domain.links import LESSON_GOAL, LESSON_REFLECTION, LESSON_SKILL
from workjournal.domain.reflection import Reflection
from workjournal.domain.spacing import FIRST_RECALL, Grade, Memory


class LessonState(enum.StrEnum):
    """How far a lesson has come; it only moves forward, but for a retired one that is taken up again."""

    NEW = "new"
    RECALLED = "recalled"
    APPLIED = "applied"
    SHARED = "shared"
    RETIRED = "retired"


class Application(Entity, kw_only=True, repr=False, eq=False):
    """A lesson used in an episode. `worked` is None until the worker can tell."""

    __tablename__ = "application"

    lesson_id: Mapped[UUID] = mapped_column(ForeignKey("lesson.id"), index=True)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey("episode.id"), index=True)
    worked: Mapped[bool | None] = mapped_column(default=None)


class Recall(Entity, kw_only=True, repr=False, eq=False):
    """One attempt to remember a lesson before it was shown: how well it went, and the words that came to mind."""

    __tablename__ = "recall"
    TEXTS = ("answer",)

    lesson_id: Mapped[UUID] = mapped_column(ForeignKey("lesson.id"), index=True)
    date: Mapped[dt.date] = mapped_column(index=True)
    grade: Mapped[Grade]
    answer: Mapped[str] = mapped_column(default="")


class Lesson(Entity, kw_only=True, repr=False, eq=False):
    """One sentence, and "when …" it should come to mind.

    It came from the reflection of `reflection_id`; `also_from` are those that left a duplicate which was merged into
    it. `goals` are those it was taken up in. `due` is the day it comes back; stability (days), difficulty (1–10) and
    `recalled_on` are what FSRS remembers of it, None before the first recall.
    """

    __tablename__ = "lesson"
    __table_args__ = (
        Index("ix_lesson_due", "due", sqlite_where=sql("trashed_at IS NULL AND state != 'retired'")),
    )
    TEXTS = ("text", "detail", "trigger")

    date: Mapped[dt.date] = mapped_column(index=True)
    text: Mapped[str]
    detail: Mapped[str] = mapped_column(default="")
    trigger: Mapped[str] = mapped_column(default="")
    state: Mapped[LessonState] = mapped_column(default=LessonState.NEW)
    audiences: Mapped[frozenset[Audience]] = mapped_column(default=frozenset())
    reflection_id: Mapped[UUID | None] = mapped_column(ForeignKey("reflection.id"), default=None, index=True)
    due: Mapped[dt.date | None] = mapped_column(default=None, nullable=False)
    stability: Mapped[float | None] = mapped_column(default=None)
    difficulty: Mapped[float | None] = mapped_column(default=None)
    recalled_on: Mapped[dt.date | None] = mapped_column(default=None)

    skills: Mapped[list[Skill]] = relationship(
        secondary=LESSON_SKILL, lazy="selectin", order_by=Skill.name, default_factory=list
    )
    applications: Mapped[list[Application]] = relationship(
        lazy="selectin", order_by=Application.created_at, default_factory=list
    )
    # Rarely read, and never from a list of lessons: the service loads them where they are asked for.
    also_from: Mapped[list[Reflection]] = relationship(
        secondary=LESSON_REFLECTION, order_by=Reflection.id, default_factory=list
    )
    goals: Mapped[list[Goal]] = relationship(secondary=LESSON_GOAL, order_by=Goal.id, default_factory=list)

    def check(self) -> None:
        """Raises: Missing without its sentence."""
        check_text("The lesson", self.text, "Write one sentence you can try again.")
        self.due = self.due or self.date + FIRST_RECALL

    @property
    def memory(self) -> Memory | None:
        """What FSRS remembers of it; None before the first recall."""
        if self.stability is None or self.difficulty is None or self.recalled_on is None:
            return None
        return Memory(self.stability, self.difficulty, self.recalled_on, self.due or self.recalled_on)

    def remember(self, memory: Memory | None) -> None:
        """Keep what FSRS remembers, and the day it comes back; None as if it had never been recalled."""
        self.stability = memory.stability if memory else None
        self.difficulty = memory.difficulty if memory else None
        self.recalled_on = memory.last if memory else None
        self.due = memory.due if memory else self.date + FIRST_RECALL

    def is_due(self, today: dt.date) -> bool:
        """Whether it is to be recalled; also one that a wrong clock had written or recalled in the future."""
        if self.state is LessonState.RETIRED:
            return False
        return self.due is None or self.due <= today or (self.recalled_on or self.date) > today

    def advance(self, state: LessonState) -> None:
        """Move forward to `state`; a lesson that is further already stays there."""
        order = list(LessonState)
        if order.index(state) > order.index(self.state):
            self.state = state

    def take_up(self, state: LessonState | None = None) -> None:
        """Use a retired lesson again, in the state it had, or in the one its applications show."""
        if self.state is LessonState.RETIRED:
            self.state = state or (LessonState.APPLIED if self.applied() else LessonState.NEW)

    def applied(self) -> list[Application]:
        """Where it was used, oldest first."""
        return [application for application in self.applications if application.trashed_at is None]

    def worked(self) -> int:
        """How often it was seen to work."""
        return sum(application.worked is True for application in self.applied())
