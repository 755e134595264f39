"""Stretch goals: planned, started with a sealed forecast, checked in on, closed."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.entity import Missing
from workjournal.domain.goal import CheckIn, Forecast, Goal, GoalState
from workjournal.domain.label import Skill
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

    def check_in(self, check_in: CheckIn) -> Goal:
        """Record how a goal is going.

        Raises:
            WrongGoalState: it is not active.
        """
        with self.store.writing() as session:
            goal = fetch(session, Goal, check_in.goal_id)
            goal.accepts_check_in()
            goal.check_ins.append(check_in)
        return goal

    def close(
        self,
        goal_id: UUID,
        state: GoalState,
        today: dt.date,
        *,
        reason: str = "",
        confidence_after: int | None = None,
        confidence_really_before: int | None = None,
    ) -> Goal:
        """End a goal, with the confidence after it and where it really was before (0–100).

        Raises:
            WrongGoalState, Missing, OutOfRange
        """
        with self.store.writing() as session:
            goal = fetch(session, Goal, goal_id)
            goal.close(state, today, reason=reason)
            goal.confidence_after = confidence_after
            goal.confidence_really_before = confidence_really_before
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
        """Active goals that nobody has looked at for a week."""
        return [goal for goal in self.all() if goal.check_in_due(today)]


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
