"""Today: what is worth a minute, when it is due and not before; and that the card goes once it is done."""

import datetime as dt
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.actions_page import IF_THEN, Told, kept
from ui.asking import asked as the_dialog
from ui.showing import on_screen
from workjournal.domain.action import ActionState
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal
from workjournal.domain.keeping import Preference
from workjournal.domain.lesson import Lesson, Recall
from workjournal.domain.period import Interval, Period
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Reflection
from workjournal.domain.spacing import Grade
from workjournal.journal.agenda import DueKind
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.pulse import PulseDialog
from workjournal.ui.places import New
from workjournal.ui.plurals import PLURALS
from workjournal.ui.screens.today import TodayScreen
from workjournal.ui.widgets.row_list import Row

SENTENCE = "Name the outcome before the method."
FRIDAY = dt.datetime(2026, 11, 20, 18, 0, tzinfo=dt.UTC)


@pytest.fixture
def today(qtbot: QtBot, journal: Journal) -> TodayScreen:
    return on_screen(qtbot, TodayScreen(journal))


@pytest.fixture
def asked(today: TodayScreen) -> list[tuple[str, object]]:
    where: list[tuple[str, object]] = []
    today.go.connect(lambda name, what: where.append((name, what)))
    return where


def rows(today: TodayScreen) -> dict[object, Row]:
    return {row.id: row for row in today.worth.rows() if isinstance(row, Row)}


def kinds(today: TodayScreen) -> list[DueKind]:
    return [row.id[0] for row in today.worth.rows() if isinstance(row.id, tuple)]


def press(qtbot: QtBot, today: TodayScreen, key: object) -> None:
    assert today.worth.choose(key)
    today.worth.setFocus()
    qtbot.keyClick(today.worth, Qt.Key.Key_R)


def a_lesson(journal: Journal) -> UUID:
    return journal.lessons.add(Lesson(date=journal.today(), text=SENTENCE, trigger="someone asks how")).id


def test_quiet_until_something_is_due(today: TodayScreen, journal: Journal, clock: Clock) -> None:
    clock.now = FRIDAY - dt.timedelta(days=3)
    journal.episodes.add(Episode(date=journal.today(), title="An easy one"))
    kept(journal, "Tomorrow's", 1)
    kept(journal, "Whenever")
    a_lesson(journal)
    goal = journal.goals.add(Goal(title="Lead planning"))
    journal.goals.start(goal.id, journal.today())
    today.renew()
    assert not today.worth_card.isVisible(), kinds(today)


def test_offers_each_kind_when_it_is_due(
    qtbot: QtBot,
    today: TodayScreen,
    journal: Journal,
    clock: Clock,
    asked: list[tuple[str, object]],
) -> None:
    clock.now = FRIDAY - dt.timedelta(days=8)
    goal = journal.goals.add(Goal(title="Lead planning"))
    journal.goals.start(goal.id, journal.today())
    lesson = a_lesson(journal)
    hard = Episode(date=dt.date(2026, 11, 18), title="Vendor escalation", kind=Kind.CHALLENGE)
    journal.episodes.add(hard)
    clock.now = FRIDAY
    kept(journal, "Write to Marco", 0)
    today.renew()
    week = Period.of(Interval.WEEK, journal.today())
    assert kinds(today) == [
        DueKind.REFLECT,
        DueKind.REVIEW,
        DueKind.RECALL,
        DueKind.CHECK_IN,
        DueKind.ACT,
    ]
    review, recall = rows(today)[DueKind.REVIEW, week], rows(today)[DueKind.RECALL, None]
    assert (review.title, review.second, review.action) == ("Review your week", "Ends on Sunday", "Review")
    assert (recall.title, recall.second, recall.action) == (
        "Recall a lesson",
        "Answer first, then compare",
        "Recall",
    )
    assert SENTENCE not in " ".join(row.spoken() for row in rows(today).values())
    for key in (
        (DueKind.REFLECT, hard.id),
        (DueKind.REVIEW, week),
        (DueKind.RECALL, None),
        (DueKind.CHECK_IN, goal.id),
    ):
        press(qtbot, today, key)
    assert asked == [
        ("reflection", New(about=hard.id)),
        ("reflection", New(about=week)),
        ("recall", None),
        ("goal", goal.id),
    ]
    assert journal.lessons.get(lesson).text == SENTENCE


