"""After a journal was made: its recovery code, to be written down before it counts."""

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.settings import Settings
from workjournal.ui import tab_order, tasks
from workjournal.ui.entrance import opening_work
from workjournal.ui.entrance.attempts import Attempts
from workjournal.ui.entrance.opening_work import Created, Opened
from workjournal.ui.entrance.page import EntrancePage
from workjournal.ui.parts.code_keeping import CodeKeeping


class RecoveryCodePage(EntrancePage):
    """Shows the code, has two groups typed back, adds it, and hands the journal over in any case."""

    name = "recovery_code"

    heading: QLabel
    meaning: QLabel
    code_place: QVBoxLayout
    counts: QWidget
    counts_words: QLabel
    go_in: QPushButton
    later_box: QWidget
    later: QPushButton
    later_words: QLabel

    def __init__(self, settings: Settings, attempts: Attempts) -> None:
        super().__init__(settings, attempts)
        self._created: Created | None = None
        self.keeping = CodeKeeping()
        self.code_place.addWidget(self.keeping)
        tab_order.chain(self.card)
        self.keeping.kept.connect(self._add)
        self.later.clicked.connect(self._go_in)
        self.go_in.clicked.connect(self._go_in)
        self.later_words.setText(
            self.tr("Without it, a forgotten passphrase means that everything in here is lost.")
        )

    def first(self) -> QWidget:
        return self.go_in if not self.counts.isHidden() else self.keeping.first_stop()

    def offer(self, created: Created) -> None:
        """Show the code of a journal that was just made."""
        self._created = created
        for part, seen in (
            (self.meaning, True),
            (self.keeping, True),
            (self.later_box, True),
            (self.counts, False),
        ):
            part.setVisible(seen)
        words = self.tr(
            "If you forget the passphrase, this code opens “{vault}”. Nothing else can. "
            "Keep it on paper, away from this computer."
        )
        self.meaning.setText(words.format(vault=created.sheet.vault_name))
        self.say(created.remark)
        self.keeping.offer(created.sheet, created.journal.folder)
        self.holding.emit()

    def held(self) -> Opened | None:
        return self._created

    def let_go(self) -> None:
        """Keep neither passphrase nor code."""
        self._created = None
        self.keeping.forget()

    def _add(self) -> None:
        created = self._created
        assert created is not None
        self.say("")
        self.busy(True)
        tasks.run(lambda _report: opening_work.add_code(created), self._added, self, failed=self.failed)

    def _added(self, opened: Opened) -> None:
        self.busy(False)
        self.keeping.forget()
        self.keeping.hide()
        self.later_box.hide()
        self.heading.setText(self.tr("Your recovery code"))
        self.meaning.hide()
        words = self.tr(
            "From now on the code on your sheet opens “{vault}” when the passphrase is forgotten."
        )
        self.counts_words.setText(words.format(vault=opened.journal.folder.name))
        self.counts.show()
        self.go_in.setFocus()

    def _go_in(self) -> None:
        created = self._created
        if created is not None:
            self.let_go()
            self.opened.emit(Opened(created.journal, created.lock))
