"""After the meeting: what was agreed, and the feedback that was heard; each can be taken back."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.shared_packs_page import DAY, kept, row_id, rows, shown
from ui.showing import on_screen
from workjournal.domain.action import Action, ActionKind, ActionState, Owner
from workjournal.domain.episode import Kind
from workjournal.journal.journal import Journal
from workjournal.ui.parts.meeting_agreements import MeetingAgreements
from workjournal.ui.parts.meeting_feedback import MeetingFeedback
from workjournal.ui.screens.shared_packs import SharedPacksScreen

MET = dt.date(2026, 11, 18)
Told = list[tuple[str, Callable[[], object]]]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pack(journal: Journal) -> UUID:
    journal.people.named("Dana Okafor")
    return kept(journal, recipient="Dana Okafor", met=MET)


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, pack: UUID) -> SharedPacksScreen:
    return shown(on_screen(qtbot, SharedPacksScreen(journal)), pack)


@pytest.fixture
def told(screen: SharedPacksScreen) -> Told:
    toasts: Told = []
    screen.toast.connect(lambda text, undo: toasts.append((text, undo)))
    return toasts


def agreements(screen: SharedPacksScreen) -> MeetingAgreements:
    return screen.pack.agreements


def feedback(screen: SharedPacksScreen) -> MeetingFeedback:
    return screen.pack.feedback


def test_agreements_are_added_by_keyboard(screen: SharedPacksScreen, journal: Journal, pack: UUID) -> None:
    card = agreements(screen)
    assert not card.agreed.isVisible()
    QTest.keyClicks(card.due, "27.11.2026")
    QTest.keyClicks(card.what, "Write the plan down")
    QTest.keyClick(card.what, Qt.Key.Key_Return)
    assert card.what.hasFocus()
    card.owner.button(Owner.ME).setFocus()
    QTest.keyClick(card.owner.button(Owner.ME), Qt.Key.Key_Right)
    QTest.keyClicks(card.what, "Ask about the shift")
    QTest.keyClick(card.what, Qt.Key.Key_Return)
    assert [(each.text, each.owner, each.due, each.date) for each in journal.meetings.agreed(pack)] == [
        ("Write the plan down", Owner.ME, dt.date(2026, 11, 27), MET),
        ("Ask about the shift", Owner.MANAGER, None, MET),
    ]
    assert rows(card.agreed) == [
        ("Write the plan down", "Me · Due 27 Nov"),
        ("Ask about the shift", "My manager · No due day"),
    ]
    assert card.owner.choice is Owner.MANAGER  # whose move it is stays for the next one
    assert card.due.day is None
    assert journal.drafts.all() == []


def test_an_empty_line_says_what_is_missing(screen: SharedPacksScreen, journal: Journal, pack: UUID) -> None:
    card = agreements(screen)
    QTest.keyClick(card.what, Qt.Key.Key_Return)
    assert "Say what will be done" in card.problem.text()
    QTest.keyClicks(card.what, "W")
    assert not card.problem.isVisible()
    assert journal.meetings.agreed(pack) == []


def test_the_first_agreement_tells_the_day(qtbot: QtBot, journal: Journal) -> None:
    other = kept(journal)
    screen = shown(on_screen(qtbot, SharedPacksScreen(journal)), other)
    QTest.keyClicks(screen.pack.notes, "She liked it")
    QTest.keyClicks(agreements(screen).what, "Write the plan down")
    QTest.keyClick(agreements(screen).what, Qt.Key.Key_Return)
    assert screen.pack.met.day == journal.today()
    assert journal.meetings.get(other).notes == "She liked it"
    screen.pack.notes.go_to_end()
    QTest.keyClicks(screen.pack.notes, ", much")
    screen.leave()
    assert screen.pack.problem.text() == ""
    assert journal.meetings.get(other).notes == "She liked it, much"


def test_agreements_are_taken_back(
    screen: SharedPacksScreen, journal: Journal, pack: UUID, told: Told
) -> None:
    card = agreements(screen)
    QTest.keyClicks(card.what, "Write the plan down")
    QTest.keyClick(card.what, Qt.Key.Key_Return)
    text, undo = told.pop()
    assert text == "Agreement noted"
    undo()
    assert journal.meetings.agreed(pack) == []
    screen.refresh()
    assert not card.agreed.isVisible()
    for key in (Qt.Key.Key_R, Qt.Key.Key_Delete):
        QTest.keyClicks(card.what, "Another")
        QTest.keyClick(card.what, Qt.Key.Key_Return)
        card.agreed.choose(row_id(card.agreed, "Another"))
        QTest.keyClick(card.agreed, key)
        assert journal.meetings.agreed(pack) == []
        text, undo = told.pop()
        assert text == "Agreement taken back"
        undo()
        (again,) = journal.meetings.agreed(pack)
        journal.meetings.withdraw(again.id)
        screen.refresh()


def test_what_the_pack_asked_and_promised_is_one_press_away(
    screen: SharedPacksScreen, journal: Journal, told: Told
) -> None:
    ask = journal.actions.save(Action(date=DAY, text="An hour", kind=ActionKind.ASK, owner=Owner.MANAGER))
    done = Action(date=DAY, text="Long done", state=ActionState.DONE, ended=DAY - dt.timedelta(days=1))
    items = [str(ask.id), str(journal.actions.save(done).id)]
    other = kept(journal, items=items, asks=["A free day"], commitments=["Write it down", "Write it down"])
    shown(screen, other)
    card = agreements(screen)
    assert rows(card.offers) == [
        ("An hour", "Asked for"),
        ("A free day", "Asked for"),
        ("Write it down", "Promised"),
    ]
    for title in ("An hour", "A free day"):
        card.offers.choose(row_id(card.offers, title))
        QTest.keyClick(card.offers, Qt.Key.Key_Return)
    assert [title for title, _ in rows(card.offers)] == ["Write it down"]
    found = {each.text: each for each in journal.meetings.agreed(other)}
    assert (found["An hour"].id, found["An hour"].kind) == (ask.id, ActionKind.ASK)
    assert found["A free day"].owner is Owner.MANAGER
    told[0][1]()
    assert journal.actions.get(ask.id).trashed_at is None
    shown(screen)
    assert ("An hour", "Asked for") in rows(card.offers)


def test_feedback_becomes_an_episode(
    screen: SharedPacksScreen, journal: Journal, pack: UUID, told: Told
) -> None:
    card = feedback(screen)
    assert card.who.labels == ["Dana Okafor"]
    card.said.setFocus()
    QTest.keyClicks(card.said, "Plans are out earlier. Nobody had to ask for them this autumn")
    QTest.keyClick(card.said, Qt.Key.Key_Return, CTRL)
    (heard,) = journal.meetings.heard(pack)
    assert (heard.title, heard.kind, heard.date) == ("Plans are out earlier", Kind.FEEDBACK, MET)
    assert heard.story == "Plans are out earlier. Nobody had to ask for them this autumn"
    assert [person.name for person in heard.people] == ["Dana Okafor"]
    assert rows(card.heard) == [("Plans are out earlier", f"Dana Okafor · {heard.story}")]
    assert (card.said.text, card.who.labels) == ("", ["Dana Okafor"])
    card.heard.choose(heard.id)
    QTest.keyClick(card.heard, Qt.Key.Key_Delete)
    assert journal.meetings.heard(pack) == []
    text, undo = told.pop()
    assert text == "Feedback moved to the trash"
    undo()
    assert [each.id for each in journal.meetings.heard(pack)] == [heard.id]
    told.pop()[1]()
    assert journal.meetings.heard(pack) == []


def test_feedback_without_words_says_what_is_missing(
    screen: SharedPacksScreen, journal: Journal, pack: UUID
) -> None:
    QTest.mouseClick(feedback(screen).add, Qt.MouseButton.LeftButton)
    assert feedback(screen).problem.isVisible()
    assert journal.meetings.heard(pack) == []


def test_somebody_half_typed_is_not_left_out(screen: SharedPacksScreen, journal: Journal, pack: UUID) -> None:
    card = feedback(screen)
    card.who.labels = []
    QTest.keyClicks(card.said, "Well done")
    card.who.line.setFocus()
    QTest.keyClicks(card.who.line, "Ada Holm")
    QTest.keyClick(card.who.line, Qt.Key.Key_Return, CTRL)
    (heard,) = journal.meetings.heard(pack)
    assert [person.name for person in heard.people] == ["Ada Holm"]


def test_lines_lead_to_the_action_and_the_episode(screen: SharedPacksScreen, journal: Journal) -> None:
    places: list[tuple[str, object]] = []
    screen.go.connect(lambda name, what: places.append((name, what)))
    QTest.keyClicks(agreements(screen).what, "Write the plan down")
    QTest.keyClick(agreements(screen).what, Qt.Key.Key_Return)
    feedback(screen).said.setFocus()
    QTest.keyClicks(feedback(screen).said, "Well done")
    QTest.keyClick(feedback(screen).said, Qt.Key.Key_Return, CTRL)
    for found in (agreements(screen).agreed, feedback(screen).heard):
        found.setCurrentIndex(found.model().index(0, 0))
        QTest.keyClick(found, Qt.Key.Key_Return)
    (action,), (episode,) = journal.actions.open(), journal.episodes.newest()
    assert places == [("actions", action.id), ("episode", episode.id)]
