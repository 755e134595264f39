"""Actions and own methods: nothing typed is lost by a lock, by another screen or by a full disk; all ways lead there."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workjournal.domain.action import Action
from workjournal.domain.methods.method import Method
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui.places import New
from workjournal.ui.workspace import Workspace


class NoRoom(JournalError):
    """There is no room."""


def refuse(*_: object) -> None:
    raise NoRoom


def shown(space: Workspace, name: str, what: object = None) -> Any:
    """Go to a screen; its children are reached by their object names."""
    space.go(name, what)
    return space.screen_of(name)


def test_a_lock_saves_what_is_typed(space: Workspace, journal: Journal) -> None:
    own = journal.methods.copy("woop", "Before a talk")
    action = journal.actions.save(Action(date=journal.today(), text="Ask Bo"))
    shown(space, "actions", action.id).action.if_then.text = "If he is in, then I ask"
    shown(space, "methods", own.id).own.prompts.rows[0].text.setText("What do I want?")
    space.lock()
    assert journal.actions.get(action.id).if_then == "If he is in, then I ask"
    changed = journal.methods.get(own.id)
    assert (changed.prompts[0]["text"], changed.edition) == ("What do I want?", 2)


def test_a_lock_while_nothing_can_be_saved_keeps_drafts(
    space: Workspace, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = journal.methods.copy("woop", "Before a talk")
    monkeypatch.setattr(journal.actions, "save", refuse)
    monkeypatch.setattr(journal.methods, "change", refuse)
    shown(space, "actions", New()).action.text.text = "Half an act"
    shown(space, "methods", own.id).own.prompts.rows[0].text.setText("Half a quest")
    space.lock()
    drafts = {draft.place: draft.fields for draft in journal.drafts.all()}
    assert drafts["action:new"]["text"] == "Half an act"
    assert drafts[f"method:{own.id}"]["prompts"][0]["text"] == "Half a quest"


def test_a_new_one_that_could_not_be_saved_is_there_on_the_way_back(
    space: Workspace, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(journal.actions, "save", refuse)
        shown(space, "actions", New()).action.text.text = "Half an act"
        space.go("today")
    assert shown(space, "actions").action.text.text == "Half an act"
    space.go("today")
    assert "Half an act" in [action.text for action in journal.actions.open()]
    assert journal.drafts.find("action:new") is None


def test_methods_are_reached_from_the_palette_and_from_reflections(qtbot: QtBot, space: Workspace) -> None:
    space.commands["methods"].run()
    assert space.stack.currentWidget() is space.screen_of("methods")
    assert space.rail._items["reflections"].isChecked()
    reflections = shown(space, "reflections")
    qtbot.mouseClick(reflections.methods, Qt.MouseButton.LeftButton)
    assert space.stack.currentWidget() is space.screen_of("methods")
    space.commands["new-action"].run()
    assert space.stack.currentWidget() is space.screen_of("actions")
    assert shown(space, "actions").action.text is not None


def test_a_method_that_is_changed_is_asked_from_then_on(space: Workspace, journal: Journal) -> None:
    own = journal.methods.copy("woop", "Before a talk")
    shown(space, "methods", own.id).own.prompts.rows[0].text.setText("What do I want?")
    space.go("reflection", New())
    asked: dict[str, Method] = {method.key: method for method in journal.methods.all()}
    assert asked[str(own.id)].prompts[0].text == "What do I want?"
