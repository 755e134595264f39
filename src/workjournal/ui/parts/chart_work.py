"""The work behind the points of charts: where a click on one leads, and which changes make a chart change."""

import datetime as dt
from uuid import UUID

from workjournal.domain.action import Action
from workjournal.domain.check_in import CheckIn
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.history import History
from workjournal.domain.label import Skill
from workjournal.domain.lesson import Application, Lesson, Recall
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Reflection
from workjournal.domain.skill_record import SkillRating

DRAWN_FROM: frozenset[type[object]] = frozenset({
    Action,
    Application,
    CheckIn,
    Episode,
    Goal,
    Lesson,
    MarkedChange,
    Measure,
    Pulse,
    Reading,
    Recall,
    Reflection,
    Skill,
    SkillRating,
})  # fmt: skip
"""The classes whose changes can change a History, and so a chart."""
Place = tuple[str, UUID | dt.date]


def work_behind(history: History, thing: str) -> Place | None:
    """The screen and the thing that a point's id stands for: the period knows what it is; a day is that day's work."""
    try:
        wanted = UUID(thing)
    except ValueError:
        return _day(thing)
    screens = (
        ("goal", (goal.id for goal in history.goals)),
        ("episode", (episode.id for episode in history.episodes)),
        ("lessons", (lesson.id for lesson in history.lessons)),
        ("lessons", (recall.lesson for recall in history.recalls)),
        ("actions", (plan.id for plan in history.plans)),
        ("measures", (measure.id for measure in history.measures)),
        ("skills", (skill.id for skill in history.skills)),
    )
    return next(((screen, wanted) for screen, ids in screens if wanted in ids), None)


def _day(text: str) -> Place | None:
    try:
        return "today", dt.date.fromisoformat(text)
    except ValueError:
        return None
