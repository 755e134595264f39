"""What a person chose, as a tree, and what is sealed with age."""

import io
import os
import tarfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from importers import age_files
from importers.reading import lone, mutated, zip_of
from workjournal.errors import JournalError
from workjournal.importers import opening
from workjournal.importers.archives import Tar, Zip
from workjournal.importers.importer import PassphraseNeeded, WrongImportPassphrase
from workjournal.importers.limits import TooMuch
from workjournal.importers.opening import opened
from workjournal.importers.trees import Folder, Lone, SourceUnreadable, Tree, read

CONTENT = {"a.txt": "text"}


def tar_of() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = 4
        archive.addfile(info, io.BytesIO(b"text"))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "kind", "name"),
    [
        (zip_of(CONTENT), Zip, "a.txt"),
        (tar_of(), Tar, "a.txt"),
        (b"text", Lone, "journal.any"),
        (b"", Lone, "journal.any"),
        (b"PK", Lone, "journal.any"),
        (bytes(2048), Lone, "journal.any"),
    ],
)
def test_a_file_is_what_its_content_says(tmp_path: Path, content: bytes, kind: type, name: str) -> None:
    path = tmp_path / "journal.any"
    path.write_bytes(content)
    with opened(path) as tree:
        assert (type(tree), list(tree.names()), tree.name) == (kind, [name], "journal.any")
        assert read(tree, name) == (b"text" if kind is not Lone else content)


def test_a_folder_and_an_empty_zip(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zip_of({}))
    with opened(tmp_path) as tree:
        assert isinstance(tree, Folder)
    with opened(tmp_path / "a.zip") as tree:
        assert (type(tree), tree.names()) == (Zip, [])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
@pytest.mark.timeout(10)
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceUnreadable, match="it is no file"), opened(tmp_path / "pipe"):
        pass


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="No such file"), opened(tmp_path / "gone"):
        pass


SEALED = age_files.sealed(zip_of(CONTENT), "right words")


def at(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_what_is_sealed_opens_with_its_passphrase(tmp_path: Path) -> None:
    path = at(tmp_path / "journal.zip.age", SEALED)
    with opened(path, "right words") as tree:
        assert (type(tree), tree.name, read(tree, "a.txt")) == (Zip, "journal.zip", b"text")
    assert [each.name for each in tmp_path.iterdir()] == ["journal.zip.age"]


def test_without_the_passphrase_it_stays_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = at(tmp_path / "a.age", SEALED)
    with pytest.raises(PassphraseNeeded), opened(path):
        pass
    with pytest.raises(WrongImportPassphrase), opened(path, "wrong words"):
        pass
    with (
        pytest.raises(WrongImportPassphrase),
        opened(at(path, SEALED[:-1] + bytes([SEALED[-1] ^ 1])), "right words"),
    ):
        pass
    monkeypatch.setattr(opening, "LARGEST_SEALED", 10)
    with pytest.raises(TooMuch), opened(path, "right words"):
        pass


def test_what_only_begins_like_it_is_refused(tmp_path: Path) -> None:
    for content in (
        b"age-encryption.org/v1\n",
        b"age-encryption.org/v1\n-> X25519 abc\n",
        b"-----BEGIN AGE ENCRYPTED FILE-----\nx",
    ):
        with (
            pytest.raises((SourceUnreadable, WrongImportPassphrase)),
            opened(at(tmp_path / "a", content), "words"),
        ):
            pass


def contents(tree: Tree) -> int:
    return sum(len(read(tree, name)) for name in tree.names())


@settings(max_examples=60, deadline=None)
@given(mutated([zip_of(CONTENT), tar_of()]))
def test_a_changed_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = at(tmp_path_factory.getbasetemp() / "changed", content)
    try:
        with opened(path) as tree:
            assert contents(tree) >= 0
    except JournalError:
        return


def test_one_file_in_memory_is_a_tree() -> None:
    assert contents(lone("text", "a")) == 4
