"""What leaves of a thing with a pack: each of its texts, to be told otherwise, and its pictures."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workjournal.domain.entity import Audience
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_fields import PackField
from workjournal.journal.pack_items import PackItem
from workjournal.ui import form, theme
from workjournal.ui.dialogs import typed
from workjournal.ui.dialogs.question import Question
from workjournal.ui.parts import pack_field_words
from workjournal.ui.parts.pack_field_rows import PackFieldRows
from workjournal.ui.parts.pack_pictures import PackPictures
from workjournal.ui.tasks import Report
from workjournal.ui.widgets.elided_label import ElidedLabel

_WIDTH, _EDGE, _SPARE = 720, 32, 4


@dataclass(frozen=True)
class ItemTexts:
    """What the dialog shows: the texts that would leave, and those of an evidence story by the same keys."""

    fields: tuple[PackField, ...]
    story: Mapping[str, str] = field(default_factory=dict)


class PackItemDialog(Question):
    """Keeps the rewordings by itself; `settled` gives the ids of the ticked pictures, which are the pack's."""

    what: ElidedLabel
    story_part: QWidget
    take_over: QPushButton
    fields: QScrollArea
    page: QWidget
    texts_column: QVBoxLayout
    pictures_column: QVBoxLayout
    no_evidence: QLabel
    never: QLabel

    def __init__(
        self,
        parent: QWidget | None,
        journal: Journal,
        item: PackItem,
        choice: PackChoice,
        shown: ItemTexts,
        ticked: Collection[str],
    ) -> None:
        super().__init__(parent)
        form.fill(self, "pack_item")
        self._journal, self._item, self._choice = journal, item, choice
        self.what.setText(item.title)
        self.texts = PackFieldRows(shown.fields, self)
        self.pictures = PackPictures(journal, item.pictures, ticked, self)
        self.texts_column.addWidget(self.texts)
        self.pictures_column.addWidget(self.pictures)
        self.pictures.setVisible(bool(item.pictures))
        keys = [each.key for each in shown.fields]
        self.no_evidence.setVisible("source_link" in keys and "evidence" not in choice.ordered)
        self.never.setText(pack_field_words.never(keys))
        self.story_part.setVisible(bool(shown.story) and choice.audience is Audience.NEXT_JOB)
        self.take_over.clicked.connect(lambda: self.texts.tell(shown.story))
        self.resize(theme.px(_WIDTH), self.height())
        self.begin()

    def keep_typed(self, place: str) -> None:
        """Keep what is typed as a draft at that place, and resume one."""
        names = ("texts", "pictures")
        typed.keep(self, self, self.cancel, self._journal.drafts, place, names)

    def first(self) -> QWidget:
        return next(iter(self.texts.rows.values())).text_

    def go_on(self) -> None:
        wanted, pictures = self.texts.rewordings(), frozenset(self.pictures.pictures)
        packs, item, choice = self._journal.packs, self._item.id, self._choice

        def work(_report: Report) -> frozenset[str]:
            for key, text in wanted.items():
                if text is None:
                    packs.take_back_wording(item, key, choice.audience)
                else:
                    packs.reword(item, key, text, choice)
            return pictures

        self.carry_out(work, self.settle, self.first())

    def fit(self) -> None:
        """As tall as its texts, but not taller than the window it lies over: then they scroll."""
        QTimer.singleShot(0, self, self._fit_texts)

    def _fit_texts(self) -> None:
        layout, inner = self.layout(), self.page.layout()
        if layout is None or inner is None:
            return
        parent = self.parentWidget()
        over = parent.window() if parent is not None else self
        width = min(theme.px(_WIDTH), over.width() - _EDGE)
        layout.activate()
        around = _height(layout, width) - self.fields.sizeHint().height()
        needed = around + _height(inner, self.fields.viewport().width()) + _SPARE
        self.resize(width, min(needed, over.height() - _EDGE))


def _height(layout: QLayout, width: int) -> int:
    """What a layout would like to have at a width."""
    return (
        layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    )
