"""Difficulty of the work over time, with the one word that the numbers carry."""

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Figure
from workjournal.charts.weekly import Rating, ratings_over_time
from workjournal.domain.history import History

KEY = "difficulty"
TITLE = "Difficulty over time"


def figure(history: History) -> Figure:
    """Every rated episode, the weekly median and its trend."""
    rated = [
        Rating(episode.id, episode.date, episode.difficulty)
        for episode in history.episodes
        if episode.difficulty is not None
    ]
    return ratings_over_time(history, rated, key=KEY, title=TITLE, noun=KEY)


CHART = Chart(KEY, TITLE, figure)
