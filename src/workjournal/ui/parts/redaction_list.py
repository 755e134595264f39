"""The words of an employer that leave with nobody, and what is read instead."""

from collections.abc import Sequence

from PySide6.QtCore import Property, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from workjournal.domain.redactions import BLANK, Redaction
from workjournal.ui import errors, form, theme
from workjournal.ui.widgets.row_list import Row, RowList


class RedactionList(QWidget):
    """A list, and two fields that add to it or change the chosen row; the USER property `redactions` has its pairs."""

    changed = Signal()

    entries: RowList
    no_rows: QLabel
    words: QLineEdit
    instead: QLineEdit
    keep: QPushButton
    redaction_problem: QLabel

    def __init__(self, redactions: Sequence[Redaction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "redaction_list")
        self._list = list(redactions)
        self.entries.setMinimumHeight(theme.px(120))
        self.entries.opened.connect(self._edit)
        self.entries.action.connect(self._remove)
        self.entries.trashed.connect(self._remove)
        self.words.textChanged.connect(self._name_button)
        self.words.returnPressed.connect(self.instead.setFocus)
        self.instead.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self._fill()
        self._complain("")

    def is_typing(self) -> bool:
        """Whether a pair is half typed that is not in the list."""
        return bool(self.words.text().strip())

    def take_typed(self) -> bool:
        """Put what is typed into the list; whether nothing is left in the fields."""
        if self.is_typing():
            self._keep()
        return not self.is_typing()

    def listed(self) -> tuple[Redaction, ...]:
        """The list as it is now."""
        return tuple(self._list)

    def _fill(self) -> None:
        self.entries.set_rows(
            [
                Row(_key(one), one.words, one.instead or BLANK, "eye-off", action=self.tr("Remove"))
                for one in self._list
            ]
        )
        self.entries.setVisible(bool(self._list))
        self.no_rows.setVisible(not self._list)
        self._name_button()

    def _name_button(self) -> None:
        known = _key(Redaction(self.words.text())) in {_key(one) for one in self._list}
        self.keep.setText(self.tr("Change") if known else self.tr("Add"))

    def _edit(self, key: object) -> None:
        one = next(each for each in self._list if _key(each) == key)
        self.words.setText(one.words)
        self.instead.setText(one.instead)
        self.instead.setFocus()

    def _keep(self) -> None:
        """One with the same words takes the place of the one before."""
        self._complain("")
        wanted = Redaction(" ".join(self.words.text().split()), " ".join(self.instead.text().split()))
        with errors.inline(self._complain):
            wanted.check()
            keys = [_key(one) for one in self._list]
            if _key(wanted) in keys:
                self._list[keys.index(_key(wanted))] = wanted
            else:
                self._list.append(wanted)
            self.words.clear()
            self.instead.clear()
            self.words.setFocus()
            self._fill()
            self.changed.emit()

    def _remove(self, key: object) -> None:
        self._list = [one for one in self._list if _key(one) != key]
        self._fill()
        self.changed.emit()

    def _complain(self, problem: str) -> None:
        self.redaction_problem.setText(problem)
        self.redaction_problem.setVisible(bool(problem))

    def _get_redactions(self) -> list[list[str]]:
        return [[one.words, one.instead] for one in self._list]

    def _set_redactions(self, redactions: Sequence[Sequence[str]] | None) -> None:
        self._list = [Redaction(words, instead) for words, instead in redactions or ()]
        self._fill()

    redactions: list[list[str]] = Property(
        object, _get_redactions, _set_redactions, user=True, notify=changed
    )  # type: ignore[assignment] # a property of Qt reads as its value


def _key(one: Redaction) -> str:
    return " ".join(one.words.split()).casefold()
