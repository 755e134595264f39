"""In which episode a lesson was used, and whether it worked there."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.episode import Episode
from workjournal.ui import form, tab_order, words
from workjournal.ui.dialogs.fitted import Fitted
from workjournal.ui.parts.did_it_work import OPEN, Asked
from workjournal.ui.parts.goal_words import day
from workjournal.ui.widgets.row_list import Row, RowList


class Use(NamedTuple):
    """What the dialog was told."""

    episode_id: UUID
    worked: bool | None


class ApplyLessonDialog(Fitted):
    """A list of recent episodes that a few letters narrow; agrees once one of them is chosen."""

    sentence: QLabel
    query: QLineEdit
    episodes: RowList
    nothing: QLabel
    worked_column: QVBoxLayout
    cancel: QPushButton
    agree: QPushButton

    def __init__(self, parent: QWidget | None, sentence: str, episodes: Sequence[Episode]) -> None:
        super().__init__(parent)
        form.fill(self, "apply_lesson")
        self._known = episodes
        self.sentence.setText(sentence)
        self.worked = Asked(self, self.tr("Did it work?"))
        self.worked.show_worked(None)
        self.worked_column.addWidget(self.worked)
        tab_order.chain(self)
        self.agree.setDefault(True)
        self.query.textChanged.connect(self._search)
        self.episodes.selectionModel().currentChanged.connect(self._judge)
        self.episodes.opened.connect(lambda _: self.worked.button(OPEN).setFocus())
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self.accept)
        self._search()

    def use(self) -> Use | None:
        """The answer; None while no episode is chosen."""
        chosen = self.episodes.current_id()
        return Use(chosen, self.worked.worked()) if isinstance(chosen, UUID) else None

    def _search(self) -> None:
        wanted = self.query.text().casefold().split()
        found = [
            episode
            for episode in self._known
            if all(word in f"{episode.title} {day(episode.date)}".casefold() for word in wanted)
        ]
        self.episodes.set_rows(
            [
                Row(
                    one.id,
                    one.title,
                    day(one.date),
                    icon=words.kind_icon(one.kind),
                    tone=words.kind_tone(one.kind),
                )
                for one in found
            ]
        )
        if wanted and found:
            self.episodes.choose(found[0].id)
        self.episodes.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self._judge()

    def _judge(self) -> None:
        self.agree.setEnabled(self.use() is not None)
