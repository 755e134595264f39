"""Stretch goals: planned, started with a sealed forecast, checked in on, put off or paused, closed."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Missing
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import OPEN_STATES, Goal, GoalState
from workjournal.domain.label import Skill
from workjournal.journal.check_ins import leave_ask
from workjournal.journal.service import Service, fetch, named


class Goals(Service[Goal]):
    """The verbs for stretch goals."""

    noun = Goal

    def add(self, goal: Goal, *, skills: Iterable[str] | None = None) -> Goal:
        """Keep a new or changed goal; None leaves its skills as they are."""
        with self.store.writing() as session:
            session.add(goal)
            if skills is not None:
                goal.skills = named(session, Skill, skills)
        return goal

    def plan(
        self, goal: Goal, *, skills: Iterable[str] | None = None, probability: int | None, reasons: str = ""
    ) -> Goal:
        """Keep a goal that has not started together with its forecast, both or neither.

        Raises:
            ForecastSealed, WrongGoalState, Missing
        """
        with self.store.writing() as session:
            session.add(goal)
            if skills is not None:
                goal.skills = named(session, Skill, skills)
            _forecast(session, goal, probability, reasons)
        return goal

    def forecast(self, goal_id: UUID, probability: int | None, reasons: str = "") -> Goal:
        """Set or change the forecast (%) of a goal that has not started; None takes it back.

        Raises:
            ForecastSealed, WrongGoalState, Missing: reasons without a number.
        """
        with self.store.writing() as session:
            goal = fetch(session, Goal, goal_id)
            _forecast(session, goal, probability, reasons)
        return goal

    def start(self, goal_id: UUID, today: dt.date) -> Goal:
        """Start a planned goal; its forecast is sealed now.

        Raises:
            WrongGoalState
        """
        with self.store.writing() as session:
            goal = fetch(session, Goal, goal_id)
            goal.begin(today, self.store.clock())
        return goal

    def revise(self, goal_id: UUID, probability: int, reasons: str = "") -> Goal:
        """Put a new forecast (%), sealed at once, beside the one the goal started with.

        Raises:
            WrongGoalState: it is not active.
        """
        with self.store.writing() as session:
            goal = fetch(session, Goal, goal_id)
            session.add(goal.revise(probability, reasons, self.store.clock()))
        return goal

    def check_in(self, check_in: CheckIn) -> Goal:
        """Record how a goal is going; it asks again in its rhythm from now on.

        A value belongs to the goal's measure. Help that is needed becomes an ask for the manager, for the next pack.

        Raises:
            WrongGoalState: it is not active.
        """
        with self.store.writing() as session:
            goal = fetch(session, Goal, check_in.goal_id)
            goal.accepts_check_in()
            if check_in.measure_value is not None:
                check_in.measure_id = goal.measure_id
            goal.check_ins.append(check_in)
            goal.resume()
            leave_ask(session, check_in)
        return goal

    def snooze(self, goal_id: UUID, until: dt.date) -> Goal:
        """Ask for no check-in before that day.

        Raises:
            WrongGoalState, Resting
        """
        with self.store.writing() as session:
            goal = fetch(session, Goal, goal_id)
            goal.snooze(until)
        return goal

    def pause(self, goal_id: UUID, today: dt.date) -> Goal:
        """Let a goal rest; its due day stays.

        Raises:
            WrongGoalState
        """
        with self.store.writing() as session:
            goal = fetch(session, Goal, goal_id)
            goal.pause(today)
        return goal

    def resume(self, goal_id: UUID) -> Goal:
        """Ask for check-ins again, however they were put off."""
        with self.store.writing() as session:
            goal = fetch(session, Goal, goal_id)
            goal.resume()
        return goal

    def close(
        self,
        goal_id: UUID,
        state: GoalState,
        day: dt.date,
        *,
        reason: str = "",
        confidence_after: int | None = None,
        confidence_really_before: int | None = None,
    ) -> Goal:
        """End a goal on that day, with the confidence after it and where it really was before (0–100).

        Raises:
            WrongGoalState, NoEnding, EndsTooEarly, Missing, OutOfRange
        """
        with self.store.writing() as session:
            goal = fetch(session, Goal, goal_id)
            goal.close(state, day, reason=reason)
            goal.confidence_after = confidence_after
            goal.confidence_really_before = confidence_really_before
        return goal

    def reopen(self, goal_id: UUID) -> Goal:
        """Take the closing of a goal back.

        Raises:
            WrongGoalState: it is not closed.
        """
        with self.store.writing() as session:
            goal = fetch(session, Goal, goal_id)
            goal.reopen()
        return goal

    def all(self) -> list[Goal]:
        """The open ones first, then the closed, newest first in each."""
        with self.store.reading() as session:
            goals = session.scalars(
                select(Goal).where(Goal.trashed_at.is_(None)).order_by(Goal.id.desc())
            ).all()
        order = [GoalState.ACTIVE, GoalState.PLANNED]
        return sorted(goals, key=lambda goal: order.index(goal.state) if goal.state in order else len(order))

    def due_for_check_in(self, today: dt.date) -> list[Goal]:
        """Active goals that ask for a look, by the rhythm of each."""
        return [goal for goal in self.all() if goal.check_in_due(today)]

    def with_skill(self, skill_id: UUID) -> list[Goal]:
        """The open goals that stretch a skill."""
        return [
            goal
            for goal in self.all()
            if goal.state in OPEN_STATES and skill_id in {skill.id for skill in goal.skills}
        ]


def _forecast(session: Session, goal: Goal, probability: int | None, reasons: str) -> None:
    goal.accepts_forecast()
    if probability is None:
        if reasons.strip():
            raise Missing(what="The forecast", hint="Give your reasons a probability.")
        for forecast in (*goal.forecasts,):
            goal.forecasts.remove(forecast)
            # One that a failed save left was never stored.
            (session.expunge if forecast in session.new else session.delete)(forecast)
    elif goal.forecast is None:
        goal.forecasts.append(Forecast(goal_id=goal.id, probability=probability, reasons=reasons))
    else:
        goal.forecast.probability, goal.forecast.reasons = probability, reasons
