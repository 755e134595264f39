"""One year of the demo's story: what happens when, and how it is written into the journal."""

import datetime as dt

from workjournal.domain.episode import Episode, Kind, Moment, Setting, Source
from workjournal.domain.goal import CheckIn, Forecast, Goal, GoalState
from workjournal.journal.demo_book import Book, Happening, Moments, audiences
from workjournal.journal.demo_recalling import Recalling
from workjournal.journal.demo_reflecting import Reflecting
from workjournal.journal.demo_reviewing import Reviewing
from workjournal.journal.demo_script import LAST_DAY, CheckInScript, EpisodeScript, GoalScript

PLANNED_AT, STARTED_AT, CHECKED_AT, CLOSED_AT = (
    dt.time(8, 10),
    dt.time(8, 30),
    dt.time(17, 15),
    dt.time(17, 45),
)
_RUNNING = frozenset({GoalState.PLANNED, GoalState.ACTIVE})


class DemoYear:
    """The work of a year, with its goals; what is learned from it is told by others."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def moments(self) -> Moments:
        """Each thing that happens, with its local time, in the order of the files."""
        script = self.book.script
        for episode in script.episode:
            yield self.book.at(episode.day, episode.time), self._episode(episode)
        for goal in script.goal:
            yield from self._goal(goal)
        for part in (Reflecting(self.book), Reviewing(self.book), Recalling(self.book)):
            yield from part.moments()

    def _episode(self, script: EpisodeScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            episode = Episode(
                date=self.book.day(script.day),
                time=now.time().replace(second=0, microsecond=0),
                title=script.title,
                story=script.story,
                result=script.result,
                kind=Kind(script.kind),
                role=script.role,
                setting=Setting(script.setting) if script.setting else None,
                source=Source(script.source) if script.source else None,
                moment=Moment(script.moment) if script.moment else None,
                difficulty=self.book.rated(script.difficulty),
                energy=self.book.rated(script.energy),
                source_link=script.source_link,
                private_note=script.private_note,
                audiences=audiences(script.audiences),
                goal_id=self.book.ids[f"goal {script.goal}"] if script.goal else None,
            )
            self.book.journal.episodes.add(
                episode, tags=script.tags, people=script.people, skills=script.skills
            )
            self.book.ids[f"episode {script.key}"] = episode.id
            for use in script.applied:
                lesson = self.book.ids[f"lesson {use['lesson']}"]
                self.book.journal.lessons.apply(lesson, episode.id, worked=use.get("worked"))

        return happen

    def _goal(self, script: GoalScript) -> Moments:
        state, closed = GoalState(script.state), script.closed
        planned = script.start if script.planned is None else script.planned
        if state is GoalState.PLANNED:
            if not self.book.over:  # a plan of an earlier year that never began would only be in the way
                yield self.book.at(planned, PLANNED_AT), self._planning(script)
            return
        if state in _RUNNING and self.book.over:
            state, closed = GoalState.PARTLY, min(script.due or LAST_DAY, LAST_DAY)
        yield self.book.at(planned, PLANNED_AT), self._planning(script)
        yield self.book.at(script.start, STARTED_AT), self._starting(script)
        for check_in in script.checkin:
            if closed is None or check_in.day <= closed:
                yield self.book.at(check_in.day, CHECKED_AT), self._checking_in(script, check_in)
        if closed is not None:
            yield self.book.at(closed, CLOSED_AT), self._closing(script, state)

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
                due=self.book.due(script.due),
                audiences=audiences(script.audiences),
            )
            if script.probability is not None:
                reasons = script.probability_reasons
                goal.forecasts.append(
                    Forecast(goal_id=goal.id, probability=script.probability, reasons=reasons)
                )
            self.book.journal.goals.add(goal, skills=script.skills)
            self.book.ids[f"goal {script.key}"] = goal.id
            for lesson in script.lessons:
                self.book.journal.lessons.take_into(self.book.ids[f"lesson {lesson}"], goal.id)

        return happen

    def _starting(self, script: GoalScript) -> Happening:
        return lambda now: self.book.journal.goals.start(self.book.ids[f"goal {script.key}"], now.date())

    def _checking_in(self, script: GoalScript, check_in: CheckInScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            self.book.journal.goals.check_in(
                CheckIn(
                    goal_id=self.book.ids[f"goal {script.key}"],
                    date=now.date(),
                    progress=check_in.progress,
                    confidence=self.book.rated(check_in.confidence),
                    changed=check_in.changed,
                    feedback=check_in.feedback,
                    help_needed=check_in.help_needed,
                )
            )

        return happen

    def _closing(self, script: GoalScript, state: GoalState) -> Happening:
        last = script.checkin[-1].confidence if script.checkin else None

        def happen(now: dt.datetime) -> None:
            self.book.journal.goals.close(
                self.book.ids[f"goal {script.key}"],
                state,
                now.date(),
                reason=script.reason,
                confidence_after=last if script.confidence_after is None else script.confidence_after,
                confidence_really_before=script.confidence_really_before,
            )

        return happen
