"""Every method in the window: filled in, left half-way, resumed, read again; and what adding one takes."""

import sys

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.methods import METHODS
from workjournal.domain.methods.method import Method, Part, Prompt
from workjournal.journal.journal import Journal
from workjournal.ui.places import New
from workjournal.ui.screens.reflection import ReflectionScreen
from workjournal.ui.widgets.prose_edit import ProseEdit

CONTROL = Qt.KeyboardModifier.ControlModifier
STAR = Method(
    key="star",
    name="Situation, task, action, result",
    prompts=(
        Prompt("situation", "What was the situation?", "In a sentence", Part.OBSERVATION),
        Prompt("task", "What was your task?"),
        Prompt("result", "What came of it?", distanced="What would a colleague say came of it?"),
    ),
    offered="A story for an interview",
    source="Made up for this test.",
)


def shown(qtbot: QtBot, journal: Journal) -> ReflectionScreen:
    screen = on_screen(qtbot, ReflectionScreen(journal))
    screen.renew()
    return screen


def answer(screen: ReflectionScreen, key: str) -> ProseEdit:
    found = screen.findChild(ProseEdit, f"answer_{key}")
    assert isinstance(found, ProseEdit)
    return found


def walk(qtbot: QtBot, journal: Journal, method: Method) -> None:
    """Half of it by the keyboard, away, the other half in a new window, finished, read."""
    episode = journal.episodes.save(Episode(date=journal.today(), title="Handed it over"))
    prompts = [prompt.key for prompt in method.prompts]
    half = len(prompts) // 2
    first = shown(qtbot, journal)
    first.arrive(New(about=episode.id))
    first.questions.method.choice = method.key
    assert first.questions.progress.text() == f"1 of {len(prompts)}"
    answer(first, prompts[0]).setFocus()
    for key in prompts[:half]:
        assert answer(first, key).hasFocus()
        qtbot.keyClicks(answer(first, key), f"About {key}.")
        qtbot.keyClick(answer(first, key), Qt.Key.Key_Return, CONTROL)
    first.leave()
    first.hide()
    assert journal.reflections.newest() == []
    then = shown(qtbot, journal)
    then.arrive(New(about=episode.id))
    assert then.questions.method.choice == method.key
    assert then.answers.answers == {key: f"About {key}." for key in prompts[:half]}
    assert answer(then, prompts[half]).hasFocus()
    for key in prompts[half:]:
        qtbot.keyClicks(answer(then, key), f"About {key}.")
        qtbot.keyClick(answer(then, key), Qt.Key.Key_Return, CONTROL)
    assert then.leaves.lesson_1.hasFocus()
    qtbot.keyClick(then.leaves.lesson_1, Qt.Key.Key_Return, CONTROL)
    (kept,) = journal.reflections.of_episode(episode.id)
    assert (kept.method, kept.asked) == (method.key, None)
    assert kept.answers == {key: f"About {key}." for key in prompts}
    assert journal.drafts.all() == []
    then.arrive(kept.id)
    assert then.questions.method_heading.text() == method.name
    assert [answer(then, key).text for key in prompts] == [f"About {key}." for key in prompts]
    assert all(answer(then, key).isVisible() for key in prompts)


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.key)
def test_it_is_filled_in_left_resumed_and_read(qtbot: QtBot, journal: Journal, method: Method) -> None:
    walk(qtbot, journal, method)


def test_a_method_is_one_module_and_one_name(
    qtbot: QtBot, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if domain/methods/star.py were in METHODS: whoever has that tuple has it with one more."""
    for module in [one for name, one in sys.modules.items() if name.startswith("workjournal.")]:
        if getattr(module, "METHODS", None) is METHODS:
            monkeypatch.setattr(module, "METHODS", (*METHODS, STAR))
    walk(qtbot, journal, STAR)
