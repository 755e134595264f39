"""How the lessons of the demo's story come back: on most evenings a few are recalled, some better than others."""

import datetime as dt

from workjournal.domain.lesson import Lesson
from workjournal.domain.spacing import MOST_A_DAY, Grade
from workjournal.journal.demo_book import Book, Moments
from workjournal.journal.demo_script import LAST_DAY

RECALLED_AT = (dt.time(12, 40), dt.time(17, 35), dt.time(18, 20), dt.time(20, 45))
OFTEN, IN_WORDS = 0.7, 0.6
"""How often there is an evening for it, and an answer in own words."""
LATELY = dt.timedelta(days=9)
LEFT = 3
"""In the last days so much else is to do that this many wait for the day on which the story ends."""
GRADES = (Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY)
USUALLY, AFTER_A_FAILURE = (6, 15, 64, 15), (28, 32, 36, 4)


class Recalling:
    """Remembers lessons, whichever are due."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._words = {script.key: iter(script.recall) for script in book.script.lesson}

    def moments(self) -> Moments:
        """The evenings of a year, the last one before today; there is always time on that one."""
        days = [day for day in range(LAST_DAY + 1) if self._is_free(self.book.day(day))]
        for day in days:
            if self.book.rng.random() < OFTEN and day != days[-1]:
                yield self.book.at(day, self.book.rng.choice(RECALLED_AT)), self._recall
        if days:
            yield self.book.at(days[-1], RECALLED_AT[-1]), self._recall

    def _is_free(self, date: dt.date) -> bool:
        return date < self.book.today and self.book.works_on(date)

    def _recall(self, now: dt.datetime) -> None:
        recalls, today = self.book.journal.recalls, now.date()
        # By what they say, never by their ids: the same seed tells the same.
        due = sorted(
            recalls.due(today), key=lambda lesson: (lesson.due or lesson.date, lesson.date, lesson.text)
        )
        for lesson in due[: self._most(today)]:
            grade = self.book.rng.choices(GRADES, AFTER_A_FAILURE if _failed(lesson) else USUALLY)[0]
            spoken = self.book.rng.random() < IN_WORDS and grade is not Grade.AGAIN
            recalls.recall(lesson.id, grade, today, self._in_words(lesson) if spoken else "")

    def _most(self, today: dt.date) -> int:
        if self.book.today - today > LATELY:
            return MOST_A_DAY
        return max(0, self.book.journal.recalls.waiting(self.book.today) - LEFT)

    def _in_words(self, lesson: Lesson) -> str:
        """The next of the storyteller's own words for it; none are said twice."""
        ids = self.book.ids
        known = (key for key in self._words if ids.get(f"lesson {key}") == lesson.id)
        return next(self._words.get(next(known, ""), iter(())), "")


def _failed(lesson: Lesson) -> bool:
    uses = lesson.applied()
    return bool(uses) and uses[-1].worked is False
