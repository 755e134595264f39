"""The commands that go to a screen: one for each on the rail, and those that begin something or look at it."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from workjournal.journal.agenda import DueKind
from workjournal.ui.commands import Command
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.places import New
from workjournal.ui.screens import SCREENS
from workjournal.ui.widgets.rail import RailEntry

Go = Callable[[str, object], object]
_BEGUN: tuple[tuple[str, str, str, str, str, object], ...] = (
    ("new-episode", QT_TRANSLATE_NOOP("Workspace", "Write a full episode"), "list", "", "episode", New()),
    ("new-reflection", QT_TRANSLATE_NOOP("Workspace", "Reflect"), "notebook-pen", "", "reflection", New()),
    ("new-goal", QT_TRANSLATE_NOOP("Workspace", "Plan a stretch goal"), "mountain", "", "goal", New()),
    ("new-lesson", QT_TRANSLATE_NOOP("Workspace", "Write a lesson"), "lightbulb", "", "lessons", New()),
    ("new-action", QT_TRANSLATE_NOOP("Workspace", "Note an action"), "circle-check", "", "actions", New()),
    ("find", QT_TRANSLATE_NOOP("Workspace", "Search everything"), "search", "Ctrl+F", "search", None),
    ("recall", QT_TRANSLATE_NOOP("Workspace", "Recall lessons"), "brain", "", "recall", None),
    ("pulse", QT_TRANSLATE_NOOP("Workspace", "Give the pulse of this month"), "activity", "", "today", DueKind.PULSE),
    ("names", QT_TRANSLATE_NOOP("Workspace", "Put people, tags and skills in order"), "users", "", "names", None),
    ("methods", QT_TRANSLATE_NOOP("Workspace", "Own reflection methods"), "list-checks", "", "methods", None),
    ("week", QT_TRANSLATE_NOOP("Workspace", "Look at what moved this week"), "calendar-check", "", "week", None),
    ("profiles", QT_TRANSLATE_NOOP("Workspace", "Compare myself with a role profile"), "target", "", "profiles", None),
    ("shared-packs", QT_TRANSLATE_NOOP("Workspace", "Look at what was shared"), "share-2", "", "shared_packs", None),
    ("backups", QT_TRANSLATE_NOOP("Workspace", "Look at the backups"), "archive", "", "backups", None),
    ("check", QT_TRANSLATE_NOOP("Workspace", "Check the journal"), "shield-check", "", "check", None),
    ("trash", QT_TRANSLATE_NOOP("Workspace", "Look into the trash"), "trash-2", "", "safety", "trash"),
    ("settings", QT_TRANSLATE_NOOP("Workspace", "Change settings"), "settings", "Ctrl+,", "settings", None),
    ("import", QT_TRANSLATE_NOOP("Workspace", "Import a journal of another program…"), "download", "", "transfer", "import"),
    ("export", QT_TRANSLATE_NOOP("Workspace", "Export the journal…"), "upload", "", "transfer", "export"),
    ("read-help", QT_TRANSLATE_NOOP("Workspace", "Read the help"), "book-open", "", "help", None),
)  # fmt: skip


def on_rail() -> list[RailEntry]:
    """What the rail shows of each screen that stands there."""
    return [
        RailEntry(kind.name, QApplication.translate(kind.__name__, kind.title), kind.icon, kind.shortcut)
        for kind in SCREENS
        if not kind.under
    ]


def to_screens(go: Go, group: str) -> Iterator[Command]:
    """One command for each screen on the rail."""
    for kind in SCREENS:
        if not kind.under:
            label = QApplication.translate(kind.__name__, kind.title)
            yield Command(kind.name, label, kind.icon, kind.shortcut, partial(go, kind.name, None), group)


def begun(go: Go, group: str) -> Iterator[Command]:
    """What can be begun or looked at from anywhere."""
    for key, text, icon, shortcut, screen, what in _BEGUN:
        words = QCoreApplication.translate("Workspace", text)
        yield Command(key, words, icon, shortcut, partial(go, screen, what), group)
