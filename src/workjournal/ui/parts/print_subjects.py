"""What can be printed around a day: itself, its week, its month."""

import datetime as dt

from workjournal.domain.period import Interval, Period
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.ui import words
from workjournal.ui.parts import period_words
from workjournal.ui.widgets.choice_box import Choice


def around(day: dt.date, today: dt.date) -> list[Choice]:
    """Choices of filters."""
    periods = (Period.of(interval, day) for interval in (Interval.WEEK, Interval.MONTH))
    return [
        Choice(EpisodeFilter(start=day, end=day), words.day(day, today)),
        *(Choice(EpisodeFilter(start=one.start, end=one.end), period_words.title(one)) for one in periods),
    ]
