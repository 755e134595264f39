"""Growth: a period as plain values, and a figure for each chart whatever is in it."""

import datetime as dt

import pytest

from examples import DAY, Examples
from workjournal.charts import CHARTS
from workjournal.charts.chart import UnknownChart
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal, GoalState
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
