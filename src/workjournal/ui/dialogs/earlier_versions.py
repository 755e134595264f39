"""The earlier versions of one text, each beside the present one."""

import datetime as dt
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTextBrowser, QWidget

from workjournal.domain.text_difference import Change, Difference, difference
from workjournal.journal.revisions import Version
from workjournal.ui import form, tab_order, tasks, theme, words
from workjournal.ui.tasks import Task
from workjournal.ui.widgets.row_list import Row, RowList, grouped
from workjournal.ui.widgets.segments import Choice, Segments

CHANGES, WHOLE = "changes", "whole"


class EarlierVersionsDialog(QDialog):
    """A list by day and time; what was taken out and put in since is marked by lines as well as by colour."""

    chosen = Signal(object)
    """The version that is to be put back; the dialog is closed."""

    sentence: QLabel
    both: QWidget
    versions: RowList
    view: Segments
    told: QLabel
    seen: QTextBrowser
    legend: QLabel
    nothing_page: QWidget
    close_: QPushButton
    put_back: QPushButton

    def __init__(
        self, parent: QWidget | None, name: str, present: str, versions: Sequence[Version], today: dt.date
    ) -> None:
        super().__init__(parent)
        form.fill(self, "earlier_versions")
        self._present, self._known, self._today = present, versions, today
        self._task: Task | None = None
        self.sentence.setText(self.tr("What stood in “{name}” before.").format(name=name))
        self.sentence.setVisible(bool(name))
        changes, whole = self.tr("Changes since"), self.tr("As it was")
        self.view.set_choices([Choice(CHANGES, changes), Choice(WHOLE, whole)])
        self.view.choice = CHANGES
        self.versions.set_rows(grouped(self._row(place) for place in range(len(versions))))
        for part, there in ((self.both, bool(versions)), (self.nothing_page, not versions)):
            part.setVisible(there)
        self.put_back.setVisible(bool(versions))
        tab_order.chain(self)
        self._connect()
        if versions:
            self.versions.choose(0)
            self.versions.setFocus()
            self.put_back.setDefault(True)

    def version(self) -> Version | None:
        """The one that is chosen."""
        place = self.versions.current_id()
        return self._known[place] if isinstance(place, int) else None

    def _connect(self) -> None:
        self.versions.selectionModel().currentChanged.connect(self._show)
        self.view.changed.connect(self._show)
        self.versions.opened.connect(lambda _: self.put_back.setFocus())
        self.close_.clicked.connect(self.reject)
        self.put_back.clicked.connect(self._choose)
        self.finished.connect(self.deleteLater)

    def _row(self, place: int) -> Row:
        version = self._known[place]
        count = len(version.text.split())
        return Row(
            place,
            self.tr("Until {time}").format(time=words.clock(version.until.time())),
            self.tr("%n word(s)", "", count),
            group=words.day(version.until.date(), self._today),
        )

    def _show(self) -> None:
        """Compare the chosen one with the present text; a long one takes a moment."""
        version, whole = self.version(), self.view.choice == WHOLE
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.legend.setVisible(not whole)
        if version is None:
            self.seen.clear()
        elif whole:
            self.told.setText("")
            self.seen.setPlainText(version.text)
        else:
            before, after = version.text, self._present
            self._task = tasks.run(lambda _report: difference(before, after), self._show_difference, self)

    def _show_difference(self, found: Difference) -> None:
        self._task = None
        out, put_in = found.words(Change.OUT), found.words(Change.IN)
        taken, added = self.tr("%n word(s) taken out", "", out), self.tr("%n put in", "", put_in)
        told = self.tr("{taken}, {added} since").format(taken=taken, added=added)
        same = all(piece.change is Change.KEPT for piece in found.pieces)
        self.told.setText(self.tr("The same as now") if same else told)
        self.seen.setHtml(marked(found))
        self.seen.setAccessibleDescription(self.told.text())

    def _choose(self) -> None:
        version = self.version()
        self.accept()
        if version is not None:
            self.chosen.emit(version)


def marked(found: Difference) -> str:
    """The pieces as rich text: struck out and underlined, in colours of the theme."""
    tokens = theme.current()
    styles = {
        Change.KEPT: "",
        Change.OUT: f"text-decoration: line-through; color: {tokens.danger}; background: {tokens.danger_soft};",
        Change.IN: f"text-decoration: underline; color: {tokens.ok}; background: {tokens.ok_soft};",
    }
    made = []
    for piece in found.pieces:
        text = escape(piece.text)
        if piece.change is not Change.KEPT:
            text = text.replace("\n", "¶\n")  # else a line that came or went would not be seen
        made.append(f'<span style="{styles[piece.change]}">{text}</span>')
    return f'<div style="white-space: pre-wrap; line-height: 138%;">{"".join(made)}</div>'
