"""The reflections of one year of the demo's story, and what becomes of the lessons and actions they leave."""

import datetime as dt
from dataclasses import asdict

from workjournal.domain.action import Action, ActionKind, ActionState, Owner
from workjournal.domain.lesson import Lesson, LessonState
from workjournal.domain.methods.method import Part, Prompt
from workjournal.domain.own_method import new_key
from workjournal.domain.period import Interval, Period
from workjournal.domain.reflection import Depth, Reflection
from workjournal.journal.demo_book import Book, Happening, Moments, audiences
from workjournal.journal.demo_script import (
    LAST_DAY,
    ActionScript,
    CommitmentScript,
    LessonScript,
    MethodScript,
    ReflectionScript,
    ReviewScript,
)

ENDED_AT, TIDIED_AT = dt.time(16, 0), dt.time(17, 50)


class Reflecting:
    """Looks back, on work and on weeks."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def moments(self) -> Moments:
        """Each reflection with what it leaves, and what happens to that afterwards."""
        script = self.book.script
        for method in script.method:
            yield self.book.at(method.day, method.time), self._method(method)
        for reflection in script.looks_back():
            yield self.book.at(reflection.day, reflection.time), self._reflection(reflection)
        for lesson in script.lesson:
            yield from self._lesson_later(lesson)
        for action in script.action:
            yield from self._action_later(action)
        for review in script.review:
            for commitment in review.commitment:
                yield from commitment_later(self.book, commitment)

    def _method(self, script: MethodScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            del now
            methods = self.book.journal.methods
            known = next((own for own in methods.own() if own.name == script.name), None)
            own = known or methods.copy(script.basis, script.name)  # it is made in the first year only
            self.book.ids[f"method {script.key}"] = own.id
            if known is None:
                methods.change(own.id, own.name, [*own.prompts, *_more(script, own.prompts)])

        return happen

    def _reflection(self, script: ReflectionScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            del now
            day, ids = self.book.day(script.day), self.book.ids
            period = Period.of(Interval(script.interval), day) if isinstance(script, ReviewScript) else None
            own = ids.get(f"method {script.method}")
            reflection = Reflection(
                date=day,
                method=str(own) if own else script.method,
                answers=answers_of(script),
                distanced=script.distanced,
                evidence=script.evidence,
                depth=Depth(script.depth) if script.depth else None,
                decision_quality=self.book.rated(script.decision_quality),
                outcome_quality=self.book.rated(script.outcome_quality),
                goal_id=ids[f"goal {script.goal}"] if script.goal else None,
                period_start=period.start if period else None,
                period_end=period.end if period else None,
            )
            lessons = [
                (self._lesson(left, day), left.skills)
                for left in self.book.script.lesson
                if left.reflection == script.key
            ]
            actions = [left for left in self.book.script.action if left.reflection == script.key]
            self.book.journal.reflections.keep(
                reflection,
                episodes=[ids[f"episode {script.episode}"]] if script.episode else [],
                lessons=[lesson for lesson, _ in lessons],
                actions=[self._action(left, day) for left in actions],
            )
            for lesson, skills in lessons:
                self.book.journal.lessons.add(lesson, skills=skills)
            know_commitments(self.book, reflection)

        return happen

    def _lesson(self, script: LessonScript, day: dt.date) -> Lesson:
        lesson = Lesson(
            date=day,
            text=script.text,
            trigger=script.trigger,
            detail=script.detail,
            audiences=audiences(script.audiences),
        )
        self.book.ids[f"lesson {script.key}"] = lesson.id
        return lesson

    def _lesson_later(self, script: LessonScript) -> Moments:
        lessons = self.book.journal.lessons

        def write(now: dt.datetime) -> None:
            lessons.add(self._lesson(script, now.date()), skills=script.skills)

        def merge(now: dt.datetime) -> None:
            kept = self.book.ids[f"lesson {script.merged_into}"]
            self.book.journal.merging.merge(kept, self.book.ids[f"lesson {script.key}"], now.date())

        def share(now: dt.datetime) -> None:
            del now
            lesson = lessons.get(self.book.ids[f"lesson {script.key}"])
            lesson.advance(LessonState.SHARED)
            lessons.save(lesson)

        def retire(now: dt.datetime) -> None:
            del now
            lessons.retire(self.book.ids[f"lesson {script.key}"])

        if script.day is not None:
            yield self.book.at(script.day, script.time), write
        for day, happen in ((script.merged, merge), (script.shared, share), (script.retired, retire)):
            if day is not None:
                yield self.book.at(day, TIDIED_AT), happen

    def _action(self, script: ActionScript, day: dt.date) -> Action:
        action = Action(
            date=day,
            text=script.text,
            kind=ActionKind(script.kind),
            owner=Owner(script.owner),
            due=self.book.due(script.due),
            if_then=script.if_then,
            audiences=audiences(script.audiences),
        )
        self.book.ids[f"action {script.text}"] = action.id
        return action

    def _action_later(self, script: ActionScript) -> Moments:
        agreed = next(each.day for each in self.book.script.looks_back() if each.key == script.reflection)
        wanted = script.ended if script.ended is not None else script.due
        yield from ending(
            self.book, script.text, script.state, max(agreed + 7 if wanted is None else wanted, agreed + 1)
        )


def answers_of(script: ReflectionScript) -> dict[str, str]:
    """The answers, with the commitments of a review as a list among them."""
    commitments = script.commitment if isinstance(script, ReviewScript) else ()
    listed = "\n".join(f"- {commitment.text}" for commitment in commitments)
    return {**script.answers, **({"commitments": listed} if listed else {})}


def know_commitments(book: Book, review: Reflection) -> None:
    """Commitments become actions by themselves; here they get a key, to be ended later."""
    _, actions = book.journal.reflections.left_by(review.id)
    for action in actions:
        book.ids[f"action {action.text}"] = action.id


def commitment_later(book: Book, script: CommitmentScript) -> Moments:
    """How a commitment of a review ends."""
    if script.day is None:
        yield from ending(book, script.text, ActionState.OPEN, None)
    else:
        yield from ending(book, script.text, script.state, script.day)


def ending(book: Book, text: str, state: str, day: int | None) -> Moments:
    """Nothing for what is open still, unless the year is over: then all of it was done."""
    how = ActionState(state)
    if how is ActionState.OPEN and book.over:
        how = ActionState.DONE

    def happen(now: dt.datetime) -> None:
        action = book.ids.get(f"action {text}")
        if action is not None:  # a commitment of no month that was reviewed
            book.journal.actions.end(action, how, now.date())

    if how is not ActionState.OPEN:
        yield book.at(LAST_DAY if day is None else min(day, LAST_DAY), ENDED_AT), happen


def _more(script: MethodScript, asked: list[dict[str, object]]) -> list[dict[str, object]]:
    """The questions that are added, as a reflection keeps them."""
    taken = {str(prompt["key"]) for prompt in asked}
    more = []
    for question in script.question:
        part = Part(question.get("part", Part.OTHER))
        key = new_key(question["text"], taken)
        taken.add(key)
        more.append(asdict(Prompt(key, question["text"], question.get("hint", ""), part)))
    return more
