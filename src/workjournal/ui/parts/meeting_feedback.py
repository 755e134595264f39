"""Feedback that was given in a meeting, kept as episodes."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from workjournal.domain.episode import Episode, titled
from workjournal.domain.pack import Pack
from workjournal.journal.journal import Journal
from workjournal.ui import form
from workjournal.ui.parts import shared_words
from workjournal.ui.parts.meeting_line import MeetingLine, Undo
from workjournal.ui.widgets.due_list import DueList
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.prose_edit import ProseEdit


class MeetingFeedback(MeetingLine):
    """What was said and by whom, who stays for the next one."""

    _draft = "feedback"
    _fields = ("said", "who")
    _stays = ("who",)

    heard: DueList
    said: ProseEdit
    who: LabelField

    def __init__(self, journal: Journal, ready: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(journal, ready, parent)
        form.fill(self, "meeting_feedback")
        self._watch()
        keys = QShortcut(QKeySequence("Ctrl+Return"), self, self._add)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.heard.opened.connect(partial(self.go.emit, "episode"))
        self.heard.action.connect(self._take_back)
        self.heard.trashed.connect(self._take_back)

    def _blank(self) -> dict[str, object]:
        """Who got the pack is who speaks, if that is somebody known by name."""
        recipient = self._pack.recipient if self._pack is not None else ""
        return {"said": "", "who": [recipient] if recipient in self._journal.people.names() else []}

    def _write(self, pack: Pack) -> tuple[str, Undo]:
        title, story = titled(self.said.text)
        episode = Episode(date=self._journal.today(), title=title, story=story)
        self._journal.meetings.hear(pack.id, episode, self.who.labels)
        return self.tr("Feedback kept as an episode"), partial(self._journal.episodes.trash, episode.id)

    def _show_lines(self, pack: Pack) -> None:
        self.who.set_known(self._journal.people.names())
        known = self._journal.meetings.heard(pack.id)
        self.heard.set_rows([shared_words.heard_row(each) for each in known])
        self.heard.setVisible(bool(known))

    def _take_back(self, episode_id: object) -> None:
        if isinstance(episode_id, UUID):
            self._journal.episodes.trash(episode_id)
            undo = partial(self._journal.episodes.restore, episode_id)
            self.toast.emit(self.tr("Feedback moved to the trash"), undo)
