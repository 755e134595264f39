"""A pack is on the disk whole and looked through, or not at all: full, read-only and lying disks, leaks, giving up."""

import os
import stat
from pathlib import Path

import pytest

from small_disk import remount, small_disk
from workjournal.journal import pack_writing
from workjournal.journal.pack_errors import PackLeaks, PackUnwritable

CONTENT = b"%PDF-1.7 " + bytes(range(256)) * 4000


class GivenUp(Exception):
    """Raised by a test in the place of a person."""


def sound(_: bytes) -> list[str]:
    return []


def on() -> None:
    """Nobody gives up."""


def held(folder: Path) -> dict[str, bytes]:
    """All files of a folder, hidden ones too."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize("name", ["pack.pdf", "p" * 255, "ü" * 127, ".hidden"])
def test_the_file_is_there_for_the_user_alone_and_nothing_beside_it(tmp_path: Path, name: str) -> None:
    pack_writing.write(tmp_path / name, CONTENT, sound, on)
    assert held(tmp_path) == {name: CONTENT}
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_an_older_file_is_replaced_and_no_longer_readable_by_others(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes(b"older")
    (tmp_path / "pack.pdf").chmod(0o666)
    pack_writing.write(tmp_path / "pack.pdf", CONTENT, sound, on)
    assert held(tmp_path) == {"pack.pdf": CONTENT}
    assert stat.S_IMODE((tmp_path / "pack.pdf").stat().st_mode) == 0o600


@pytest.fixture
def only_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a disk that holds no file without a name."""
    monkeypatch.setattr(os, "O_TMPFILE", 0, raising=False)


@pytest.mark.usefixtures("only_names")
def test_the_check_sees_the_bytes_on_the_disk_before_they_have_a_name(tmp_path: Path) -> None:
    seen: list[str] = []

    def check(read: bytes) -> list[str]:
        (file,) = tmp_path.iterdir()
        assert file.name != "pack.pdf"
        assert read == file.read_bytes() == CONTENT
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        seen.append("checked")
        return []

    def between() -> None:
        assert not (tmp_path / "pack.pdf").exists()
        seen.append("asked")

    pack_writing.write(tmp_path / "pack.pdf", CONTENT, check, between)
    assert seen == ["checked", "asked"]


def test_everything_is_durable_in_its_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file before its name, and the name at last."""
    calls: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        calls.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        sync(descriptor)

    def replaced(self: Path, target: Path) -> Path:
        calls.append("named")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    pack_writing.write(tmp_path / "pack.pdf", CONTENT, sound, on)
    assert calls == ["file", "named", "folder"]


def test_a_leak_on_the_disk_leaves_nothing_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes(b"older")
    leaks = [f"page {number} holds too much" for number in range(1, 9)]
    with pytest.raises(PackLeaks, match=r"page 1 holds too much; .*page 5 holds too much\.$"):
        pack_writing.write(tmp_path / "pack.pdf", CONTENT, lambda _: leaks, on)
    assert held(tmp_path) == {"pack.pdf": b"older"}


@pytest.mark.usefixtures("only_names")
@pytest.mark.parametrize("stop", [GivenUp, KeyboardInterrupt, SystemExit])
def test_who_gives_up_finds_nothing(tmp_path: Path, stop: type[BaseException]) -> None:
    def between() -> None:
        assert len(held(tmp_path)) == 1
        raise stop

    with pytest.raises(stop):
        pack_writing.write(tmp_path / "pack.pdf", CONTENT, sound, between)
    assert held(tmp_path) == {}


def test_a_check_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def check(_: bytes) -> list[str]:
        raise ValueError("not a PDF")

    with pytest.raises(ValueError, match="not a PDF"):
        pack_writing.write(tmp_path / "pack.pdf", CONTENT, check, on)
    assert held(tmp_path) == {}


def test_a_disk_that_gives_back_other_bytes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = pack_writing._written
    monkeypatch.setattr(pack_writing, "_written", lambda *given: written(*given)[:-1] + b"?")
    with pytest.raises(PackUnwritable, match="gave back other bytes"):
        pack_writing.write(tmp_path / "pack.pdf", CONTENT, sound, on)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="only Linux has files without a name")
def test_a_killed_run_leaves_nothing(tmp_path: Path) -> None:
    """Killed while it is looked through, and just before the file gets its name."""
    for check, between in ((lambda _: os._exit(9), on), (sound, lambda: os._exit(9))):
        child = os.fork()
        if child == 0:
            pack_writing.write(tmp_path / "pack.pdf", CONTENT, check, between)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        assert held(tmp_path) == {}


@pytest.mark.usefixtures("only_names")
def test_what_a_killed_run_left_is_taken_away(tmp_path: Path) -> None:
    """Whatever its mode; and another target's is left alone."""

    def killed() -> None:
        os._exit(9)

    child = os.fork()
    if child == 0:
        pack_writing.write(tmp_path / "pack.pdf", b"half of it", sound, killed)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    (left,) = tmp_path.iterdir()
    left.chmod(0o400)
    pack_writing.write(tmp_path / "other.pdf", CONTENT, sound, on)
    assert left.exists()
    pack_writing.write(tmp_path / "pack.pdf", CONTENT, sound, on)
    assert held(tmp_path) == {"pack.pdf": CONTENT, "other.pdf": CONTENT}


def test_a_full_disk_is_told_and_the_older_file_stays(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1) as disk:
        (disk / "pack.pdf").write_bytes(b"older")
        (disk / "film").write_bytes(bytes(500_000))
        with pytest.raises(PackUnwritable, match="No space left on device"):
            pack_writing.write(disk / "pack.pdf", CONTENT, sound, on)
        assert sorted(held(disk)) == ["film", "pack.pdf"]
        assert (disk / "pack.pdf").read_bytes() == b"older"


def test_a_disk_that_can_only_be_read_is_told(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4) as disk:
        (disk / "pack.pdf").write_bytes(b"older")
        remount(disk, "ro")
        with pytest.raises(PackUnwritable, match="Read-only file system"):
            pack_writing.write(disk / "pack.pdf", CONTENT, sound, on)
        assert held(disk) == {"pack.pdf": b"older"}


def test_a_disk_that_turns_read_only_midway_is_told_for_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def too_late(self: Path, target: Path) -> Path:
        remount(self.parent, "ro")
        return replace(self, target)

    with small_disk(tmp_path / "disk", 4) as disk:
        monkeypatch.setattr(Path, "replace", too_late)
        with pytest.raises(PackUnwritable, match="Read-only file system"):
            pack_writing.write(disk / "pack.pdf", CONTENT, sound, on)
        assert not (disk / "pack.pdf").exists()


def test_a_folder_that_is_not_there_or_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place in (tmp_path / "nowhere" / "pack.pdf", tmp_path / "file" / "pack.pdf"):
        with pytest.raises(PackUnwritable, match=r"could not be written to .*pack\.pdf: (No such|Not a dir)"):
            pack_writing.write(place, CONTENT, sound, on)
    assert held(tmp_path) == {"file": b""}


def test_a_drive_that_cannot_settle_a_folder_has_the_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unable(_: Path) -> None:
        raise OSError("Invalid argument")

    monkeypatch.setattr(pack_writing, "sync_folder", unable)
    pack_writing.write(tmp_path / "pack.pdf", CONTENT, sound, on)
    assert held(tmp_path) == {"pack.pdf": CONTENT}
