from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from examples import Examples
from workjournal.ui import theme
from workjournal.ui.screens.episode import EpisodeScreen
from workjournal.ui.widgets.adaptive import Adaptive
from workjournal.ui.workspace import Workspace

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def screen(space: Workspace, one: Examples) -> Iterator[EpisodeScreen]:
    space.go("episode", one.episode.id)
    made = space.screen_of("episode")
    assert isinstance(made, EpisodeScreen)
    made.story.setFocus()
    yield made
    made.story.clearFocus()


def bar(screen: EpisodeScreen) -> QFrame:
    return next(each for each in screen.findChildren(QFrame) if each.property("role") == "topbar")


def test_all_but_the_text_goes_and_comes_back(space: Workspace, screen: EpisodeScreen, qtbot: QtBot) -> None:
    QTest.keyClick(screen.story, Qt.Key.Key_F, BOTH)
    around = (space.rail, bar(screen), screen.aside)
    assert not any(part.isVisible() for part in around)
    assert screen.story.isVisible()
    assert screen.story.hasFocus()
    assert space.desk.focus_mode.out.isVisible()
    QTest.keyClick(screen.story, Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in around)
    assert not space.desk.focus_mode.out.isVisible()


def test_the_column_is_in_the_middle(space: Workspace, screen: EpisodeScreen, qtbot: QtBot) -> None:
    space.desk.focus_mode.switch()
    page = screen.findChild(Adaptive)
    assert isinstance(page, Adaptive)

    def is_centred() -> bool:
        middle = screen.story.mapTo(space, screen.story.rect().center()).x()
        return abs(middle - space.width() / 2) < theme.px(12)

    qtbot.waitUntil(is_centred)
    assert screen.story.width() <= theme.px(theme.CONTENT_WIDTH)
    space.desk.focus_mode.switch()
    qtbot.waitUntil(lambda: not is_centred())


def test_an_aside_that_was_put_away_stays_so(space: Workspace, screen: EpisodeScreen) -> None:
    screen.show_aside.setChecked(False)
    space.desk.focus_mode.switch()
    space.desk.focus_mode.out.click()
    assert screen.aside.isHidden()
    screen.show_aside.setChecked(True)


def test_it_is_kept_for_the_session_and_holds_where_one_writes(
    space: Workspace, screen: EpisodeScreen, one: Examples
) -> None:
    space.desk.focus_mode.switch()
    space.go("safety", None)
    assert space.rail.isVisible(), "there is nothing to write"
    space.go("episode", one.episode.id)
    assert not space.rail.isVisible()
    space.desk.focus_mode.switch()


def test_the_line_for_finding_takes_the_first_escape(space: Workspace, screen: EpisodeScreen) -> None:
    space.desk.focus_mode.switch()
    screen.story.find_words()
    QTest.keyClick(screen.story, Qt.Key.Key_Escape)
    assert not space.rail.isVisible()
    QTest.keyClick(screen.story, Qt.Key.Key_Escape)
    assert space.rail.isVisible()


def test_it_stands_among_the_commands(space: Workspace) -> None:
    assert space.commands["focus"].shortcut == "Ctrl+Shift+F"
