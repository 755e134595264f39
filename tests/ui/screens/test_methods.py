"""Methods: the shipped ones to read and copy, one's own to change; what was reflected before keeps its questions."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ui.actions_page import Told
from ui.showing import on_screen
from workjournal.domain.methods import METHODS
from workjournal.domain.methods.method import Part
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.reflection import Reflection
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui.screens.methods import MethodsScreen
from workjournal.ui.screens.reflection import ReflectionScreen
from workjournal.ui.widgets.row_list import Row

LEFT = Qt.MouseButton.LeftButton
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class NoRoom(JournalError):
    """There is no room."""


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> MethodsScreen:
    return on_screen(qtbot, MethodsScreen(journal))


@pytest.fixture
def told(screen: MethodsScreen) -> Told:
    said: Told = []
    screen.toast.connect(lambda text, undo: said.append((text, undo)))
    return said


@pytest.fixture
def own(journal: Journal, screen: MethodsScreen) -> OwnMethod:
    """A copy with three questions, open on the screen."""
    made = journal.methods.copy("what-so-what", "At the end of the day")
    screen.renew()
    screen.arrive(made.id)
    return made


def type_on(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    """At the end of what is there."""
    field.setFocus()
    field.end(False)
    qtbot.keyClicks(field, text)


def keys(prompts: list[dict[str, Any]]) -> list[str]:
    return [prompt["key"] for prompt in prompts]


def saved(journal: Journal, own: OwnMethod) -> OwnMethod:
    return journal.methods.get(own.id)


def test_every_shipped_method_can_be_read(qtbot: QtBot, screen: MethodsScreen) -> None:
    screen.renew()
    assert screen.teach.isVisible()
    for method in METHODS:
        screen.arrive(method.key)
        assert screen.methods.current_id() == method.key
        qtbot.wait(1)  # Qt shows what a layout was given a moment later
        words = " ".join(label.text() for label in screen.glance.findChildren(QLabel) if label.isVisible())
        for prompt in method.prompts:
            assert prompt.text in words
            assert prompt.hint in words
        assert method.source in words
        assert method.caution in words


def test_copied_and_renamed_by_keyboard(
    qtbot: QtBot, screen: MethodsScreen, journal: Journal, told: Told
) -> None:
    screen.renew()
    screen.arrive("woop")
    screen.glance.copy.setFocus()
    qtbot.keyClick(screen.glance.copy, Qt.Key.Key_Space)
    assert screen.own.name.hasFocus()
    qtbot.keyClicks(screen.own.name, "Before a hard talk")
    screen.leave()
    (own,) = journal.methods.own()
    assert (own.name, own.edition, own.basis) == ("Before a hard talk", 1, "woop")
    assert not screen.own.problem.isVisible()
    told[0][1]()
    assert journal.methods.own() == []


def test_a_second_copy_has_a_name_of_its_own(screen: MethodsScreen, journal: Journal) -> None:
    screen.renew()
    for _ in range(2):
        screen.glance.copy_asked.emit("woop")
    one, other = journal.methods.own()
    assert one.name != other.name


def test_own_ones_stand_above_the_shipped(screen: MethodsScreen, own: OwnMethod) -> None:
    rows = [row for row in screen.methods.rows() if isinstance(row, Row)]
    assert [row.id for row in rows[:3]] == [None, own.id, None]
    assert [row.id for row in rows[3:]] == [method.key for method in METHODS]
    assert not screen.teach.isVisible()


def test_changed_questions_are_a_new_edition(
    qtbot: QtBot, screen: MethodsScreen, journal: Journal, own: OwnMethod, told: Told
) -> None:
    first = screen.own.prompts.rows[0]
    assert not screen.own.save.isEnabled()
    first.text.setFocus()
    first.text.selectAll()
    qtbot.keyClicks(first.text, "What did I see?")
    first.distanced.clear()
    qtbot.keyClicks(first.distanced, "What would Ada have seen?")
    first.part.choice = Part.NEXT
    qtbot.keyClick(first.commits, Qt.Key.Key_Space)
    qtbot.keyClick(first.text, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: saved(journal, own).edition == 2)
    prompt = saved(journal, own).prompts[0]
    assert prompt == {
        "key": own.prompts[0]["key"],
        "text": "What did I see?",
        "hint": own.prompts[0]["hint"],
        "part": "next",
        "distanced": "What would Ada have seen?",
        "commits": True,
    }
    assert told[-1][0] == "Saved as edition 2"
    assert screen.own.edition_chip.text() == "Edition 2"
    assert not screen.own.save.isEnabled()


def test_another_name_is_no_new_edition(
    qtbot: QtBot, screen: MethodsScreen, journal: Journal, own: OwnMethod
) -> None:
    type_on(qtbot, screen.own.name, ", quickly")
    screen.leave()
    assert (saved(journal, own).name, saved(journal, own).edition) == ("At the end of the day, quickly", 1)


def test_a_new_question_gets_a_key_that_stays(
    qtbot: QtBot, screen: MethodsScreen, journal: Journal, own: OwnMethod
) -> None:
    screen.own.add.setFocus()
    qtbot.keyClick(screen.own.add, Qt.Key.Key_Space)
    row = screen.own.prompts.rows[-1]
    assert row.text.hasFocus()
    qtbot.keyClicks(row.text, "Who helped me?")
    screen.leave()
    assert keys(saved(journal, own).prompts) == [*keys(own.prompts), "who_helped_me"]
    type_on(qtbot, row.text, " And how?")
    screen.leave()
    assert keys(saved(journal, own).prompts)[-1] == "who_helped_me"
    assert saved(journal, own).edition == 3


def test_moved_by_keyboard_and_by_buttons(
    qtbot: QtBot, screen: MethodsScreen, journal: Journal, own: OwnMethod
) -> None:
    one, two, three = screen.own.prompts.rows
    one.hint.setFocus()
    qtbot.keyClick(one.hint, Qt.Key.Key_Down, ALT)
    assert screen.own.prompts.rows == [two, one, three]
    assert one.hint.hasFocus()
    assert (two.number.text(), one.number.text()) == ("Question 1", "Question 2")
    one.part.setFocus()  # where Alt and Down would open the list
    qtbot.keyClick(one.part, Qt.Key.Key_Down, ALT)
    assert screen.own.prompts.rows == [two, three, one]
    assert not one.down.isEnabled()
    qtbot.keyClick(one.part, Qt.Key.Key_Down, ALT)
    assert screen.own.prompts.rows == [two, three, one], "there is nothing below the last"
    three.up.setFocus()
    qtbot.keyClick(three.up, Qt.Key.Key_Space)
    assert screen.own.prompts.rows == [three, two, one]
    assert three.text.hasFocus(), "the button cannot go further up"
    qtbot.keyClick(three.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is three.hint
    screen.leave()
    before = keys(own.prompts)
    assert keys(saved(journal, own).prompts) == [before[2], before[1], before[0]]


def test_a_question_taken_out_comes_back_to_its_place(
    qtbot: QtBot, screen: MethodsScreen, journal: Journal, own: OwnMethod, told: Told
) -> None:
    qtbot.mouseClick(screen.own.prompts.rows[1].remove, LEFT)
    assert keys(screen.own.prompts.prompts) == [keys(own.prompts)[0], keys(own.prompts)[2]]
    told[-1][1]()
    assert keys(screen.own.prompts.prompts) == keys(own.prompts)
    assert not screen.own.is_changed()
    for _ in own.prompts:
        qtbot.mouseClick(screen.own.prompts.rows[0].remove, LEFT)
    assert len(screen.own.prompts.rows) == 1, "the last one stays"


def test_a_question_comes_back_after_one_went_elsewhere(
    qtbot: QtBot, screen: MethodsScreen, journal: Journal, own: OwnMethod, told: Told
) -> None:
    qtbot.mouseClick(screen.own.prompts.rows[1].remove, LEFT)
    screen.arrive("woop")
    assert len(saved(journal, own).prompts) == 2
    told[-1][1]()
    assert keys(saved(journal, own).prompts) == keys(own.prompts)


# Nothing typed is lost


def test_a_draft_is_resumed(qtbot: QtBot, screen: MethodsScreen, journal: Journal, own: OwnMethod) -> None:
    type_on(qtbot, screen.own.prompts.rows[1].hint, " Half a w")
    screen.own.prompts.add()
    screen.own.autosave.flush()
    assert [draft.place for draft in journal.drafts.all()] == [f"method:{own.id}"]
    other = on_screen(qtbot, MethodsScreen(journal))
    other.renew()
    assert other.own.method_id == own.id
    assert other.own.prompts.rows[1].hint.text().endswith(" Half a w")
    assert len(other.own.prompts.rows) == 4
    assert saved(journal, own).edition == 1


def test_an_empty_question_is_told_of_and_kept_as_a_draft(
    qtbot: QtBot, screen: MethodsScreen, journal: Journal, own: OwnMethod
) -> None:
    screen.own.prompts.add()
    type_on(qtbot, screen.own.name, " again")
    qtbot.mouseClick(screen.own.save, LEFT)
    assert "question is empty" in screen.own.problem.text()
    assert screen.own.prompts.rows[-1].text.hasFocus()
    screen.arrive("woop")
    assert saved(journal, own).name == own.name
    screen.arrive(own.id)
    assert screen.own.name.text() == "At the end of the day again"
    assert len(screen.own.prompts.rows) == 4


def test_a_save_that_fails_leaves_everything_in_field_and_draft(
    qtbot: QtBot, screen: MethodsScreen, journal: Journal, own: OwnMethod, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_on(qtbot, screen.own.prompts.rows[0].text, " Really?")

    def refuse(*_: object) -> None:
        raise NoRoom

    with monkeypatch.context() as full:
        full.setattr(journal.methods, "change", refuse)
        screen.leave()
        assert screen.own.problem.text() == "There is no room."
        assert journal.drafts.find(f"method:{own.id}") is not None
    assert screen.own.prompts.rows[0].text.text().endswith(" Really?")
    screen.leave()
    assert saved(journal, own).prompts[0]["text"].endswith(" Really?")
    assert journal.drafts.all() == []


def test_refresh_leaves_what_is_being_typed(
    qtbot: QtBot, screen: MethodsScreen, journal: Journal, own: OwnMethod
) -> None:
    type_on(qtbot, screen.own.prompts.rows[0].text, " Really?")
    journal.methods.copy("woop", "Another")
    screen.refresh()
    assert screen.own.prompts.rows[0].text.text().endswith(" Really?")
    assert screen.methods.current_id() == own.id


# What was reflected before


@pytest.mark.parametrize("then", ["changed", "trashed"])
def test_an_old_reflection_keeps_its_questions(
    qtbot: QtBot, screen: MethodsScreen, journal: Journal, own: OwnMethod, told: Told, then: str
) -> None:
    key, before = own.prompts[0]["key"], own.prompts[0]["text"]
    reflection = Reflection(date=journal.today(), method=str(own.id), answers={key: "The stock was short."})
    journal.reflections.keep(reflection)
    if then == "changed":
        screen.own.prompts.rows[0].text.setText("Something else entirely?")
        screen.leave()
        assert saved(journal, own).edition == 2
    else:
        qtbot.mouseClick(screen.own.trash, LEFT)
        assert journal.methods.own() == []
        assert "keep their questions" in told[-1][0]
    page = on_screen(qtbot, ReflectionScreen(journal))
    page.renew()
    page.arrive(reflection.id)
    words = [label.text() for label in page.findChildren(QLabel)]
    assert before in words
    assert "Something else entirely?" not in words
    if then == "trashed":
        told[-1][1]()
        assert [known.id for known in journal.methods.own()] == [own.id]
