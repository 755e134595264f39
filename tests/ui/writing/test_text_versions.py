"""Earlier versions, seen and put back, of texts of several kinds."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import Clock
from examples import Examples
from workjournal.journal.journal import Journal
from workjournal.ui import tasks, theme
from workjournal.ui.dialogs.earlier_versions import WHOLE, EarlierVersionsDialog
from workjournal.ui.screens.episode import EpisodeScreen
from workjournal.ui.screens.reflection import ReflectionScreen
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.workspace import Workspace
from workjournal.ui.writing import text_versions
from workjournal.ui.writing.owned_text import OwnedText, text_of


@pytest.fixture
def story(space: Workspace, journal: Journal, one: Examples, clock: Clock) -> Iterator[ProseEdit]:
    """An episode whose story was saved in three wordings."""
    episode = journal.episodes.get(one.episode.id)
    for text in ("First words.", "Second words.", "Second words, and more."):
        clock.forward(hours=1)
        episode.story = text
        journal.episodes.save(episode)
    space.go("episode", episode.id)
    screen = space.screen_of("episode")
    assert isinstance(screen, EpisodeScreen)
    yield screen.story
    tasks.wait_all()


def show(space: Workspace, journal: Journal, field: ProseEdit) -> EarlierVersionsDialog:
    text = text_of(field)
    assert text is not None
    dialog = text_versions.show(journal, field, text, space.toast.say)
    tasks.wait_all()
    return dialog


def test_they_are_listed_by_day_and_time_beside_the_present(
    space: Workspace, journal: Journal, story: ProseEdit
) -> None:
    dialog = show(space, journal, story)
    assert "Story" in dialog.sentence.text()
    assert [row.id for row in dialog.versions.rows()][:3] == [None, 0, 1]
    assert dialog.seen.toPlainText() == "Second words, and more."
    html = dialog.seen.toHtml()
    assert "underline" in html
    assert theme.LIGHT.ok_soft.lower() in html
    dialog.versions.choose(1)
    tasks.wait_all()
    assert dialog.seen.toPlainText() == "FirstSecond words, and more."
    assert "line-through" in dialog.seen.toHtml()
    dialog.view.choice = WHOLE
    assert dialog.seen.toPlainText() == "First words."
    assert dialog.legend.isHidden()
    dialog.reject()


def test_putting_one_back_keeps_the_present_one_and_can_be_undone(
    space: Workspace, journal: Journal, story: ProseEdit, one: Examples
) -> None:
    story.insert("Not saved yet. ")
    present = story.text
    dialog = show(space, journal, story)
    dialog.versions.choose(2)
    dialog.put_back.click()
    assert story.text == "First words."
    assert journal.episodes.get(one.episode.id).story == "First words."
    assert journal.revisions.versions(one.episode.id, "story")[0].text == present
    assert space.toast.isVisible()
    space.toast._button.click()
    assert story.text == present
    assert journal.episodes.get(one.episode.id).story == present


def test_what_was_there_before_the_last_keystrokes_is_among_them(
    space: Workspace, journal: Journal, story: ProseEdit, one: Examples
) -> None:
    before = story.text
    story.replace_text("A slip of the hand.")
    dialog = show(space, journal, story)
    dialog.versions.choose(0)
    dialog.view.choice = WHOLE
    assert dialog.seen.toPlainText() == before
    dialog.put_back.click()
    assert journal.episodes.get(one.episode.id).story == story.text == before


def test_control_z_takes_it_back_too(space: Workspace, journal: Journal, story: ProseEdit) -> None:
    dialog = show(space, journal, story)
    dialog.put_back.click()
    assert story.text == "Second words."
    story.undo()
    assert story.text == "Second words, and more."


def test_where_there_is_none_it_says_so(space: Workspace, journal: Journal, story: ProseEdit) -> None:
    screen = space.screen_of("episode")
    assert isinstance(screen, EpisodeScreen)
    dialog = show(space, journal, screen.private_note)
    assert not dialog.nothing_page.isHidden()
    assert dialog.put_back.isHidden()
    dialog.reject()


def test_an_answer_of_a_reflection(
    space: Workspace, journal: Journal, one: Examples, clock: Clock, qtbot: QtBot
) -> None:
    reflection = journal.reflections.get(one.reflection.id)
    key = next(iter(reflection.answers))
    first = reflection.answers[key]
    clock.forward(minutes=5)
    reflection.answers = {**reflection.answers, key: "Because of the harbour."}
    journal.reflections.save(reflection)
    space.go("reflection", reflection.id)
    screen = space.screen_of("reflection")
    assert isinstance(screen, ReflectionScreen)
    field = screen.findChild(ProseEdit, f"answer_{key}")
    assert isinstance(field, ProseEdit)
    assert text_of(field) == OwnedText(reflection.id, "answers", key)
    dialog = show(space, journal, field)
    dialog.put_back.click()
    assert journal.reflections.get(reflection.id).answers[key] == first


@pytest.mark.parametrize(
    ("screen", "thing", "name"),
    [
        ("goal", "goal", "why"),
        ("lessons", "lesson", "text"),
        ("actions", "action", "text"),
        ("skills", "skill", "description"),
        ("episode", "episode", "private_note"),
    ],
)
def test_which_text_a_field_holds(
    space: Workspace, one: Examples, screen: str, thing: str, name: str
) -> None:
    thing_id = getattr(one, thing).id
    space.go(screen, thing_id)
    field = space.screen_of(screen).findChild(ProseEdit, name)
    assert isinstance(field, ProseEdit)
    assert text_of(field) == OwnedText(thing_id, name)
    assert name in type(getattr(one, thing)).TEXTS


def test_a_check_in_that_is_not_given_has_none(space: Workspace, one: Examples) -> None:
    space.go("goal", one.goal.id)
    field = space.screen_of("goal").findChild(ProseEdit, "help_needed")
    assert isinstance(field, ProseEdit)
    assert text_of(field) is None


def test_a_check_in_that_is_corrected_has_its_own(space: Workspace, journal: Journal, one: Examples) -> None:
    from workjournal.ui.dialogs.check_in import CheckInDialog

    check_in = journal.goals.get(one.goal.id).check_ins[0]
    dialog = CheckInDialog(space, check_in, None)
    assert text_of(dialog.fields.feedback) == OwnedText(check_in.id, "feedback")
    dialog.deleteLater()
    QApplication.processEvents()
