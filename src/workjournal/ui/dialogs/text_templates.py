"""The texts to begin with: made, changed, taken away."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from workjournal.domain.text_template import TextTemplate
from workjournal.ui import errors, form, tab_order
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.row_list import Row, RowList


class TextTemplatesDialog(QDialog):
    """A list, and the fields of the one chosen; nothing is kept before its button says so."""

    templates: RowList
    add: QPushButton
    delete_: QPushButton
    fields: QWidget
    name: QLineEdit
    text: ProseEdit
    problem: QLabel
    cancel: QPushButton
    agree: QPushButton

    def __init__(
        self,
        parent: QWidget | None,
        templates: Sequence[TextTemplate],
        keep: Callable[[list[TextTemplate]], object],
    ) -> None:
        super().__init__(parent)
        form.fill(self, "text_templates")
        self._all, self._keep, self._at = list(templates), keep, -1
        self.problem.hide()
        tab_order.chain(self)
        self._connect()
        self._show_list(0)

    def _connect(self) -> None:
        self.templates.selectionModel().currentChanged.connect(self._turn)
        self.templates.opened.connect(lambda _: self.name.setFocus())
        self.templates.trashed.connect(lambda _: self._delete())
        self.name.textEdited.connect(self._take)
        self.text.changed.connect(self._take)
        self.add.clicked.connect(self._add)
        self.delete_.clicked.connect(self._delete)
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self._agree)
        self.finished.connect(self.deleteLater)

    def _show_list(self, place: int) -> None:
        """Show all, with this one chosen."""
        self._at = -1
        self.templates.set_rows([self._row(at) for at in range(len(self._all))])
        if self._all:
            self.templates.choose(max(0, min(place, len(self._all) - 1)))
        self._turn()

    def _row(self, place: int) -> Row:
        template = self._all[place]
        return Row(place, template.name or self.tr("Without a name"), " ".join(template.text.split()))

    def _turn(self) -> None:
        place = self.templates.current_id()
        self._at = place if isinstance(place, int) and place < len(self._all) else -1
        there = self._at >= 0
        self.fields.setEnabled(there)
        self.delete_.setEnabled(there)
        template = self._all[self._at] if there else TextTemplate("", "")
        at, self._at = self._at, -1  # what is shown now was not typed
        self.name.setText(template.name)
        self.text.text = template.text
        self._at = at

    def _take(self) -> None:
        if self._at >= 0:
            self._all[self._at] = TextTemplate(self.name.text(), self.text.text)

    def _add(self) -> None:
        taken, name, number = {template.name for template in self._all}, self.tr("New template"), 1
        while name in taken:
            number += 1
            name = self.tr("New template {number}").format(number=number)
        self._all.append(TextTemplate(name, ""))
        self._show_list(len(self._all) - 1)
        self.name.setFocus()
        self.name.selectAll()

    def _delete(self) -> None:
        if self._at >= 0:
            place = self._at
            del self._all[place]
            self._show_list(place)
            self.templates.setFocus()

    def _agree(self) -> None:
        self.problem.clear()
        with errors.inline(self.problem.setText):
            self._keep(self._all)
            self.accept()
        self.problem.setVisible(bool(self.problem.text()))
