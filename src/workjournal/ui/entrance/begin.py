"""The very first page: three ways on, for somebody who has no journal here yet."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from workjournal.settings import Settings
from workjournal.ui.entrance.attempts import Attempts
from workjournal.ui.entrance.page import EntrancePage
from workjournal.ui.widgets.way_button import WayButton


class BeginPage(EntrancePage):
    """Makes nothing itself: each way is another page."""

    name = "begin"

    create_new: WayButton
    open_other: WayButton
    sample: WayButton
    restore: QPushButton

    def __init__(self, settings: Settings, attempts: Attempts) -> None:
        super().__init__(settings, attempts)
        for button, page in (
            (self.create_new, "create"),
            (self.open_other, "open"),
            (self.sample, "sample"),
            (self.restore, "restore"),
        ):
            button.clicked.connect(partial(self.go.emit, page))

    def first(self) -> QWidget:
        return self.create_new
