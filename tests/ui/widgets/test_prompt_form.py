"""The questions of a method."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.domain.methods.method import Part, Prompt
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
    return next(one.answer for one in (*form._questions, *form._further) if one.prompt.key == key)


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


def test_another_method_leaves_in_sight_what_was_answered(form: PromptForm) -> None:
    form.answers = {"what": "A", "so": "B"}
    form.ask(OTHER)
    assert form.answers == {"what": "A", "so": "B"}
    assert form.earlier.isVisible()
    assert form.further() == [TWO[1]]
    assert answer(form, "so").isVisible()
    assert not answer(form, "feelings").isVisible()  # one after the other, those of before below
    form.ask(TWO)
    assert form.answers == {"what": "A", "so": "B"}
    assert not form.earlier.isVisible()
    assert form.further() == []


def test_what_is_emptied_below_goes_with_the_next_method(qtbot: QtBot, form: PromptForm) -> None:
    form.answers = {"so": "B"}
    form.ask(OTHER)
    answer(form, "so").setFocus()
    answer(form, "so").selectAll()
    qtbot.keyClick(answer(form, "so"), Qt.Key.Key_Delete)
    assert form.answers == {}
    assert form.further() == []
    form.ask((Prompt("else", "What else?"),))
    assert not form.earlier.isVisible()


def test_further_prompts_are_shown_with_their_answers(form: PromptForm) -> None:
    form.ask(TWO, [Prompt("feelings", "What did you feel?"), Prompt("plan", "What then?")])
    form.answers = {"what": "A", "feelings": "Cold"}
    assert [prompt.key for prompt in form.further()] == ["feelings"]
    assert form.answers == {"what": "A", "feelings": "Cold"}
    form.answers = {"what": "C"}
    assert form.further() == []


def test_ctrl_enter_in_an_earlier_answer_goes_on_to_what_it_leaves(qtbot: QtBot, form: PromptForm) -> None:
    form.answers = {"so": "B"}
    form.ask(OTHER)
    with qtbot.waitSignal(form.passed):
        qtbot.keyClick(answer(form, "so"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_distanced_wording_keeps_text_and_keyboard(qtbot: QtBot, form: PromptForm) -> None:
    form.ask((Prompt("what", "What?", distanced="What would a colleague have seen?"), TWO[1]))
    answer(form, "what").setFocus()
    qtbot.keyClicks(answer(form, "what"), "Half a")
    form.set_distanced(True)
    assert answer(form, "what").accessibleName() == "What would a colleague have seen?"
    assert answer(form, "so").accessibleName() == "So what?"
    assert answer(form, "what").hasFocus()
    qtbot.keyClicks(answer(form, "what"), " line")
    assert form.answers == {"what": "Half a line"}
    form.set_distanced(False)
    assert answer(form, "what").accessibleName() == "What?"


def test_observation_and_interpretation_are_told_apart(form: PromptForm) -> None:
    form.ask(
        (Prompt("what", "What?", "As it was", Part.OBSERVATION), Prompt("so", "So?", "", Part.INTERPRETATION))
    )
    assert [question.part.text() for question in form._questions] == ["Observation", "Interpretation"]
    assert answer(form, "what").accessibleDescription() == "Observation. As it was"


def test_appending_writes_over_nothing_and_can_be_undone(form: PromptForm) -> None:
    form.answers = {"so": "Mine"}
    form.append("so", ["One", "Two"])
    assert answer(form, "so").isVisible()
    assert answer(form, "so").hasFocus()
    assert form.answers == {"so": "Mine\nOne\nTwo"}
    form.append("so", ["Two", "Three"])
    assert form.answers == {"so": "Mine\nOne\nTwo\nThree"}
    answer(form, "so").undo()
    assert form.answers == {"so": "Mine\nOne\nTwo"}


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
