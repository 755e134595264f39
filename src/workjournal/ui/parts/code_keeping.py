"""A recovery code is shown, taken to paper, and two of its groups are asked back."""

import secrets
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from workjournal.exporters.recovery_sheet import RecoverySheet
from workjournal.ui import errors, form, tasks
from workjournal.ui.widgets.code_grid import CodeGrid

ASKED = 2


class CodeKeeping(QWidget):
    """Shows a code until `kept`: two groups that are drawn anew at each look were typed back rightly.

    The host then lets the code count (`WaysIn.add_code`). Nothing here puts the code on the clipboard.
    """

    kept = Signal()

    writing: QWidget
    grid: CodeGrid
    save_pdf: QPushButton
    print_sheet: QPushButton
    said: QLabel
    written: QPushButton
    asking: QWidget
    first_label: QLabel
    first: QLineEdit
    second_label: QLabel
    second: QLineEdit
    wrong: QLabel
    check: QPushButton
    look_again: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "code_keeping")
        self._sheet: RecoverySheet | None = None
        self._vault = Path()
        self._asked: tuple[int, ...] = ()
        self.save_pdf.clicked.connect(self._choose_file)
        self.print_sheet.clicked.connect(self._print)
        self.written.clicked.connect(self.ask)
        self.first.returnPressed.connect(partial(self.second.setFocus, Qt.FocusReason.TabFocusReason))
        self.second.returnPressed.connect(self._check)
        self.check.clicked.connect(self._check)
        self.look_again.clicked.connect(self.look)

    def offer(self, sheet: RecoverySheet, vault: Path) -> None:
        """Show the code of this sheet; a file of it may not lie in the folder `vault`."""
        self._sheet, self._vault = sheet, vault
        self.print_sheet.hide()
        self._say("")
        self.look()
        QTimer.singleShot(0, self, self._find_printers)

    def forget(self) -> None:
        """Leave no code in the fields."""
        self._sheet, self._asked = None, ()
        self.grid.show_groups(())
        for field in (self.first, self.second):
            field.clear()

    def look(self) -> None:
        """Show the code; what was asked for is drawn anew afterwards."""
        self.asking.hide()
        self.writing.show()
        self.grid.show_groups(self._groups())
        self.written.setFocus()

    def ask(self) -> None:
        """Ask two groups back, with the code out of sight: it must be on paper by now."""
        places = secrets.SystemRandom().sample(range(len(self._groups())), ASKED)
        self._asked = tuple(sorted(places))
        fields = ((self.first_label, self.first), (self.second_label, self.second))
        for place, (label, field) in zip(self._asked, fields, strict=True):
            label.setText(self.tr("Group {number}").format(number=place + 1))
            field.setAccessibleName(label.text())
            field.clear()
        self.grid.show_groups(())
        self._complain("")
        self.writing.hide()
        self.asking.show()
        self.first.setFocus()

    def first_stop(self) -> QWidget:
        """Where the keyboard begins."""
        return self.first if self.writing.isHidden() else self.written

    def asked(self) -> tuple[int, ...]:
        """The places (from 0) of the groups that are asked back."""
        return self._asked

    def _groups(self) -> tuple[str, ...]:
        return tuple(self._sheet.code.split("-")) if self._sheet else ()

    def _check(self) -> None:
        from workjournal.journal.typed_code import same_group

        groups = self._groups()
        for place, field in zip(self._asked, (self.first, self.second), strict=True):
            if not same_group(field.text(), groups[place]):
                words = self.tr("Group {number} is another one. Compare it with your sheet letter by letter.")
                self._complain(words.format(number=place + 1))
                field.setFocus()
                field.selectAll()
                return
        self._complain("")
        self.kept.emit()

    def _choose_file(self) -> None:
        assert self._sheet is not None
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("Recovery code {vault}.pdf").format(vault=self._sheet.vault_name)
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery sheet"), str(Path(folder) / name), self.tr("PDF (*.pdf)")
        )
        if path:
            self._save(Path(path) if Path(path).suffix else Path(path).with_suffix(".pdf"))

    def _save(self, where: Path) -> None:
        from workjournal.journal.code_sheet import save_sheet

        assert self._sheet is not None
        sheet, vault = self._sheet, self._vault
        tasks.run(
            lambda _report: save_sheet(sheet, where, vault),
            lambda _: self._saved(where),
            self,
            failed=self._not_done,
        )

    def _saved(self, where: Path) -> None:
        words = self.tr(
            "Saved in {folder}. Print it and take the file off this computer: the code is readable in it. "
            "It opens nothing until two of its groups were typed back here."
        )
        self._say(words.format(folder=where.parent))
        self.written.setFocus()

    def _find_printers(self) -> None:
        from workjournal.ui import printing

        self.print_sheet.setVisible(printing.is_possible())

    def _print(self) -> None:
        from workjournal.ui import printing

        assert self._sheet is not None
        printing.ask_and_print(self, partial(_typeset, self._sheet), self._printed, self._not_done)

    def _printed(self) -> None:
        self._say(self.tr("Sent to the printer. Its queue may keep the page for a while."))
        self.written.setFocus()

    def _not_done(self, error: Exception) -> None:
        with errors.inline(self._say):
            raise error

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _complain(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))


def _typeset(sheet: RecoverySheet) -> bytes:
    from workjournal.exporters.recovery_sheet import typeset

    return typeset(sheet)
