"""A chart's card in Growth and in the weekly look: with what the reader may do with it."""

from PySide6.QtWidgets import QWidget

from workjournal.charts.chart import Chart
from workjournal.ui.widgets.chart_card import ChartCard


class GrowthCard(ChartCard):
    """A chart that is for the writer alone has nothing of the review pack in its menu, and says so."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(chart.key, chart.title, parent)
        self.private = chart.private
        for label in (
            self._title,
            self._subtitle,
        ):  # cards beside each other are equally wide, whatever they say
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        if self.private:
            self._pack_action.setVisible(False)
            self.menu_button.setToolTip(self.tr("Copy"))
            alone = self._label("caption", self.tr("For you alone"))
            alone.setToolTip(self.tr("Never in a review pack"))
            alone.setObjectName("for_you_alone")
            head = self.layout()
            assert head is not None
            head.addWidget(alone)
