from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.choice_box import Choice, ChoiceBox


def test_values_and_none(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.set_choices([Choice(1, "One", "star"), Choice(2, "Two")], none="No goal")
    assert (box.choice, box.currentText()) == (None, "No goal")
    with qtbot.waitSignal(box.changed):
        box.choice = 2
    box.set_choices([Choice(2, "Two"), Choice(3, "Three")], none="No goal")
    assert (box.choice, box.currentText()) == (2, "Two")
    box.choice = 99
    assert box.choice is None


def test_without_a_word_for_none_nothing_is_chosen(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.set_choices([Choice(1, "One")])
    box.choice = None
    assert (box.choice, box.currentIndex()) == (None, -1)
