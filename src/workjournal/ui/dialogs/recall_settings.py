"""How surely lessons are to be remembered."""

from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget

from workjournal.domain.spacing import HIGHEST_RETENTION, LOWEST_RETENTION
from workjournal.ui import form, tab_order
from workjournal.ui.dialogs.fitted import Fitted


class RecallSettingsDialog(Fitted):
    """One figure, within what the model makes sense of."""

    retention: QSpinBox
    cancel: QPushButton
    agree: QPushButton

    def __init__(self, parent: QWidget | None, retention: int) -> None:
        super().__init__(parent)
        form.fill(self, "recall_settings")
        self.retention.setRange(LOWEST_RETENTION, HIGHEST_RETENTION)
        self.retention.setValue(retention)
        tab_order.chain(self)
        self.agree.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self.accept)
        self.retention.setFocus()
        self.retention.selectAll()
