"""The goals of one year of the demo's story: planned, started, looked at, forecast anew, rested, ended."""

import datetime as dt

from workjournal.domain.action import ActionKind, ActionState
from workjournal.domain.check_in import CheckIn
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import OPEN_STATES, Goal, GoalState
from workjournal.journal.demo_book import Book, Happening, Moments, audiences
from workjournal.journal.demo_goal_script import CheckInScript, GoalScript, RevisionScript
from workjournal.journal.demo_reflecting import ending
from workjournal.journal.demo_script import LAST_DAY

PLANNED_AT, STARTED_AT, CHECKED_AT, REVISED_AT, CLOSED_AT = "08:10", "08:30", "17:15", "17:30", "17:45"


class Striving:
    """Stretches, and says beforehand how likely it is."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def moments(self) -> Moments:
        """Each goal from its plan to its end."""
        for goal in self.book.script.goal:
            yield from self._goal(goal)

    def _goal(self, script: GoalScript) -> Moments:
        state, closed = GoalState(script.state), script.closed
        if state is GoalState.PLANNED:
            if not self.book.over:  # a plan of an earlier year that never began would only be in the way
                yield self.book.at(script.begins(), PLANNED_AT), self._planning(script)
            return
        if state in OPEN_STATES and self.book.over:
            state, closed = GoalState.PARTLY, min(script.due or LAST_DAY, LAST_DAY)
        yield self.book.at(script.begins(), PLANNED_AT), self._planning(script)
        yield self.book.at(script.start, STARTED_AT), self._starting(script)
        yield from self._on_the_way(script, LAST_DAY if closed is None else closed)
        if closed is not None:
            yield self.book.at(closed, CLOSED_AT), self._closing(script, state)

    def _on_the_way(self, script: GoalScript, end: int) -> Moments:
        for check_in in script.checkin:
            if check_in.day <= end:
                yield self.book.at(check_in.day, CHECKED_AT), self._checking_in(script, check_in)
                yield from self._helped(check_in)
        for revision in script.revision:
            if revision.day <= end:
                yield self.book.at(revision.day, REVISED_AT), self._revising(script, revision)
        if script.paused is not None and not self.book.over:
            yield self.book.at(script.paused, REVISED_AT), self._pausing(script)

    def _planning(self, script: GoalScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            del now
            goal = self._planned(script)
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

    def _planned(self, script: GoalScript) -> Goal:
        return Goal(
            title=script.title,
            why=script.why,
            performance=script.performance,
            conditions=script.conditions,
            criterion=script.criterion,
            challenges=list(script.challenges),
            difficulty=script.difficulty,
            slack=script.slack,
            successes=script.successes,
            feedback_from=script.feedback_from,
            support=script.support,
            wish=script.wish,
            outcome=script.outcome,
            obstacle=script.obstacle,
            plan=script.plan,
            premortem=script.premortem,
            prevention=script.prevention,
            confidence_before=script.confidence_before,
            due=self.book.due(script.due),
            audiences=audiences(script.audiences),
            rhythm_days=script.rhythm,
            measure_id=self.book.ids[f"measure {script.measure}"] if script.measure else None,
        )

    def _starting(self, script: GoalScript) -> Happening:
        return lambda now: self.book.journal.goals.start(self.book.ids[f"goal {script.key}"], now.date())

    def _checking_in(self, script: GoalScript, check_in: CheckInScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            goal_id = self.book.ids[f"goal {script.key}"]
            self.book.journal.goals.check_in(
                CheckIn(
                    goal_id=goal_id,
                    date=now.date(),
                    progress=check_in.progress,
                    confidence=self.book.rated(check_in.confidence),
                    measure_value=check_in.value,
                    changed=check_in.changed,
                    feedback=check_in.feedback,
                    help_needed=check_in.help_needed,
                )
            )
            for action in self.book.journal.actions.of_goal(goal_id):
                if action.kind is ActionKind.ASK and action.text == check_in.help_needed:
                    self.book.ids[f"action {action.text}"] = (
                        action.id
                    )  # it was made by itself; to be ended later

        return happen

    def _helped(self, check_in: CheckInScript) -> Moments:
        if check_in.help_needed:
            state = ActionState.OPEN if check_in.helped is None else ActionState(check_in.help_state)
            yield from ending(self.book, check_in.help_needed, state, check_in.helped)

    def _revising(self, script: GoalScript, revision: RevisionScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            del now
            goal_id = self.book.ids[f"goal {script.key}"]
            self.book.journal.goals.revise(goal_id, revision.probability, revision.reasons)

        return happen

    def _pausing(self, script: GoalScript) -> Happening:
        return lambda now: self.book.journal.goals.pause(self.book.ids[f"goal {script.key}"], now.date())

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
