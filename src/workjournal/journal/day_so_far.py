"""What a reminder says of a day: numbers, and no text."""

import datetime as dt

from workjournal.domain.reminding import DaySoFar
from workjournal.journal.journal import Journal


def so_far(journal: Journal, today: dt.date) -> DaySoFar:
    """Whether something of today is written down, and how much is due."""
    return DaySoFar(
        recorded=is_recorded(journal, today),
        check_ins=len(journal.agenda.about_goals(today)),
        reviews=len(journal.reviews.due(today)),
    )


def is_recorded(journal: Journal, today: dt.date) -> bool:
    """Whether an episode of today is in the journal; read from an index alone."""
    return bool(journal.episodes.per_day(today, today))
