"""What is worth a minute today."""

import datetime as dt

import pytest

from conftest import PASSPHRASE, Clock
from examples import DAY, START, Examples
from workjournal.domain.action import Action, ActionState
from workjournal.domain.check_in import CheckIn
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.lesson import Lesson
from workjournal.domain.period import Interval, Period
from workjournal.domain.reflection import Reflection
from workjournal.domain.spacing import MOST_A_DAY, Grade
from workjournal.journal.agenda import DueKind
from workjournal.journal.journal import Journal
from workjournal.vault.vault import WrongPassphrase


def test_an_empty_journal_nags_about_nothing(journal: Journal) -> None:
    assert journal.agenda.due(DAY) == []


def kinds(journal: Journal, day: dt.date) -> list[DueKind]:
    return [due.kind for due in journal.agenda.due(day)]


def codes(journal: Journal, day: dt.date) -> list[DueKind]:
    """What is said of the recovery code; that was made on the day of the test, whatever the clock says."""
    return [kind for kind in kinds(journal, day) if kind in {DueKind.WRITE_CODE, DueKind.TYPE_CODE}]


SATURDAY = DAY + dt.timedelta(days=2)
WEEK = Period.of(Interval.WEEK, DAY)


def test_reflection_review_recall_and_check_in_when_due_and_quiet_when_nothing_is(
    journal: Journal, one: Examples
) -> None:
    """Each goes when it is done, and another one stays. Seen failing with any one of them left out of `due`."""
    journal.ways_in.add_code(PASSPHRASE, journal.ways_in.new_code())
    hard = journal.episodes.save(Episode(date=DAY, title="Hard", kind=Kind.CHALLENGE))
    due = journal.agenda.due(SATURDAY)
    assert [(each.kind, each.thing) for each in due] == [
        (DueKind.REFLECT, hard.id),
        (DueKind.MEETING, one.pack.id),
        (DueKind.REVIEW, WEEK),
        (DueKind.RECALL, None),
        (DueKind.CHECK_IN, one.goal.id),
        (DueKind.ACT, one.action.id),
    ]
    assert all(each.since <= SATURDAY for each in due)
    journal.reflections.keep(
        Reflection(date=DAY, method="aar-short", answers={"why": "x"}), episodes=[hard.id]
    )
    assert DueKind.REFLECT not in kinds(journal, SATURDAY)
    journal.meetings.meet(one.pack.id, SATURDAY, "")
    assert DueKind.MEETING not in kinds(journal, SATURDAY)
    review = Reflection(date=SATURDAY, method="period-review", answers={"moved": "Much"})
    review.period_start, review.period_end = WEEK.start, WEEK.end
    journal.reflections.keep(review)
    assert DueKind.REVIEW not in kinds(journal, SATURDAY)
    journal.recalls.recall(one.lesson.id, Grade.GOOD, SATURDAY)
    assert kinds(journal, SATURDAY) == [DueKind.CHECK_IN, DueKind.ACT]
    journal.goals.check_in(CheckIn(goal_id=one.goal.id, date=SATURDAY, progress=5))
    assert kinds(journal, SATURDAY) == [DueKind.ACT]
    journal.actions.end(one.action.id, ActionState.DONE, SATURDAY)
    assert journal.agenda.due(SATURDAY) == []


def test_recalls_are_one_row_that_says_how_many_and_since_when(journal: Journal) -> None:
    """Never a lesson's words: they are to be remembered before they are shown."""
    for days in range(1, 8):
        journal.lessons.save(Lesson(date=DAY - dt.timedelta(days=days), text=f"Secret {days}"))
    (row,) = journal.agenda.recalls(DAY)
    assert (row.kind, row.thing, row.title, row.number) == (DueKind.RECALL, None, "", MOST_A_DAY)
    assert row.since == DAY - dt.timedelta(days=6)  # the first of them came back the day after it was written


