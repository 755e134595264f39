"""Completion in the search field: filters and names below it, while they are typed."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from workjournal.ui.parts.search_offers import SearchOffers
from workjournal.ui.widgets.completer import Completer


class SearchCompletion(QObject):
    """A list below the field; Down goes into it, Enter takes, Esc closes it."""

    def __init__(self, field: QLineEdit, offers: SearchOffers) -> None:
        super().__init__(field)
        self._field, self._offers = field, offers
        self.rows = QStandardItemModel(self)
        self.completer = Completer(self.rows, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        self.popup = self.completer.list
        self.popup.setAccessibleName(self.tr("Ways to go on"))
        field.setCompleter(self.completer)
        field.textEdited.connect(self._offer)

    def _offer(self, line: str) -> None:
        offered = [*self._offers.of_values(line), *self._offers.of_filters(line)]
        self.rows.clear()
        for each in offered:
            item = QStandardItem(f"{each.text}  {each.meaning}".strip())
            item.setData(each.line, Qt.ItemDataRole.UserRole)
            self.rows.appendRow(item)
        if not offered:
            self.popup.hide()
