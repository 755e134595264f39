"""Every screen as a reader meets it: what takes the keyboard has a name and a true role, and Tab reaches all of it."""

from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from workjournal.ui import tasks
from workjournal.ui.places import New
from workjournal.ui.screens import SCREENS
from workjournal.ui.workspace import Workspace

Places = list[tuple[str, UUID | New | None]]

SHAPELESS = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}
MOST_STOPS = 200


def stops(page: QWidget) -> list[QWidget]:
    """What Tab can reach on a page. A scroll area and Qt's own inner parts are no things of their own."""
    return [
        child
        for child in page.findChildren(QWidget)
        if child.isVisible()
        and child.isEnabled()
        and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
        and not child.objectName().startswith("qt_")
        and not (isinstance(child, QScrollArea))
    ]


def test_every_screen_is_walked(places: Places) -> None:
    assert {name for name, _ in places} == {kind.name for kind in SCREENS}


def test_tab_reaches_everything_by_name_and_role_and_comes_round(space: Workspace, places: Places) -> None:
    faults = []
    for name, what in places:
        space.go(name, what)
        tasks.wait_all()
        for child in stops(space):
            seen = QAccessible.queryAccessibleInterface(child)
            if not seen.text(QAccessible.Text.Name).strip():
                faults.append(f"{name} {what}: {type(child).__name__} {child.objectName()} has no name")
            if seen.role() in SHAPELESS:
                faults.append(f"{name} {what}: {type(child).__name__} {child.objectName()} has no role")
        walked = _tab_round()
        if len(walked) == MOST_STOPS:
            faults.append(f"{name} {what}: Tab does not come round; it ends in {walked[-1]}")
        missed = [child for child in stops(space) if child not in walked and not _in_group(child)]
        faults += [f"{name} {what}: Tab never reaches {type(c).__name__} {c.objectName()}" for c in missed]
    assert not faults, "\n".join(dict.fromkeys(faults))


def test_tab_follows_reading_order(qtbot: QtBot, space: Workspace, places: Places) -> None:
    """In one column, from the top to the bottom; beside each other, either way."""
    space.window().resize(960, 640)
    for name, what in places:
        space.go(name, what)
        tasks.wait_all()
        page = space.stack.currentWidget()
        assert page is not None
        walked = _tab_round()
        qtbot.wait(20)  # Qt lays out in several passes
        walked = [stop for stop in walked if isValid(stop)]  # a row may be made anew meanwhile
        for area in page.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(0)
        start = max(place for place, stop in enumerate(walked) if not page.isAncestorOf(stop)) + 1
        inside = [stop for stop in [*walked[start:], *walked[:start]] if page.isAncestorOf(stop)]
        for one, following in pairwise(inside):
            above, below = (QRect(stop.mapTo(page, QPoint(0, 0)), stop.size()) for stop in (one, following))
            beside = above.right() < below.left() or below.right() < above.left()
            told = f"{name} {what}: {following.objectName()} stands above {one.objectName()}"
            assert beside or below.bottom() >= above.top(), told


def _tab_round() -> list[QWidget]:
    """Where Tab goes from where the keyboard is, until it is there again."""
    began = QApplication.focusWidget()
    if (
        began is not None and not began.focusPolicy() & Qt.FocusPolicy.TabFocus
    ):  # a page that is read from its top
        QTest.keyClick(began, Qt.Key.Key_Tab)
    walked: list[QWidget] = []
    while (
        (now := QApplication.focusWidget()) is not None and now not in walked[:1] and len(walked) < MOST_STOPS
    ):
        walked.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return walked


def _in_group(child: QWidget) -> bool:
    """Among exclusive buttons Tab goes to the chosen one only, arrows to the others."""
    grouped = isinstance(child, QAbstractButton) and child.group() is not None
    return grouped or bool(child.property("autoExclusive"))
