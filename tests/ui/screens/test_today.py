"""Today: capture by keyboard, the day, what is due."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.showing import on_screen
from workjournal.domain import date_phrases
from workjournal.domain.action import Action, ActionState
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal
from workjournal.journal.agenda import DueKind
from workjournal.journal.journal import Journal
from workjournal.settings import Settings
from workjournal.ui.places import New
from workjournal.ui.screens.today import TodayScreen


@pytest.fixture
def today(qtbot: QtBot, journal: Journal) -> TodayScreen:
    screen = on_screen(qtbot, TodayScreen(journal))
    screen.renew()
    screen.arrive(None)
    return screen


def test_captures_by_keyboard_alone(qtbot: QtBot, today: TodayScreen, journal: Journal) -> None:
    toasts: list[str] = []
    today.toast.connect(lambda text, _undo: toasts.append(text))
    assert today.text.hasFocus()
    qtbot.keyClicks(today.text, "Handed the plan to Priya. Agreed the outcome, not the method.")
    qtbot.keyClick(today.text, Qt.Key.Key_Tab)
    qtbot.keyClick(today.kind.button(Kind.WIN), Qt.Key.Key_Space)
    qtbot.keyClick(today.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: journal.episodes.count() == 1)  # a button's shortcut presses it visibly
    (kept,) = journal.episodes.newest()
    assert kept.title == "Handed the plan to Priya"
    assert kept.story == "Handed the plan to Priya. Agreed the outcome, not the method."
    assert kept.kind is Kind.WIN
    assert kept.date == journal.today()
    assert today.text.text == ""
    assert toasts


def test_undo_brings_the_text_back_to_be_mended(qtbot: QtBot, today: TodayScreen, journal: Journal) -> None:
    undo = []
    today.toast.connect(lambda _text, back: undo.append(back))
    qtbot.keyClicks(today.text, "A slip of the finger")
    qtbot.mouseClick(today.save, Qt.MouseButton.LeftButton)
    undo[0]()
    assert journal.episodes.newest() == []
    assert today.text.text == "A slip of the finger"


def test_undo_keeps_what_was_begun_meanwhile_with_kind_and_tags(
    qtbot: QtBot, today: TodayScreen, journal: Journal
) -> None:
    undo = []
    today.toast.connect(lambda _text, back: undo.append(back))
    today.text.text, today.kind.choice, today.tags.labels = "A slip", Kind.WIN, ["launch"]
    qtbot.mouseClick(today.save, Qt.MouseButton.LeftButton)
    undo[0]()
    assert (today.text.text, today.kind.choice, today.tags.labels) == ("A slip", Kind.WIN, ["launch"])
    qtbot.mouseClick(today.save, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(today.text, "The next one")
    undo[1]()
    assert today.text.text == "A slip\n\nThe next one"
    assert journal.episodes.newest() == []


def test_a_window_left_open_over_night_goes_on_to_the_new_day(
    qtbot: QtBot, today: TodayScreen, journal: Journal, clock: Clock
) -> None:
    clock.forward(hours=14)
    qtbot.keyClicks(today.text, "First thing in the morning")
    assert today.day.text().startswith("Today, Friday 20")
    qtbot.mouseClick(today.save, Qt.MouseButton.LeftButton)
    (kept,) = journal.episodes.newest()
    assert kept.date == dt.date(2026, 11, 20)
    assert kept.time is not None


def test_an_empty_capture_says_what_is_missing(qtbot: QtBot, today: TodayScreen, journal: Journal) -> None:
    qtbot.mouseClick(today.save, Qt.MouseButton.LeftButton)
    assert "title" in today.problem.text()
    assert today.problem.isVisible()
    assert journal.episodes.newest() == []


def test_what_was_being_typed_comes_back(qtbot: QtBot, today: TodayScreen, journal: Journal) -> None:
    qtbot.keyClicks(today.text, "Half a sen")
    today.kind.choice = Kind.CHALLENGE
    today.tags.labels = ["planning"]
    today.leave()
    again = TodayScreen(journal)
    qtbot.addWidget(again)
    assert (again.text.text, again.kind.choice, again.tags.labels) == (
        "Half a sen",
        Kind.CHALLENGE,
        ["planning"],
    )
    assert again.text.textCursor().atEnd(), "what is typed next belongs behind it"


def test_a_refresh_leaves_what_is_typed(qtbot: QtBot, today: TodayScreen, journal: Journal) -> None:
    qtbot.keyClicks(today.text, "Still writing")
    journal.episodes.add(Episode(date=journal.today(), title="From the terminal"))
    today.renew()
    assert today.text.text == "Still writing"
    assert [row.title for row in today.timeline.rows()] == ["From the terminal"]  # type: ignore[attr-defined]


def test_another_day_is_captured_on_that_day(qtbot: QtBot, today: TodayScreen, journal: Journal) -> None:
    qtbot.mouseClick(today.earlier, Qt.MouseButton.LeftButton)
    assert today.to_today.isVisible()
    qtbot.keyClicks(today.text, "Forgot to write this down")
    qtbot.mouseClick(today.save, Qt.MouseButton.LeftButton)
    (kept,) = journal.episodes.newest()
    assert kept.date == journal.today() - dt.timedelta(days=1)
    assert kept.time is None


def test_worth_a_minute_is_quiet_when_nothing_is_due(today: TodayScreen) -> None:
    assert not today.worth_card.isVisible()


def test_worth_a_minute_offers_what_is_due(qtbot: QtBot, today: TodayScreen, journal: Journal) -> None:
    asked: list[tuple[str, object]] = []
    today.go.connect(lambda name, what: asked.append((name, what)))
    day = journal.today()
    hard = journal.episodes.add(
        Episode(date=day - dt.timedelta(days=2), title="Vendor escalation", kind=Kind.CHALLENGE)
    )
    goal = journal.goals.add(Goal(title="Lead planning"))
    journal.goals.start(goal.id, day - dt.timedelta(days=9))
    action = journal.actions.save(Action(date=day, text="Write to Marco", due=day))
    today.renew()
    assert today.worth_card.isVisible()
    for key in [(DueKind.REFLECT, hard.id), (DueKind.CHECK_IN, goal.id), (DueKind.ACT, action.id)]:
        assert today.worth.choose(key)
        qtbot.keyClick(today.worth, Qt.Key.Key_R)
    assert asked == [("reflection", New(about=hard.id)), ("goal", goal.id)]
    assert journal.actions.get(action.id).state is ActionState.DONE


def test_deleting_from_the_day_can_be_undone(qtbot: QtBot, today: TodayScreen, journal: Journal) -> None:
    undo = []
    today.toast.connect(lambda _text, back: undo.append(back))
    kept = journal.episodes.add(Episode(date=journal.today(), title="To be deleted"))
    today.renew()
    assert today.timeline.choose(kept.id)
    qtbot.keyClick(today.timeline, Qt.Key.Key_Delete)
    assert journal.episodes.newest() == []
    undo[0]()
    assert [episode.id for episode in journal.episodes.newest()] == [kept.id]


def test_this_day_in_earlier_years(today: TodayScreen, journal: Journal) -> None:
    assert not today.earlier_card.isVisible()
    journal.episodes.add(Episode(date=journal.today().replace(year=2025), title="All the slides myself"))
    today.renew()
    assert today.earlier_card.isVisible()
    assert "All the slides myself" in today.earlier_text.text()


def test_the_week_counts_the_days_of_ones_own_week(today: TodayScreen, journal: Journal) -> None:
    journal.episodes.save(Episode(date=journal.today(), title="x"))
    Settings(remind_days=str(journal.today().isoweekday())).save()
    today.renew()
    assert today.rhythm_words.text() == "1 of 1 workdays"


def test_from_friday_on_the_weekly_look_is_at_hand(qtbot: QtBot, today: TodayScreen, clock: Clock) -> None:
    today.renew()
    assert not today.look_at_week.isVisible()
    clock.forward(days=1)
    today.renew()
    assert today.look_at_week.isVisible()
    with qtbot.waitSignal(today.go) as went:
        qtbot.mouseClick(today.look_at_week, Qt.MouseButton.LeftButton)
    assert went.args == ["week", None]


def test_signs_and_days_in_the_text_count_beside_what_is_chosen(
    qtbot: QtBot, today: TodayScreen, journal: Journal
) -> None:
    date_phrases.load()
    told: list[str] = []
    today.toast.connect(lambda text, _undo: told.append(text))
    today.tags.labels = ["launch"]
    qtbot.keyClicks(today.text, "Met @Bo yesterday 16:00 #plan !win")
    assert today.recognised.isVisible()
    today.kind.choice = Kind.FEEDBACK
    qtbot.mouseClick(today.save, Qt.MouseButton.LeftButton)
    (kept,) = journal.episodes.newest()
    assert kept.title == "Met @Bo yesterday 16:00 #plan !win"
    assert (kept.date, kept.time) == (journal.today() - dt.timedelta(days=1), dt.time(16))
    assert sorted(tag.name for tag in kept.tags) == ["launch", "plan"]
    assert [person.name for person in kept.people] == ["Bo"]
    assert kept.kind is Kind.FEEDBACK  # what was pressed, not what the text says
    assert told == ["Episode saved: Yesterday, Wednesday 18 November"]
    assert not today.recognised.isVisible()


def test_what_was_refused_stays_so_in_the_draft_and_after_undo(
    qtbot: QtBot, today: TodayScreen, journal: Journal
) -> None:
    undo = []
    today.toast.connect(lambda _text, back: undo.append(back))
    qtbot.keyClicks(today.text, "Fixed #include")
    qtbot.mouseClick(today._seen.chips.removals()[0], Qt.MouseButton.LeftButton)
    today.leave()
    draft = journal.drafts.find("capture")
    assert draft is not None
    assert draft.fields["refused"] == ["#include"]
    again = on_screen(qtbot, TodayScreen(journal))
    assert again.text.text == "Fixed #include"
    assert again._seen.chips.removals() == []
    qtbot.mouseClick(today.save, Qt.MouseButton.LeftButton)
    assert [kept.tags for kept in journal.episodes.newest()] == [[]]
    undo[0]()
    assert today.text.text == "Fixed #include"
    assert today._seen.refused == ["#include"]
