"""Every chart keeps the contract of Figure: one reading, its n, a table as long as what is drawn, ids that are known."""

import dataclasses
import datetime as dt
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.charts import CHARTS, chart
from workjournal.charts.chart import Chart, UnknownChart
from workjournal.charts.figure import Figure, on_axis
from workjournal.domain.episode import Kind
from workjournal.domain.goal import GoalState
from workjournal.domain.history import EpisodePoint, GoalPoint, History

START, END = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
EMPTY = History(START, END)


def episode(number: int, day: int, difficulty: int | None) -> EpisodePoint:
    return EpisodePoint(UUID(int=number + 1), START + dt.timedelta(days=day), Kind.WORK, difficulty, None)


def goal(number: int, before: int | None, after: int | None, really: int | None = None) -> GoalPoint:
    state = GoalState.ACTIVE if after is None else GoalState.ACHIEVED
    return GoalPoint(UUID(int=900 + number), f"Goal {number}", state, START, END, None, before, after, really)


ONE = History(START, END, (episode(0, 40, 55),), (goal(0, 30, 70, 20),))
YEAR = History(
    START,
    END,
    tuple(episode(day, day, 5 * (day * 7 // 365 + day % 5)) for day in range(0, 365, 2)),
    tuple(goal(number, 5 * (number % 9), 40 + 5 * (number % 7), None) for number in range(20)),
)
TIES = History(
    START, END, tuple(episode(day, day, 50) for day in range(0, 300, 3)), (goal(1, 50, 50), goal(2, 50, 50))
)
UNRATED = History(START, END, (episode(0, 3, None),), (goal(0, None, None),))
HISTORIES = {"empty": EMPTY, "one": ONE, "year": YEAR, "ties": TIES, "unrated": UNRATED}

ratings = st.none() | st.integers(0, 20).map(lambda step: 5 * step)
histories = st.builds(
    lambda rated, confident: History(
        START,
        END,
        tuple(
            episode(number, day, rating)
            for number, (day, rating) in enumerate(sorted(rated, key=lambda e: e[0]))
        ),
        tuple(goal(number, *three) for number, three in enumerate(confident)),
    ),
    st.lists(st.tuples(st.integers(0, 364), ratings), max_size=30),
    st.lists(st.tuples(ratings, ratings, ratings), max_size=15),
)


def check_contract(figure: Figure, history: History) -> None:
    assert figure.title
    assert figure.reading.endswith(".")
    assert len(figure.reading.split(". ")) == 1, "one sentence"
    assert figure.n >= 0
    assert bool(figure.series) == (figure.n > 0)
    assert all(len(row) == len(figure.table.headers) for row in figure.table.rows)
    assert bool(figure.table.rows) == (figure.n > 0)
    known = {str(one.id) for one in history.episodes} | {str(one.id) for one in history.goals}
    for series in figure.series:
        assert series.points
        assert series.ids == () or len(series.ids) == len(series.points)
        assert known.issuperset(series.ids)
        assert 0 <= series.place <= 4
        # A fitted line, which has no markers, may run past the ratings it was fitted to.
        assert series.marker == "none" or all(figure.y.low <= y <= figure.y.high for _, y in series.points)
    drawn = {point for series in figure.series for point in series.points}
    assert all(link.start in drawn and link.end in drawn for link in figure.links)
    if figure.y.kind == "category":
        assert len(figure.y.labels) == round(figure.y.high - figure.y.low) or not figure.series


@pytest.mark.parametrize("kind", HISTORIES)
@pytest.mark.parametrize("known", CHARTS, ids=lambda known: known.key)
def test_contract(known: Chart, kind: str) -> None:
    figure = known.figure(HISTORIES[kind])
    assert (figure.key, figure.title) == (known.key, known.title)
    check_contract(figure, HISTORIES[kind])


@given(histories)
def test_contract_holds_for_any_history(history: History) -> None:
    for known in CHARTS:
        check_contract(known.figure(history), history)


@pytest.mark.parametrize("known", CHARTS, ids=lambda known: known.key)
def test_the_same_history_is_the_same_figure(known: Chart) -> None:
    assert known.figure(YEAR) == known.figure(dataclasses.replace(YEAR))


def test_keys_differ_and_find_their_chart() -> None:
    assert len({known.key for known in CHARTS}) == len(CHARTS)
    assert all(chart(known.key) is known for known in CHARTS)
    with pytest.raises(UnknownChart, match="confidence"):
        chart("happiness")


def test_difficulty_draws_each_rating_once_and_fills_no_gap() -> None:
    history = History(
        START, END, (episode(0, 0, 20), episode(1, 1, 40), episode(2, 200, 90), episode(3, 201, None))
    )
    figure = chart("difficulty").figure(history)
    points, weeks = figure.series[0], figure.series[1]
    assert figure.n == 3
    assert points.points == ((on_axis(START), 20.0), (on_axis(START) + 1, 40.0), (on_axis(START) + 200, 90.0))
    assert [median for _, median in weeks.points] == [30.0, 90.0]
    assert [row[1:] for row in figure.table.rows] == [("30", "2"), ("90", "1")]


def test_difficulty_says_rising_only_from_enough_weeks() -> None:
    def weekly(weeks: int) -> str:
        rated = tuple(episode(week, 7 * week, min(100, 10 + 10 * week)) for week in range(weeks))
        return chart("difficulty").figure(History(START, END, rated)).reading

    assert weekly(7).startswith("Can't tell yet")
    assert "rising over these 10 weeks" in weekly(10)


def test_confidence_reads_only_closed_goals_and_lists_all() -> None:
    history = History(START, END, (), (goal(0, 40, 70), goal(1, 60, 50), goal(2, 30, None)))
    figure = chart("confidence").figure(history)
    assert figure.reading == "Confidence was higher after than before in 1 of 2 closed goals."
    assert figure.n == len(figure.table.rows) == 3
    assert len(figure.links) == 2


def test_confidence_draws_the_newest_goals_and_lists_the_rest() -> None:
    figure = chart("confidence").figure(YEAR)
    assert len(figure.y.labels) == 12
    assert figure.n == len(figure.table.rows) == 20
