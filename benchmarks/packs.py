"""Review packs over Typst alone: ten pages with charts, and an appendix of two hundred episodes."""

import datetime as dt
import itertools
import random
from collections.abc import Iterator
from functools import partial
from uuid import UUID

from benchmarks import sample
from benchmarks.judging import Row, compare
from workjournal.charts import confidence, difficulty
from workjournal.charts.figure import Figure
from workjournal.domain.episode import Kind
from workjournal.domain.goal import GoalState
from workjournal.domain.history import EpisodePoint, GoalPoint, History
from workjournal.exporters.leak_check import find_leaks
from workjournal.exporters.pack_content import PackContent, PackEntry, PackSection, Secrets
from workjournal.exporters.review_pack import TEMPLATE, typeset
from workjournal.exporters.typesetting import Document, as_typst_writes, document

TEN_PAGES, APPENDIX = 33, 200
"""Episodes."""
START = dt.date(2026, 9, 1)
PAIRS = 9
PRIVATE, NAMES = 1000, 40
"""Texts of the period that were not chosen, and names: what the leak check looks for."""


def rows() -> list[Row]:
    """Typeset, and typeset and searched, each over Typst's own time for a pack just as long."""
    secrets = _secrets()
    made = []
    for name, episodes in (("10 tagged pages", TEN_PAGES), ("200-episode appendix", APPENDIX)):
        # Typst remembers what it has set, so that every run has texts of its own.
        new = (_pack(episodes, seed) for seed in itertools.count(episodes * 1000))
        values = iter([document(next(new)) for _ in range(2 * PAIRS)])
        for checked, bound in ((False, 1.5), (True, 2.0)):
            made.append(
                compare(
                    f"review pack, {name}{', leak check too' if checked else ''}",
                    partial(_alone, values),
                    partial(_ours, iter([next(new) for _ in range(PAIRS)]), secrets if checked else None),
                    pairs=PAIRS,
                    bound=bound,
                )
            )
    return made


def _alone(values: Iterator[Document]) -> None:
    as_typst_writes(TEMPLATE, next(values))


def _ours(packs: Iterator[PackContent], secrets: Secrets | None) -> None:
    pdf = typeset(next(packs))
    if secrets and find_leaks(pdf, secrets):
        message = "a leak was found in a pack that has none"
        raise RuntimeError(message)


def _pack(episodes: int, seed: int) -> PackContent:
    """A pack with two charts and so many episodes, each with its story and most with a result."""
    chance = random.Random(seed)
    entries = tuple(_entry(chance, place) for place in range(episodes))
    sections = (
        PackSection("growth", "Growth", (), _figures(chance)),
        PackSection("highlights", "Highlights and lowlights", entries),
    )
    return PackContent("Review pack", "2026", dt.date(2026, 11, 24), "en", sections)


def _entry(chance: random.Random, place: int) -> PackEntry:
    """As people write: two paragraphs, a list, an emphasis."""
    story = f"{sample.text(chance, 40)}.\n\n{sample.text(chance, 12)} **{sample.text(chance, 2)}**:\n\n"
    story += "".join(f"- {sample.text(chance, 8)}\n" for _ in range(3))
    result = sample.text(chance, 15) if place % 3 else ""
    return PackEntry(f"{sample.text(chance, 6)} {place}", "14 October 2026 · win", story, result)


def _figures(chance: random.Random) -> tuple[Figure, ...]:
    episodes = tuple(
        EpisodePoint(
            UUID(int=day), START + dt.timedelta(days=day), Kind.WORK, 5 * (6 + chance.randrange(9)), None
        )
        for day in range(0, 84, 3)
    )
    goals = tuple(
        GoalPoint(
            UUID(int=7000 + place),
            sample.text(chance, 4),
            GoalState.ACHIEVED,
            START,
            START + dt.timedelta(days=80),
            None,
            40,
            75,
            30,
        )
        for place in range(4)
    )
    history = History(START, START + dt.timedelta(days=84), episodes, goals)
    return difficulty.figure(history), confidence.figure(history)


def _secrets() -> Secrets:
    chance = random.Random(1)
    texts = tuple(f"kept back: {sample.text(chance, 40)}" for _ in range(PRIVATE))
    return Secrets(texts, tuple(f"person{number}" for number in range(NAMES)), ("account",))
