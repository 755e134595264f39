"""Files and folders as trees: links, pipes and names that lead elsewhere are no part of them."""

import io
import os
import socket
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from workjournal.importers import trees
from workjournal.importers.item import Weight
from workjournal.importers.limits import DEEPEST, TooMuch
from workjournal.importers.trees import (
    Folder,
    Lone,
    SourceUnreadable,
    beginning,
    fault_of,
    guarded,
    lone,
    read,
    shown,
)

unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes and device files among its files")


def left(folder: Folder) -> dict[str, str]:
    assert all(trouble.weight is Weight.LEFT_OUT for trouble in folder.left_out)
    return {trouble.place: trouble.what for trouble in folder.left_out}


def test_a_folder_has_its_files_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", "ä.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    folder = Folder(tmp_path)
    assert folder.names() == ["a/c.txt", "b.txt", "ä.txt"]
    assert (folder.name, folder.is_file, folder.left_out) == (tmp_path.name, False, [])
    assert (trees.text(folder, "ä.txt"), folder.size("a/c.txt"), lone(folder)) == ("ä.txt", 7, "")


def test_a_file_by_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text", encoding="utf-8")
    for tree in (Lone(tmp_path / "a.txt", "a.txt"), Lone(None, "a.txt", b"text")):
        assert (tree.names(), tree.size("a.txt"), lone(tree), read(tree, "a.txt")) == (
            ("a.txt",),
            4,
            "a.txt",
            b"text",
        )


@unix
def test_links_pipes_and_sockets_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    inside = tmp_path / "journal"
    inside.mkdir()
    (inside / "file.txt").symlink_to(tmp_path / "secret")
    (inside / "folder").symlink_to(tmp_path, target_is_directory=True)
    (inside / "nowhere").symlink_to("missing")
    os.mkfifo(inside / "pipe")
    with socket.socket(socket.AF_UNIX) as listening, suppress(OSError):
        listening.bind(str(inside / "s"))
    folder = Folder(inside)
    assert folder.names() == []
    link = "It was left out: it is a link to something elsewhere."
    told = left(folder)
    assert {told[name] for name in ("file.txt", "folder", "nowhere")} == {link}
    assert told["pipe"] == "It was left out: it is no file."


@unix
@pytest.mark.timeout(10)
def test_what_was_put_in_the_place_of_a_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x", encoding="utf-8")
    folder = Folder(tmp_path)
    assert folder.names() == ["a"]
    (tmp_path / "a").unlink()
    os.mkfifo(tmp_path / "a")
    with pytest.raises(SourceUnreadable, match="it is no file"):
        read(folder, "a")
    (tmp_path / "a").unlink()
    (tmp_path / "a").symlink_to("/etc/hostname")
    with pytest.raises(SourceUnreadable):
        read(folder, "a")
    (tmp_path / "a").unlink()
    with pytest.raises(SourceUnreadable, match="No such file"):
        read(folder, "a")
    with pytest.raises(SourceUnreadable, match="No such file"):
        folder.size("a")


@unix
@pytest.mark.timeout(10)
@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_file(path: str) -> None:
    with pytest.raises(SourceUnreadable, match="it is no file"):
        read(Lone(Path(path), "a"), "a")


def test_folders_without_end_are_not_followed(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*"d" * (DEEPEST + 1))
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x", encoding="utf-8")
    (deep.parent / "b.txt").write_text("x", encoding="utf-8")
    folder = Folder(tmp_path)
    assert folder.names() == []
    assert set(left(folder).values()) == {"It was left out: it lies too deep."}
    assert len(left(folder)) == 2


@unix
def test_folders_deeper_than_python_calls_itself_are_no_trouble(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1_050):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    folder = Folder(tmp_path)
    try:
        assert folder.names() == []
        assert len(folder.left_out) == 1
    finally:
        subprocess.run(["rm", "-r", tmp_path / "d"], check=True)  # as pytest's own removal is not up to it


def test_a_folder_that_is_closed_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "closed").mkdir()
    look = os.scandir

    def refuse(path: Any = ".") -> Any:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", refuse)
    folder = Folder(tmp_path)
    assert folder.names() == ["a.txt"]
    assert left(folder) == {"closed": "It was left out: it cannot be opened."}
    with pytest.raises(SourceUnreadable, match="Permission denied"):
        Folder(tmp_path / "closed").names()


def test_a_folder_that_goes_away_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="No such file"):
        Folder(tmp_path / "gone").names()


