"""The card with what is in the trash: taken out again one by one, or destroyed for good all at once."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QWidget

from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.trash import Emptied, Trashed
from workjournal.ui import errors, form, tasks
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import way_words
from workjournal.ui.widgets.row_list import Row, RowList
from workjournal.ui.window_words import in_the_window

FEW = 6
"""So many rows are shown whole; more of them scroll."""
_NOUNS = {
    "episode": (QT_TRANSLATE_NOOP("TrashCard", "Episode"), "list"),
    "reflection": (QT_TRANSLATE_NOOP("TrashCard", "Reflection"), "notebook-pen"),
    "lesson": (QT_TRANSLATE_NOOP("TrashCard", "Lesson"), "lightbulb"),
    "goal": (QT_TRANSLATE_NOOP("TrashCard", "Stretch goal"), "mountain"),
    "action": (QT_TRANSLATE_NOOP("TrashCard", "Action"), "circle-check"),
    "own method": (QT_TRANSLATE_NOOP("TrashCard", "Own method"), "list-checks"),
    "attachment": (QT_TRANSLATE_NOOP("TrashCard", "File"), "paperclip"),
    "tag": (QT_TRANSLATE_NOOP("TrashCard", "Tag"), "tag"),
    "skill": (QT_TRANSLATE_NOOP("TrashCard", "Skill"), "graduation-cap"),
    "person": (QT_TRANSLATE_NOOP("TrashCard", "Person"), "user"),
    "pack": (QT_TRANSLATE_NOOP("TrashCard", "Review pack"), "file-text"),
    "check in": (QT_TRANSLATE_NOOP("TrashCard", "Check-in"), "mountain"),
    "measure": (QT_TRANSLATE_NOOP("TrashCard", "Measure"), "gauge"),
    "reading": (QT_TRANSLATE_NOOP("TrashCard", "Value of a measure"), "gauge"),
    "marked change": (QT_TRANSLATE_NOOP("TrashCard", "Marked change"), "flag"),
    "skill rating": (QT_TRANSLATE_NOOP("TrashCard", "Rating of a skill"), "graduation-cap"),
    "credential": (QT_TRANSLATE_NOOP("TrashCard", "Credential"), "award"),
    "role profile": (QT_TRANSLATE_NOOP("TrashCard", "Role profile"), "target"),
    "role target": (QT_TRANSLATE_NOOP("TrashCard", "Level that a role needs"), "target"),
    "pulse": (QT_TRANSLATE_NOOP("TrashCard", "Pulse"), "activity"),
}


class TrashCard(QFrame):
    """Restoring can be undone, emptying cannot; so that asks, and says what still holds it."""

    restored = Signal(object, str)
    """Id and what it is called."""
    emptied = Signal(int)

    count: QLabel
    words: QLabel
    things: RowList
    problem: QLabel
    waiting: QProgressBar
    empty: QPushButton

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._titles: dict[object, str] = {}
        form.fill(self, "trash_card")
        self.problem.hide()
        self.waiting.hide()
        if not journal.read_only:
            self.things.action.connect(self._restore)
            self.things.opened.connect(self._restore)
        self.empty.clicked.connect(self._count_copies)
        self.empty.setEnabled(not journal.read_only)

    def refresh(self) -> None:
        """Read what is in it again; where that is damaged, the page still leads to the backups and the check."""
        try:
            self._show(self._journal.trash.contents())
        except JournalError as error:
            self._show([])
            self.words.setText(self.tr("The trash cannot be read."))
            self._complain(in_the_window(str(error)))

    def _show(self, found: Sequence[Trashed]) -> None:
        at = self.things.verticalScrollBar().value()
        self._titles = {thing.id: thing.title for thing in found}
        self.things.set_rows([self._row(thing) for thing in found])
        self.things.set_fit(len(found) <= FEW)
        if len(found) > FEW:
            self.things.setFixedHeight(
                self.things.sizeHintForRow(0) * FEW + self.things.sizeHintForRow(0) // 2
            )
        self.things.verticalScrollBar().setValue(at)
        self.things.setVisible(bool(found))
        self.empty.setVisible(bool(found))
        self.count.setText(self.tr("%n thing(s)", "", len(found)) if found else "")
        self.words.setText(
            self.tr("What you put away stays here until you take it out or empty the trash.")
            if found
            else self.tr("The trash is empty. What you put away stays here until you empty it.")
        )

    def _row(self, thing: Trashed) -> Row:
        noun, icon = _NOUNS[thing.noun]
        since = way_words.ago(thing.since.astimezone().date(), self._journal.today())
        second = self.tr("{noun} · put away {ago}").format(
            noun=QCoreApplication.translate("TrashCard", noun), ago=since
        )
        action = "" if self._journal.read_only else self.tr("Restore")
        return Row(thing.id, thing.title, second, icon, action=action)

    def _restore(self, thing: object) -> None:
        assert isinstance(thing, UUID)
        self._journal.trash.restore(thing)
        self.restored.emit(thing, self._titles.get(thing, ""))

    def _count_copies(self) -> None:
        """How many backups still hold it is looked up in a thread: a second place may be slow."""
        backups = self._journal.backups
        self._busy(busy=True)
        tasks.run(lambda _report: len(backups.all()), self._ask, self, failed=lambda _: self._ask(0))

    def _ask(self, copies: int) -> None:
        self._busy(busy=False)
        self.empty.setFocus()  # where the keyboard comes back to
        told = self.tr(
            "%n thing(s) are destroyed, so that no trace of them stays in the journal's files.",
            "",
            self._journal.trash.count(),
        )
        told += " " + self.tr("This cannot be undone.")
        if copies:
            told += "\n\n" + self.tr(
                "%n backup(s) made before may still hold them; the Backups page shows each.", "", copies
            )
        ConfirmDialog.ask(
            self.window(), self.tr("Empty the trash"), told, self.tr("Empty it"), self._empty, danger=True
        )

    def _empty(self) -> None:
        self._complain("")
        self._busy(busy=True)
        trash = self._journal.trash
        tasks.run(lambda _report: trash.empty(), self._emptied, self, failed=self._failed, essential=True)

    def _emptied(self, emptied: Emptied) -> None:
        self._busy(busy=False)
        self.emptied.emit(emptied.things)

    def _failed(self, error: Exception) -> None:
        self._busy(busy=False)
        if isinstance(error, JournalError):
            self._complain(str(error))
            self.emptied.emit(0)
        else:
            errors.report(error, self)

    def _busy(self, *, busy: bool) -> None:
        self.waiting.setVisible(busy)
        self.things.setEnabled(not busy)
        self.empty.setEnabled(not busy)

    def _complain(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
