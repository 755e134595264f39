"""The verbs by which a line of text becomes an episode."""

import datetime as dt

from service_examples import Verbs
from workjournal.domain.capture import recognise
from workjournal.domain.episode import Episode
from workjournal.domain.label import Person, Tag
from workjournal.journal.journal import Journal


def _keep(journal: Journal, _: object) -> Episode:
    line = "Rang #billing with @Newcomer"
    captured = recognise(line, journal.capturing.known(), journal.now())
    return journal.capturing.keep(captured, day=dt.date(2026, 11, 19))


CAPTURING: Verbs = {
    "capturing.known": (lambda journal, _: journal.capturing.known(), set()),
    "capturing.keep": (_keep, {Episode, Tag, Person}),
}
