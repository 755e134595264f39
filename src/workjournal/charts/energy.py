"""Energy after each episode over time, with the one word that the numbers carry."""

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Figure
from workjournal.charts.weekly import Rating, ratings_over_time
from workjournal.domain.history import History

KEY = "energy"
TITLE = "Energy over time"


def figure(history: History) -> Figure:
    """Every rated episode, the weekly median and its trend."""
    rated = [
        Rating(episode.id, episode.date, episode.energy)
        for episode in history.episodes
        if episode.energy is not None
    ]
    return ratings_over_time(history, rated, key=KEY, title=TITLE, noun=KEY)


CHART = Chart(KEY, TITLE, figure, private=True)
"""Private since it tells how one felt, and feelings never leave in a pack (shared/product.md)."""
