"""Follows the keyboard from text to text: spelling, the menu, templates, earlier versions, links."""

import datetime as dt
import weakref
from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from workjournal.domain.text_template import TextTemplate
from workjournal.journal.journal import Journal
from workjournal.ui import form, words
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.dialogs.own_words import OwnWordsDialog
from workjournal.ui.dialogs.text_templates import TextTemplatesDialog
from workjournal.ui.prose import marks, writing_keys
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.writing import focus_mode, text_versions
from workjournal.ui.writing.focus_mode import FocusMode
from workjournal.ui.writing.owned_text import OwnedText, owner_of, text_of
from workjournal.ui.writing.spelling_desk import SpellingDesk
from workjournal.ui.writing.spelling_menu import Suggestions, languages_menu, wrong_word

_OPENED = {"http", "https", "mailto"}


class WritingDesk(QObject):
    """One for an opened journal.

    Attributes:
        say: tells what was done, and a way back.
        focus_mode: hides all but the text.
        open_address: hands an address to the system; tests bring their own.
    """

    def __init__(
        self,
        journal: Journal,
        parent: QWidget,
        stack: QStackedWidget,
        around: Sequence[QWidget],
        say: text_versions.Say,
    ) -> None:
        super().__init__(parent)
        self._journal, self.say = journal, say
        self.focus_mode = FocusMode(parent, stack, around)
        self.spelling = SpellingDesk(journal, self)
        self.open_address: Callable[[QUrl], object] = QDesktopServices.openUrl
        self._texts: weakref.WeakKeyDictionary[ProseEdit, OwnedText | None] = weakref.WeakKeyDictionary()
        application = cast("QApplication", QApplication.instance())
        application.focusChanged.connect(self._follow)

    def attend(self, field: ProseEdit) -> None:
        """Somebody is about to write in this field."""
        text = text_of(field)
        if field not in self._texts:
            field.menu_asked.connect(partial(self._fill_menu, field))
            field.link_asked.connect(partial(self._ask_link, field))
            if not field.isReadOnly():
                field.set_verdicts(self.spelling.speller)
        elif self._texts[field] != text:
            field.forget_steps()  # else Ctrl+Z would bring the words of another thing into this one
        self._texts[field] = text
        self.spelling.attend()

    def _follow(self, _left: QWidget | None, entered: QWidget | None) -> None:
        if isinstance(entered, ProseEdit) and self._is_here(entered):
            self.attend(entered)

    def _is_here(self, field: QWidget) -> bool:
        """Whether it stands in this journal's window or in a dialog of it, and not in one that is left already."""
        here = cast("QWidget", self.parent()).window()
        above: QWidget | None = field
        while above is not None and above is not here:
            above = above.parentWidget()
        return above is not None

    # The menu

    def _fill_menu(self, field: ProseEdit, menu: QMenu, cursor: QTextCursor) -> None:
        if not field.isReadOnly():
            word = wrong_word(self.spelling.speller, cursor)
            self._add_writing(field, menu)
            if word is not None:
                Suggestions(menu, self.spelling.speller, word, self.spelling.add)
        menu.addSeparator()
        find = menu.addAction(self.tr("Find in this text"), field.find_words)
        find.setShortcut(writing_keys.FIND)
        preview = menu.addAction(self.tr("How it reads"))
        preview.setShortcut(writing_keys.PREVIEW)
        preview.setCheckable(True)
        preview.setChecked(field.is_previewing())
        preview.triggered.connect(field.set_preview)
        text = text_of(field)
        if text is not None:
            earlier = partial(text_versions.show, self._journal, field, text, self.say)
            menu.addAction(self.tr("Earlier versions…"), earlier)
        focus = menu.addAction(self.tr("Nothing but the text"), self.focus_mode.switch)
        focus.setShortcut(focus_mode.KEYS)
        focus.setCheckable(True)
        focus.setChecked(self.focus_mode.on)

    def _add_writing(self, field: ProseEdit, menu: QMenu) -> None:
        marked = menu.addMenu(self.tr("Marks"))
        for text, run, keys in (
            (self.tr("Bold"), partial(field.keys.mark, marks.BOLD), writing_keys.BOLD),
            (self.tr("Italic"), partial(field.keys.mark, marks.ITALIC), writing_keys.ITALIC),
            (self.tr("Link"), field.keys.link, writing_keys.LINK),
            (self.tr("Paste without its looks"), field.paste_plain, writing_keys.PASTE_PLAIN),
        ):
            marked.addAction(text, run).setShortcut(keys)
        self._add_templates(field, menu.addMenu(self.tr("Templates")))
        spelling = self.spelling
        languages = languages_menu(menu, spelling.there, spelling.speller.languages, spelling.choose)
        languages.addSeparator()
        languages.addAction(self.tr("My words…"), partial(self._ask_own_words, field))

    def _add_templates(self, field: ProseEdit, menu: QMenu) -> None:
        def put_in(template: TextTemplate) -> None:
            field.insert(template.filled(self._values(field)))

        for template in self._journal.text_templates.all():
            menu.addAction(template.name, partial(put_in, template))
        menu.addSeparator()
        menu.addAction(self.tr("Edit templates…"), partial(self._ask_templates, field))

    def _values(self, field: ProseEdit) -> dict[str, str]:
        """What stands for the places of a template: of the day that is written about, else of today."""
        owner, now = owner_of(field), self._journal.now()
        typed = form.read(owner, names=("date", "time")) if owner is not None else {}
        day, time = typed.get("date"), typed.get("time")
        day = day if isinstance(day, dt.date) else now.date()
        return {
            "day": words.dated(day, "d MMMM yyyy"),
            "weekday": words.dated(day, "dddd"),
            "month": words.dated(day, "MMMM yyyy"),
            "time": words.clock(time if isinstance(time, dt.time) else now.time()),
        }

    # What it asks

    def _ask_templates(self, field: ProseEdit) -> None:
        templates = self._journal.text_templates
        TextTemplatesDialog(field.window(), templates.all(), templates.keep).open()

    def _ask_own_words(self, field: ProseEdit) -> None:
        OwnWordsDialog(field.window(), self.spelling.own_words(), self.spelling.remove).open()

    def _ask_link(self, field: ProseEdit, address: str) -> None:
        """Never without a question: an address says to somebody that it was read, and when."""
        url = QUrl(address)
        if url.scheme() in _OPENED:
            ConfirmDialog.ask(
                field.window(),
                self.tr("Open this in another program?"),
                self.tr("{address}\n\nWorkjournal itself sends nothing; the other program will.").format(
                    address=address
                ),
                self.tr("Open"),
                lambda: self.open_address(url),
            )
