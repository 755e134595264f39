"""The password of a pack's PDF: typed twice and measured as a passphrase is."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton

from workjournal.ui.parts.new_passphrase import NewPassphrase


class PackPassword(NewPassphrase):
    """The same fields in the words of a file that leaves."""

    passphrase_label: QLabel

    def __init__(self, button: QPushButton, say: Callable[[str], object]) -> None:
        super().__init__(button, "", say)
        self._anyway = self.tr("Use it anyway")
        self.passphrase_label.setText(self.tr("Password"))
        self.passphrase.setAccessibleName(self.tr("Password of the PDF"))
        self.again.setAccessibleName(self.tr("The same password once more"))

    def _ask_for_one(self) -> str:
        return self.tr("Type a password, or take the tick away.")

    def _differ(self) -> str:
        return self.tr("The two passwords are not the same.")

    def _weak(self) -> str:
        return self.tr(
            "Whoever gets the file can try passwords without end, and finds this one in {time}. "
            "Four or five words that do not belong together are safe."
        )
