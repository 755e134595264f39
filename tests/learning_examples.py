"""One call of every verb about methods, reviews, recalls and the finding of lessons, each with something to do."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from workjournal.domain.keeping import Preference, Revision
from workjournal.domain.lesson import Lesson, LessonState, Recall
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.period import Interval, Period
from workjournal.domain.reflection import Depth, Reflection
from workjournal.domain.spacing import Grade
from workjournal.journal.journal import Journal
from workjournal.journal.matching import Writing
from workjournal.journal.merging import Merged

Call = Callable[[Journal, Any], object]
FIRST, DAY, LAST = dt.date(2026, 11, 1), dt.date(2026, 11, 19), dt.date(2026, 11, 30)
OCTOBER = Period.of(Interval.MONTH, FIRST).before()
WRITING = Writing(
    text="Nobody asked the depot first",
    skills=("Planning",),
    people=("Ada Holm",),
    tags=("depot",),
    challenges=("new direction",),
)


def _merge(journal: Journal, one: Any) -> Merged:
    return journal.merging.merge(one.lesson.id, _other(journal, one), LAST)


def _other(journal: Journal, one: Any) -> UUID:
    """Any lesson but that of the examples."""
    return next((each.id for each in journal.lessons.all() if each.id != one.lesson.id), one.lesson.id)


def _part(journal: Journal, one: Any) -> None:
    """Take them apart as if nothing but words had gone over."""
    put_away = next((each.id for each in journal.trash.contents() if each.noun == "lesson"), one.lesson.id)
    merged = Merged(
        kept=one.lesson.id,
        duplicate=put_away,
        detail="",
        trigger="",
        state=LessonState.NEW,
        audiences=frozenset(),
        moved=(),
        judged=(),
        skills=(),
        goals=(),
        sources=(),
    )
    journal.merging.part(merged, LAST)


LEARNING: dict[str, tuple[Call, set[type]]] = {
    "methods.copy": (lambda journal, _: journal.methods.copy("gibbs", "Mine"), {OwnMethod}),
    "methods.change": (
        lambda journal, one: journal.methods.change(one.method.id, "Ours", one.method.prompts[1:]),
        {OwnMethod, Revision},
    ),
    "methods.all": (lambda journal, _: journal.methods.all(), set()),
    "methods.own": (lambda journal, _: journal.methods.own(), set()),
    "methods.find": (lambda journal, one: journal.methods.find(str(one.method.id)[-12:]), set()),
    "methods.asked": (lambda journal, one: journal.methods.asked(one.review), set()),
    "reviews.due": (lambda journal, _: journal.reviews.due(LAST), set()),
    "reviews.find": (lambda journal, _: journal.reviews.find(OCTOBER), set()),
    "reviews.material": (lambda journal, _: journal.reviews.material(OCTOBER.after()), set()),
    "reflections.rate_depth": (
        lambda journal, one: journal.reflections.rate_depth(one.review.id, Depth.CHANGED),
        {Reflection},
    ),
    "reflections.of_goal": (lambda journal, one: journal.reflections.of_goal(one.goal.id), set()),
    "recalls.due": (lambda journal, _: journal.recalls.due(LAST), set()),
    "recalls.waiting": (lambda journal, _: journal.recalls.waiting(LAST), set()),
    "recalls.next_day": (lambda journal, _: journal.recalls.next_day(DAY), set()),
    "recalls.done_on": (lambda journal, _: journal.recalls.done_on(DAY), set()),
    "recalls.returns": (lambda journal, one: journal.recalls.returns(one.lesson, DAY), set()),
    "recalls.recall": (
        lambda journal, one: journal.recalls.recall(one.lesson.id, Grade.EASY, LAST, "Ask first"),
        {Recall, Lesson},
    ),
    "recalls.of": (lambda journal, one: journal.recalls.of(one.lesson.id), set()),
    "recalls.take_back": (
        lambda journal, one: journal.recalls.take_back(one.recall.id, LAST),
        {Recall, Lesson},
    ),
    "recalls.most_a_day": (lambda journal, _: journal.recalls.most_a_day(), set()),
    "recalls.retention": (lambda journal, _: journal.recalls.retention(), set()),
    "recalls.set_retention": (lambda journal, _: journal.recalls.set_retention(85), {Preference}),
    "lessons.sources": (lambda journal, one: journal.lessons.sources(one.lesson.id), set()),
    "lessons.take_into": (
        lambda journal, one: journal.lessons.take_into(one.lesson.id, one.plan.id),
        {Lesson},
    ),
    "lessons.of_goal": (lambda journal, one: journal.lessons.of_goal(one.plan.id), set()),
    "lessons.goals_of": (lambda journal, one: journal.lessons.goals_of(one.lesson.id), set()),
    "lessons.take_out_of": (
        lambda journal, one: journal.lessons.take_out_of(one.lesson.id, one.plan.id),
        {Lesson},
    ),
    "lessons.used_between": (lambda journal, _: journal.lessons.used_between(FIRST, LAST), set()),
    "lessons.lines": (lambda journal, _: journal.lessons.lines(), set()),
    "lessons.joined": (lambda journal, _: journal.lessons.joined(), set()),
    "matching.lessons": (lambda journal, _: journal.matching.lessons(WRITING), set()),
    "merging.alike": (lambda journal, one: journal.merging.alike(one.lesson.id), set()),
    "merging.merge": (_merge, {Lesson}),
    "merging.part": (_part, {Lesson, Revision}),
}
