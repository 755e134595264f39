"""Attachments that come with an export: compared with their digests, large ones too, and gone where it fails."""

import base64
import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from conftest import PASSPHRASE, Clock
from examples import Examples
from row_examples import bring, bring_value, episode, export
from workjournal.domain.attachment import Attachment
from workjournal.domain.episode import Episode
from workjournal.domain.label import Tag
from workjournal.journal import opening
from workjournal.journal.journal import Journal

DAY = "2026-11-19"


@pytest.fixture
def other(new_vault: Path, tmp_path: Path, clock: Clock) -> Iterator[Journal]:
    """An empty journal beside the first."""
    shutil.copytree(new_vault, tmp_path / "other")
    with opening.open_journal(tmp_path / "other", PASSPHRASE, clock) as opened:
        yield opened


def attached(held: bytes, of: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": str(uuid4()),
        "episode_id": of,
        "name": "plan.txt",
        "media_type": "text/plain",
        "size": len(held),
        "sha256": hashlib.sha256(held).hexdigest(),
        "content": {"base64": base64.b64encode(held).decode()},
        **fields,
    }


def test_attachments_are_compared_with_their_digest(journal: Journal, tmp_path: Path) -> None:
    row = episode()
    files = [
        attached(b"whole", row["id"]),
        attached(b"other", row["id"], sha256="0" * 64),
        attached(b"gone", row["id"], content={"file": "attachments/nowhere"}),
        attached(b"gone", row["id"], content=None),
        attached(b"torn", row["id"], content={"base64": "%%%"}),
    ]
    came = bring_value(journal, tmp_path / "a.json", {"episode": [row], "attachment": files})
    assert (came.imported, came.failed) == (3, 3)
    kept = journal.episodes.attachments(journal.episodes.newest()[0].id)
    assert {journal.episodes.attachment_content(each.id) for each in kept} == {b"whole", b"other"}
    assert any("not what the journal says" in each.what for each in came.troubles)


def test_a_folder_in_an_archive_and_sorted_keys_are_read(journal: Journal, tmp_path: Path) -> None:
    row = episode()
    value: dict[str, Any] = {"version": 1, "format": "workjournal", "episode": [row]}
    value["attachment"] = [attached(b"here", row["id"], content={"file": "attachments/x"})]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("export/journal.json", "\ufeff" + json.dumps(value, sort_keys=True, indent=4))
        packed.writestr("export/attachments/x", b"here")
    assert bring(journal, tmp_path / "a.zip").imported == 2
    with journal._store.reading() as session:
        assert session.get(Attachment, UUID(value["attachment"][0]["id"]))


def test_a_save_that_fails_leaves_nothing(
    journal: Journal, one: Examples, other: Journal, tmp_path: Path
) -> None:
    (tmp_path / "plan.bin").write_bytes(os.urandom(4_000_000))
    journal.episodes.attach(one.episode.id, tmp_path / "plan.bin")
    export(journal, tmp_path / "a.zip")
    told: list[str] = []

    class Enough(Exception):
        pass

    def stop(when: int, _share: float, text: str) -> None:
        told.append(text)
        if text == "Saving" or sum("files brought in" in each for each in told) == when:
            raise Enough

    for when in (4, 1000):
        told.clear()
        with pytest.raises(Enough):
            other.imports.run(tmp_path / "a.zip", report=partial(stop, when))
        assert not list((other.folder / "objects").glob("*"))
    assert sum("files brought in" in each for each in told) > 4  # of a film every megabyte is told
    with other._store.reading() as session:
        assert not session.query(Episode).count() + session.query(Tag).count()
