"""A forgotten passphrase: the recovery code opens the journal, a new passphrase takes its place."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workjournal.settings import Settings
from workjournal.ui import tab_order, tasks
from workjournal.ui.entrance import opening_work
from workjournal.ui.entrance.attempts import Attempts
from workjournal.ui.entrance.countdown import Countdown
from workjournal.ui.entrance.opening_work import RECOVERY, Opened, Outlook
from workjournal.ui.entrance.page import EntrancePage
from workjournal.ui.parts.new_passphrase import NewPassphrase
from workjournal.ui.widgets.code_grid import CodeGrid
from workjournal.ui.widgets.icon_label import IconLabel


class RecoverPage(EntrancePage):
    """Types the code group by group, opens the journal with it, asks for a new passphrase."""

    name = "recover"

    meaning: QLabel
    typing: QWidget
    code: QLineEdit
    grid: CodeGrid
    verdict_icon: IconLabel
    verdict: QLabel
    proceed: QPushButton
    renewing: QWidget
    secret_place: QVBoxLayout
    replace: QPushButton
    keep: QPushButton
    back: QPushButton

    def __init__(self, settings: Settings, attempts: Attempts) -> None:
        super().__init__(settings, attempts)
        self.folder = Path()
        self._opened: Opened | None = None
        self.new = NewPassphrase(self.replace, self.tr("Use it anyway"), self.say)
        self.passphrase, self.again = self.new.passphrase, self.new.again
        self.secret_place.addWidget(self.new)
        tab_order.chain(self.card)
        self.add_reveal(self.passphrase)
        self._countdown = Countdown(self.proceed, attempts)
        self.code.textChanged.connect(self._read)
        self.code.returnPressed.connect(self._open)
        self.proceed.clicked.connect(self._open)
        self.new.entered.connect(self._replace)
        self.replace.clicked.connect(self._replace)
        self.keep.clicked.connect(self._hand_over_as_it_is)
        self.back.clicked.connect(self._go_back)

    def first(self) -> QWidget:
        if self._opened is not None:
            return self.passphrase
        return self.back if self.typing.isHidden() else self.code

    def secrets(self) -> tuple[QLineEdit, ...]:
        return self.new.secrets()

    def ask_for(self, folder: Path) -> None:
        """Which vault is to be opened."""
        self.folder = folder
        self._begin()
        tasks.run(lambda _report: opening_work.look(folder), partial(self._looked, folder), self)

    def held(self) -> Opened | None:
        return self._opened

    def let_go(self) -> None:
        self._opened = None

    def forget(self) -> None:
        """Leave neither code nor passphrase in the fields."""
        self.code.clear()
        self.new.forget()

    def failed(self, error: Exception) -> None:
        super().failed(error)
        self._countdown.tick()

    def _begin(self) -> None:
        self.forget()
        self.say("")
        self._read("")
        words = self.tr(
            "A passphrase cannot be reset, but the recovery code opens “{vault}” too. "
            "Capitals, spaces and hyphens do not matter."
        )
        self.meaning.setText(words.format(vault=self.folder.name))
        self.typing.show()
        self.renewing.hide()
        self.keep.hide()
        self.back.show()
        self._countdown.tick()

    def _looked(self, folder: Path, outlook: Outlook) -> None:
        if folder != self.folder or outlook.problem is not None or RECOVERY in outlook.kinds:
            return
        self.typing.hide()
        words = self.tr(
            "“{vault}” has no recovery code, so only its passphrase opens it. Nobody can reset that. "
            "Try the ways in which you write it: another keyboard layout, Caps Lock, an older one."
        )
        self.meaning.setText(words.format(vault=folder.name))
        self.back.setFocus()

    def _read(self, typed: str) -> None:
        """Show what was typed in its groups, and which of them cannot be right."""
        from workjournal.journal.typed_code import look_at

        found = look_at(typed)
        self.grid.show_groups(found.groups, found.wrong)
        self.verdict.setText(self.tr("All nine groups fit each other.") if found.whole else found.mistake)
        self.verdict.setProperty("tone", "danger" if found.mistake else "")
        self.verdict_icon.set_icon("circle-check" if found.whole else "circle-alert")
        self.verdict_icon.set_tone("ok" if found.whole else "danger")
        for part in (self.verdict, self.verdict_icon):
            part.setVisible(found.whole or bool(found.mistake))
        self._whole = found.whole

    def _open(self) -> None:
        if self._countdown.runs():
            self._countdown.tick()
        elif not self._whole:
            self.say(self.tr("Type all nine groups from your sheet."))
        else:
            folder, code = self.folder, self.code.text()
            self.wait_for(lambda: opening_work.unlock(folder, code), self._opened_by_code)

    def _opened_by_code(self, opened: Opened) -> None:
        self._opened = opened
        self.holding.emit()
        if opened.journal.read_only:
            self._hand_over_as_it_is()
            return
        words = self.tr("The code opens “{vault}”. Choose a new passphrase; the code goes on working.")
        self.meaning.setText(words.format(vault=self.folder.name))
        self.typing.hide()
        self.renewing.show()
        self.keep.show()
        self.back.hide()
        self.passphrase.setFocus()

    def _replace(self) -> None:
        if self.card.isEnabled():
            self.say("")
            self.new.settle(self._replace_with)

    def _replace_with(self, passphrase: str) -> None:
        opened, code = self._opened, self.code.text()
        assert opened is not None
        self.wait_for(
            lambda: opening_work.replace_passphrase(opened, code, passphrase),
            lambda _: self._hand_over_as_it_is(),
        )

    def _hand_over_as_it_is(self) -> None:
        opened = self._opened
        if opened is not None:
            self.let_go()
            self._hand_over(opened)

    def _go_back(self) -> None:
        self.forget()
        self.go.emit("unlock")
