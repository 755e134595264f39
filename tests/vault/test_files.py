"""Writing durably: after any failure the old content is there, or the new, and never a mixture or a leftover."""

import errno
import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from workjournal.vault.files import sync_folder, write_durably

OLD, NEW = b"old" * 500, b"new" * 5000


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file with the old content, alone in its folder."""
    file = tmp_path / "vault.json"
    file.write_bytes(OLD)
    return file


@contextmanager
def full_after(size: int) -> Iterator[None]:
    """The system refuses to let any file grow beyond `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def fails(*_: object) -> None:
    raise OSError(errno.EIO, "Input/output error")


def test_the_new_content_replaces_the_old(target: Path) -> None:
    write_durably(target, NEW)
    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_new_file_is_made_where_there_was_none(tmp_path: Path) -> None:
    write_durably(tmp_path / "new", NEW)
    assert (tmp_path / "new").read_bytes() == NEW


def test_a_disk_full_while_writing_leaves_the_old(target: Path) -> None:
    with full_after(4096), pytest.raises(OSError, match="File too large"):
        write_durably(target, NEW)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failure_before_the_rename_leaves_the_old(
    target: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, call, fails)
    with pytest.raises(OSError, match="Input/output error"):
        write_durably(target, NEW)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_a_failure_after_the_rename_is_told_and_leaves_the_new(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def fails_on_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            fails()
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fails_on_folders)
    with pytest.raises(OSError, match="Input/output error"):
        write_durably(target, NEW)
    assert target.read_bytes() == NEW


def test_content_then_name_then_folder_are_made_durable(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def recorded_fsync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def recorded_replace(source: Path, place: Path) -> None:
        assert Path(source).read_bytes() == NEW
        steps.append("rename")
        replace(source, place)

    monkeypatch.setattr(os, "fsync", recorded_fsync)
    monkeypatch.setattr(os, "replace", recorded_replace)
    write_durably(target, NEW)
    assert steps == ["file", "rename", "folder"]


def test_what_a_dead_process_left_is_no_obstacle(target: Path) -> None:
    target.with_name(f".{target.name}.{os.getpid()}.new").write_bytes(b"half")
    write_durably(target, NEW)
    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_can_be_synced(tmp_path: Path) -> None:
    sync_folder(tmp_path)
    with pytest.raises(FileNotFoundError):
        sync_folder(tmp_path / "nowhere")
