"""What is done with many episodes at once, from the list; and the way back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ui.episodes_page import MANY, Key, press, shown, titles
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.tag_episodes import TagEpisodesDialog
from workjournal.ui.screens.episodes import EpisodesScreen

CTRL = Qt.KeyboardModifier.ControlModifier


def told(qtbot: QtBot, screen: EpisodesScreen, act: Callable[[], object]) -> tuple[str, Callable[[], Any]]:
    with qtbot.waitSignal(screen.toast) as said:
        act()
        tasks.wait_all()
    text, undo = said.args or ["", None]
    return str(text), undo


def test_everything_filtered_goes_to_the_trash_and_back(
    qtbot: QtBot, journal: Journal, many: list[Episode]
) -> None:
    screen = shown(qtbot, journal)
    screen.tag.choice = "tenth"
    qtbot.keyClick(screen.entries, Key.Key_A, CTRL)
    assert screen.above.currentWidget() is screen.bulk
    assert screen.number.text().startswith("20")
    _, undo = told(qtbot, screen, lambda: qtbot.keyClick(screen.entries, Key.Key_Delete))
    assert journal.episodes.count() == MANY - 20
    assert screen.above.currentWidget() is screen.filter_bar
    undo()
    tasks.wait_all()
    screen.renew()
    assert len(titles(screen)) == 20
    assert journal.episodes.count() == MANY


def test_all_of_a_long_list_is_chosen_by_its_ends(
    qtbot: QtBot, journal: Journal, many: list[Episode]
) -> None:
    screen = shown(qtbot, journal)
    qtbot.keyClick(screen.entries, Key.Key_A, CTRL)
    chosen = screen.listing.chosen()
    assert chosen is not None
    assert len(chosen) == MANY
    assert [(each.first, each.last) for each in chosen.stretches] == [(many[0].id, many[-1].id)]


def test_tags_of_some_and_the_way_back(qtbot: QtBot, journal: Journal, many: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    press(qtbot, screen, Key.Key_Down, Key.Key_Space, Key.Key_Down)
    press(qtbot, screen, Key.Key_Down, Key.Key_Down, shift=True)
    assert screen.listing.number_chosen() == 4
    press(qtbot, screen, Key.Key_T)
    dialog = screen.findChild(TagEpisodesDialog)
    assert isinstance(dialog, QDialog)
    qtbot.keyClicks(dialog.add.line, "harbour")
    dialog.remove.labels = ["tenth"]
    text, undo = told(qtbot, screen, dialog.agree.click)
    assert text.startswith("Tags changed on 4")
    tagged = [episode.title for episode in journal.episodes.newest(EpisodeFilter(tag="harbour"))]
    assert tagged == ["No 0", "No 1", "No 2", "No 3"]
    assert journal.episodes.count(EpisodeFilter(tag="tenth")) == 19
    undo()
    tasks.wait_all()
    assert journal.episodes.count(EpisodeFilter(tag="tenth")) == 20
    assert "harbour" not in journal.tags.names()


def test_the_dialog_of_tags_asks_for_something(qtbot: QtBot, journal: Journal, many: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    press(qtbot, screen, Key.Key_Down, Key.Key_T)
    dialog = screen.findChild(TagEpisodesDialog)
    assert isinstance(dialog, TagEpisodesDialog)
    dialog.agree.click()
    assert dialog.problem.isVisible()
    dialog.add.labels, dialog.remove.labels = ["Tenth"], ["tenth"]
    dialog.agree.click()
    tasks.wait_all()
    assert dialog.isVisible()
    assert journal.episodes.count(EpisodeFilter(tag="tenth")) == 20
    dialog.reject()


def test_ticks_for_an_audience(qtbot: QtBot, journal: Journal, many: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    press(qtbot, screen, Key.Key_Down)
    press(qtbot, screen, Key.Key_Down, shift=True)
    tick = screen.deeds.menu.actions()[0]
    _, undo = told(qtbot, screen, tick.trigger)
    ticked = {number for number in range(5) if journal.episodes.get(many[number].id).audiences}
    assert ticked == {0, 1}
    assert journal.episodes.get(many[0].id).audiences == frozenset({Audience.MANAGER})
    undo()
    tasks.wait_all()
    assert not journal.episodes.get(many[0].id).audiences
