"""Lessons and actions as records of an export."""

from collections.abc import Collection, Iterator
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.action import Action
from workjournal.domain.lesson import Application, Lesson, Recall
from workjournal.domain.links import LESSON_GOAL, LESSON_REFLECTION
from workjournal.exporters.record import Noun, Record
from workjournal.journal.exporting.index import PAGES
from workjournal.journal.exporting.things import Things, one, passage

Ids = Collection[UUID]
USE, RECALL = Noun("use", "uses", dated=True), Noun("recall", "recalls", dated=True)


def lessons(of: Things, ids: Ids) -> Iterator[Record]:
    """With where they were used, and how well they were remembered."""
    recalls = of.parts(Recall, Recall.lesson_id, ids, Recall.date)
    further = LESSON_REFLECTION.c
    merged = of.pairs(select(further.lesson_id, further.reflection_id).where(further.lesson_id.in_(ids)))
    goals = of.pairs(
        select(LESSON_GOAL.c.lesson_id, LESSON_GOAL.c.goal_id).where(LESSON_GOAL.c.lesson_id.in_(ids))
    )
    for each in of.load(Lesson, ids):
        uses = [use for use in each.applied() if of.has(Application, use.id)]
        yield Record(
            noun=PAGES[Lesson],
            id=each.id,
            title=each.text,
            date=each.date,
            values={
                "state": each.state.value,
                "due": each.due,
                "recalled_on": each.recalled_on,
                "audiences": tuple(sorted(each.audiences)),
            },
            links={
                "skills": tuple(skill.id for skill in each.skills),
                "reflections": (*one(each.reflection_id), *merged.get(each.id, ())),
                "goals": goals.get(each.id, ()),
            },
            passages=(passage("detail", each.detail, ""), passage("trigger", each.trigger, "When")),
            parts=(*map(_use, uses), *map(_recall, recalls.get(each.id, ()))),
        )


def _use(use: Application) -> Record:
    worked = {True: "yes", False: "no", None: "not told yet"}[use.worked]
    return Record(
        noun=USE,
        id=use.id,
        title="",
        date=use.created_at.astimezone().date() if use.created_at else None,
        values={"worked": worked},
        links={"episode": (use.episode_id,)},
    )


def _recall(recall: Recall) -> Record:
    return Record(
        noun=RECALL,
        id=recall.id,
        title="",
        date=recall.date,
        values={"grade": recall.grade.value},
        passages=(passage("answer", recall.answer, ""),),
    )


def actions(of: Things, ids: Ids) -> Iterator[Record]:
    """With where they came from."""
    for each in of.load(Action, ids):
        yield Record(
            noun=PAGES[Action],
            id=each.id,
            title=each.text,
            date=each.date,
            values={
                "kind": each.kind.value,
                "owner": each.owner.value,
                "due": each.due,
                "state": each.state.value,
                "ended": each.ended,
                "audiences": tuple(sorted(each.audiences)),
            },
            links={
                "reflection": one(each.reflection_id),
                "goal": one(each.goal_id),
                "pack": one(each.pack_id),
            },
            passages=(passage("if_then", each.if_then, "If – then"),),
        )
