"""What an importer gives for files, and files changed at random, for the tests of importers."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from hypothesis import strategies as st

from workjournal.importers.importer import Asked, Importer
from workjournal.importers.item import File, Item, Note, Trouble
from workjournal.importers.opening import opened
from workjournal.importers.trees import Lone, Tree


class Reading:
    """What an import gave, sorted by its kind."""

    def __init__(self, importer: Importer, source: Path | Tree) -> None:
        self.contents: dict[str, bytes] = {}
        if isinstance(source, Path):
            with opened(source) as tree:
                self._read(importer, tree)
        else:
            self._read(importer, source)

    def _read(self, importer: Importer, tree: Tree) -> None:
        self.accepted = importer.accepts(tree)
        given = list(importer.read(tree, Asked()))
        self.items = [each for each in given if isinstance(each, Item)]
        self.troubles = [each for each in given if isinstance(each, Trouble)]
        self.notes = [each.what for each in given if isinstance(each, Note)]
        for item in self.items:
            self.contents |= {file.name: content_of(file) for file in item.files}

    @property
    def only(self) -> Item:
        """The one item, which came without any trouble."""
        assert self.troubles == []
        (item,) = self.items
        return item

    @property
    def told(self) -> list[str]:
        return [trouble.what for trouble in self.troubles]


def content_of(file: File) -> bytes:
    with file.opened() as stream:
        content = stream.read()
    assert len(content) == file.size
    return content


def packed(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A ZIP with these files."""
    path.write_bytes(zip_of(files))
    return path


def zip_of(files: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def unpacked(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def lone(content: str | bytes, name: str) -> Lone:
    return Lone(None, name, content.encode() if isinstance(content, str) else content)


@st.composite
def mutated(draw: st.DrawFn, samples: Sequence[bytes]) -> bytes:
    """A sample with bytes flipped, cut out, put twice, or put in."""
    content = draw(st.sampled_from(samples))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 60)))
        part = content[start:end]
        flipped = bytes(byte ^ 0x11 for byte in part)
        put_in = [
            b"",
            part * 3,
            flipped,
            b"null",
            b"[]",
            b'{"a": [1]}',
            b"1e999",
            b'"\\ud800\\u0000"',
            b"<b <b <",
        ]
        content = content[:start] + draw(st.sampled_from(put_in)) + content[end:]
    return content