@unix
def test_a_name_in_no_encoding_is_left_out_and_can_be_shown(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt"))).write_bytes(b"x")
    folder = Folder(tmp_path)
    assert folder.names() == []
    assert [trouble.place for trouble in folder.left_out] == ["a�.txt"]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "/etc/passwd",
            "\\\\server\\a",
            "C:\\a",
            "c:a",
            "../a",
            "a/../../b",
            "a\\..\\b",
            "a\0b",
            "a\nb",
            "a\ud800",
        ),
        *("con", "a/NUL.txt", "COM1", "lpt9.x.y", "aux .txt", "", ".", "./", "/".join("a" * 41), "a" * 5000),
    ],
)
def test_a_name_that_is_none_within_an_archive(name: str) -> None:
    assert fault_of(name)


@pytest.mark.parametrize(
    "name", ["a", "a b.txt", "..a", "a..", "console.txt", "com.txt", "a/b/c.md", ".hidden", "ä/🙂"]
)
def test_a_name_like_any_other(name: str) -> None:
    assert fault_of(name) == ""


def test_more_files_than_a_journal_has_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(trees, "MOST_FILES", 3)
    for number in range(4):
        (tmp_path / str(number)).touch()
    with pytest.raises(TooMuch, match="more than 3 files"):
        Folder(tmp_path).names()


def test_a_text_has_a_size_beyond_which_it_is_refused() -> None:
    tree = Lone(None, "a", b"x" * 100)
    assert read(tree, "a", 100) == b"x" * 100
    with pytest.raises(TooMuch):
        read(tree, "a", 99)
    assert len(beginning(Lone(None, "a", b"x" * 100_000), "a")) == trees.BEGINNING


def test_a_name_from_elsewhere_is_shown_in_one_line() -> None:
    assert shown("a\nb\u202ec") == "a�b�c"
    assert len(shown("x" * 500)) == 120


class Failing(io.RawIOBase):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def read(self, size: int = -1) -> bytes:
        raise self._error


@pytest.mark.parametrize(
    "error", [OSError(5, "Input/output error"), EOFError(), *map(ValueError, "a"), RuntimeError()]
)
def test_what_cannot_be_read_is_told(error: Exception) -> None:
    with pytest.raises(SourceUnreadable, match=r"a cannot be read: .+\. Nothing"):
        guarded(Failing(error), "a").read()


def test_no_more_is_read_than_was_announced() -> None:
    assert guarded(io.BytesIO(b"abc"), "a", 3).read() == b"abc"
    file = guarded(io.BytesIO(b"abcd"), "a", 3)
    assert file.read(2) == b"ab"
    with pytest.raises(TooMuch, match="larger than the archive says"):
        file.read(2)
    assert not file.seekable()
    buffered = io.BufferedReader(guarded(io.BytesIO(b"abc"), "a"))  # type: ignore[type-var]
    assert (buffered.read(1), buffered.seek(0), buffered.read()) == (b"a", 0, b"abc")


@pytest.mark.parametrize("inside", ["", "export/"])
def test_what_a_system_puts_beside_is_no_part_of_it(inside: str) -> None:
    """A Mac's folder that was packed. Seen failing before `is_of_a_system`: its notes were read as another program's."""
    own = [f"{inside}a.md", f"{inside}._/b.md", f"{inside}.hidden/c.md", f"{inside}icons/Icon.md"]
    beside = [
        *(f"__MACOSX/{inside}._a.md", f"{inside}__MACOSX/x/y", f"{inside}._a.md", f"{inside}.DS_Store"),
        *(f"{inside}Thumbs.db", f"{inside}Desktop.ini", f"{inside}Icon\r"),
    ]
    assert trees.checked((name, "") for name in (*own, *beside)) == (sorted(own), [])


@pytest.mark.parametrize("pieces", [[-1], [100], [2, 2]])
def test_what_is_shorter_than_was_announced_is_told(pieces: list[int]) -> None:
    """Seen failing: the end of a file that an archive had lost was not missed."""
    file = guarded(io.BytesIO(b"abc"), "a.txt", 5)
    with pytest.raises(SourceUnreadable) as raised:
        [file.read(size) for size in pieces]
    assert raised.value.fields["reason"] == "it is shorter than the archive says"
    whole = guarded(io.BytesIO(b"abcde"), "a.txt", 5)
    assert [whole.read(2), whole.read(2), whole.read(2), whole.read(2)] == [b"ab", b"cd", b"e", b""]
