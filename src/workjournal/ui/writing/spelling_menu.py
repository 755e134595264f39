"""Spelling in the menu of a text: what may have been meant, one's own words, the languages."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from workjournal.ui.prose.word_finding import word_at
from workjournal.ui.writing.speller import Speller

_MOST = 5


def language_name(tag: str) -> str:
    """A language by its own name: "Deutsch (Deutschland)"."""
    locale = QLocale(tag)
    name = locale.nativeLanguageName()
    return f"{name[:1].upper()}{name[1:]} ({locale.nativeTerritoryName()})" if "_" in tag else name


def wrong_word(speller: Speller, cursor: QTextCursor) -> QTextCursor | None:
    """The word at the cursor, selected, if it is known to be wrong."""
    block = cursor.block()
    found = word_at(block.text(), cursor.positionInBlock())
    if found is None or not speller.is_wrong(found[2]):
        return None
    made = QTextCursor(block)
    made.setPosition(block.position() + found[0])
    made.setPosition(block.position() + found[1], QTextCursor.MoveMode.KeepAnchor)
    return made


class Suggestions(QObject):
    """The upper end of a menu that opens at a wrong word; what may have been meant comes a moment later."""

    def __init__(
        self, menu: QMenu, speller: Speller, word: QTextCursor, add: Callable[[str], object]
    ) -> None:
        super().__init__(menu)
        self._menu, self._word = menu, word
        first, letters = menu.actions()[0], word.selectedText()
        self._waiting = QAction(self.tr("Looking for suggestions…"), menu)
        self._waiting.setEnabled(False)
        menu.insertAction(first, self._waiting)
        for text, run in (
            (self.tr("Add “{word}” to my words").format(word=letters), partial(add, letters)),
            (self.tr("Ignore it for now"), partial(speller.ignore, letters)),
        ):
            action = QAction(text, menu)
            action.triggered.connect(lambda *_, run=run: run())
            menu.insertAction(first, action)
        menu.insertSeparator(first)
        speller.suggest(letters, self._show, self)

    def _show(self, found: list[str]) -> None:
        for word in found[:_MOST]:
            action = QAction(word, self._menu)
            action.triggered.connect(lambda *_, word=word: self._take(word))
            self._menu.insertAction(self._waiting, action)
        self._waiting.setText(self.tr("No suggestions"))
        self._waiting.setVisible(not found)
        if found:
            self._menu.setActiveAction(self._menu.actions()[0])

    def _take(self, word: str) -> None:
        self._word.document().setModified(False)  # a step of its own for Ctrl+Z
        self._word.insertText(word)


def languages_menu(
    menu: QMenu, there: tuple[str, ...], chosen: tuple[str, ...], choose: Callable[[tuple[str, ...]], object]
) -> QMenu:
    """A menu of the languages there are dictionaries of; any number of them may be ticked."""
    made = menu.addMenu(QCoreApplication.translate("SpellingMenu", "Spelling"))
    for tag in sorted({*there, *chosen}, key=language_name):
        action = made.addAction(language_name(tag))
        action.setCheckable(True)
        action.setChecked(tag in chosen)
        others = tuple(each for each in chosen if each != tag)
        wanted = others if tag in chosen else (*others, tag)
        action.triggered.connect(lambda *_, wanted=wanted: choose(wanted))
    return made
