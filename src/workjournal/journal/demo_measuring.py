"""The measures of one year of the demo's story: counted week by week with gaps, and what changed the work meanwhile."""

import datetime as dt

from workjournal.domain.measure import Direction, MarkedChange, Measure, Reading
from workjournal.journal.demo_book import Book, Happening, Moments
from workjournal.journal.demo_growth_script import ChangeScript, MeasureScript, ReadingScript

MADE_AT, MARKED_AT = "07:40", "07:50"


class Measuring:
    """Counts; what check-ins tell is told with the goals."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._known: set[str] = set()

    def moments(self) -> Moments:
        """Each measure with its values, and the marked changes."""
        for measure in self.book.script.measure:
            yield self.book.at(measure.day, MADE_AT), self._making(measure)
            for day in measure.days():
                noted = str(day) in measure.notes
                if self.book.works_on(self.book.day(day)) and (
                    noted or self.book.rng.random() >= measure.missed
                ):
                    yield self.book.at(day, measure.time), self._counting(measure, day)
            for reading in measure.reading:
                written = reading.day if reading.written is None else reading.written
                yield self.book.at(written, measure.time), self._reading(measure, reading)
        for change in self.book.script.change:
            yield self.book.at(change.day, MARKED_AT), self._marking(change)

    def _making(self, script: MeasureScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            del now
            measures = self.book.journal.measures
            known = next((each for each in measures.all() if each.name == script.name), None)
            if known is not None:  # it is made in the first year only
                self._known.add(script.key)
            measure = known or measures.save(
                Measure(
                    name=script.name,
                    unit=script.unit,
                    direction=Direction(script.direction),
                    baseline=script.baseline,
                    target=script.target,
                    description=script.description,
                )
            )
            self.book.ids[f"measure {script.key}"] = measure.id

        return happen

    def _counting(self, script: MeasureScript, day: int) -> Happening:
        def happen(now: dt.datetime) -> None:
            note = script.notes.get(str(day), "")
            noise = (
                0.0 if note else self.book.rng.gauss(0, script.noise)
            )  # what is told of a value must fit it
            value = max(0.0, expected(script.course, day) + noise)
            self._log(script, now.date(), round(value, script.decimals), note)

        return happen

    def _reading(self, script: MeasureScript, reading: ReadingScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            del now
            if reading.day >= 0 or script.key not in self._known:  # else it was there, in the year before
                self._log(script, self.book.day(reading.day), reading.value, reading.note)

        return happen

    def _log(self, script: MeasureScript, date: dt.date, value: float, note: str) -> None:
        measure = self.book.ids[f"measure {script.key}"]
        self.book.journal.measures.log(Reading(measure_id=measure, date=date, value=value, note=note))

    def _marking(self, script: ChangeScript) -> Happening:
        def happen(now: dt.datetime) -> None:
            measure = self.book.ids[f"measure {script.measure}"] if script.measure else None
            change = MarkedChange(date=now.date(), text=script.text, measure_id=measure)
            self.book.journal.measures.mark(change)

        return happen


def expected(course: list[list[float]], day: int) -> float:
    """Where a course is on a day: on a straight line from one of its points to the next."""
    after = next(place for place, (at, _) in enumerate(course) if at >= day)
    if not after:
        return course[0][1]
    (begin, low), (end, high) = course[after - 1], course[after]
    return low + (high - low) * (day - begin) / (end - begin)
