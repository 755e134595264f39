"""Charts of one point each, to have more of them than fit on a first view."""

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series
from workjournal.domain.history import History


def sample(key: str, *, private: bool = False) -> Chart:
    """A chart that counts the episodes of its period; it is empty without any, and leads to the first."""

    def figure(history: History) -> Figure:
        count = len(history.episodes)
        points = ((0.0, float(count)),) if count else ()
        ids = (str(history.episodes[0].id),) if count else ()
        series = (Series("Episodes", points, ids=ids),) if count else ()
        return Figure(
            key=key,
            title=key.capitalize(),
            subtitle="",
            reading=f"{key.capitalize()} counts {count}." if count else "No episode in this period.",
            n=count,
            x=Axis("number", "", 0, 1),
            y=Axis("number", "", 0, 100),
            series=series,
            table=DataTable(("Episodes",), ((str(count),),)),
        )

    return Chart(key, key.capitalize(), figure, private)


MANY = (
    sample("cadence"),
    sample("zones", private=True),
    sample("sources"),
    sample("skills"),
    sample("energy"),
    sample("odd"),
)
