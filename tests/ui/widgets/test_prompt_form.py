"""The questions of a method."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.domain.methods.method import Prompt
from workjournal.ui.widgets.prompt_form import PromptForm
from workjournal.ui.widgets.prose_edit import ProseEdit

TWO = (Prompt("what", "What?", "As it was"), Prompt("so", "So what?"))
OTHER = (Prompt("what", "What happened?"), Prompt("feelings", "What did you feel?"))


@pytest.fixture
def form(qtbot: QtBot) -> PromptForm:
    made = PromptForm()
    qtbot.addWidget(made)
    made.ask(TWO)
    show_active(qtbot, made)
    return made


def answer(form: PromptForm, key: str) -> ProseEdit:
    return next(question.answer for question in form._questions if question.prompt.key == key)


def test_answers_come_out_as_they_went_in(form: PromptForm) -> None:
    form.answers = {"what": "A", "so": "B"}
    assert (answer(form, "what").text, answer(form, "so").text) == ("A", "B")
    assert form.answers == {"what": "A", "so": "B"}


def test_deleting_what_was_set_is_told(qtbot: QtBot, form: PromptForm) -> None:
    form.answers = {"what": "A"}
    with qtbot.waitSignal(form.changed):
        answer(form, "what").setFocus()
        answer(form, "what").selectAll()
        qtbot.keyClick(answer(form, "what"), Qt.Key.Key_Delete)
    assert form.answers == {}


def test_another_method_keeps_what_was_answered(form: PromptForm) -> None:
    form.answers = {"what": "A", "so": "B"}
    form.ask(OTHER)
    assert form.answers == {"what": "A"}
    form.ask(TWO)
    assert form.answers == {"what": "A", "so": "B"}


def test_after_the_last_question_it_is_passed(qtbot: QtBot, form: PromptForm) -> None:
    form.show_up_to(1)
    assert form.is_through()
    with qtbot.waitSignal(form.passed):
        qtbot.keyClick(answer(form, "so"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(form.passed):
        qtbot.mouseClick(form.next, Qt.MouseButton.LeftButton)
    assert answer(form, "so").text == ""


def test_each_answer_has_the_question_as_its_name(form: PromptForm) -> None:
    assert answer(form, "what").accessibleName() == "What?"
    assert answer(form, "what").accessibleDescription() == "As it was"
