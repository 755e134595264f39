"""Help from anywhere: F1 for the screen that is shown, and a command for each page. Loads no page."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication

from workjournal.ui.commands import Command
from workjournal.ui.help.contents import CONTENTS, FIRST
from workjournal.ui.places import Topic
from workjournal.ui.screen import Screen

SCREEN = "help"
Go = Callable[[str, object], object]


def commands(go: Go, shown: Callable[[], tuple[Screen, object] | None], program: str) -> Iterator[Command]:
    """One for the screen that is shown, in the group `program`, and one for each page in a group of its own.

    Args:
        shown: the screen and what brings one back to what it shows; None where there is none.
    """
    about = _tr("Help for this page")
    yield Command("help", about, "circle-help", "F1", lambda: _about_here(go, shown()), program)
    for entry in CONTENTS:
        text = _tr("Help: {page}").format(page=entry.label())
        yield Command(
            f"help-{entry.key}", text, entry.icon, "", partial(_open, go, shown, entry.key), _tr("Help")
        )


def _about_here(go: Go, shown: tuple[Screen, object] | None) -> None:
    topic = shown[0].topic() if shown else ""
    go(SCREEN, Topic(topic or FIRST, _back(shown)) if _back(shown) else topic or FIRST)


def _open(go: Go, shown: Callable[[], tuple[Screen, object] | None], key: str) -> None:
    back = _back(shown())
    go(SCREEN, Topic(key, back) if back else key)


def _back(shown: tuple[Screen, object] | None) -> tuple[str, object] | None:
    """Where one came from; from the help itself that stays where one had come from before."""
    if shown is None or shown[0].name == SCREEN:
        return None
    return shown[0].name, shown[1]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)
