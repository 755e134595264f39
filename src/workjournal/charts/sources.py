"""Where the learning came from: the share of each source. There is no ideal mix, and so no line for one."""

from collections import Counter, defaultdict
from uuid import UUID

from workjournal.charts.chart import Chart
from workjournal.charts.figure import Axis, DataTable, Figure, Series, only_id
from workjournal.charts.wording import joined, share_of
from workjournal.domain.episode import Source
from workjournal.domain.history import EpisodePoint, History
from workjournal.domain.quarters import Columns, columns

KEY = "sources"
TITLE = "Sources of learning"

Counts = list[Counter[Source | None]]
"""How many episodes of each column name which source; None for those that name none."""
Groups = dict[tuple[int, Source | None], list[UUID]]
"""Which they are; none is empty."""


def figure(history: History) -> Figure:
    """Each quarter's episodes that name a source, shared out among the five; a quarter without any stays blank."""
    across = columns(history.start, history.end)
    groups = _groups(history.episodes, across)
    counts = _counts(groups, across)
    total = sum(counts, Counter())
    named = total.total() - total[None]
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle="Per cent of the episodes that name one; no mix is the right one",
        reading=_reading(total, named),
        claims=tuple(source.value for source in _first(total)) if named else (),
        n=named,
        counts_entries=True,
        x=Axis("category", "", -0.5, len(across.labels) - 0.5, across.labels),
        y=Axis("number", "Per cent", 0, 100),
        series=tuple(_series(source, place, counts, groups) for place, source in enumerate(Source))
        if named
        else (),
        table=DataTable(
            (across.word, *(source.value.capitalize() for source in Source), "None named"),
            _rows(counts, across) if named else (),
        ),
    )


def _groups(episodes: tuple[EpisodePoint, ...], across: Columns) -> Groups:
    groups: Groups = defaultdict(list)
    for episode in episodes:
        groups[across.of(episode.date), episode.source].append(episode.id)
    return groups


def _counts(groups: Groups, across: Columns) -> Counts:
    counts: Counts = [Counter() for _ in across.labels]
    for (x, source), episodes in groups.items():
        counts[x][source] = len(episodes)
    return counts


def _series(source: Source, place: int, counts: Counts, groups: Groups) -> Series:
    known = [(x, column[source], column.total() - column[None]) for x, column in enumerate(counts)]
    drawn = [(x, count, of) for x, count, of in known if of]
    return Series(
        source.value.capitalize(),
        tuple((float(x), 100 * count / of) for x, count, of in drawn),
        place,
        ids=tuple(only_id(groups.get((x, source), ())) for x, _, _ in drawn),
        told=tuple(f"{100 * count / of:.0f} % ({count} of {of})" for _, count, of in drawn),
        form="bars",
    )


def _rows(counts: Counts, across: Columns) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (label, *(str(column[source]) for source in Source), str(column[None]))
        for label, column in zip(across.labels, counts, strict=True)
        if column
    )


def _first(total: Counter[Source | None]) -> list[Source]:
    """Those named most."""
    most = max(total[source] for source in Source)
    return [source for source in Source if total[source] == most]


def _reading(total: Counter[Source | None], named: int) -> str:
    if not named:
        return "No episode in this period names the source of its learning yet."
    first = [source.value for source in _first(total)]
    most = max(total[source] for source in Source)
    none = f"; {share_of(total[None], total.total(), 'episodes')} name none" if total[None] else ""
    if named == 1:
        return f"{first[0].capitalize()} is named in the one episode that names a source{none}."
    of = f"{share_of(most, named, 'episodes')} that name a source"
    if len(first) == 1:
        return f"{first[0].capitalize()} is named most, in {of}{none}."
    return f"{joined(first).capitalize()} are named most, each in {of}{none}."


CHART = Chart(KEY, TITLE, figure)
