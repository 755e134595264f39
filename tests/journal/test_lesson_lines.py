"""What a list says of lessons, and the day on which the next ones come back."""

import datetime as dt

from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson, LessonState
from workjournal.domain.spacing import MOST_A_DAY, Grade
from workjournal.journal.journal import Journal


def kept(journal: Journal, text: str, days: int = 0) -> Lesson:
    return journal.lessons.add(Lesson(date=journal.today() - dt.timedelta(days=days), text=text, trigger="x"))


def test_lines_say_the_same_as_the_lessons(journal: Journal) -> None:
    old, new, gone = kept(journal, "Old", 3), kept(journal, "New"), kept(journal, "Gone")
    for worked in (True, False, None):
        episode = journal.episodes.add(Episode(date=journal.today(), title="Depot"))
        journal.lessons.apply(old.id, episode.id, worked=worked)
    taken_back = journal.episodes.add(Episode(date=journal.today(), title="Not after all"))
    journal.lessons.apply(old.id, taken_back.id, worked=True)
    journal.lessons.unapply(old.id, taken_back.id)
    journal.lessons.retire(new.id)
    journal.lessons.trash(gone.id)
    lines = journal.lessons.lines()
    assert [line.id for line in lines] == [lesson.id for lesson in journal.lessons.all(retired=True)]
    assert lines[0] == (new.id, "New", "x", LessonState.RETIRED, 0, 0)
    assert lines[1] == (old.id, "Old", "x", LessonState.APPLIED, 3, 1)


def test_the_next_day_is_tomorrow_while_more_wait_than_a_day_takes(journal: Journal) -> None:
    today = journal.today()
    tomorrow = today + dt.timedelta(days=1)
    assert journal.recalls.next_day(today) is None
    lessons = [kept(journal, f"Lesson {number}", 2) for number in range(MOST_A_DAY + 1)]
    for lesson in lessons[:MOST_A_DAY]:
        journal.recalls.recall(lesson.id, Grade.EASY, today)
    assert journal.recalls.due(today) == []
    assert journal.recalls.next_day(today) == tomorrow
    journal.recalls.recall(lessons[-1].id, Grade.EASY, today)
    following = journal.recalls.next_day(today)
    assert following == min(journal.lessons.get(lesson.id).due or today for lesson in lessons)
    for lesson in lessons:
        journal.lessons.retire(lesson.id)
    assert journal.recalls.next_day(today) is None
