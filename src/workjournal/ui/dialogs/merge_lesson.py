"""Which of two lessons that say the same stays."""

from collections.abc import Callable, Sequence
from textwrap import shorten
from typing import NamedTuple
from uuid import UUID

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from workjournal.domain.lesson import Lesson
from workjournal.journal.lessons import LessonLine
from workjournal.ui import form, tab_order
from workjournal.ui.dialogs.fitted import Fitted
from workjournal.ui.parts import lesson_words
from workjournal.ui.widgets.row_list import Row, RowList

_DETAIL = 160
"""Letters of the detail: enough to tell two lessons apart, few enough for both to fit on a small screen."""


class Merge(NamedTuple):
    """What the dialog was told."""

    kept: UUID
    duplicate: UUID


class MergeLessonDialog(Fitted):
    """Shows both; the other one is looked for among `others`, and loaded, where it is not given."""

    search: QWidget
    query: QLineEdit
    lessons: RowList
    nothing: QLabel
    sides: QWidget
    keep_first: QRadioButton
    first_text: QLabel
    first_more: QLabel
    keep_second: QRadioButton
    second_text: QLabel
    second_more: QLabel
    what: QLabel
    cancel: QPushButton
    agree: QPushButton

    def __init__(
        self,
        parent: QWidget | None,
        lesson: Lesson,
        others: Sequence[LessonLine],
        load: Callable[[UUID], Lesson],
        other: Lesson | None = None,
    ) -> None:
        super().__init__(parent)
        form.fill(self, "merge_lesson")
        self._lesson, self._others, self._load, self._other = lesson, others, load, other
        self.what.setText(
            self.tr(
                "Where the other one was applied and recalled, its skills and its sources go over to the one that stays, "
                "and its words into the detail. Then it goes to the trash."
            )
        )
        tab_order.chain(self)
        self.agree.setDefault(True)
        self.search.setVisible(other is None)
        self.query.textChanged.connect(self._search)
        self.lessons.selectionModel().currentChanged.connect(self._take)
        self.lessons.opened.connect(lambda _: self.keep_first.setFocus())
        for keep in (self.keep_first, self.keep_second):
            keep.setAutoExclusive(False)  # they stand in cards of their own; Qt's grouping is by parent
            keep.clicked.connect(lambda _=False, keep=keep: self._keep(first=keep is self.keep_first))
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self.accept)
        self._search()
        self._show()

    def merge(self) -> Merge | None:
        """The answer; None while the other lesson is not chosen."""
        if self._other is None:
            return None
        pair = (self._lesson.id, self._other.id)
        return Merge(*(pair if self.keep_first.isChecked() else pair[::-1]))

    def _search(self) -> None:
        wanted = self.query.text().casefold().split()
        found = [
            other
            for other in self._others
            if all(word in f"{other.text} {other.trigger}".casefold() for word in wanted)
        ]
        self.lessons.set_rows(
            [
                Row(
                    other.id,
                    other.text,
                    lesson_words.when(other.trigger),
                    chips=(lesson_words.chip(other.state),),
                )
                for other in found
            ]
        )
        if wanted and found:
            self.lessons.choose(found[0].id)
        self.lessons.setVisible(bool(found))
        self.nothing.setVisible(not found)

    def _take(self) -> None:
        chosen = self.lessons.current_id()
        self._other = self._load(chosen) if isinstance(chosen, UUID) else None
        self._show()

    def _show(self) -> None:
        """Both sentences; the one that was used more stays unless another choice is made."""
        other = self._other
        self.sides.setVisible(other is not None)
        self.agree.setEnabled(other is not None)
        if other is None:
            return
        for lesson, text, more, keep in (
            (self._lesson, self.first_text, self.first_more, self.keep_first),
            (other, self.second_text, self.second_more, self.keep_second),
        ):
            parts = (
                lesson_words.when(lesson.trigger),
                shorten(lesson.detail, _DETAIL, placeholder="…"),
                lesson_words.tally(lesson),
            )
            text.setText(lesson.text)
            more.setText("\n".join(filter(None, parts)))
            more.setVisible(any(parts))
            keep.setAccessibleName(self.tr("This one stays: {lesson}").format(lesson=lesson.text))
        self._keep(first=len(self._lesson.applied()) >= len(other.applied()))

    def _keep(self, *, first: bool) -> None:
        self.keep_first.setChecked(first)
        self.keep_second.setChecked(not first)
