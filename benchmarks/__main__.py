"""Measure, print one table, write it as JSON, and fail where a bound is passed by more than the noise."""

import dataclasses
import datetime as dt
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import uuid
from dataclasses import replace
from pathlib import Path

from benchmarks import episode_list, growth, packs, sample, search, transfer
from benchmarks.judging import Row, compare
from workjournal.domain.episode import Episode
from workjournal.domain.likeness import telling
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.journal.matching import LOOKED_AT, Writing
from workjournal.store import lesson_words

SMALL, LARGE, LESSONS = 1_000, 100_000 if os.environ.get("FULL") else 20_000, 2_000
AT_ONCE = 0.05
"""Seconds in which something has to be there while one types."""
EMPTY_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
app.processEvents()
"""
UNLOCK_FIELD = """
import pathlib
from workjournal.ui.program import build
program = build(pathlib.Path("somewhere"))
program.window.show()
program.app.processEvents()
"""


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="workjournal-bench-") as name:
        folder = Path(name)
        os.environ["WORKJOURNAL_CONFIG"] = str(folder / "settings")
        with sample.make(folder / "small", SMALL) as small, _large(folder / "large") as large:
            rows = [
                _start(),
                *_lists(small, large),
                *episode_list.rows(large),
                *_matching(large),
                _save(large),
                *packs.rows(),
                *growth.rows(large),
                *search.rows(small, large),
                *transfer.rows(),
            ]
    _print(rows)
    Path("build").mkdir(exist_ok=True)
    Path("build/bench.json").write_text(
        json.dumps([dataclasses.asdict(row) for row in rows], indent=1), "utf-8"
    )
    return any(row.verdict == "FAIL" for row in rows)


def _large(folder: Path) -> Journal:
    return sample.make(folder, LARGE, LESSONS)


def _start() -> Row:
    def run(script: str) -> None:
        subprocess.run([sys.executable, "-c", script], check=True)

    operation = "window: start to unlock field, over an empty window"
    return compare(operation, lambda: run(EMPTY_WINDOW), lambda: run(UNLOCK_FIELD), pairs=9, bound=1.3)


def _lists(small: Journal, large: Journal) -> list[Row]:
    tag = EpisodeFilter(tag="tag 3")
    month = (sample.LAST_DAY - dt.timedelta(days=30), sample.LAST_DAY)
    ways = {
        "newest 50": lambda journal: journal.episodes.newest(),
        "newest 50 with a tag": lambda journal: journal.episodes.newest(tag),
        "a month's days": lambda journal: journal.episodes.per_day(*month),
    }
    return [
        compare(
            f"{name}: {LARGE} over {SMALL} episodes",
            lambda way=way: way(small),
            lambda way=way: way(large),
            pairs=21,
            bound=1.5,
        )
        for name, way in ways.items()
    ]


def _matching(journal: Journal) -> list[Row]:
    """While a text is typed, over the ranked query alone; and the first look after a save, by the clock."""
    chance = random.Random(1)
    labels = {"tags": ("tag 1", "tag 2"), "skills": ("skill 3",), "people": ("person 4",)}
    texts = [Writing(text=sample.text(chance, 60), **labels) for _ in range(20)]
    typed, ranked, first = (itertools.cycle(texts) for _ in range(3))

    def raw() -> None:
        with journal.lessons.store.reading() as session:
            lesson_words.closest(session, telling(next(ranked).text), LOOKED_AT)

    def first_look() -> None:
        writing = next(first)
        journal.matching.lessons(replace(writing, tags=(f"tag {len(writing.text) % 30}",)))

    name = f"matching lessons, {LARGE} episodes, {LESSONS} lessons"
    return [
        compare(name, raw, lambda: journal.matching.lessons(next(typed)), pairs=41, bound=2.0),
        compare(
            "the same, first look at its labels, over 50 ms",
            lambda: time.sleep(AT_ONCE),
            first_look,
            pairs=21,
            bound=1.0,
        ),
    ]


def _save(journal: Journal) -> Row:
    """One episode with a tag, over the same two rows by raw SQL in one transaction on the same database."""
    known = journal.episodes.newest(limit=1)[0]
    tag = journal.tags.all()[0]

    def raw() -> None:
        with journal.episodes.store.engine.begin() as connection:
            new = uuid.uuid4().hex
            connection.exec_driver_sql(
                "INSERT INTO episode (id, date, time, title, story, result, kind, role, source_link, private_note,"
                " audiences, created_at, changed_at, version)"
                " VALUES (?, '2026-11-20', '12:00:00', ?, ?, '', 'work', '', '', '', '', '2026', '2026', 1)",
                (new, known.title, known.story),
            )
            connection.exec_driver_sql(
                "INSERT INTO episode_tag (episode_id, tag_id) VALUES (?, ?)", (new, tag.id.hex)
            )

    def ours() -> None:
        episode = Episode(date=sample.LAST_DAY, time=dt.time(12), title=known.title, story=known.story)
        journal.episodes.add(episode, tags=[tag.name])

    return compare("one save, over the same rows by raw SQL", raw, ours, pairs=101, bound=2.2)


def _print(rows: list[Row]) -> None:
    print(f"{'operation':58} {'floor':>9} {'ours':>9} {'ratio':>6} {'95 %':>12} {'bound':>6}")
    for row in rows:
        interval = f"{row.low:.2f}–{row.high:.2f}"
        print(
            f"{row.operation:58} {row.floor * 1000:7.2f}ms {row.ours * 1000:7.2f}ms {row.ratio:6.2f}"
            f" {interval:>12} {row.bound:6.2f}  {row.verdict}"
        )


if __name__ == "__main__":
    sys.exit(main())
