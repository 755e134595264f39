"""Shared packs: the ledger, the page of one, what was in it, and that nothing typed of it is lost."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.shared_packs_page import DAY, kept, row_id, rows, shown
from ui.showing import on_screen, show_active
from workjournal.domain.action import Action
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.skill_record import Credential
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.screens.shared_packs import SharedPacksScreen
from workjournal.ui.workspace import Workspace

Went = list[tuple[str, object]]
Told = list[tuple[str, Callable[[], object] | None]]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> SharedPacksScreen:
    return on_screen(qtbot, SharedPacksScreen(journal))


@pytest.fixture
def went(screen: SharedPacksScreen) -> Went:
    places: Went = []
    screen.go.connect(lambda name, what: places.append((name, what)))
    return places


@pytest.fixture
def told(screen: SharedPacksScreen) -> Told:
    toasts: Told = []
    screen.toast.connect(lambda text, undo: toasts.append((text, undo)))
    return toasts


def test_teaches_while_there_is_none(screen: SharedPacksScreen, went: Went) -> None:
    shown(screen)
    assert screen.empty.isVisible()
    assert "the next pack opens with them" in screen.empty.text
    assert not screen.new_pack.isVisible()
    screen.empty.acted.emit()
    assert went == [("pack", None)]


def test_lists_what_was_shared_the_newest_first(screen: SharedPacksScreen, journal: Journal) -> None:
    kept(journal, dt.date(2025, 12, 20), Audience.OWN, period_start=dt.date(2025, 1, 1))
    kept(journal, dt.date(2026, 6, 30), Audience.NEXT_JOB, recipient="Hafen Logistik", protected=True)
    kept(journal, recipient="Dana Okafor", pdf=b"%PDF", met=dt.date(2026, 11, 18))
    kept(journal, DAY - dt.timedelta(days=20))
    shown(screen)
    assert rows(screen.packs) == [
        ("Review pack · Dana Okafor", "1 Sep – 17 Nov 2026 · met 18 Nov · copy kept"),
        ("Review pack", "1 Sep – 28 Oct 2026 · no meeting noted"),
        ("Portfolio · Hafen Logistik", "1 Sep – 30 Jun 2026 · with a password"),
        ("Year in review", "1 Jan – 20 Dec 2025"),
    ]
    assert screen.pack.when.text() == "Shared on 17 November 2026 for my manager"
    assert screen.packs.hasFocus()
    QTest.keyClick(screen.packs, Qt.Key.Key_End)
    assert screen.pack.when.text() == "Made on 20 December 2025 for myself"
    assert not screen.pack.meeting_card.isVisible()  # with oneself there is no meeting
    assert not screen.pack.agreements.isVisible()


def test_what_was_in_it_leads_to_the_things(screen: SharedPacksScreen, journal: Journal, went: Went) -> None:
    skill = journal.skills.named("Planning")[0].id
    episode = journal.episodes.add(Episode(date=DAY, title="Moved the depot")).id
    goal = journal.goals.add(Goal(title="Lead the count")).id
    lesson = journal.lessons.add(Lesson(date=DAY, text="Ask first")).id
    action = journal.actions.save(Action(date=DAY, text="Call Ada")).id
    badge = journal.credentials.keep(Credential(skill_id=skill, name="Lead badge")).id
    items = [str(each) for each in (episode, goal, lesson, action, badge)]
    kept(journal, items=items, sections=["highlights", "goals", "lessons", "commitments", "credentials"])
    shown(screen)
    assert rows(screen.pack.told) == [
        ("Highlights and lowlights", ""),
        ("Moved the depot", "Episode"),
        ("Stretch goals", ""),
        ("Lead the count", "Stretch goal"),
        ("What I learned and where I applied it", ""),
        ("Ask first", "Lesson"),
        ("Next period", ""),
        ("Call Ada", "Action"),
        ("Credentials", ""),
        ("Lead badge", "Credential"),
    ]
    for title in ("Moved the depot", "Lead the count", "Ask first", "Call Ada", "Lead badge"):
        screen.pack.told.choose(row_id(screen.pack.told, title))
        QTest.keyClick(screen.pack.told, Qt.Key.Key_Return)
    assert went == [
        ("episode", episode),
        ("goal", goal),
        ("lessons", lesson),
        ("actions", action),
        ("skills", skill),
    ]


def test_charts_lines_and_what_is_gone_are_told(
    screen: SharedPacksScreen, journal: Journal, went: Went, told: Told
) -> None:
    trashed = journal.episodes.add(Episode(date=DAY, title="Moved the depot")).id
    gone = journal.episodes.add(Episode(date=DAY, title="Another")).id
    journal.trash.put(gone)
    journal.trash.empty()
    journal.trash.put(trashed)
    kept(journal, items=[str(trashed), str(gone)], charts=["difficulty"], asks=["A free day"])
    shown(screen)
    found = screen.pack.told
    assert rows(found) == [
        ("Highlights and lowlights", ""),
        ("Moved the depot", "Episode · in the trash"),
        ("What I ask for", ""),
        ("A free day", "Typed for this pack"),
        ("Growth", ""),
        ("Difficulty over time", "Chart"),
        ("Also chosen", ""),
        ("No longer in the journal", "It was destroyed"),
    ]
    for title in ("Moved the depot", "A free day", "Difficulty over time", "No longer in the journal"):
        found.choose(row_id(found, title))
        QTest.keyClick(found, Qt.Key.Key_Return)
    assert went == []
    found.choose(row_id(found, "Moved the depot"))
    QTest.keyClick(found, Qt.Key.Key_R)
    assert journal.episodes.get(trashed).trashed_at is None
    ((text, undo),) = told
    assert text == "Moved the depot taken out of the trash"
    assert undo is not None
    undo()
    assert journal.episodes.get(trashed).trashed_at is not None


def test_a_pack_of_nothing_says_so(screen: SharedPacksScreen, journal: Journal) -> None:
    kept(journal)
    shown(screen)
    assert screen.pack.told_nothing.isVisible()
    assert not screen.pack.told.isVisible()


def test_what_is_typed_is_saved_on_leaving(screen: SharedPacksScreen, journal: Journal) -> None:
    pack = kept(journal)
    shown(screen, pack)
    page = screen.pack
    assert page.met.hasFocus()  # how did it go?
    QTest.keyClicks(page.met, "18.11.2026")
    QTest.keyClicks(page.recipient, "Dana  Okafor")
    QTest.keyClicks(page.notes, "She liked the plan")
    assert journal.meetings.get(pack).notes == ""
    screen.leave()
    found = journal.meetings.get(pack)
    assert (found.met, found.recipient, found.notes) == (
        dt.date(2026, 11, 18),
        "Dana Okafor",
        "She liked the plan",
    )
    assert journal.drafts.all() == []


def test_a_draft_comes_back(qtbot: QtBot, screen: SharedPacksScreen, journal: Journal) -> None:
    """Typed, and the program killed a moment later. Seen failing without the draft."""
    pack = kept(journal)
    shown(screen, pack)
    QTest.keyClicks(screen.pack.notes, "She liked the plan")
    QTest.keyClicks(screen.pack.agreements.what, "Write it down")
    QTest.keyClicks(screen.pack.feedback.said, "Earlier than in spring")
    qtbot.waitUntil(lambda: len(journal.drafts.all()) == 3, timeout=4000)
    again = shown(on_screen(qtbot, SharedPacksScreen(journal)), pack)
    assert again.pack.notes.text == "She liked the plan"
    assert again.pack.agreements.what.text() == "Write it down"
    assert again.pack.feedback.said.text == "Earlier than in spring"
    assert journal.meetings.agreed(pack) == []


def test_a_draft_is_of_its_pack(screen: SharedPacksScreen, journal: Journal) -> None:
    old, new = kept(journal, DAY - dt.timedelta(days=9)), kept(journal)
    shown(screen, new)
    QTest.keyClicks(screen.pack.agreements.what, "Of the new one")
    screen.packs.choose(old)
    assert screen.pack.open_id == old
    assert screen.pack.agreements.what.text() == ""
    screen.packs.choose(new)
    assert screen.pack.agreements.what.text() == "Of the new one"


def test_today_is_one_press_away(screen: SharedPacksScreen, journal: Journal) -> None:
    pack = kept(journal)
    shown(screen)
    QTest.mouseClick(screen.pack.met_today, LEFT)
    assert journal.meetings.get(pack).met == journal.today()
    assert not screen.pack.met_today.isVisible()
    assert screen.pack.notes.hasFocus()


def test_into_the_trash_and_back(screen: SharedPacksScreen, journal: Journal, told: Told) -> None:
    pack = kept(journal)
    shown(screen)
    QTest.keyClick(screen.packs, Qt.Key.Key_Delete)
    screen.refresh()
    assert screen.empty.isVisible()
    ((text, undo),) = told
    assert "what was agreed stays" in text
    assert undo is not None
    undo()
    screen.refresh()
    assert screen.pack.open_id == pack
    QTest.mouseClick(screen.pack.trash, LEFT)
    assert journal.meetings.ledger() == []


def test_what_changes_meanwhile_is_seen_and_typing_stays(screen: SharedPacksScreen, journal: Journal) -> None:
    episode = journal.episodes.add(Episode(date=DAY, title="Moved the depot"))
    kept(journal, items=[str(episode.id)])
    shown(screen)
    QTest.keyClicks(screen.pack.notes, "Half a wor")
    episode.title = "Moved two depots"
    journal.episodes.save(episode)
    shown(screen)
    assert ("Moved two depots", "Episode") in rows(screen.pack.told)
    assert screen.pack.notes.text == "Half a wor"


def test_a_thing_that_is_asked_for_but_gone_shows_another(
    screen: SharedPacksScreen, journal: Journal
) -> None:
    pack, gone = kept(journal), kept(journal, DAY - dt.timedelta(days=3))
    journal.meetings.trash(gone)
    shown(screen, gone)
    tasks.wait_all()
    assert screen.pack.open_id == pack
    assert screen.here() == pack
    assert isinstance(screen.here(), UUID)


def test_nothing_typed_is_lost_over_a_lock(qtbot: QtBot, journal: Journal) -> None:
    pack = kept(journal)
    space = Workspace(journal)
    qtbot.addWidget(space)
    show_active(qtbot, space)
    space.go("shared_packs", pack)
    typing = space.screen_of("shared_packs")
    assert isinstance(typing, SharedPacksScreen)
    QTest.keyClicks(typing.pack.notes, "She liked the plan")
    QTest.keyClicks(typing.pack.agreements.what, "Write it down")
    QTest.keyClicks(typing.pack.feedback.said, "Earlier than in spring")
    space.lock()
    tasks.wait_all()
    assert journal.meetings.get(pack).notes == "She liked the plan"
    assert {draft.place: draft.fields for draft in journal.drafts.all()} == {
        f"agreement:{pack}": {"what": "Write it down", "owner": "me", "due": None},
        f"feedback:{pack}": {"said": "Earlier than in spring", "who": []},
    }
