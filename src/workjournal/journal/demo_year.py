"""One year of the demo's story: what happens when, and how it is written into the journal."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from random import Random
from uuid import UUID

from workjournal.domain.action import Action, ActionKind, ActionState, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode, Kind, Moment, Setting, Source
from workjournal.domain.goal import CheckIn, Forecast, Goal, GoalState
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.demo_script import (
    LAST_DAY,
    ActionScript,
    CheckInScript,
    EpisodeScript,
    GoalScript,
    LessonScript,
    ReflectionScript,
    Script,
)
from workjournal.journal.journal import Journal

Happening = Callable[[dt.datetime], object]
PLANNED_AT, STARTED_AT, CHECKED_AT, CLOSED_AT, ENDED_AT = (
    *(dt.time(8, 10), dt.time(8, 30), dt.time(17, 15)),
    *(dt.time(17, 45), dt.time(16, 0)),
)
_RUNNING = frozenset({GoalState.PLANNED, GoalState.ACTIVE})


class DemoYear:
    """A year that begins on `monday`. One that is `over` leaves nothing running."""

    def __init__(self, journal: Journal, script: Script, monday: dt.date, rng: Random, *, over: bool) -> None:
        self.journal = journal
        self.script = script
        self.monday = monday
        self.rng = rng
        self.over = over
        self.ids: dict[str, UUID] = {}

    def moments(self) -> Iterator[tuple[dt.datetime, Happening]]:
        """Each thing that happens, with its local time, in the order of the files."""
        for episode in self.script.episode:
            yield self._at(episode.day, dt.time.fromisoformat(episode.time)), self._episode(episode)
        for reflection in self.script.reflection:
            when = self._at(reflection.day, dt.time.fromisoformat(reflection.time))
            yield when, self._reflection(reflection)
        for action in self.script.action:
            yield from self._ending(action)
        for goal in self.script.goal:
            yield from self._goal(goal)

    def _at(self, day: int, time: dt.time) -> dt.datetime:
        return dt.datetime.combine(self._day(day), time)

    def _day(self, day: int) -> dt.date:
        return self.monday + dt.timedelta(days=day)

    def _due(self, day: int | None) -> dt.date | None:
        return None if day is None else self._day(day)

    def _rated(self, value: int | None) -> int | None:
        """A step up or down or neither, as one's own ratings waver."""
        return None if value is None else min(100, max(0, value + self.rng.choice((-5, 0, 0, 5))))

    def _episode(self, script: EpisodeScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            episode = Episode(
                date=self._day(script.day),
                time=now.time().replace(second=0, microsecond=0),
                title=script.title,
                story=script.story,
                result=script.result,
                kind=Kind(script.kind),
                role=script.role,
                setting=Setting(script.setting) if script.setting else None,
                source=Source(script.source) if script.source else None,
                moment=Moment(script.moment) if script.moment else None,
                difficulty=self._rated(script.difficulty),
                energy=self._rated(script.energy),
                source_link=script.source_link,
                private_note=script.private_note,
                audiences=_audiences(script.audiences),
                goal_id=self.ids[f"goal {script.goal}"] if script.goal else None,
            )
            self.journal.episodes.add(episode, tags=script.tags, people=script.people, skills=script.skills)
            self.ids[f"episode {script.key}"] = episode.id
            for use in script.applied:
                lesson = self.ids[f"lesson {use['lesson']}"]
                self.journal.lessons.apply(lesson, episode.id, worked=use.get("worked"))

        return happen

    def _reflection(self, script: ReflectionScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            del now
            day = self._day(script.day)
            reflection = Reflection(
                date=day,
                method=script.method,
                answers=dict(script.answers),
                decision_quality=self._rated(script.decision_quality),
                outcome_quality=self._rated(script.outcome_quality),
            )
            lessons = [
                (self._lesson(left, day), left.skills)
                for left in self.script.lesson
                if left.reflection == script.key
            ]
            actions = [left for left in self.script.action if left.reflection == script.key]
            self.journal.reflections.keep(
                reflection,
                episodes=[self.ids[f"episode {script.episode}"]],
                lessons=[lesson for lesson, _ in lessons],
                actions=[self._action(left, day) for left in actions],
            )
            for lesson, skills in lessons:
                self.journal.lessons.add(lesson, skills=skills)

        return happen

    def _lesson(self, script: LessonScript, day: dt.date) -> Lesson:
        lesson = Lesson(
            date=day,
            text=script.text,
            trigger=script.trigger,
            detail=script.detail,
            audiences=_audiences(script.audiences),
        )
        self.ids[f"lesson {script.key}"] = lesson.id
        return lesson

    def _action(self, script: ActionScript, day: dt.date) -> Action:
        action = Action(
            date=day,
            text=script.text,
            kind=ActionKind(script.kind),
            owner=Owner(script.owner),
            due=self._due(script.due),
            if_then=script.if_then,
            audiences=_audiences(script.audiences),
        )
        self.ids[f"action {script.text}"] = action.id
        return action

    def _ending(self, script: ActionScript) -> Iterator[tuple[dt.datetime, Happening]]:
        state = ActionState(script.state)
        if state is ActionState.OPEN and self.over:
            state = ActionState.DONE
        if state is ActionState.OPEN:
            return
        agreed = next(each.day for each in self.script.reflection if each.key == script.reflection)
        day = max(script.due if script.due is not None else agreed + 7, agreed + 1)

        def happen(now: dt.datetime) -> None:
            self.journal.actions.end(self.ids[f"action {script.text}"], state, now.date())

        yield self._at(day, ENDED_AT), happen

    def _goal(self, script: GoalScript) -> Iterator[tuple[dt.datetime, Happening]]:
        state, closed = GoalState(script.state), script.closed
        if state is GoalState.PLANNED:
            if not self.over:  # a plan of an earlier year that never began would only be in the way
                yield self._at(script.start, PLANNED_AT), self._planning(script)
            return
        if state in _RUNNING and self.over:
            state, closed = GoalState.PARTLY, min(script.due or LAST_DAY, LAST_DAY)
        yield self._at(script.start, PLANNED_AT), self._planning(script)
        yield self._at(script.start, STARTED_AT), self._starting(script)
        for check_in in script.checkin:
            if closed is None or check_in.day <= closed:
                yield self._at(check_in.day, CHECKED_AT), self._checking_in(script, check_in)
        if closed is not None:
            yield self._at(closed, CLOSED_AT), self._closing(script, state)

    def _planning(self, script: GoalScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            del now
            goal = Goal(
                title=script.title,
                why=script.why,
                performance=script.performance,
                conditions=script.conditions,
                criterion=script.criterion,
                challenges=list(script.challenges),
                difficulty=script.difficulty,
                feedback_from=script.feedback_from,
                support=script.support,
                wish=script.wish,
                outcome=script.outcome,
                obstacle=script.obstacle,
                plan=script.plan,
                premortem=script.premortem,
                confidence_before=script.confidence_before,
                due=self._due(script.due),
                audiences=_audiences(script.audiences),
            )
            if script.probability is not None:
                reasons = script.probability_reasons
                goal.forecasts.append(
                    Forecast(goal_id=goal.id, probability=script.probability, reasons=reasons)
                )
            self.journal.goals.add(goal, skills=script.skills)
            self.ids[f"goal {script.key}"] = goal.id

        return happen

    def _starting(self, script: GoalScript) -> Happening:
        return lambda now: self.journal.goals.start(self.ids[f"goal {script.key}"], now.date())

    def _checking_in(self, script: GoalScript, check_in: CheckInScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            self.journal.goals.check_in(
                CheckIn(
                    goal_id=self.ids[f"goal {script.key}"],
                    date=now.date(),
                    progress=check_in.progress,
                    confidence=self._rated(check_in.confidence),
                    changed=check_in.changed,
                    feedback=check_in.feedback,
                    help_needed=check_in.help_needed,
                )
            )

        return happen

    def _closing(self, script: GoalScript, state: GoalState) -> Happening:
        last = script.checkin[-1].confidence if script.checkin else None

        def happen(now: dt.datetime) -> None:
            self.journal.goals.close(
                self.ids[f"goal {script.key}"],
                state,
                now.date(),
                reason=script.reason,
                confidence_after=last if script.confidence_after is None else script.confidence_after,
                confidence_really_before=script.confidence_really_before,
            )

        return happen


def _audiences(names: Iterable[str]) -> frozenset[Audience]:
    return frozenset(Audience(name) for name in names)
