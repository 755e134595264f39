"""Growth: a period as plain values, and a figure for each chart whatever is in it."""

import datetime as dt

import pytest

from examples import DAY, Examples
from workjournal.charts import CHARTS
from workjournal.charts.chart import UnknownChart
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.measure import Measure, Reading
from workjournal.journal.journal import Journal

WEEK = dt.timedelta(days=7)


def test_a_period_holds_its_episodes_both_days_included(journal: Journal) -> None:
    for days in (-8, -7, 0, 1):
        journal.episodes.save(
            Episode(date=DAY + dt.timedelta(days=days), title="x", kind=Kind.WIN, difficulty=40, energy=60)
        )
    history = journal.growth.history(DAY - WEEK, DAY)
    assert [point.date for point in history.episodes] == [DAY - WEEK, DAY]
    assert {(point.kind, point.difficulty, point.energy) for point in history.episodes} == {
        (Kind.WIN, 40, 60)
    }
    assert journal.growth.first_day() == DAY - WEEK - dt.timedelta(days=1)


def test_the_first_day_is_that_of_whatever_came_first(journal: Journal) -> None:
    journal.episodes.add(Episode(date=DAY, title="x"))
    journal.goals.add(Goal(title="a draft"))
    journal.goals.add(Goal(title="x", state=GoalState.ACTIVE, start=DAY - WEEK))
    assert journal.growth.first_day() == DAY - WEEK
    journal.goals.trash(journal.goals.add(Goal(title="binned", start=DAY - 3 * WEEK)).id)
    measure = journal.measures.save(Measure(name="Late orders"))
    journal.measures.log(Reading(measure_id=measure.id, date=DAY - 2 * WEEK, value=3))
    assert journal.growth.first_day() == DAY - 2 * WEEK


def test_an_empty_journal_has_no_first_day(journal: Journal) -> None:
    assert journal.growth.first_day() is None
    assert journal.growth.history(DAY, DAY).episodes == ()


@pytest.mark.parametrize(
    ("start", "closed", "touches"),
    [
        (-20, None, True),
        (-20, -8, False),
        (-20, -7, True),
        (0, None, True),
        (1, None, False),
        (None, None, True),
    ],
)
def test_a_period_holds_the_goals_that_touch_it(
    journal: Journal, start: int | None, closed: int | None, touches: bool
) -> None:
    def day(offset: int | None) -> dt.date | None:
        return None if offset is None else DAY + dt.timedelta(days=offset)

    state = (
        GoalState.PLANNED if start is None else GoalState.ACHIEVED if closed is not None else GoalState.ACTIVE
    )
    journal.goals.add(
        Goal(title="x", state=state, start=day(start), closed=day(closed), confidence_before=20)
    )
    journal.goals.trash(journal.goals.add(Goal(title="binned", start=DAY)).id)
    goals = journal.growth.history(DAY - WEEK, DAY).goals
    assert [goal.confidence_before for goal in goals] == ([20] if touches else [])


def test_a_goal_that_was_closed_after_the_period_still_ran_on_its_last_day(journal: Journal) -> None:
    goal = Goal(
        title="x",
        state=GoalState.ACHIEVED,
        start=DAY - 2 * WEEK,
        closed=DAY,
        confidence_before=20,
        confidence_after=70,
        confidence_really_before=10,
    )
    journal.goals.add(goal)
    (before,) = journal.growth.history(DAY - WEEK, DAY - dt.timedelta(days=1)).goals
    (now,) = journal.growth.history(DAY - WEEK, DAY).goals
    assert (before.state, before.closed, before.confidence_before) == (GoalState.ACTIVE, None, 20)
    assert (before.confidence_after, before.confidence_really_before) == (None, None)
    assert (now.state, now.closed, now.confidence_after) == (GoalState.ACHIEVED, DAY, 70)


def test_every_chart_draws_a_journal_with_and_without_content(journal: Journal, one: Examples) -> None:
    for history in (journal.growth.history(DAY, DAY), journal.growth.history(DAY + WEEK, DAY + WEEK)):
        figures = journal.growth.figures(history)
        assert [figure.key for figure in figures] == [chart.key for chart in CHARTS]
        assert journal.growth.figure(CHARTS[0].key, history) == figures[0]
    with pytest.raises(UnknownChart, match="There are: "):
        journal.growth.figure("happiness", journal.growth.history(DAY, DAY))


def test_only_the_charts_asked_for_are_made_one_after_the_other(journal: Journal) -> None:
    history = journal.growth.history(DAY, DAY)
    keys = [CHARTS[1].key, CHARTS[0].key]
    made = journal.growth.figures_of(["happiness", *keys], history)
    with pytest.raises(UnknownChart):
        next(made)
    assert [figure.key for figure in journal.growth.figures_of(keys, history)] == keys
