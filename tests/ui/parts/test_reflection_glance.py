"""The reflection as the episode's page shows it."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from workjournal.domain.episode import Episode, Kind, Setting
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui.parts.reflection_glance import ReflectionGlance


@pytest.fixture
def glance(qtbot: QtBot, journal: Journal) -> ReflectionGlance:
    made = ReflectionGlance(journal)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def episode(journal: Journal) -> Episode:
    made = Episode(date=journal.today(), title="Said no", kind=Kind.CHALLENGE, setting=Setting.COMPLEX)
    return journal.episodes.save(made)


def said(glance: ReflectionGlance) -> list[str]:
    QApplication.processEvents()  # lines that were added are shown by then
    return [label.text() for label in glance.findChildren(QLabel) if label.isVisible()]


def test_offers_the_method_that_fits_and_says_why(glance: ReflectionGlance, episode: Episode) -> None:
    glance.show_episode(episode)
    assert glance.heading.text() == "Probe card"
    assert "A complex setting is probed, not explained afterwards." in said(glance)
    assert not glance.progress.isVisible()
    assert glance.reflect.text() == "Reflect on this"
    episode.setting = None
    glance.show_episode(episode)
    assert glance.heading.text() == "After-action review"
    assert "2.  What would a colleague have seen?" in said(glance)


def test_shows_how_far_a_begun_one_has_come(
    glance: ReflectionGlance, journal: Journal, episode: Episode
) -> None:
    own = journal.methods.copy("aar-short", "My four")
    answers = {"why": "Late", "intended": "A date"}
    journal.drafts.keep(f"reflection:{episode.id}", {"method": str(own.id), "answers": answers})
    glance.show_episode(episode)
    assert (glance.heading.text(), glance.progress.text()) == ("My four", "2 of 4")
    assert glance.reflect.text() == "Continue the reflection"


def test_shows_answers_with_the_questions_that_were_asked(
    glance: ReflectionGlance, journal: Journal, episode: Episode
) -> None:
    own = journal.methods.copy("aar-short", "My four")
    kept = Reflection(date=journal.today(), method=str(own.id), answers={"happened": "Late"}, distanced=True)
    journal.reflections.keep(kept, episodes=[episode.id])
    journal.methods.change(own.id, "Other", [{"key": "happened", "text": "What else?"}])
    glance.show_episode(episode)
    assert glance.heading.text() == "My four"
    assert {"What would a colleague have seen?", "Late"} <= set(said(glance))
    assert glance.reflect.text() == "Open the reflection"
