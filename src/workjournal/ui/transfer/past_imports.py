"""The imports of the past: each can be taken back as a whole, and brought back."""

from uuid import UUID

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.domain.intake import Intake
from workjournal.journal.journal import Journal
from workjournal.ui import form, words
from workjournal.ui.transfer import troubles
from workjournal.ui.transfer.intake_deeds import IntakeDeeds
from workjournal.ui.transfer.telling import DAY, TELLING
from workjournal.ui.widgets.row_list import Row, RowChip, RowList
from workjournal.ui.widgets.wrapped_table import WrappedTable

FEW = 5
"""So many are shown whole; more of them scroll."""


class PastImports(QFrame):
    """The list, and below it what can be done with the chosen one."""

    number: QLabel
    none: QLabel
    imports: RowList
    chosen: QFrame
    about: QLabel
    kept: QFrame
    kept_words: QLabel
    take_kept: QPushButton
    troubles: WrappedTable
    undo: QPushButton
    redo: QPushButton
    problems: QPushButton

    def __init__(self, journal: Journal, deeds: IntakeDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal, self._deeds = journal, deeds
        self._past: dict[UUID, Intake] = {}
        self._told: dict[UUID, tuple[str, int]] = {}
        self._titles: dict[str, str] = {}
        form.fill(self, "past_imports")
        self.imports.selectionModel().currentChanged.connect(self._show_chosen)
        self.imports.opened.connect(lambda _: self._first_button().setFocus())
        self.undo.clicked.connect(lambda: self._do(deeds.undo))
        self.redo.clicked.connect(lambda: self._do(deeds.redo))
        self.take_kept.clicked.connect(lambda: self._do(lambda each: deeds.undo(each, changed=True)))
        self.problems.toggled.connect(self.troubles.setVisible)
        deeds.told.connect(self._tell)
        deeds.busy.connect(self._allow)

    def refresh(self) -> None:
        """Read them again."""
        self._titles = {each.key: each.title for each in self._journal.imports.formats()}
        self._past = {intake.id: intake for intake in self._journal.imports.past()}
        rows = [self._row(intake) for intake in self._past.values()]
        self.imports.set_rows(rows)
        self.imports.set_fit(len(rows) <= FEW)
        if len(rows) > FEW:
            self.imports.setFixedHeight(self.imports.sizeHintForRow(0) * (2 * FEW + 1) // 2)
        for part in (self.imports, self.chosen):
            part.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.number.setText(QLocale().toString(len(rows)) if rows else "")
        if rows and self.intake() is None:
            self.imports.choose(rows[0].id)
        self._show_chosen()

    def intake(self) -> Intake | None:
        """The chosen one."""
        chosen = self.imports.current_id()
        return self._past.get(chosen) if isinstance(chosen, UUID) else None

    def choose(self, intake_id: UUID) -> None:
        """Show that one."""
        self.imports.choose(intake_id)

    def forget_told(self) -> None:
        """What was told has been read."""
        self._told = {}
        self._show_chosen()

    def _do(self, deed: object) -> None:
        intake = self.intake()
        if intake is not None and callable(deed):
            deed(intake.id)

    def _row(self, intake: Intake) -> Row:
        made = intake.created_at.astimezone().date() if intake.created_at else self._journal.today()
        title = self._titles.get(intake.source, intake.source)
        second = f"{title} · {words.dated(made, DAY)} · {TELLING.entries(intake.imported, intake.source)}"
        chips = (RowChip(self.tr("Undone"), "", "undo-2"),) if intake.undone_at else ()
        return Row(intake.id, intake.name, second, icon="download", chips=chips)

    def _show_chosen(self) -> None:
        intake = self.intake()
        self.chosen.setVisible(intake is not None)
        if intake is None:
            return
        told, kept = self._told.get(intake.id, ("", 0))
        self.about.setText(told or TELLING.past(intake))
        self.kept_words.setText(TELLING.kept(kept))
        self.kept.setVisible(bool(kept) and intake.undone_at is not None)
        self.undo.setVisible(intake.undone_at is None)
        self.redo.setVisible(intake.undone_at is not None)
        self.problems.setText(TELLING.problems(len(intake.troubles)))
        self.problems.setVisible(bool(intake.troubles))
        self.problems.setChecked(False)
        troubles.show(self.troubles, troubles.of_intake(intake))
        self.troubles.hide()
        self._allow(busy=False)

    def _tell(self, intake_id: UUID, told: str, kept: int) -> None:
        self._told[intake_id] = (told, kept)
        self.refresh()
        self.choose(intake_id)
        self._show_chosen()

    def _first_button(self) -> QPushButton:
        return self.redo if self.undo.isHidden() else self.undo

    def _allow(self, busy: bool) -> None:
        for button in (self.undo, self.redo, self.take_kept):
            button.setEnabled(not busy and not self._journal.read_only)
