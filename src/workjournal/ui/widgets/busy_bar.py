"""The progress bar of every form: while nobody knows how long it takes, it moves only where something may move."""

from PySide6.QtWidgets import QProgressBar, QStyleOptionProgressBar

from workjournal.ui import theme


class BusyBar(QProgressBar):
    """A QProgressBar that stands still, half full, where motion is reduced. To a reader it is busy all the same.

    The style moves a bar without an end at each painting, whatever durations it is told.
    """

    def initStyleOption(self, option: QStyleOptionProgressBar) -> None:
        super().initStyleOption(option)
        if theme.is_still() and option.minimum == option.maximum == 0:
            option.maximum, option.progress = 2, 1
