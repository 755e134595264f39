"""Which charts Growth shows, and in which order."""

import pytest

from workjournal import charts
from workjournal.charts.chart import UnknownChart
from workjournal.journal import growth_charts
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import GROWTH_CHARTS

ALL = tuple(chart.key for chart in charts.CHARTS)


def test_all_as_they_come_until_somebody_chose(journal: Journal) -> None:
    assert growth_charts.chosen(journal.preferences) == ALL


def test_a_choice_keeps_its_order_and_the_rest_is_away(journal: Journal) -> None:
    growth_charts.choose(journal.preferences, [ALL[1], ALL[0]])
    assert growth_charts.chosen(journal.preferences) == (ALL[1], ALL[0])


def test_a_chart_that_came_later_is_shown_last_and_one_that_is_gone_is_passed_over(journal: Journal) -> None:
    journal.preferences.set(GROWTH_CHARTS, f'{{"shown": ["gone", "{ALL[1]}"], "away": ["{ALL[2]}"]}}')
    assert growth_charts.chosen(journal.preferences) == (ALL[1], ALL[0], *ALL[3:])


def test_what_is_no_chart_cannot_be_chosen(journal: Journal) -> None:
    with pytest.raises(UnknownChart):
        growth_charts.choose(journal.preferences, ["nonsense"])
    assert growth_charts.chosen(journal.preferences) == ALL
