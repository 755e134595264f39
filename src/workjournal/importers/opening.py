"""A path that a person chose, as a tree: a folder, a file, an archive, or one of these sealed with age."""

import io
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from workjournal.importers.archives import Tar, Zip
from workjournal.importers.importer import PassphraseNeeded, WrongImportPassphrase
from workjournal.importers.limits import LARGEST_TEXT, MEGABYTE, TooMuch
from workjournal.importers.trees import Folder, Lone, SourceUnreadable, Tree, read

_AGE = (b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----")
LARGEST_SEALED = 4 * LARGEST_TEXT
"""Bytes of an encrypted export: it is opened in memory, since nothing of it may be on the disk."""


@contextmanager
def opened(path: Path, passphrase: str = "") -> Iterator[Tree]:
    """The tree at a path, as long as it is needed.

    Raises:
        SourceUnreadable, TooMuch, PassphraseNeeded, WrongImportPassphrase
    """
    if path.is_dir():
        yield Folder(path)
        return
    whole = Lone(path, path.name)
    with whole.opened(path.name) as file:
        start = file.read(64)
        file.seek(0)
        if start.startswith(_AGE):
            content = _unsealed(whole, passphrase)
            name = path.name.removesuffix(".age")
            yield _tree_of(io.BytesIO(content), Lone(None, name, content))
        else:
            yield _tree_of(file, whole)


def _tree_of(file: BinaryIO, whole: Lone) -> Tree:
    if file.read(4) == b"PK\x03\x04" or (file.seek(0) == 0 and file.read(4) == b"PK\x05\x06"):
        file.seek(0)
        return Zip(file, whole.name)
    file.seek(0)
    is_tar = _is_tar(file)
    file.seek(0)
    return Tar(file, whole.name) if is_tar else whole


def _is_tar(file: BinaryIO) -> bool:
    header = file.read(tarfile.BLOCKSIZE)
    try:
        tarfile.TarInfo.frombuf(header, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError):
        return False
    return True


def _unsealed(whole: Lone, passphrase: str) -> bytes:
    import pyrage

    if not passphrase:
        raise PassphraseNeeded(name=whole.name)
    if whole.size(whole.name) > LARGEST_SEALED:
        raise TooMuch(name=whole.name, what=f"encrypted files can have {LARGEST_SEALED // MEGABYTE} MB")
    try:
        content: bytes = pyrage.passphrase.decrypt(read(whole, whole.name, LARGEST_SEALED), passphrase)
    except pyrage.DecryptError as error:
        raise WrongImportPassphrase(name=whole.name) from error
    except (ValueError, OSError) as error:
        raise SourceUnreadable(name=whole.name, reason="it is no whole age file") from error
    return content
