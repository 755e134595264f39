"""Lessons that fit what is being written, beside it: up to three, each applied by one key."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.lesson import Lesson
from workjournal.journal.journal import Journal
from workjournal.journal.matching import MOST, Match, Writing
from workjournal.ui import form
from workjournal.ui.parts import lesson_words
from workjournal.ui.parts.did_it_work import words
from workjournal.ui.widgets.elided_label import ElidedLabel

PAUSE_MS = 250
"""So long after the last key one looks: while somebody is still typing a word, it says nothing yet."""


class Looked(NamedTuple):
    """What is being written, and the lessons that need not be shown: those used already, those it left itself."""

    writing: Writing
    without: frozenset[UUID] = frozenset()


class _Row(QFrame):
    """A place for one lesson: its key, its sentence, why it fits, what can be done with it."""

    pressed = Signal()

    def __init__(self, parent: QWidget, keys: str) -> None:
        super().__init__(parent)
        self.setProperty("role", "card-sunken")
        self.lesson: Lesson | None = None
        self.sentence, self.reason = words(self, ""), ElidedLabel(self)
        self.reason.setProperty("role", "caption")
        self.press = QPushButton(self.tr("Apply"), self)
        self.press.setProperty("role", "link")
        self.press.setAutoDefault(True)
        self.press.clicked.connect(self.pressed)
        kbd = QLabel(keys, self)
        kbd.setProperty("role", "kbd")
        self._keys = keys
        foot, column = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(4)
        foot.addStretch(1)
        foot.addWidget(kbd, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.press)
        column.setContentsMargins(12, 10, 6, 2)
        column.setSpacing(3)
        column.addWidget(self.sentence)
        column.addWidget(self.reason)
        column.addLayout(foot)
        self.hide()

    def say(self, match: Match, reason: str, does: str) -> None:
        lesson = self.lesson = match.lesson
        self.sentence.setText(lesson.text)
        self.sentence.setToolTip("\n".join(filter(None, (lesson_words.when(lesson.trigger), lesson.detail))))
        self.reason.setText(reason)
        self.press.setText(does)
        self.press.setAccessibleName(f"{does}: {lesson.text}")
        self.press.setAccessibleDescription(f"{reason}. {self._keys}")
        self.show()


class MatchingLessons(QWidget):
    """Looks a moment after the last key, and only if something else is written by then; hidden while nothing fits.

    matching = MatchingLessons(journal, self, ("title", "story"), self._looked)
    matching.chosen.connect(self._apply)
    matching.look_again()                       # when something else is shown, or lessons changed

    `read` tells what is being written, None while nothing is. `owner` is where the keys hold.
    """

    chosen = Signal(object)
    """The lesson (a Lesson) whose key or button was pressed."""
    changed = Signal()
    """Other lessons are shown, or none."""

    def __init__(
        self,
        journal: Journal,
        owner: QWidget,
        fields: Collection[str],
        read: Callable[[], Looked | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._owner, self._read = journal, owner, read
        self._seen: Looked | None = None
        self._does = self.tr("Apply")
        self._matches: list[Match] = []
        heading = QLabel(self.tr("May fit what you write"), self)
        heading.setProperty("role", "label")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        self.rows = [_Row(self, self.tr("Alt {number}").format(number=place + 1)) for place in range(MOST)]
        self._keys: list[QShortcut] = []
        for place, row in enumerate(self.rows):
            column.addWidget(row)
            row.pressed.connect(lambda place=place: self._choose(place))
            # Without a lesson the key is free for what else stands on the page.
            key = QShortcut(QKeySequence(f"Alt+{place + 1}"), owner, enabled=False)
            self._keys.append(key)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda place=place: self._choose(place))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        for field in form.fields(owner, fields).values():
            form.changed(field).connect(self.touch)
        self.hide()

    def touch(self) -> None:
        """Something was typed: look in a moment."""
        self._pause.start()

    def set_verb(self, does: str) -> None:
        """What the button says: "Apply" where a lesson can be applied, "Open" where it can only be read."""
        self._does = does
        self._show(self._matches)

    def look_again(self) -> None:
        """Look now, whatever was seen before: another thing is shown, or lessons changed."""
        self._pause.stop()
        self._ask(self._read(), told=False)

    def lessons(self) -> list[Lesson]:
        """Those shown, in the order of their keys."""
        return [match.lesson for match in self._matches]

    def _look(self) -> None:
        if not self._owner.isVisible():
            return  # one has gone elsewhere, or closed the journal; who comes back looks again
        if self._would_move(QApplication.focusWidget()):
            self._pause.start()  # once the keyboard has gone elsewhere
        else:
            looked = self._read()
            if looked != self._seen:
                self._ask(looked, told=True)

    def _ask(self, looked: Looked | None, *, told: bool) -> None:
        self._seen, before = looked, {match.lesson.id for match in self._matches}
        if looked is None or replace(looked.writing, text=looked.writing.text.strip()) == Writing():
            self._show([])
            return
        found = self._journal.matching.lessons(looked.writing, without=looked.without)
        self._show(_in_their_places(self._matches, found))
        if told and {match.lesson.id for match in found} - before:
            self._announce()

    def _show(self, matches: list[Match]) -> None:
        self._matches = matches
        for row, match in zip(self.rows, matches, strict=False):
            row.say(match, self._reason(match), self._does)
        for row in self.rows[len(matches) :]:
            row.lesson = None
            row.hide()
        for place, key in enumerate(self._keys):
            key.setEnabled(place < len(matches))
        self.setVisible(bool(matches))
        self.changed.emit()

    def _reason(self, match: Match) -> str:
        """Why it fits: up to two labels and two words, in one line."""
        writing = self._seen.writing if self._seen else Writing()
        sorts = (
            (self.tr("Same skill: {names}"), writing.skills),
            (self.tr("Same person: {names}"), writing.people),
            (self.tr("Same tag: {names}"), writing.tags),
            (self.tr("Same challenge: {names}"), writing.challenges),
        )
        parts, left = [], [*match.labels[:2]]
        for told, known in sorts:
            names = [name for name in left if name in known]
            left = [name for name in left if name not in names]
            if names:
                parts.append(told.format(names=", ".join(lesson_words.challenge(name) for name in names)))
        if match.words:
            said = ", ".join(f"“{word}”" for word in match.words[:2])
            parts.append(self.tr("Both say {words}").format(words=said))
        return " · ".join(parts)

    def _choose(self, place: int) -> None:
        if place < len(self._matches):
            self.chosen.emit(self._matches[place].lesson)

    def _would_move(self, typing: QWidget | None) -> bool:
        """Whether the field one types in stands below, beside the writing: it would slip away under the hands."""
        around = self.parentWidget()
        while around is not None and around.objectName() != "aside":
            around = around.parentWidget()
        if around is None or typing is None or not around.isAncestorOf(typing) or self.isAncestorOf(typing):
            return False
        here, there = (widget.mapTo(around, widget.rect().topLeft()).y() for widget in (self, typing))
        return there > here

    def _announce(self) -> None:
        first = self._matches[0].lesson.text
        number = self.tr("%n lesson(s) may fit", "", len(self._matches))
        event = QAccessibleAnnouncementEvent(self, f"{number}. {self.rows[0].press.text()} Alt 1: {first}")
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)


def _in_their_places(before: list[Match], found: list[Match]) -> list[Match]:
    """What stays keeps its place and so its key; what is new comes where there is room."""
    new = {match.lesson.id: match for match in found}
    places: list[Match | None] = [new.pop(match.lesson.id, None) for match in before]
    others = iter(new.values())
    filled = [place or next(others, None) for place in places]
    return [match for match in (*filled, *others) if match is not None]
