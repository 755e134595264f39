"""Objects that are written as they come: whole under their name, or not there at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from workjournal.vault import objects
from workjournal.vault.keys import new_key
from workjournal.vault.objects import (
    SEGMENT,
    ObjectUnwritable,
    need_room,
    new_object_id,
    object_ids,
    read_object,
    read_segments,
    remove_unfinished,
    write_beside,
)

VAULT = "0b4f2a91-7c1d-4e7a-9a30-6f0a91c2d3e4"


def pieces(content: bytes) -> Iterator[bytes]:
    return (content[start : start + SEGMENT] for start in range(0, len(content), SEGMENT))


def test_nobody_sees_it_before_it_is_placed(tmp_path: Path) -> None:
    folder, object_id, key, content = tmp_path / "objects", new_object_id(), new_key(), os.urandom(200_000)
    with write_beside(folder, VAULT, object_id, key, pieces(content)) as written:
        assert object_ids(folder) == []
        written.place()
        assert object_ids(folder) == [object_id]
    assert read_object(folder, VAULT, object_id, key) == content
    assert [len(each) for each in read_segments(folder, VAULT, object_id, key)] == [
        SEGMENT,
        SEGMENT,
        SEGMENT,
        200_000 - 3 * SEGMENT,
    ]


def test_what_is_not_placed_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "objects"
    with write_beside(folder, VAULT, new_object_id(), new_key(), pieces(b"x")):
        assert len(list(folder.iterdir())) == 1
    assert list(folder.iterdir()) == []


def test_what_stops_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    """Seen failing with the removal only after an OSError."""
    folder = tmp_path / "objects"

    def stopping() -> Iterator[bytes]:
        yield bytes(SEGMENT)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_beside(folder, VAULT, new_object_id(), new_key(), stopping())
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="there an open file is not removed anyhow")
def test_what_is_being_written_is_not_taken_for_left_behind(tmp_path: Path) -> None:
    """Seen failing without the lock on the file."""
    folder, object_id, key = tmp_path / "objects", new_object_id(), new_key()
    with write_beside(folder, VAULT, object_id, key, pieces(b"x")) as written:
        remove_unfinished(folder)
        written.place()
    assert read_object(folder, VAULT, object_id, key) == b"x"


def test_some_room_is_left_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(
        ObjectUnwritable, match=r"there are [\d,]+ MB free, and 1,099,511,627,777 MB are needed"
    ):
        need_room(tmp_path / "objects", 1 << 60)
    need_room(tmp_path / "objects", 1)
    monkeypatch.setattr(objects, "SPARE", 1 << 60)
    with pytest.raises(ObjectUnwritable, match="are needed"):
        write_beside(tmp_path / "objects", VAULT, new_object_id(), new_key(), pieces(b"x"))
    assert list((tmp_path / "objects").iterdir()) == []