def test_what_is_done_elsewhere_goes(today: TodayScreen, journal: Journal, clock: Clock) -> None:
    clock.now = FRIDAY - dt.timedelta(days=2)
    journal.episodes.add(Episode(date=journal.today(), title="An easy one"))
    lesson = a_lesson(journal)
    clock.now = FRIDAY
    today.renew()
    assert kinds(today) == [DueKind.REVIEW, DueKind.RECALL]
    assert {Lesson, Recall, Reflection} <= today.shows, "the workspace asks for a refresh by these"
    journal.recalls.recall(lesson, Grade.GOOD, journal.today())
    week = Period.of(Interval.WEEK, journal.today())
    done = Reflection(
        date=journal.today(),
        method="period-review",
        answers={"moved": "The depot"},
        period_start=week.start,
        period_end=week.end,
    )
    journal.reflections.keep(done)
    today.renew()
    assert not today.worth_card.isVisible()


def test_a_plan_is_asked_for_its_outcome_here_too(qtbot: QtBot, today: TodayScreen, journal: Journal) -> None:
    action = kept(journal, "Name the range", 0, if_then=IF_THEN)
    said: Told = []
    today.toast.connect(lambda text, undo: said.append((text, undo)))
    today.renew()
    assert rows(today)[DueKind.ACT, action].action == "Done…"
    press(qtbot, today, (DueKind.ACT, action))
    assert journal.actions.get(action).state is ActionState.OPEN
    (menu,) = today.worth.findChildren(QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert journal.actions.get(action).state is ActionState.NEVER_AROSE
    said[0][1]()
    assert journal.actions.get(action).state is ActionState.OPEN


def test_an_action_is_read_before_it_is_ended(
    qtbot: QtBot, today: TodayScreen, journal: Journal, asked: list[tuple[str, object]]
) -> None:
    """A click beside the word ends nothing."""
    action = kept(journal, "Call Ada", 0)
    today.renew()
    today.worth.choose((DueKind.ACT, action))
    today.worth.setFocus()
    qtbot.keyClick(today.worth, Qt.Key.Key_Return)
    assert asked == [("actions", action)]
    assert journal.actions.get(action).state is ActionState.OPEN


def test_several_lessons_are_one_row_with_their_number(
    today: TodayScreen, journal: Journal, clock: Clock
) -> None:
    for _ in range(3):
        a_lesson(journal)
    clock.forward(days=2)
    today.renew()
    assert [row.title for key, row in rows(today).items() if key == (DueKind.RECALL, None)] == [
        PLURALS.to_recall(3)
    ]
    assert "3" in PLURALS.to_recall(3)


def test_the_pulse_is_given_from_here_and_by_its_command(
    qtbot: QtBot, today: TodayScreen, journal: Journal
) -> None:
    journal.episodes.add(Episode(date=journal.today() - dt.timedelta(days=40), title="Began"))
    said: Told = []
    today.toast.connect(lambda text, undo: said.append((text, undo)))
    today.renew()
    press(qtbot, today, (DueKind.PULSE, None))
    dialog = the_dialog(PulseDialog)
    dialog.safety.rating = 50
    dialog.agree.click()
    assert {Pulse, Preference} <= today.shows, "the workspace asks for a refresh by these"
    today.renew()
    assert DueKind.PULSE not in kinds(today)
    said[0][1]()
    today.renew()
    assert DueKind.PULSE in kinds(today)
    today.arrive(DueKind.PULSE)
    the_dialog(PulseDialog).reject()
