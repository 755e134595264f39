"""Names below a field while one is typed there."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter


class Completer(QCompleter):
    """Offers what has the typed letters anywhere in it, in a list with a ground of its own.

    Lists have no ground in this program's style, since they lie on cards; one that is a window would be black.
    """

    def __init__(self, names: Iterable[str] | QAbstractItemModel, parent: QObject) -> None:
        model = names if isinstance(names, QAbstractItemModel) else QStringListModel(list(names))
        super().__init__(model, parent)
        if model.parent() is None:
            model.setParent(self)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        shown = self.popup()
        assert shown is not None
        self.list = shown
        self.list.setProperty("role", "boxed")
        self.list.setAccessibleName(self.tr("Names that fit"))
