"""Episodes, and what was written about them, as records of an export."""

from collections.abc import Collection, Iterator
from uuid import UUID

from sqlalchemy import select

from workjournal.domain import methods as shipped
from workjournal.domain.action import Action
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Application, Lesson
from workjournal.domain.links import LESSON_REFLECTION
from workjournal.domain.methods.method import Method, Prompt
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.reflection import Reflection
from workjournal.exporters.record import Passage, Record
from workjournal.journal.exporting.index import PAGES
from workjournal.journal.exporting.things import Things, one, passage

Ids = Collection[UUID]


def episodes(of: Things, ids: Ids) -> Iterator[Record]:
    """With the lessons applied in them, and their files."""
    files = of.files(ids)
    applied = of.pairs(
        select(Application.episode_id, Application.lesson_id)
        .where(Application.episode_id.in_(ids), *of.living(Application))
        .order_by(Application.id)
    )
    for each in of.load(Episode, ids):
        yield Record(
            noun=PAGES[Episode],
            id=each.id,
            title=each.title,
            date=each.date,
            time=each.time,
            values={
                "kind": each.kind.value,
                "role": each.role,
                "setting": each.setting,
                "source": each.source,
                "moment": each.moment,
                "difficulty": each.difficulty,
                "energy": each.energy,
                "tags": tuple(tag.name for tag in each.tags),
                "source_link": each.source_link,
                "audiences": tuple(sorted(each.audiences)),
            },
            links={
                "people": tuple(person.id for person in each.people),
                "skills": tuple(skill.id for skill in each.skills),
                "goal": one(each.goal_id),
                "pack": one(each.pack_id),
                "lessons": applied.get(each.id, ()),
            },
            passages=(
                passage("story", each.story, ""),
                passage("result", each.result),
                passage("private_note", each.private_note),
            ),
            files=files.get(each.id, ()),
        )


def reflections(of: Things, ids: Ids) -> Iterator[Record]:
    """With the questions as they were asked, and with what they left."""
    further = LESSON_REFLECTION.c
    left = of.parts(Lesson, Lesson.reflection_id, ids)
    merged = of.pairs(select(further.reflection_id, further.lesson_id).where(further.reflection_id.in_(ids)))
    actions = of.parts(Action, Action.reflection_id, ids)
    names = {entry.key: entry for entry in shipped.METHODS}
    for each in of.load(Reflection, ids):
        asked = _asked(each, names.get(each.method))
        yield Record(
            noun=PAGES[Reflection],
            id=each.id,
            title=of.title(each.id),
            date=each.date,
            values={
                "method": asked.name,
                "distanced": "yes" if each.distanced else "",
                "depth": each.depth,
                "decision_quality": each.decision_quality,
                "outcome_quality": each.outcome_quality,
                "period_start": each.period_start,
                "period_end": each.period_end,
            },
            links={
                "episodes": tuple(episode.id for episode in each.episodes if episode.trashed_at is None),
                "goal": one(each.goal_id),
                "lessons": (*(lesson.id for lesson in left.get(each.id, ())), *merged.get(each.id, ())),
                "actions": tuple(action.id for action in actions.get(each.id, ())),
            },
            passages=(*_answers(each, asked), passage("evidence", each.evidence)),
        )


def _asked(reflection: Reflection, known: Method | None) -> Method:
    """The method as the reflection was asked; further answers, of a newer program, have their key for a question."""
    asked = Method.from_json(reflection.method, reflection.asked) if reflection.asked else known
    asked = asked or Method(reflection.method, reflection.method, ())
    return asked.followed_by(Prompt(key, key) for key in reflection.answers)


def _answers(reflection: Reflection, asked: Method) -> Iterator[Passage]:
    if not asked.prompts:
        yield Passage("answers", "", "")  # each record has the same fields
    for prompt in asked.prompts:
        question = prompt.distanced if reflection.distanced and prompt.distanced else prompt.text
        yield Passage("answers", question, reflection.answers.get(prompt.key, ""))


def own_methods(of: Things, ids: Ids) -> Iterator[Record]:
    """Reflection methods of the user's own, their questions as a list."""
    for each in of.load(OwnMethod, ids):
        prompts = each.as_method().prompts
        questions = "\n".join(f"- {' '.join(prompt.text.split())}" for prompt in prompts)
        yield Record(
            noun=PAGES[OwnMethod],
            id=each.id,
            title=each.name,
            values={"basis": each.basis, "edition": each.edition},
            passages=(passage("questions", questions, ""),),
        )
