"""One of everything in a journal, and one call of every verb there is, in an order in which each has something to do."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from attachment_examples import ATTACHMENTS
from backup_examples import BACKUPS
from capture_examples import CAPTURING
from export_examples import EXPORTS
from finding_examples import SEARCH
from learning_examples import LEARNING, OCTOBER
from listing_examples import LISTING
from meeting_examples import MEETINGS
from pack_examples import CHOICE, PACKS, PRINTING, blank_pdf
from service_examples import Verbs, of_every_service, of_labels
from stretch_examples import RECORDS, STRETCH, Records, recorded
from transfer_examples import IMPORTS
from ways_in_examples import WAYS_IN
from workjournal.domain.action import Action, ActionState
from workjournal.domain.attachment import Attachment
from workjournal.domain.check_in import CheckIn
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.keeping import Draft, Preference, Revision
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Application, Lesson, Recall
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.pack import Pack
from workjournal.domain.reflection import Depth, Reflection
from workjournal.domain.spacing import Grade
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal
from writing_examples import WRITING

DAY = dt.date(2026, 11, 19)
START, END = dt.date(2026, 11, 1), dt.date(2026, 11, 30)


@dataclass(frozen=True)
class Examples:
    """One of each, saved; `plan` is a goal that has not begun, `review` one of last month by `method`.

    `folder` is for files outside the vault, `spare` are labels that nothing has, by their service.
    """

    folder: Path
    episode: Episode
    reflection: Reflection
    review: Reflection
    lesson: Lesson
    recall: Recall
    method: OwnMethod
    goal: Goal
    plan: Goal
    action: Action
    attachment: Attachment
    pack: Pack
    tag: Tag
    skill: Skill
    person: Person
    records: Records
    spare: dict[str, Tag | Skill | Person]


def filled(journal: Journal, folder: Path) -> Examples:
    """Put one of everything into an empty journal."""
    goal = journal.goals.add(
        Goal(title="Lead the stock count", due=END, challenges=["new direction"]), skills=["Planning"]
    )
    journal.goals.forecast(goal.id, 60, "Twice before")
    journal.goals.start(goal.id, START)
    episode = Episode(
        date=DAY, time=dt.time(9), title="Moved the depot", kind=Kind.CHALLENGE, goal_id=goal.id
    )
    journal.episodes.add(episode, tags=["depot"], people=["Ada Holm"], skills=["Planning"])
    lesson, action = Lesson(date=DAY, text="Ask first"), Action(date=DAY, text="Call Ada", due=DAY)
    reflection = Reflection(date=DAY, method="aar-short", answers={"why": "Late"}, distanced=True)
    reflection.evidence = "The rota of that day"
    journal.reflections.keep(reflection, episodes=[episode.id], lessons=[lesson], actions=[action])
    journal.lessons.take_into(lesson.id, goal.id)
    method = journal.methods.copy("4ls", "My month")
    review = Reflection(date=START, method=str(method.id), answers={"liked": "A quiet month"})
    review.period_start, review.period_end = OCTOBER.start, OCTOBER.end
    journal.reflections.keep(review)
    journal.reflections.rate_depth(reflection.id, Depth.EXPLAINED)
    journal.drafts.keep("capture", {"title": "Half"})
    journal.preferences.set("owner", "Mara Lind")
    note = folder / "note.txt"
    note.write_text("Content", encoding="utf-8")
    return Examples(
        folder=folder,
        episode=journal.episodes.get(episode.id),
        reflection=journal.reflections.get(reflection.id),
        review=review,
        recall=journal.recalls.recall(lesson.id, Grade.AGAIN, DAY, "Wait"),
        lesson=journal.lessons.get(lesson.id),
        method=method,
        goal=journal.goals.get(goal.id),
        plan=journal.goals.add(Goal(title="Speak at the fair")),
        action=action,
        attachment=journal.episodes.attach(episode.id, note),
        pack=journal.packs.export(CHOICE, folder / "pack.pdf", blank_pdf()),
        tag=journal.tags.all()[0],
        skill=journal.skills.all()[0],
        person=journal.people.all()[0],
        records=recorded(journal, goal, journal.skills.all()[0]),
        spare={name: getattr(journal, name).named("Nobody's")[0] for name in ("tags", "skills", "people")},
    )


def _retitled(episode: Episode) -> Episode:
    episode.title += " again"
    return episode


EPISODES: Verbs = {
    "episodes.add": (
        lambda journal, _: journal.episodes.add(
            Episode(date=DAY, title="x"), tags=["a"], people=["Bo Ek"], skills=["c"]
        ),
        {Episode, Tag, Person, Skill},
    ),
    "episodes.newest": (lambda journal, _: journal.episodes.newest(), set()),
    "episodes.count": (lambda journal, _: journal.episodes.count(EpisodeFilter(tag="depot")), set()),
    "episodes.on": (lambda journal, _: journal.episodes.on(DAY), set()),
    "episodes.per_day": (lambda journal, _: journal.episodes.per_day(START, END), set()),
    "episodes.reflected": (lambda journal, one: journal.episodes.reflected([one.episode]), set()),
    "episodes.awaiting_reflection": (lambda journal, _: journal.episodes.awaiting_reflection(DAY), set()),
    "episodes.in_earlier_years": (
        lambda journal, _: journal.episodes.in_earlier_years(DAY.replace(year=2027)),
        set(),
    ),
    "episodes.attach": (
        lambda journal, one: journal.episodes.attach(one.episode.id, one.folder / "note.txt"),
        {Attachment},
    ),
    "episodes.attachments": (lambda journal, one: journal.episodes.attachments(one.episode.id), set()),
    "episodes.attached": (lambda journal, one: journal.episodes.attached([one.episode]), set()),
    "episodes.attachment_content": (
        lambda journal, one: journal.episodes.attachment_content(one.attachment.id),
        set(),
    ),
    "episodes.copy_attachment": (
        lambda journal, one: journal.episodes.copy_attachment(one.attachment.id, one.folder / "copy.txt"),
        set(),
    ),
    "episodes.detach": (lambda journal, one: journal.episodes.detach(one.attachment.id), {Attachment}),
    "episodes.reattach": (lambda journal, one: journal.episodes.reattach(one.attachment.id), {Attachment}),
    **of_every_service("episodes", Episode, lambda one: _retitled(one.episode), lambda one: one.episode),
    "episodes.save": (
        lambda journal, one: journal.episodes.save(_retitled(one.episode)),
        {Episode, Revision},
    ),
}
GOALS: Verbs = {
    "goals.add": (lambda journal, _: journal.goals.add(Goal(title="y"), skills=["d"]), {Goal, Skill}),
    "goals.plan": (
        lambda journal, _: journal.goals.plan(Goal(title="p"), skills=["f"], probability=50),
        {Goal, Skill, Forecast},
    ),
    "goals.forecast": (lambda journal, one: journal.goals.forecast(one.plan.id, 40), {Goal, Forecast}),
    "goals.start": (lambda journal, one: journal.goals.start(one.plan.id, START), {Goal, Forecast}),
    "goals.check_in": (
        lambda journal, one: journal.goals.check_in(CheckIn(goal_id=one.plan.id, date=DAY, progress=5)),
        {Goal, CheckIn},
    ),
    "goals.due_for_check_in": (lambda journal, _: journal.goals.due_for_check_in(END), set()),
    "goals.close": (lambda journal, one: journal.goals.close(one.plan.id, GoalState.ACHIEVED, END), {Goal}),
    "goals.reopen": (lambda journal, one: journal.goals.reopen(one.plan.id), {Goal}),
    "goals.all": (lambda journal, _: journal.goals.all(), set()),
    **of_every_service("goals", Goal, lambda _: Goal(title="z"), lambda one: one.goal),
}
OTHERS: Verbs = {
    "reflections.keep": (
        lambda journal, one: journal.reflections.keep(
            Reflection(date=DAY, method="aar-short", answers={"next": "x"}),
            episodes=[one.episode.id],
            lessons=[Lesson(date=DAY, text="x")],
            actions=[Action(date=DAY, text="x")],
        ),
        {Reflection, Lesson, Action},
    ),
    "reflections.newest": (lambda journal, _: journal.reflections.newest(), set()),
    "reflections.of_episode": (lambda journal, one: journal.reflections.of_episode(one.episode.id), set()),
    "reflections.left_by": (lambda journal, one: journal.reflections.left_by(one.reflection.id), set()),
    "reflections.lessons_left": (
        lambda journal, one: journal.reflections.lessons_left([one.reflection]),
        set(),
    ),
    **of_every_service(
        "reflections",
        Reflection,
        lambda _: Reflection(date=DAY, method="aar-short", answers={"why": "x"}),
        lambda one: one.reflection,
    ),
    "lessons.add": (
        lambda journal, _: journal.lessons.add(Lesson(date=DAY, text="y"), skills=["e"]),
        {Lesson, Skill},
    ),
    "lessons.apply": (
        lambda journal, one: journal.lessons.apply(one.lesson.id, one.episode.id),
        {Lesson, Application},
    ),
    "lessons.applied_in": (lambda journal, one: journal.lessons.applied_in(one.episode.id), set()),
    "lessons.unapply": (
        lambda journal, one: journal.lessons.unapply(one.lesson.id, one.episode.id),
        {Application},
    ),
    "lessons.retire": (lambda journal, one: journal.lessons.retire(one.lesson.id), {Lesson}),
    "lessons.all": (lambda journal, _: journal.lessons.all(retired=True), set()),
    "lessons.left_by_goal": (lambda journal, one: journal.lessons.left_by_goal(one.goal.id), set()),
    "lessons.take_up": (lambda journal, one: journal.lessons.take_up(one.lesson.id), {Lesson}),
    **of_every_service("lessons", Lesson, lambda _: Lesson(date=DAY, text="z"), lambda one: one.lesson),
    "actions.due": (lambda journal, _: journal.actions.due(END), set()),
    "actions.closed": (lambda journal, _: journal.actions.closed(), set()),
    "actions.open": (lambda journal, _: journal.actions.open(), set()),
    "actions.touched_in": (lambda journal, _: journal.actions.touched_in(START, END), set()),
    "actions.of_goal": (lambda journal, one: journal.actions.of_goal(one.goal.id), set()),
    "actions.sources": (lambda journal, one: journal.actions.sources([one.action]), set()),
    "actions.end": (lambda journal, one: journal.actions.end(one.action.id, ActionState.DONE, DAY), {Action}),
    **of_every_service("actions", Action, lambda _: Action(date=DAY, text="z"), lambda one: one.action),
    **of_labels("tags", Tag),
    **of_labels("skills", Skill),
    **of_labels("people", Person),
    "agenda.due": (lambda journal, _: journal.agenda.due(END), set()),
    "agenda.recalls": (lambda journal, _: journal.agenda.recalls(END), set()),
    "agenda.about_recovery": (lambda journal, _: journal.agenda.about_recovery(END), set()),
    "drafts.keep": (lambda journal, _: journal.drafts.keep("capture", {"title": "More"}), {Draft}),
    "drafts.find": (lambda journal, _: journal.drafts.find("capture"), set()),
    "drafts.all": (lambda journal, _: journal.drafts.all(), set()),
    "drafts.drop": (lambda journal, _: journal.drafts.drop("capture"), {Draft}),
    "revisions.of": (lambda journal, one: journal.revisions.of(one.episode.id), set()),
    "preferences.get": (lambda journal, _: journal.preferences.get("owner"), set()),
    "preferences.set": (lambda journal, _: journal.preferences.set("owner", "Mara"), {Preference}),
    "growth.history": (lambda journal, _: journal.growth.history(START, END), set()),
    "growth.shown_history": (lambda journal, _: journal.growth.shown_history(START, END), set()),
    "growth.first_day": (lambda journal, _: journal.growth.first_day(), set()),
    "growth.figure": (
        lambda journal, _: journal.growth.figure("difficulty", journal.growth.history(START, END)),
        set(),
    ),
    "growth.figures_of": (
        lambda journal, _: [
            *journal.growth.figures_of(["difficulty"], journal.growth.shown_history(START, END))
        ],
        set(),
    ),
    "growth.figures": (lambda journal, _: journal.growth.figures(journal.growth.history(START, END)), set()),
    "trash.identify": (lambda journal, one: journal.trash.identify(str(one.lesson.id)), set()),
    "trash.put": (lambda journal, one: journal.trash.put(one.lesson.id), {Lesson}),
    "trash.restore": (lambda journal, one: journal.trash.restore(one.lesson.id), {Lesson}),
    "trash.contents": (lambda journal, _: journal.trash.contents(), set()),
    "trash.count": (lambda journal, _: journal.trash.count(), set()),
    # What lies there by then is the use of a lesson that was taken back, and pictures.
    "trash.empty": (lambda journal, _: journal.trash.empty(), {Application, Attachment}),
}
METHODS = of_every_service(
    "methods",
    OwnMethod,
    lambda one: OwnMethod(name="New", prompts=one.method.prompts),
    lambda one: one.method,
)
VERBS: Verbs = {
    **ATTACHMENTS,
    **EPISODES,
    **GOALS,
    **WAYS_IN,
    **OTHERS,
    **METHODS,
    **LEARNING,
    **RECORDS,
    **STRETCH,
    **PACKS,
    **PRINTING,
    **MEETINGS,
    **SEARCH,
    **BACKUPS,
    **CAPTURING,
    **EXPORTS,
    **IMPORTS,
    **LISTING,
    **WRITING,
}
