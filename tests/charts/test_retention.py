"""What stays of lessons: the model is FSRS-6's published curve, the recalls are the user's own."""

import pytest

from chart_histories import END, START, recall
from workjournal.charts.figure import Figure
from workjournal.charts.retention import expected, figure
from workjournal.domain.calibration import wilson
from workjournal.domain.history import History, RecallPoint
from workjournal.domain.spacing import Grade

DECAY = -0.1542
"""The last of FSRS-6's default parameters (wiki of open-spaced-repetition/fsrs4anki, "The Algorithm")."""


def figure_of(*recalls: RecallPoint) -> Figure:
    return figure(History(START, END, recalls=recalls))


@pytest.mark.parametrize("stability", [0.5, 3, 12.5, 400])
@pytest.mark.parametrize("days", [0, 1, 7, 90, 7300])
def test_the_curve_is_the_published_one(stability: float, days: int) -> None:
    factor = 0.9 ** (1 / DECAY) - 1
    assert expected(stability, days) == pytest.approx(100 * (1 + factor * days / stability) ** DECAY)


def test_the_curve_is_for_the_median_stability_and_says_that_it_is_a_model() -> None:
    made = figure_of(*(recall(0, 1, Grade.GOOD, 5, stability) for stability in (2, 10, 300)))
    curve = dict(made.series[0].points)
    assert curve[10] == pytest.approx(90)
    assert made.series[0].marker == "none"
    assert made.series[0].name == "Model (FSRS-6)"
    assert "a model (FSRS-6) for one that stays 90 % sure for 10 days, not a measurement" in made.reading


def test_own_recalls_stand_in_bins_with_wilsons_interval() -> None:
    soon = [recall(0, 1, grade, 2 + place % 2) for place, grade in enumerate((*Grade, *Grade))]
    late = [recall(1, 200, Grade.AGAIN, 500)]
    made = figure_of(*soon, *late)
    own = made.series[1]
    assert own.points == ((2.5, 75.0), (500.0, 0.0))
    assert own.told == ("6 of 8", "0 of 1")
    low, high = wilson(6, 8)
    assert own.spans[0] == pytest.approx((100 * low, 100 * high))
    assert made.table.rows[0][:4] == ("2–3", "8", "6", f"{100 * low:.0f}–{100 * high:.0f} %")
    assert made.n == 9
    assert made.x.high == 500
    assert made.reading.startswith("A lesson that came back was recalled 6 of 9 times;")


@pytest.mark.parametrize(("grade", "word"), [(Grade.AGAIN, "not recalled"), (Grade.HARD, "was recalled")])
def test_one_recall(grade: Grade, word: str) -> None:
    made = figure_of(recall(0, 1, grade, 0, 0.4))
    assert f"The one lesson that came back was {word.removeprefix('was ')}" in made.reading
    assert "for a day" in made.reading


def test_nothing_is_drawn_before_a_lesson_comes_back() -> None:
    assert figure_of().is_empty
