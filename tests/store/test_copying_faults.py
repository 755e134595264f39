"""Copying on a full or failing disk, over something, and given up half-way: nothing half is ever left."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from copies import KEY, SALT, write
from damage import PAGE, fill, flip, page_count
from small_disk import small_disk
from workjournal.store import copying, integrity
from workjournal.store.copying import (
    CopyDiffers,
    CopyExists,
    CopyUnwritable,
    NoRoom,
    copy_rekeyed,
    copy_verified,
)
from workjournal.store.engine import DatabaseUnreadable, open_raw
from workjournal.store.integrity import Report
from workjournal.store.store import Store


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 8) as disk:
        yield disk


def test_too_little_room_is_told_with_figures(
    filled: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: type("Usage", (), {"free": 1_000_000}))
    with pytest.raises(NoRoom, match=r"copies: [\d.]+ MB are needed, 1\.0 MB are free") as caught:
        copy_verified(filled, target)
    assert caught.value.fields["folder"] == target.parent
    assert list(target.parent.iterdir()) == []


def test_what_is_there_is_never_written_over(filled: Store, target: Path) -> None:
    target.write_text("mine")
    with pytest.raises(CopyExists):
        copy_verified(filled, target)
    with pytest.raises(CopyExists):
        copy_rekeyed(filled, target, KEY, SALT, PAGE)
    assert target.read_text() == "mine"


def test_a_folder_that_is_not_there_is_told(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(CopyUnwritable, match="nowhere: No such file"):
        copy_verified(filled, tmp_path / "nowhere" / "copy.db")


class Cancelled(Exception):
    """By the test."""


def test_giving_up_leaves_nothing(filled: Store, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        integrity, "STEPS_BETWEEN_REPORTS", 400
    )  # so that it is asked within VACUUM and export too
    copies: list[Callable[[Report], object]] = [
        lambda report: copy_verified(filled, target, report),
        lambda report: copy_rekeyed(filled, target, KEY, SALT, PAGE, report),
    ]
    for copy in copies:
        heard: list[float] = []
        copy(lambda fraction, _text, heard=heard: heard.append(fraction))  # type: ignore[misc]
        assert heard == sorted(heard)
        assert len(heard) > 40
        target.unlink()
        for stop in range(0, len(heard) - 4, 5):
            left = iter(range(stop))

            def report(_fraction: float, _text: str, left: Iterator[int] = left) -> None:
                if next(left, None) is None:
                    raise Cancelled

            with pytest.raises(Cancelled):
                copy(report)
            assert list(target.parent.iterdir()) == [], stop
    write(filled, 1)  # no lock is left either


def test_a_copy_that_came_out_otherwise_is_not_kept(
    filled: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failing disk: what was written reads back differently. Seen failing without `_difference`."""
    real = copying.sync_file

    def spoilt(file: Path) -> None:
        real(file)
        flip(file, page_count(file) - 1)

    monkeypatch.setattr(copying, "sync_file", spoilt)
    with pytest.raises(CopyDiffers, match=r"page|cannot be read"):
        copy_verified(filled, target)
    with pytest.raises(CopyDiffers):
        copy_rekeyed(filled, target, KEY, SALT, PAGE)
    assert list(target.parent.iterdir()) == []


def test_a_full_disk_keeps_no_half_copy(filled: Store, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filling = fill(small, 200_000)
    with pytest.raises(NoRoom):
        copy_verified(filled, small / "copy.db")
    monkeypatch.setattr(copying, "need_room", lambda *_: None)  # as if somebody else filled it meanwhile
    copies: list[Callable[[Path], object]] = [
        lambda target: copy_verified(filled, target),
        lambda target: copy_rekeyed(filled, target, KEY, SALT, PAGE),
    ]
    for copy in copies:
        with pytest.raises(CopyUnwritable, match=r"could not be written to .*disk: database or disk is full"):
            copy(small / "copy.db")
    assert list(small.iterdir()) == [filling]
    filling.unlink()
    copy_verified(filled, small / "copy.db")  # works again


def test_rekey_on_a_full_disk_says_ok_and_keeps_the_old_key(small: Path) -> None:
    """The fault of SQLCipher for which nothing is ever rekeyed in place, and which a release may mend."""
    place = small / "journal.db"
    place.touch()
    with closing(open_raw(place, KEY, SALT, PAGE)) as database:
        database.execute("CREATE TABLE one (x)")
        database.executemany("INSERT INTO one VALUES (?)", [(os.urandom(12_000),) for _ in range(100)])
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        filling = fill(small, 300_000)
        assert database.execute(f"PRAGMA rekey=\"x'{bytes(32).hex()}{SALT.hex()}'\"").fetchall() == [("ok",)]
    filling.unlink()
    with pytest.raises(DatabaseUnreadable):
        open_raw(place, bytes(32), SALT, PAGE)
    open_raw(place, KEY, SALT, PAGE).close()
