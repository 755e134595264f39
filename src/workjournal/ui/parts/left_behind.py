"""What a reflection leaves, between the fields on screen and the things in the journal."""

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from workjournal.domain.action import Action
from workjournal.domain.lesson import Lesson
from workjournal.domain.methods.method import Method
from workjournal.domain.nudges import commitments
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal

LESSONS = ("lesson_1", "lesson_2", "lesson_3")
NEXT = ("action", "due", "if_then")


class LeftBehind:
    """Up to three lessons and one next action; those known are changed, others made, emptied ones put into the trash."""

    def __init__(self, lessons: Sequence[Lesson] = (), actions: Sequence[Action] = ()) -> None:
        self._lessons = lessons[: len(LESSONS)]
        self._action = actions[0] if actions else None
        self._shared: set[UUID] = set()
        """Lessons that came from another reflection too: one's own was merged into them. They do not go by being emptied."""

    @classmethod
    def of(cls, journal: Journal, reflection: Reflection) -> "LeftBehind":
        """What a reflection left; a new one has left nothing yet. Actions that follow a line of commitments are no field."""
        lessons, actions = journal.reflections.left_by(reflection.id)
        lines = set(commitments(journal.methods.asked(reflection), reflection.answers))
        left = cls(lessons, [action for action in actions if action.text not in lines])
        left._shared = {lesson.id for lesson in lessons if lesson.reflection_id != reflection.id}
        return left

    def fields(self) -> dict[str, object]:
        """The values of the fields."""
        sentences = [lesson.text for lesson in self._lessons]
        sentences += [""] * (len(LESSONS) - len(sentences))
        action = self._action
        return {
            **dict(zip(LESSONS, sentences, strict=True)),
            "action": action.text if action else "",
            "due": action.due if action else None,
            "if_then": action.if_then if action else "",
        }

    def keep(
        self,
        journal: Journal,
        reflection: Reflection,
        typed: Mapping[str, object],
        *,
        asked: Method,
        episode: UUID | None,
    ) -> None:
        """Save the reflection with what was typed, all or nothing; `episode` is what a new one is about."""
        now = journal.now()
        journal.reflections.keep(
            reflection,
            asked=asked,
            episodes=[episode] if episode else None,
            lessons=self.lessons(typed, now),
            actions=self.actions(typed, now),
        )

    def lessons(self, typed: Mapping[str, object], now: dt.datetime) -> list[Lesson]:
        """The lessons to keep for what was typed; those that stay as they are stay where they are, too."""
        known = [*self._lessons, *[None] * (len(LESSONS) - len(self._lessons))]
        made = []
        for name, lesson in zip(LESSONS, known, strict=True):
            sentence = str(typed[name]).strip()
            if lesson is None and sentence:
                made.append(Lesson(date=now.date(), text=sentence))
            elif (
                lesson is not None and sentence != lesson.text and (sentence or lesson.id not in self._shared)
            ):
                lesson.trashed_at = None if sentence else now
                lesson.text = sentence or lesson.text
                made.append(lesson)
        return made

    def actions(self, typed: Mapping[str, object], now: dt.datetime) -> list[Action]:
        """The action to keep for what was typed, if there is one."""
        text, due = str(typed["action"]).strip(), typed["due"]
        action = self._action or (Action(date=now.date(), text=text) if text else None)
        if action is None:
            return []
        action.trashed_at = None if text else now
        action.text = text or action.text
        action.due = due if isinstance(due, dt.date) else None
        action.if_then = str(typed["if_then"]).strip()
        return [action]
