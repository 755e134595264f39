"""What all screens share.

A screen is a `.ui` file and one class of the same name:

    class LessonsScreen(Screen):
        name = "lessons"                       # resources/ui/lessons.ui, and the key for `go`
        title = QT_TRANSLATE_NOOP("LessonsScreen", "Lessons")
        icon = "lightbulb"
        shows = frozenset({Lesson})
        shortcut = "Ctrl+5"

        recalled: QPushButton                  # checked against the form

        def __init__(self, journal: Journal) -> None:
            super().__init__(journal)          # fills the form
            self.recalled.clicked.connect(self._recall)

        def refresh(self) -> None: ...

The form's root is a QWidget with a vertical layout without margins and spacing: first a QFrame with role="topbar"
(68 px; a QLabel with role="title" at its left, a spacer, buttons at its right), then the page, usually a
QScrollArea with role="page" whose contents are an Adaptive. Screens never call screens: they emit `go`.
"""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QWidget

from workjournal.ui import form, tab_order

if TYPE_CHECKING:
    from workjournal.journal.journal import Journal


class Screen(QWidget):
    """One page of the main window.

    Attributes:
        name: name of the form, and the key by which others `go` here.
        title: what the rail calls it; marked for translation, translated by `label()`.
        icon: a Lucide name.
        shows: classes of entities; a change of one makes the screen stale.
        shortcut: a key sequence, or "".
        help: the page of the help about it, "charts", or a section of one, "backups#check".
        under: for a screen that is not in the rail, the name of the one that stays marked there.
        stale: what it shows has changed since the last refresh.
    """

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    shows: ClassVar[frozenset[type[object]]] = frozenset()
    shortcut: ClassVar[str] = ""
    under: ClassVar[str] = ""
    help: ClassVar[str] = ""

    go = Signal(str, object)
    """Name of a screen, and what to show there (an id, a row) or None."""
    toast = Signal(str, object)
    """What was done, and a callable that undoes it, or None."""
    errand = Signal(object)
    """Something of ui/errands.py, which only the window can do."""

    def __init__(self, journal: "Journal") -> None:
        super().__init__()
        self._journal = journal
        self.stale = True
        if self.name:
            form.fill(self, self.name)

    def label(self) -> str:
        """The title in the user's language."""
        return self.tr(self.title)

    def time_of_day(self) -> QTime:
        """The time by the journal's clock."""
        now = self._journal.now()
        return QTime(now.hour, now.minute)

    @classmethod
    def waiting(cls, journal: "Journal") -> int:  # noqa: ARG003 - for those that have something
        """How many things wait here, for the rail; asked also before the screen is made."""
        return 0

    def refresh(self) -> None:
        """Read what is shown again. Called when the screen comes up stale, or while it is up and something changed."""

    def leave(self) -> None:
        """Save what is being typed; called before another screen comes up, before locking and before closing."""

    def arrive(self, what: object) -> None:
        """Show something particular: the second argument of `go`. Called after refresh."""

    def here(self) -> object:
        """What `arrive` needs to come back to what is shown now, after a lock; None for what it got last."""
        return None

    def topic(self) -> str:
        """The page of the help about what is shown now."""
        return self.help

    def text_owner(self) -> object:
        """The id of the thing whose texts are in its fields, for their earlier versions; None of nothing kept yet."""
        return self.here()

    def renew(self) -> None:
        """Refresh and be no longer stale."""
        self.refresh()
        self.stale = False
        tab_order.chain(self)
