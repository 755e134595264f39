"""The passphrase of an export: typed twice and measured as that of the journal is."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from workjournal.ui.parts.new_passphrase import NewPassphrase


class ExportSecret(NewPassphrase):
    """The same fields in the words of a file that leaves."""

    def __init__(self, button: QPushButton, say: Callable[[str], object]) -> None:
        super().__init__(button, "", say)
        self._anyway = self.tr("Use it anyway")
        self.passphrase.setAccessibleName(self.tr("Passphrase of the export"))
        self.again.setAccessibleName(self.tr("The passphrase of the export once more"))

    def _ask_for_one(self) -> str:
        return self.tr("Type a passphrase, or take the tick away.")

    def _weak(self) -> str:
        return self.tr(
            "Whoever gets the file can try passphrases without end, and finds this one in {time}. "
            "Four or five words that do not belong together are safe."
        )
