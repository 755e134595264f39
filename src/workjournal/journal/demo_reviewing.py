"""The reviews of months and quarters in the demo's story: made of sentences that are dated by its days."""

import datetime as dt
from collections.abc import Iterator, Sequence

from workjournal.domain.methods import period_review
from workjournal.domain.nudges import MOST_COMMITMENTS
from workjournal.domain.period import Interval, Period
from workjournal.domain.reflection import Reflection
from workjournal.journal.demo_book import Book, Happening, Moments
from workjournal.journal.demo_reflecting import commitment_later, know_commitments
from workjournal.journal.demo_script import LAST_DAY, CommitmentScript, LineScript

REVIEWED_AT = {Interval.MONTH: dt.time(17, 20), Interval.QUARTER: dt.time(17, 10)}
FEWEST = 3
"""Sentences. About less than this a period has no review: it had hardly begun when the story did."""
MOST_APPLIED = 5
AHEAD = 31
"""So many days a commitment may be off."""
WORKED = {True: "It worked.", False: "It did not work.", None: "I cannot tell yet."}


class Reviewing:
    """Looks back on months, and on quarters where both end together."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def moments(self) -> Moments:
        """The reviews, but for one whose day is today: that is still to be written."""
        for period in self._periods():
            date = self._written_on(period)
            day = (date - self.book.monday).days
            lines = self._lines(period)
            if date < self.book.today and 0 <= day <= LAST_DAY and len(lines) >= FEWEST:
                commitments = self._commitments(day)
                happen = self._review(period, day, lines, commitments)
                yield self.book.at(day, REVIEWED_AT[period.interval]), happen
        for commitment in self.book.script.commitment:
            yield from commitment_later(self.book, commitment)

    def _periods(self) -> Iterator[Period]:
        period = Period.of(Interval.MONTH, self.book.monday)
        while period.start <= self.book.day(LAST_DAY):
            quarter = Period.of(Interval.QUARTER, period.end)
            whole = quarter if quarter.end == period.end else period
            # Whoever is away when a month ends lets it pass; a quarter is made up for.
            if whole is quarter or self.book.works_on(_workday(period.end)):
                yield whole
            period = period.after()

    def _written_on(self, period: Period) -> dt.date:
        """Its last day or the next one at work."""
        date = _workday(period.end)
        while not self.book.works_on(date):
            date += dt.timedelta(days=1)
        return date

    def _lines(self, period: Period) -> list[LineScript]:
        inside = [
            line for line in self.book.script.line if period.start <= self.book.day(line.day) <= period.end
        ]
        return [line for line in inside if line.quarter or period.interval is Interval.MONTH]

    def _commitments(self, day: int) -> list[CommitmentScript]:
        """What the story does in the time after, or is about to do when it ends."""
        near = [
            each
            for each in self.book.script.commitment
            if each.day is not None and each.since <= day < each.day <= day + AHEAD
        ]
        return near[:MOST_COMMITMENTS]

    def _review(
        self, period: Period, day: int, lines: Sequence[LineScript], commitments: Sequence[CommitmentScript]
    ) -> Happening:
        answers = {
            "moved": _listed(line.moved for line in lines),
            "learned": _listed(line.learned for line in lines),
            "applied": _listed(self._applied(period, day)),
            "energy": _listed(line.energy for line in lines),
            "commitments": _listed(commitment.text for commitment in commitments),
        }

        def happen(now: dt.datetime) -> None:
            review = Reflection(
                date=now.date(),
                method=period_review.METHOD.key,
                answers={key: text for key, text in answers.items() if text},
                period_start=period.start,
                period_end=period.end,
            )
            self.book.journal.reflections.keep(review)
            know_commitments(self.book, review)

        return happen

    def _applied(self, period: Period, day: int) -> Iterator[str]:
        """Some of the lessons that were used in its days, each once, and how it went the last time."""
        texts = {lesson.key: lesson.text for lesson in self.book.script.lesson}
        last: dict[str, bool | None] = {}
        for episode in sorted(self.book.script.episode, key=lambda each: (each.day, each.time)):
            if period.start <= self.book.day(episode.day) <= period.end and episode.day <= day:
                last.update((use["lesson"], use.get("worked")) for use in episode.applied)
        telling = sorted(last, key=lambda key: last[key] is True)[
            :MOST_APPLIED
        ]  # what did not work comes first
        yield from (f"{texts[key]} {WORKED[last[key]]}" for key in telling)


def _workday(date: dt.date) -> dt.date:
    """The day itself, or the Monday after it."""
    return date + dt.timedelta(days=max(0, 7 - date.weekday()) % 7 if date.weekday() > 4 else 0)


def _listed(texts: Iterator[str]) -> str:
    return "\n".join(f"- {text}" for text in texts if text)
