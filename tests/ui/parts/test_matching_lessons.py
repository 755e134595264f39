"""Lessons beside what is being written: they come while one types, are applied by one key, and leave one in peace."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.matching import Match, Matching, Writing
from workjournal.ui.parts.matching_hint import MatchingHint
from workjournal.ui.parts.matching_lessons import _in_their_places
from workjournal.ui.places import New
from workjournal.ui.screens.episode import EpisodeScreen

ALT = Qt.KeyboardModifier.AltModifier
SENTENCE = "Get the supplier's deadline in writing."
STORY = "The supplier moved the deadline"


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> EpisodeScreen:
    made = on_screen(qtbot, EpisodeScreen(journal))
    made.renew()
    return made


@pytest.fixture
def looked_for(monkeypatch: pytest.MonkeyPatch) -> list[Writing]:
    """What lessons were looked for, each time."""
    found: list[Writing] = []
    look = Matching.lessons

    def watched(self: Matching, writing: Writing, **more: Any) -> list[Match]:
        found.append(writing)
        return look(self, writing, **more)

    monkeypatch.setattr(Matching, "lessons", watched)
    return found


def kept(journal: Journal, text: str = SENTENCE, skills: tuple[str, ...] = ()) -> Lesson:
    return journal.lessons.add(Lesson(date=journal.today(), text=text), skills=skills)


def shown(screen: EpisodeScreen) -> list[str]:
    return [lesson.text for lesson in screen.lessons.matching.lessons()]


def test_a_lesson_comes_while_one_types_and_alt_1_applies_it(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal
) -> None:
    lesson = kept(journal)
    kept(journal, "Count the boxes before noon.")
    screen.renew()
    screen.arrive(New())
    screen.story.setFocus()
    assert not screen.lessons.matching.isVisible()
    qtbot.keyClicks(screen.story, STORY)
    qtbot.waitUntil(lambda: shown(screen) == [SENTENCE])
    row = screen.lessons.matching.rows[0]
    assert row.isVisible()
    assert row.reason.text() == "Both say “supplier”, “deadline”"
    assert SENTENCE in row.press.accessibleName()
    assert screen.story.hasFocus()
    undo: list[Any] = []
    screen.toast.connect(lambda _text, back: undo.append(back))
    qtbot.keyClick(screen.story, Qt.Key.Key_1, ALT)
    (episode,) = journal.episodes.newest()
    assert (episode.title, episode.story) == (STORY, STORY)
    assert [known.id for known in journal.lessons.applied_in(episode.id)] == [lesson.id]
    screen.renew()
    assert shown(screen) == []
    assert not screen.lessons.matching.isVisible()
    assert list(screen.lessons.cards) == [lesson.id]
    qtbot.keyClicks(screen.story, " again.")
    assert screen.story.text == f"{STORY} again.", "the cursor stays where one types"
    undo[0]()
    assert journal.lessons.applied_in(episode.id) == []
    screen.renew()
    assert shown(screen) == [SENTENCE]


def test_nothing_is_looked_for_while_one_types_nor_twice_for_the_same(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal, looked_for: list[Writing]
) -> None:
    kept(journal)
    screen.renew()
    screen.arrive(New())
    looked_for.clear()
    screen.story.setFocus()
    qtbot.keyClicks(screen.story, STORY)
    assert looked_for == []
    qtbot.waitUntil(lambda: len(looked_for) == 1)
    qtbot.keyClicks(screen.story, "s")
    qtbot.keyClick(screen.story, Qt.Key.Key_Backspace)
    screen.private_note.text = "Nobody looks for this."
    qtbot.wait(400)
    assert len(looked_for) == 1
    assert looked_for[0].text.strip() == STORY


def test_an_empty_journal_is_quiet(qtbot: QtBot, screen: EpisodeScreen, looked_for: list[Writing]) -> None:
    screen.arrive(New())
    assert looked_for == []
    qtbot.keyClicks(screen.title_, STORY)
    qtbot.wait(400)
    assert not screen.lessons_card.isVisible()
    assert not screen.lessons.matching.isVisible()


def test_labels_are_the_reason_and_what_it_left_itself_is_left_out(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal
) -> None:
    other = kept(journal, "Ask twice.", skills=("Planning",))
    left = Lesson(date=journal.today(), text="Left by this very episode.")
    goal = journal.goals.add(Goal(title="Lead the count", challenges=["high stakes"]))
    journal.lessons.take_into(other.id, goal.id)
    episode = Episode(date=journal.today(), title="Depot", goal_id=goal.id)
    journal.episodes.add(episode, skills=["Planning"], people=["Ada"])
    reflection = Reflection(date=journal.today(), method="aar-short", answers={"why": "So."})
    journal.reflections.keep(reflection, episodes=[episode.id], lessons=[left])
    screen.renew()
    screen.arrive(episode.id)
    assert shown(screen) == ["Ask twice."]
    assert (
        screen.lessons.matching.rows[0].reason.text() == "Same skill: Planning · Same challenge: High stakes"
    )


def test_a_lesson_that_still_fits_keeps_its_key(journal: Journal) -> None:
    first, second, third = (Match(kept(journal, word), (), ()) for word in ("a", "b", "c"))
    placed = _in_their_places([first, second], [third, second, first])
    assert [match.lesson for match in placed] == [first.lesson, second.lesson, third.lesson]
    placed = _in_their_places([first, second], [third, second])
    assert [match.lesson for match in placed] == [third.lesson, second.lesson]
    placed = _in_their_places([first, second], [second])
    assert [match.lesson for match in placed] == [second.lesson]


def test_each_of_three_has_its_key_and_its_button(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal
) -> None:
    for number in range(4):
        kept(journal, f"Lesson {'abcd'[number]}.", skills=("Planning",))
    episode = journal.episodes.add(Episode(date=journal.today(), title="Depot"), skills=["Planning"])
    screen.renew()
    screen.arrive(episode.id)
    matching = screen.lessons.matching
    third, second = matching.lessons()[2], matching.lessons()[1]
    assert len(shown(screen)) == 3
    qtbot.keyClick(screen.story, Qt.Key.Key_3, ALT)
    screen.renew()
    matching.rows[
        matching.lessons().index(next(x for x in matching.lessons() if x.id == second.id))
    ].press.click()
    assert {known.id for known in journal.lessons.applied_in(episode.id)} == {second.id, third.id}


def test_a_field_below_does_not_slip_away_while_it_is_typed_in(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal
) -> None:
    kept(journal)
    screen.renew()
    screen.arrive(New())
    qtbot.keyClicks(screen.story, STORY)
    screen.lessons.choose.setFocus()
    assert QApplication.focusWidget() is screen.lessons.choose
    qtbot.wait(400)
    assert shown(screen) == []
    screen.story.setFocus()
    qtbot.waitUntil(lambda: shown(screen) == [SENTENCE])


def test_in_a_small_window_the_top_bar_leads_to_them(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal
) -> None:
    kept(journal)
    screen.resize(800, 560)
    screen.renew()
    screen.arrive(New())
    (hint,) = screen.findChildren(MatchingHint)
    assert not hint.isVisible()
    qtbot.keyClicks(screen.story, STORY)
    qtbot.waitUntil(hint.isVisible)
    hint.click()
    qtbot.waitUntil(lambda: not screen.lessons.matching.visibleRegion().isEmpty())
    assert screen.lessons.matching.rows[0].press.hasFocus()
    qtbot.waitUntil(lambda: not hint.isVisible())


def test_a_reader_is_told_politely(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, object]] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: (
            told.append((event.message(), event.politeness())) if hasattr(event, "message") else None
        ),
    )
    kept(journal)
    screen.renew()
    screen.arrive(New())
    qtbot.keyClicks(screen.story, STORY)
    qtbot.waitUntil(lambda: bool(told))
    ((message, politeness),) = told
    assert SENTENCE in message
    assert politeness is QAccessible.AnnouncementPoliteness.Polite
