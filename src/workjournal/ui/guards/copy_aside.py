"""The chosen backup: how it is, what it would bring back, and what can be done with it."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.errors import JournalError
from workjournal.journal.backups import Difference
from workjournal.journal.copies.folders import Copy, Place, State
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, tasks
from workjournal.ui.guards import copy_words
from workjournal.ui.guards.then_and_now import ThenAndNow
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.row_list import Row, RowList
from workjournal.ui.window_words import in_the_window

_SETTLES_MS = 120
FEW = 4
"""So many titles are shown whole; more of them scroll."""


class CopyAside(QFrame):
    """Compares the copy with the journal in a thread, once the choice has settled."""

    restore_asked = Signal(object)
    rehearse_asked = Signal(object)
    remove_asked = Signal(object)
    """Each with the copy."""

    when: QLabel
    state: Chip
    about: QLabel
    path: ElidedLabel
    difference_heading: QLabel
    difference: QLabel
    table_place: QVBoxLayout
    other_part: QWidget
    others: RowList
    more: QLabel
    restore: QPushButton
    rehearse: QPushButton
    remove: QPushButton

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._copy: Copy | None = None
        self._busy = False
        form.fill(self, "copy_aside")
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = ThenAndNow()
        self.table_place.addWidget(self.table)
        self._pause = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._pause.timeout.connect(self._compare)
        for button, asked in (
            (self.restore, self.restore_asked),
            (self.rehearse, self.rehearse_asked),
            (self.remove, self.remove_asked),
        ):
            button.clicked.connect(partial(self._ask, asked))
        self.hide()

    def show_copy(self, copy: Copy | None) -> None:
        """Show that one, or none."""
        self._copy = copy
        self.setVisible(copy is not None)
        self._clear()
        if copy is None:
            return
        look = copy_words.look(copy.state)
        self.when.setText(copy_words.moment(copy.made, self._journal.today()))
        self.state.setText(look.word)
        self.state.set_icon(look.icon)
        self.state.set_tone(look.tone)
        self.about.setText(self._told(copy, look.meaning))
        self.path.setText(str(copy.path))
        self._allow()
        opens = copy.state is not State.EARLIER_KEY and copy.reason is not None
        self.difference_heading.setVisible(opens)
        self.difference.setVisible(opens)
        if opens:
            self.difference.setText(self.tr("Comparing it with the journal…"))
            self._pause.start()

    def set_busy(self, busy: bool) -> None:
        """While something is done with the backups nothing else can be."""
        self._busy = busy
        self._allow()

    def _allow(self) -> None:
        whole = self._copy is not None and self._copy.state in {State.VERIFIED, State.EARLIER_KEY}
        known = self._copy is not None and self._copy.state is not State.EARLIER_KEY
        self.restore.setEnabled(whole and not self._busy)
        self.rehearse.setEnabled(known and not self._busy)
        self.remove.setEnabled(not self._busy and not self._journal.read_only)

    def _told(self, copy: Copy, meaning: str) -> str:
        place = (
            self.tr("in the journal’s folder") if copy.place is Place.HERE else self.tr("in the second place")
        )
        why = copy_words.reason(copy.reason)
        why = self.tr("made {why}").format(why=why) if why else ""
        first = ", ".join(part for part in (why, place, copy_words.size(copy.size)) if part)
        told = f"{first[:1].upper()}{first[1:]}. {meaning}"
        if copy.missing:
            told += " " + self.tr(
                "Without %n large file(s), missing from the journal even then.", "", copy.missing
            )
        return told

    def _clear(self) -> None:
        self._pause.stop()
        self.table.clear()
        self.other_part.hide()

    def _compare(self) -> None:
        copy, backups = self._copy, self._journal.backups
        if copy is not None:
            tasks.run(
                lambda _report: backups.difference(copy),
                partial(self._show, copy),
                self,
                failed=partial(self._cannot, copy),
            )

    def _show(self, copy: Copy, found: Difference) -> None:
        if copy is not self._copy:
            return
        self.table.show_counts(found.then, found.now)
        rows = [
            *(self._row(entry.kind, entry.title, self.tr("gone since")) for entry in found.gone),
            *(self._row(entry.kind, entry.title, self.tr("changed since")) for entry in found.changed),
        ]
        self.difference.setText(
            self.tr("Gone or changed since: %n thing(s)", "", len(rows) + found.more)
            if rows
            else self.tr("Nothing that was in it is gone or was changed since.")
        )
        self.others.set_rows(rows)
        self.others.set_fit(len(rows) <= FEW)
        if len(rows) > FEW:
            self.others.setFixedHeight(self.others.sizeHintForRow(0) * (2 * FEW + 1) // 2)
        self.more.setText(self.tr("and %n more", "", found.more) if found.more else "")
        self.more.setVisible(bool(found.more))
        self.other_part.setVisible(bool(rows))

    def _row(self, kind: str, title: str, how: str) -> Row:
        noun = copy_words.noun(kind)
        return Row((kind, title, how), title or noun.single, f"{noun.single} · {how}", noun.icon)

    def _cannot(self, copy: Copy, error: Exception) -> None:
        if not isinstance(error, JournalError):
            errors.report(error, self)
        elif copy is self._copy:
            self.difference.setText(in_the_window(str(error)))

    def _ask(self, asked: SignalInstance) -> None:
        if self._copy is not None:
            asked.emit(self._copy)
