"""A journal of another program in, over reading it and writing the same rows by raw SQL; a journal out, over its rows."""

import datetime as dt
import gc
import json
import os
import random
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks import sample
from benchmarks.judging import Row, compare
from workjournal.domain.episode import titled
from workjournal.importers.importer import Asked
from workjournal.importers.item import Item
from workjournal.importers.jrnl.journal import JRNL
from workjournal.importers.opening import opened
from workjournal.journal import opening
from workjournal.journal.exporting.choice import Choice
from workjournal.journal.journal import Journal

ENTRIES = 10_000 if os.environ.get("FULL") else 5_000
"""Of few, the backup that comes before an import is the most: some 60 ms, which the floor has not."""
PAIRS = 5
_EPISODE = (
    "INSERT INTO episode (id, date, time, title, story, result, kind, role, source_link, private_note,"
    " audiences, created_at, changed_at, version) VALUES (?, ?, ?, ?, ?, '', 'work', '', '', '', '', ?, ?, 1)"
)


def rows() -> list[Row]:
    """The rows of importing and exporting, measured as in the window, whose workers collect no cycles (ui/tasks.py)."""
    gc.collect()
    gc.disable()
    try:
        return _rows()
    finally:
        gc.enable()


def _rows() -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="workjournal-bench-") as name, ExitStack() as open_ones:
        folder = Path(name)
        journals = [
            open_ones.enter_context(opening.create(folder / str(number), sample.PASSPHRASE))
            for number in range(2 * PAIRS)
        ]
        file = folder / "old.txt"
        file.write_text("".join(_entries()), encoding="utf-8")
        fresh = iter(journals)
        kept = open_ones.enter_context(sample.make(folder / "kept", ENTRIES))
        target = folder / "kept.json"
        return [
            compare(
                f"import of {ENTRIES:,} entries, over reading and executemany",
                lambda: _raw(next(fresh), file),
                lambda: next(fresh).imports.run(file),
                pairs=PAIRS,
                bound=1.5,
            ),
            compare(
                f"export of {ENTRIES:,} as JSON, over the same SELECT written raw",
                lambda: _raw_rows(kept, folder / "raw.json"),
                lambda: kept.exports.run(Choice(), "json", target, replace=True),
                pairs=4 * PAIRS,
                bound=2.0,
            ),
        ]


def _entries() -> Iterator[str]:
    chance = random.Random(7)
    for number in range(ENTRIES):
        day = sample.LAST_DAY - dt.timedelta(days=number // 3)
        text = sample.text(chance, 60)
        yield f"[{day} {9 + number % 8:02}:{chance.randrange(60):02}] {text[:40]}.\n{text[40:]} @tag{number % 30}\n\n"


def _raw(journal: Journal, file: Path) -> None:
    with opened(file) as tree:
        items = [each for each in JRNL.read(tree, Asked()) if isinstance(each, Item)]
    with journal.episodes.store.writer.begin() as connection:
        tags = {name: uuid.uuid4().hex for item in items for name in item.tags}
        now = "2026-11-30 00:00:00"
        connection.exec_driver_sql(
            "INSERT INTO tag (id, name, created_at, changed_at, version) VALUES (?, ?, ?, ?, 1)",
            [(tag_id, name, now, now) for name, tag_id in tags.items()],
        )
        ids = [uuid.uuid7().hex if hasattr(uuid, "uuid7") else uuid.uuid4().hex for _ in items]
        connection.exec_driver_sql(
            _EPISODE, [_values(new, item, now) for new, item in zip(ids, items, strict=True)]
        )
        links = [(new, tags[name]) for new, item in zip(ids, items, strict=True) for name in item.tags]
        connection.exec_driver_sql("INSERT INTO episode_tag (episode_id, tag_id) VALUES (?, ?)", links)
        connection.exec_driver_sql(
            "INSERT INTO intake (id, source, name, found, imported, skipped, failed, troubles, created_at, changed_at,"
            " version) VALUES (?, 'jrnl', 'old.txt', 0, 0, 0, 0, '[]', ?, ?, 1)",
            (ids[0], now, now),
        )
        origins = [(new, ids[0], item.key) for new, item in zip(ids, items, strict=True)]
        connection.exec_driver_sql(
            "INSERT INTO origin (thing_id, thing, intake_id, source, key, zone, unknown)"
            " VALUES (?, 'episode', ?, 'jrnl', ?, '', '{}')",
            origins,
        )


def _raw_rows(journal: Journal, target: Path) -> None:
    """Every episode and link as a line of JSON, brought to the disk."""
    tables = ("episode", "episode_tag", "episode_skill", "episode_person")
    with journal.episodes.store.engine.connect() as connection, target.open("wb") as file:
        for table in tables:
            for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1, 2"):
                file.write(json.dumps(tuple(row), ensure_ascii=False).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _values(new: str, item: Item, now: str) -> Sequence[str | None]:
    title, story = (item.title, item.text) if item.title else titled(item.text)
    time = f"{item.time:%H:%M:%S}.000000" if item.time else None
    return new, str(item.date), time, title, story, now, now
