"""The list of episodes with many in it, and what tests of it look at."""

import datetime as dt
import pickle
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE, Clock, Filled, make_keys_cheap
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.screens.episodes import EpisodesScreen
from workjournal.ui.widgets.row_list import Row

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
MANY = 200


def fill(journal: Journal) -> list[Episode]:
    """Two hundred, one a day, the newest first; difficulty 0 to 80, every tenth tagged."""
    made = []
    for number in range(MANY):
        day = journal.today() - dt.timedelta(days=number)
        episode = Episode(date=day, time=dt.time(9), title=f"No {number}", difficulty=20 * (number % 5))
        made.append(journal.episodes.add(episode, tags=["tenth"] if number % 10 == 0 else []))
    return made


def filled(new_vault: Path, place: Path) -> Filled:
    """A vault with them."""
    shutil.copytree(new_vault, place / "vault")
    with pytest.MonkeyPatch.context() as patch:
        make_keys_cheap(patch)
        patch.setenv("WORKJOURNAL_CONFIG", str(place / "settings"))
        with opening.open_journal(place / "vault", PASSPHRASE, Clock()) as journal:
            made = fill(journal)
    return Filled(place / "vault", pickle.dumps(made))


def shown(qtbot: QtBot, journal: Journal) -> EpisodesScreen:
    screen = on_screen(qtbot, EpisodesScreen(journal))
    screen.renew()
    screen.arrive(None)
    return whole(qtbot, screen)


def whole(qtbot: QtBot, screen: EpisodesScreen) -> EpisodesScreen:
    """Once all of its list is known."""
    qtbot.waitUntil(screen.listing.is_whole)
    tasks.wait_all()
    return screen


def titles(screen: EpisodesScreen) -> list[str]:
    return [row.title for row in screen.entries.rows() if isinstance(row, Row) and row.id is not None]


def headings(screen: EpisodesScreen) -> list[str]:
    return [row.title for row in screen.entries.rows() if isinstance(row, Row) and row.id is None]


def press(qtbot: QtBot, screen: EpisodesScreen, *keys: Key, shift: bool = False) -> None:
    for key in keys:
        qtbot.keyClick(screen.entries, key, SHIFT if shift else Qt.KeyboardModifier.NoModifier)
    tasks.wait_all()
