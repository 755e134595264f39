"""What the menu of a text offers, as on the screen of an episode."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from examples import Examples
from workjournal.domain.label import Person
from workjournal.domain.text_template import TextTemplate
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.dialogs.own_words import OwnWordsDialog
from workjournal.ui.dialogs.text_templates import TextTemplatesDialog
from workjournal.ui.prose import dictionaries
from workjournal.ui.screens.episode import EpisodeScreen
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.workspace import Workspace


class Few:
    def knows(self, word: str) -> bool:
        return word.lower() not in {"plna", "tomasz"}

    def suggest(self, word: str) -> list[str]:
        return ["plan", "plane"]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionaries, "open_all", lambda languages, _: [Few() for _ in languages])
    monkeypatch.setattr(dictionaries, "available", lambda: ("de_DE", "en_GB"))


@pytest.fixture
def field(space: Workspace, one: Examples) -> Iterator[ProseEdit]:
    """The story of an episode, with the keyboard in it."""
    space.go("episode", one.episode.id)
    screen = space.screen_of("episode")
    assert isinstance(screen, EpisodeScreen)
    screen.story.setFocus()
    yield screen.story
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog | QMenu):
            dialog.close()


def menu_of(field: ProseEdit, cursor: QTextCursor | None = None) -> dict[str, QAction]:
    """What stands in the menu, those of its menus too."""
    menu = field.createStandardContextMenu()
    field.menu_asked.emit(menu, cursor or field.textCursor())
    found: dict[str, QAction] = {}

    def collect(menu: QMenu) -> None:
        for action in menu.actions():
            found[action.text()] = action
            inner = action.menu()
            if isinstance(inner, QMenu):
                collect(inner)

    collect(menu)
    found["the menu"] = menu.menuAction()
    return found


def dialog_of(kind: type[QDialog]) -> QDialog:
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
    assert len(shown) == 1
    return shown[0]


def spell(qtbot: QtBot, space: Workspace, field: ProseEdit, text: str) -> QTextCursor:
    """Write it, and come to its first wrong word."""
    spelling = space.desk.spelling
    qtbot.waitUntil(lambda: bool(spelling.speller.languages))
    field.text = text
    qtbot.waitUntil(lambda: spelling.speller.is_wrong("plna"))
    return field.document().find("plna")


def test_a_wrong_word_is_replaced_in_one_step(qtbot: QtBot, space: Workspace, field: ProseEdit) -> None:
    cursor = spell(qtbot, space, field, "the plna holds")
    menu = menu_of(field, cursor)
    assert not menu["Looking for suggestions…"].isEnabled()
    tasks.wait_all()
    shown = menu["the menu"].menu()
    assert isinstance(shown, QMenu)
    assert [action.text() for action in shown.actions()][:2] == ["plan", "plane"]
    shown.actions()[0].trigger()
    assert field.text == "the plan holds"
    field.undo()
    assert field.text == "the plna holds"


def test_own_words_are_kept_in_the_journal(
    qtbot: QtBot, space: Workspace, field: ProseEdit, journal: Journal
) -> None:
    cursor = spell(qtbot, space, field, "the plna")
    menu_of(field, cursor)["Add “plna” to my words"].trigger()
    assert journal.spelling.own_words() == ["plna"]
    assert not space.desk.spelling.speller.is_wrong("plna")
    menu_of(field)["My words…"].trigger()
    dialog = dialog_of(OwnWordsDialog)
    assert isinstance(dialog, OwnWordsDialog)
    dialog.remove.click()
    assert journal.spelling.own_words() == []
    assert not dialog.nothing.isHidden()
    assert space.desk.spelling.speller.is_wrong("plna")


def test_ignoring_is_for_now(qtbot: QtBot, space: Workspace, field: ProseEdit, journal: Journal) -> None:
    cursor = spell(qtbot, space, field, "the plna")
    menu_of(field, cursor)["Ignore it for now"].trigger()
    assert not space.desk.spelling.speller.is_wrong("plna")
    assert journal.spelling.own_words() == []


def test_a_name_of_the_journal_is_right(
    qtbot: QtBot, space: Workspace, field: ProseEdit, journal: Journal
) -> None:
    spell(qtbot, space, field, "plna Tomasz")
    assert space.desk.spelling.speller.is_wrong("Tomasz")
    journal.people.save(Person(name="Tomasz Nowak"))
    field.clearFocus()
    field.setFocus()
    assert not space.desk.spelling.speller.is_wrong("Tomasz")


def test_languages_are_ticked_and_kept(
    qtbot: QtBot, space: Workspace, field: ProseEdit, journal: Journal
) -> None:
    spelling = space.desk.spelling
    qtbot.waitUntil(lambda: bool(spelling.speller.languages))
    before = spelling.speller.languages
    german = menu_of(field)["Deutsch (Deutschland)"]
    german.trigger()
    assert set(spelling.speller.languages) == {*before, "de_DE"}
    assert journal.spelling.languages() == spelling.speller.languages
    assert menu_of(field)["Deutsch (Deutschland)"].isChecked()
    for _ in (0, 1):
        for tag in spelling.speller.languages:
            spelling.choose(tuple(each for each in spelling.speller.languages if each != tag))
    assert journal.spelling.languages() == ()


def test_a_template_is_put_in_with_the_day_of_the_episode(
    field: ProseEdit, journal: Journal, one: Examples
) -> None:
    journal.text_templates.keep([TextTemplate("Mine", "{weekday}, {day} ({month})")])
    field.clear()
    menu_of(field)["Mine"].trigger()
    day: dt.date = one.episode.date
    assert field.text == f"{day:%A}, {day.day} {day:%B %Y} ({day:%B %Y})"
    field.undo()
    assert field.text == ""


def test_templates_are_edited(field: ProseEdit, journal: Journal) -> None:
    menu_of(field)["Edit templates…"].trigger()
    dialog = dialog_of(TextTemplatesDialog)
    assert isinstance(dialog, TextTemplatesDialog)
    shipped = journal.text_templates.all()
    dialog.delete_.click()
    dialog.add.click()
    dialog.add.click()
    assert dialog.name.text() == "New template 2"
    dialog.name.setText("A meeting")
    dialog.name.textEdited.emit("A meeting")
    dialog.text.text = "- "
    assert journal.text_templates.all() == shipped, "nothing is kept yet"
    dialog.agree.click()
    assert dialog.problem.text()
    assert dialog.isVisible()
    dialog.name.setText("Stand-up")
    dialog.name.textEdited.emit("Stand-up")
    dialog.agree.click()
    assert journal.text_templates.all() == [
        *shipped[1:],
        TextTemplate("New template", ""),
        TextTemplate("Stand-up", "- "),
    ]


def test_a_link_is_opened_only_after_a_question(field: ProseEdit, space: Workspace) -> None:
    opened: list[QUrl] = []
    space.desk.open_address = opened.append
    field.link_asked.emit("file:///etc/hosts")
    field.link_asked.emit("https://example.org/plan")
    dialog = dialog_of(ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    assert opened == []
    dialog.agree.click()
    assert opened == [QUrl("https://example.org/plan")]


def test_undo_does_not_reach_into_another_thing(
    field: ProseEdit, space: Workspace, one: Examples, journal: Journal
) -> None:
    other = journal.episodes.get(one.episode.id)
    field.text = ""
    field.insert("secret")
    field.undo()
    space.desk._texts[field] = None  # as if it had been about something else
    field.clearFocus()
    field.setFocus()
    field.redo()
    assert field.text == ""
    assert other.id == one.episode.id


def test_a_text_that_is_only_read_offers_no_writing(field: ProseEdit) -> None:
    field.setReadOnly(True)
    menu = menu_of(field)
    assert {"Find in this text", "How it reads", "Earlier versions…"} <= set(menu)
    assert not {"Bold", "Templates", "Spelling"} & set(menu)
