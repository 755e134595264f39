"""A lesson: one sentence to try again, and where it was tried."""

import datetime as dt
import enum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workjournal.domain.entity import Audience, Entity, check_text
from workjournal.domain.label import Skill
from workjournal.domain.links import LESSON_SKILL


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


class Lesson(Entity, kw_only=True, repr=False, eq=False):
    """One sentence, and "when …" it should come to mind."""

    __tablename__ = "lesson"
    TEXTS = ("text", "detail", "trigger")

    date: Mapped[dt.date] = mapped_column(index=True)
    text: Mapped[str]
    detail: Mapped[str] = mapped_column(default="")
    trigger: Mapped[str] = mapped_column(default="")
    state: Mapped[LessonState] = mapped_column(default=LessonState.NEW)
    audiences: Mapped[frozenset[Audience]] = mapped_column(default=frozenset())
    reflection_id: Mapped[UUID | None] = mapped_column(ForeignKey("reflection.id"), default=None, index=True)

    skills: Mapped[list[Skill]] = relationship(
        secondary=LESSON_SKILL, lazy="selectin", order_by=Skill.name, default_factory=list
    )
    applications: Mapped[list[Application]] = relationship(
        lazy="selectin", order_by=Application.created_at, default_factory=list
    )

    def check(self) -> None:
        """Raises: Missing without its sentence."""
        check_text("The lesson", self.text, "Write one sentence you can try again.")

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
