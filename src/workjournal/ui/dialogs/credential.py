"""A credential: what it says, for confirmation when it comes out of a file, and to be changed later."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from workjournal.domain.skill_record import Credential
from workjournal.journal.journal import Journal
from workjournal.ui import form
from workjournal.ui.dialogs.question import Question
from workjournal.ui.parts import skill_words
from workjournal.ui.tasks import Report
from workjournal.ui.widgets.badge_fields import BadgeFields
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.prose_edit import ProseEdit

FIELDS = ("name", "issuer", "issued", "expires", "description", "link")
_WIDE, _NARROW = 860, 520


class CredentialDialog(Question):
    """Shows a credential and keeps it; `settled` tells which, `save_asked` and `remove_asked` only ask.

    `known` is whether the journal has it already; otherwise `content` is its file, or None without one.
    """

    save_asked = Signal()
    remove_asked = Signal()

    name: QLineEdit
    issuer: QLineEdit
    issued: DateField
    expires: DateField
    description: ProseEdit
    link: QLineEdit
    badge_side: QWidget
    badge: BadgeFields
    file: QLabel
    save_copy: QPushButton
    remove: QPushButton

    def __init__(
        self,
        parent: QWidget | None,
        journal: Journal,
        credential: Credential,
        content: bytes | None = None,
        *,
        known: bool = False,
    ) -> None:
        super().__init__(parent)
        form.fill(self, "credential")
        self._journal, self._credential, self._content, self._known = journal, credential, content, known
        form.show(self, credential, FIELDS)
        self._shown = form.read(self, names=FIELDS)
        self._show_rest()
        self.save_copy.clicked.connect(self.save_asked)
        self.remove.clicked.connect(self._remove)
        for field in (self.name, self.issuer, self.link):
            field.returnPressed.connect(self.go_on)
        self.begin()

    def first(self) -> QWidget:
        return self.name

    def go_on(self) -> None:
        typed = {
            name: value.strip() if isinstance(value, str) else value
            for name, value in form.read(self, names=FIELDS).items()
        }
        self.carry_out(self._keeping(typed), self.settle, self.name)

    def _keeping(self, typed: dict[str, object]) -> Callable[[Report], Credential]:
        """What keeps it. Of one that is known, only what was changed here: somebody may have changed the rest."""
        journal, content = self._journal, self._content

        def keep(_report: Report) -> Credential:
            thing = journal.credentials.get(self._credential.id) if self._known else self._credential
            for name, value in typed.items():
                if not self._known or value != self._shown[name]:
                    setattr(thing, name, value)
            return journal.credentials.keep(thing, content)

        return keep

    def _show_rest(self) -> None:
        one = self._credential
        told = skill_words.badge_fields(one.badge)
        self.heading.setText(self.tr("Credential") if self._known else self.tr("Add a credential"))
        self.agree.setText(self.tr("Save") if self._known else self.tr("Add"))
        self.badge.show_fields(told)
        self.badge_side.setVisible(bool(told))
        self.setMinimumWidth(_WIDE if told else _NARROW)
        size = self.locale().formattedDataSize(one.size, 0)
        self.file.setText(self.tr("{file}, {size}").format(file=one.file_name, size=size))
        self.file.setVisible(bool(one.file_name))
        self.save_copy.setVisible(self._known and bool(one.file_name))
        self.remove.setVisible(self._known)

    def _remove(self) -> None:
        self.reject()
        self.remove_asked.emit()
