"""The drill: is the sheet with the recovery code still where it was, and can it be read?"""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from workjournal.journal.typed_code import look_at
from workjournal.ui import form, theme
from workjournal.ui.dialogs.question import Question
from workjournal.ui.widgets.code_grid import CodeGrid
from workjournal.ui.widgets.icon_label import IconLabel


class TryCodeDialog(Question):
    """Reads a code as it is typed; `work` gets a whole one."""

    words: QLabel
    code: QLineEdit
    grid: CodeGrid
    verdict_icon: IconLabel
    verdict: QLabel

    def __init__(self, parent: QWidget | None, work: Callable[[str], object]) -> None:
        super().__init__(parent)
        form.fill(self, "try_code")
        self._work, self._whole = work, False
        self.words.setText(
            self.tr(
                "Fetch your sheet and type the code from it, while you still know the passphrase. "
                "Capitals, spaces and hyphens do not matter."
            )
        )
        self.code.textChanged.connect(self._read)
        self.code.returnPressed.connect(self.go_on)
        self.begin()
        self._read("")

    def first(self) -> QWidget:
        return self.code

    def go_on(self) -> None:
        if not self._whole:
            self.say(self.tr("Type all nine groups from your sheet."), self.code)
            return
        code, work = self.code.text(), self._work
        self.carry_out(lambda _report: work(code), self.settle, self.code)

    def _read(self, typed: str) -> None:
        """Show what was typed in its groups, and which of them cannot be right."""
        found = look_at(typed)
        self._whole = found.whole
        self.grid.show_groups(found.groups, found.wrong)
        self.verdict.setText(self.tr("All nine groups fit each other.") if found.whole else found.mistake)
        self.verdict.setProperty("tone", "danger" if found.mistake else "")
        theme.restyle(self.verdict)
        self.verdict_icon.set_icon("circle-check" if found.whole else "circle-alert")
        self.verdict_icon.set_tone("ok" if found.whole else "danger")
        for part in (self.verdict, self.verdict_icon):
            part.setVisible(found.whole or bool(found.mistake))
        if not self.problem.isHidden():
            self.say("")
        self.fit()
