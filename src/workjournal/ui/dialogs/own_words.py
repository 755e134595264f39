"""The user's own words, which spelling never marks."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from workjournal.ui import form, tab_order
from workjournal.ui.widgets.row_list import Row, RowList


class OwnWordsDialog(QDialog):
    """A list from which words can be taken out again; `remove` gets each."""

    words: RowList
    nothing: QLabel
    remove: QPushButton
    close_: QPushButton

    def __init__(self, parent: QWidget | None, words: Sequence[str], remove: Callable[[str], object]) -> None:
        super().__init__(parent)
        form.fill(self, "own_words")
        self._all, self._remove = list(words), remove
        tab_order.chain(self)
        self.words.selectionModel().currentChanged.connect(self._judge)
        self.words.trashed.connect(lambda _: self._take_out())
        self.remove.clicked.connect(self._take_out)
        self.close_.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)
        self._show(0)

    def _show(self, place: int) -> None:
        self.words.set_rows([Row(word, word) for word in self._all])
        if self._all:
            self.words.choose(self._all[min(place, len(self._all) - 1)])
        self.words.setVisible(bool(self._all))
        self.nothing.setVisible(not self._all)
        self._judge()

    def _judge(self) -> None:
        self.remove.setEnabled(isinstance(self.words.current_id(), str))

    def _take_out(self) -> None:
        word = self.words.current_id()
        if isinstance(word, str):
            place = self._all.index(word)
            self._all.remove(word)
            self._remove(word)
            self._show(place)
