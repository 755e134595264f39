"""No word of a label or a button is cut off, at the smallest window and at the usual one."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui import tasks
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.workspace import Workspace

SLACK = 1
"""A pixel of rounding."""


def needs(widget: QWidget) -> QSize:
    """What the words of a label or button take; nothing for those that shorten or paint them on purpose."""
    if isinstance(widget, ElidedLabel) or type(widget) not in {QLabel, QPushButton, QCheckBox}:
        return QSize()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return QSize(0, widget.heightForWidth(widget.width()))
    return widget.sizeHint()


@pytest.mark.parametrize("size", [(960, 640), (1440, 900)])
def test_no_words_are_cut_off(
    qtbot: QtBot, space: Workspace, places: list[tuple[str, object]], size: tuple[int, int]
) -> None:
    space.window().resize(*size)
    faults = []
    for name, what in places:
        space.go(name, what)
        for _ in range(2):  # a pause may begin something itself, such as a preview
            tasks.wait_all()
            qtbot.wait(20)  # Qt lays out and breaks lines in several passes
        worded: list[QLabel | QAbstractButton] = space.findChildren(QLabel)
        for child in [*worded, *space.findChildren(QAbstractButton)]:
            if not child.isVisible() or not child.text():
                continue
            wanted = needs(child)
            if wanted.width() > child.width() + SLACK or wanted.height() > child.height() + SLACK:
                faults.append(
                    f"{name}: {child.text()[:40]!r} has {child.size().toTuple()}, wants {wanted.toTuple()}"
                )
            right = child.mapTo(space, child.rect().topRight()).x()
            if right > space.width():
                faults.append(f"{name}: {child.text()[:40]!r} ends at {right}, outside of the window")
    assert not faults, "\n".join(dict.fromkeys(faults))


def test_a_very_long_word_pushes_nothing_out_of_the_window(
    qtbot: QtBot, space: Workspace, places: list[tuple[str, object]]
) -> None:
    journal, long = space._journal, "Donaudampfschifffahrtsgesellschaft" * 6
    space.window().resize(960, 640)
    for episode in journal.episodes.newest():
        episode.title = episode.story = episode.result = long
        journal.episodes.add(episode, tags=[long, *(f"tag {number}" for number in range(40))])
    for name, what in places:
        space.go(name, what)
        tasks.wait_all()
        qtbot.wait(20)
        for child in space.stack.findChildren(QWidget):
            if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                right = child.mapTo(space, child.rect().topRight()).x()
                assert right <= space.width(), (name, what, child.objectName(), right)
            if child.isVisible() and isinstance(child, ProseEdit):
                assert child.height() >= child.sizeHint().height(), (name, what, child.objectName())
