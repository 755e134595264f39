"""A text field in which names, days and times are recognised while one types; in the capture on Today and by itself."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame

from workjournal.domain import date_phrases
from workjournal.domain.capture import SIGNS, Captured, Known, recognise
from workjournal.domain.episode import Kind
from workjournal.journal.journal import Journal
from workjournal.ui import language, tasks, words
from workjournal.ui.parts.capture_chips import CaptureChips
from workjournal.ui.parts.name_completion import NameCompletion
from workjournal.ui.widgets.prose_edit import ProseEdit


class Recognition(QObject):
    """Shows what is recognised in a text as chips in a frame of the form, and offers names; the text stays as typed."""

    changed = Signal()
    """Something was refused, which belongs to the draft."""

    def __init__(
        self,
        journal: Journal,
        text: ProseEdit,
        place: QFrame,
        shown: Callable[[], dt.date | None] = lambda: None,
    ) -> None:
        """`shown` tells the day that is written for; None for today."""
        super().__init__(text)
        self._journal, self._text, self._shown = journal, text, shown
        self._known: Known | None = None
        self._refused: list[str] = []
        self._loading = False
        self._waiting: list[Callable[[], object]] = []
        self.chips = CaptureChips(place, text)
        self.chips.refused.connect(self._refuse)
        self.completion = NameCompletion(text, self._names)
        text.changed.connect(self.look)

    @property
    def refused(self) -> list[str]:
        """The words that are to be nothing but text; a draft keeps them."""
        return list(self._refused)

    def refuse(self, typed: object) -> None:
        """Set what is refused, as a draft kept it; anything else is nothing."""
        self._refused = [str(one) for one in typed] if isinstance(typed, list) else []
        self.look()

    def renew(self) -> None:
        """Names of the journal may have changed: read them again when they are needed."""
        self._known = None

    def look(self) -> None:
        """Recognise again."""
        if not self._text.text:
            self._refused = []
        self.chips.show_parts(self.captured())
        self._load()

    def captured(self) -> Captured:
        """The text with what is recognised in it; days only once what reads them is loaded."""
        text = self._text.text
        known = self._names() if any(sign in text for sign in SIGNS) else Known()
        spoken = "" if self._needs_days() else language.LANGUAGE
        return recognise(text, known, self._journal.now(), spoken, shown=self._shown(), refused=self._refused)

    def when_ready(self, do: Callable[[], object]) -> None:
        """Do something with the text once all of it can be recognised: now, or in a blink."""
        if self._needs_days():
            self._waiting.append(do)
            self._load()
        else:
            do()

    def _needs_days(self) -> bool:
        return not date_phrases.is_ready() and date_phrases.has_days(self._text.text, language.LANGUAGE)

    def _load(self) -> None:
        """What reads days takes long to load: in a thread, and not before a text looks as if it named one."""
        if self._needs_days() and not self._loading:
            self._loading = True
            tasks.run(lambda _report: date_phrases.load(), lambda _: self._loaded(), self, essential=True)

    def _loaded(self) -> None:
        self._loading = False
        self.look()
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do()

    def _refuse(self, typed: str) -> None:
        self._refused.append(typed)
        self._text.setFocus()
        self.look()
        self.changed.emit()

    def _names(self) -> Known:
        if self._known is None:
            own = {words.kind_word(kind).casefold(): kind for kind in Kind}
            english = {kind.value: kind for kind in Kind}
            self._known = self._journal.capturing.known({**own, **english})
        return self._known
