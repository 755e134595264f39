"""Every chart keeps the contract of Figure: one reading, its n, a table as long as what is drawn, ids that are known."""

import dataclasses
from math import isfinite
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chart_histories import (
    END,
    HISTORIES,
    START,
    YEAR,
    after,
    episode,
    goal,
    pulse,
    skill,
)
from workjournal.charts import CHARTS, chart
from workjournal.charts.chart import Chart, UnknownChart
from workjournal.charts.figure import Axis, Figure, Series, on_axis
from workjournal.domain.episode import Source
from workjournal.domain.goal import CHALLENGES, GoalState
from workjournal.domain.history import History

PULSES_ONLY = History(
    START, END, pulses=tuple(pulse(month, 5 * month, 100 - 5 * month) for month in range(1, 13))
)
ratings = st.none() | st.integers(0, 20).map(lambda step: 5 * step)
days = st.integers(0, 364)
episodes = st.lists(st.tuples(days, ratings, ratings, st.none() | st.sampled_from(Source)), max_size=30).map(
    lambda rows: tuple(
        episode(number, day, difficulty, energy=energy, source=source)
        for number, (day, difficulty, energy, source) in enumerate(sorted(rows, key=lambda row: row[0]))
    )
)
goals = st.lists(
    st.builds(
        lambda state, begun, ran, challenges, told, numbers: goal(
            0,
            state,
            start=None if state is GoalState.PLANNED else after(begun),
            closed=after(begun + ran),
            difficulty=numbers[0],
            confidence=numbers[1:4],
            challenges=challenges,
            forecast=numbers[4],
            came_true=told,
            looks=ran // 14,
            feedback=ran // 30,
        ),
        st.sampled_from(GoalState),
        st.integers(-100, 364),
        st.integers(0, 200),
        st.lists(st.sampled_from((*CHALLENGES, "of my own")), unique=True, max_size=3).map(tuple),
        st.none() | st.booleans(),
        st.tuples(ratings, ratings, ratings, ratings, ratings),
    ),
    max_size=15,
).map(lambda made: tuple(dataclasses.replace(one, id=UUID(int=place + 1)) for place, one in enumerate(made)))
skills = st.lists(st.lists(st.tuples(st.integers(-50, 364), ratings), max_size=12), max_size=16).map(
    lambda several: tuple(
        skill(number, *((after(day), level) for day, level in sorted(rated) if level is not None))
        for number, rated in enumerate([[row for row in rows if row[1] is not None] for rows in several])
    )
)
histories = st.builds(
    lambda episodes, goals, skills: History(START, END, episodes, goals, skills=skills),
    episodes,
    goals,
    skills,
)


def check_contract(figure: Figure, history: History) -> None:
    assert figure.title
    assert figure.reading.endswith(".")
    assert len(figure.reading.split(". ")) == 1, "one sentence"
    assert figure.n >= 0
    assert figure.is_empty == (figure.n == 0)
    assert figure.says == is_told(figure), "claims where something is told, and none where it is not"
    assert all(len(row) == len(figure.table.headers) for row in figure.table.rows)
    assert bool(figure.table.rows) == (figure.n > 0)
    known = known_ids(history)
    for series in figure.series:
        check_series(series, figure.y, known)
    names = {series.name for series in figure.series}
    looks = {(series.name, series.marker, series.line, series.form, series.place) for series in figure.series}
    assert len(looks) == len(names), "one name, one look"
    shapes = {look[1:4] for look in looks if look[3] == "points" and look[1] != "none"}
    marked = {look[0] for look in looks if look[3] == "points" and look[1] != "none"}
    assert len(shapes) == len(marked), "told apart without colour"
    drawn = {point for series in figure.series for point in series.points}
    assert all(link.start in drawn and link.end in drawn for link in figure.links)
    check_cells(figure, history, known)
    if figure.y.kind == "category":
        assert len(figure.y.labels) == round(figure.y.high - figure.y.low) or figure.is_empty
    if figure.panels:
        assert not figure.series
        assert not figure.cells
        assert len({(panel.x.kind, panel.x.low, panel.x.high) for panel in figure.panels}) == 1
    for panel in figure.panels:
        assert not panel.panels
        check_contract(panel, history)


def is_told(figure: Figure) -> bool:
    """By the words with which charts say that something is missing, or cannot be told yet."""
    begins = figure.reading.partition(";")[0].partition(":")[0].lower()
    return not (figure.is_empty or begins.startswith(("no ", "too few ")) or "can't tell" in begins)


def known_ids(history: History) -> set[str]:
    ids = (
        *(one.id for one in history.episodes),
        *(one.id for one in history.goals),
        *(one.id for one in history.lessons),
        *(one.id for one in history.plans),
        *(one.id for one in history.measures),
        *(one.id for one in history.skills),
        *(lag.episode for lag in history.lags),
        *(recall.lesson for recall in history.recalls),
    )
    return {str(each) for each in ids}


def check_series(series: Series, y: Axis, known: set[str]) -> None:
    assert series.name
    assert series.points
    assert known.issuperset(filter(None, series.ids))
    for beside in (series.ids, series.told, series.spans, series.sizes):
        assert len(beside) in {0, len(series.points)}
    assert 0 <= series.place <= 4
    assert all(isfinite(value) for point in series.points for value in point)
    # A fitted line, which has no markers, may run past the ratings it was fitted to.
    assert series.marker == "none" or all(y.low <= up <= y.high for _, up in series.points)
    assert all(0 <= size <= 1 for size in series.sizes)
    assert all(
        low <= up + 1e-9 and up <= high + 1e-9
        for (low, high), (_, up) in zip(series.spans, series.points, strict=False)
    )


def check_cells(figure: Figure, history: History, known: set[str]) -> None:
    written = {episode.date.isoformat() for episode in history.episodes}
    places = [(cell.x, cell.y) for cell in figure.cells]
    assert len(set(places)) == len(places)
    for cell in figure.cells:
        assert cell.told
        assert not cell.id or cell.id in known | written
        assert 0 <= cell.step <= 4
        assert figure.x.low <= cell.x <= figure.x.high
        assert figure.y.low <= cell.y <= figure.y.high


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


@pytest.mark.parametrize("known", CHARTS, ids=lambda known: known.key)
def test_what_shows_the_pulse_is_private(known: Chart) -> None:
    assert known.private or known.figure(PULSES_ONLY).is_empty
    assert known.private or known.figure(YEAR) == known.figure(dataclasses.replace(YEAR, pulses=()))


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