def test_a_lesson_that_a_wrong_clock_recalled_waits_since_today_at_the_latest(journal: Journal) -> None:
    lesson = journal.lessons.save(Lesson(date=DAY - dt.timedelta(days=9), text="Ask"))
    journal.recalls.recall(lesson.id, Grade.GOOD, DAY + dt.timedelta(days=700))
    (row,) = journal.agenda.recalls(DAY)
    assert (row.since, row.number) == (DAY, 1)


def test_a_review_says_its_period_and_waits_since_its_end(journal: Journal) -> None:
    journal.episodes.save(Episode(date=DAY, title="Something"))
    friday, monday = WEEK.end - dt.timedelta(days=2), WEEK.end + dt.timedelta(days=1)
    for day, since in ((friday, friday), (WEEK.end, WEEK.end), (monday, WEEK.end)):
        (row,) = journal.agenda.due(day)[:1]
        assert (row.kind, row.thing, row.since) == (DueKind.REVIEW, WEEK, since)


def test_reflections_then_check_ins_then_actions(journal: Journal, one: Examples) -> None:
    hard = journal.episodes.save(Episode(date=DAY, title="Hard", kind=Kind.CHALLENGE))
    due = journal.agenda.due(DAY)
    assert [(d.kind, d.thing, d.title, d.since) for d in due] == [
        (DueKind.REFLECT, hard.id, "Hard", DAY),
        (DueKind.CHECK_IN, one.goal.id, one.goal.title, START),
        (DueKind.ACT, one.action.id, "Call Ada", DAY),
    ]
    journal.actions.end(one.action.id, ActionState.DONE, DAY)
    assert [d.kind for d in journal.agenda.due(DAY)] == [DueKind.REFLECT, DueKind.CHECK_IN]


def test_at_most_two_of_a_kind_and_no_action_before_its_day(journal: Journal) -> None:
    for number in range(4):
        journal.episodes.save(Episode(date=DAY, title=f"Hard {number}", kind=Kind.DECISION))
        journal.actions.save(Action(date=DAY, text=f"Due {number}", due=DAY - dt.timedelta(days=number)))
    journal.actions.save(Action(date=DAY, text="Tomorrow", due=DAY + dt.timedelta(days=1)))
    journal.actions.save(Action(date=DAY, text="Some day"))
    assert [due.title for due in journal.agenda.due(DAY)] == ["Hard 3", "Hard 2", "Due 3", "Due 2"]


def test_a_recovery_code_is_asked_for_once_something_is_written(journal: Journal) -> None:
    made = journal.ways_in.all()[0].made
    later = made + dt.timedelta(days=2)
    assert journal.agenda.due(later) == []  # nothing to lose yet
    journal.episodes.save(Episode(date=DAY, title="Something"))
    assert codes(journal, made) == []
    assert codes(journal, later) == [DueKind.WRITE_CODE]
    code = journal.ways_in.new_code()
    journal.ways_in.add_code(PASSPHRASE, code)
    assert codes(journal, later) == []


def test_a_recovery_code_is_tried_every_ninety_days(journal: Journal, clock: Clock) -> None:
    code = journal.ways_in.new_code()
    made = journal.ways_in.add_code(PASSPHRASE, code).made
    clock.now = dt.datetime.combine(made, dt.time(12), dt.UTC)
    assert journal.agenda.due(made + dt.timedelta(days=89)) == []
    due = journal.agenda.due(made + dt.timedelta(days=90))
    assert [(each.kind, each.since) for each in due] == [(DueKind.TYPE_CODE, made)]
    with pytest.raises(WrongPassphrase):
        journal.ways_in.rehearse_code(journal.ways_in.new_code())
    assert journal.agenda.due(made + dt.timedelta(days=90))
    clock.forward(days=90)
    journal.ways_in.rehearse_code(code.lower())
    assert journal.agenda.due(made + dt.timedelta(days=90)) == []
    assert journal.agenda.due(made + dt.timedelta(days=180))
