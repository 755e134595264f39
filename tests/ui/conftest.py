"""Tests of the window: without a display, in the light theme, with the errors of slots told."""

import os
import pickle
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from conftest import Filled
from examples import Examples
from ui.episodes_page import filled
from ui.showing import show_active
from workjournal.domain.episode import Episode
from workjournal.domain.period import Interval, Period
from workjournal.journal.journal import Journal
from workjournal.ui import tasks, theme
from workjournal.ui.places import New
from workjournal.ui.workspace import Workspace

Places = list[tuple[str, UUID | New | str | None]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Offscreen, Qt warns of what only a real window system can do."""
    for item in items:
        item.add_marker(
            pytest.mark.qt_log_ignore(
                "does not support propagateSizeHints", "does not support raise", "does not support grabbing"
            )
        )


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    """The light theme at 100 %, set again only if a test changed it, and no work left over."""
    if (
        theme.current() is not theme.LIGHT
        or theme.px(100) != 100
        or theme.is_still()
        or not qapp.styleSheet()
    ):
        theme.apply(qapp, "light")
    yield
    tasks.wait_all()


@pytest.fixture(scope="session")
def many_vault(new_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Filled:
    return filled(new_vault, tmp_path_factory.mktemp("many"))


@pytest.fixture
def many(journal: Journal, many_vault: Filled) -> list[Episode]:
    """Two hundred episodes, which are in the journal."""
    made: list[Episode] = pickle.loads(many_vault.pickled)
    return made


@pytest.fixture
def places(journal: Journal, one: Examples) -> Places:
    """Every screen and what to show there, in a journal with one of everything; the editors also with a new thing."""
    made = one
    lists: Places = [
        (name, None)
        for name in (
            "today",
            "episodes",
            "names",
            "reflections",
            "methods",
            "goals",
            "skills",
            "profiles",
            "measures",
            "lessons",
            "recall",
            "actions",
            "growth",
            "week",
            "pack",
            "shared_packs",
            "search",
            "safety",
            "backups",
            "check",
            "transfer",
            "help",
            "settings",
        )
    ]
    known: Places = [
        ("episode", made.episode.id),
        ("reflection", made.reflection.id),
        ("reflection", New(about=Period.of(Interval.MONTH, journal.today()))),
        ("reflections", made.reflection.id),
        ("goal", made.goal.id),
        ("goal", made.plan.id),
        ("skills", made.skill.id),
        ("profiles", made.records.profile.id),
        ("measures", made.records.measure.id),
        ("lessons", made.lesson.id),
        ("names", made.person.id),
        ("names", made.skill.id),
        ("actions", made.action.id),
        ("shared_packs", made.pack.id),
        ("transfer", "export"),
        ("methods", journal.methods.copy("woop", "Before a hard talk").id),
    ]
    return [
        *lists,
        *known,
        *(
            (name, New())
            for name in (
                "episode",
                "reflection",
                "goal",
                "skills",
                "profiles",
                "measures",
                "lessons",
                "actions",
            )
        ),
    ]


@pytest.fixture
def space(qtbot: QtBot, journal: Journal, places: Places) -> Iterator[Workspace]:
    """The opened journal in a window that has the keyboard."""
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Workspace(journal)
    window.setCentralWidget(made)
    window.resize(1440, 900)
    show_active(qtbot, window)
    made.start()
    yield made
    tasks.wait_all()
    made.leave()
