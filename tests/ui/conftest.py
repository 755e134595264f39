"""Tests of the window: without a display, in the light theme, with the errors of slots told."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from workjournal.ui import tasks, theme


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
    if theme.current() is not theme.LIGHT or theme.px(100) != 100 or not qapp.styleSheet():
        theme.apply(qapp, "light")
    yield
    tasks.wait_all()
