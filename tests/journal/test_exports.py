"""Exports: whole in each format, nothing private to others, all of it or nothing, and never readable where encrypted."""

import datetime as dt
import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from examples import Examples
from journal.canaries import TOLD_TO_OTHERS, plant
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.errors import JournalError
from workjournal.exporters import EXPORTERS, sealed
from workjournal.exporters.exporter import UnknownExport
from workjournal.exporters.sealed import NoExportPassphrase
from workjournal.exporters.shape import NotEncrypted
from workjournal.exporters.sink import TooLargeToSeal
from workjournal.journal.exporting.choice import Choice
from workjournal.journal.exporting.matching import NoSuchTag
from workjournal.journal.exporting.writing import ExportUnwritable
from workjournal.journal.journal import Journal

DAY = dt.date(2026, 11, 19)
WHOLE = Choice()
READABLE = ("markdown", "csv", "text")
TARGETS = {
    "json": ("j.zip", "j.json", "j"),
    "markdown": ("m", "m.zip"),
    "csv": ("c", "c.zip"),
    "text": ("t.txt", "t.zip"),
}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def texts(path: Path) -> dict[str, bytes]:
    """Every file of an export, out of its archive too."""
    if path.is_dir():
        return {str(each.relative_to(path)): each.read_bytes() for each in path.rglob("*") if each.is_file()}
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    return {path.name: path.read_bytes()}


def whole(path: Path) -> str:
    return "\n".join(f"{name}\n{content.decode('utf-8', 'replace')}" for name, content in texts(path).items())


@pytest.mark.parametrize("key", READABLE)
def test_every_text_there_is_stands_in_each_readable_format(
    journal: Journal, one: Examples, out: Path, key: str
) -> None:
    """Seen failing with a field taken out of its record: a new one is not forgotten."""
    planted = plant(journal)
    exported = journal.exports.run(WHOLE, key, out / "it")
    told = whole(exported.path)
    assert {name for name, words in planted.items() if words not in told} == set()
    assert exported.left_out == ()
    assert exported.things["episode"] == 1
    assert exported.bytes == sum(map(len, texts(exported.path).values()))


@pytest.mark.parametrize("key", READABLE)
@pytest.mark.parametrize("audience", [Audience.MANAGER, Audience.NEXT_JOB])
def test_to_somebody_else_only_what_a_pack_may_tell_is_told(
    journal: Journal, one: Examples, out: Path, key: str, audience: Audience
) -> None:
    planted = plant(journal, ticked=audience)
    told = whole(journal.exports.run(Choice(audience=audience), key, out / "it").path)
    found = {name for name, words in planted.items() if words in told}
    assert {"episode.title", "episode.story", "goal.title", "lesson.text", "action.text"} <= found
    assert found <= TOLD_TO_OTHERS


def test_names_are_replaced_in_texts_and_in_the_names_of_files(
    journal: Journal, one: Examples, out: Path
) -> None:
    episode = Episode(
        date=DAY, title="Told Ada Holm", story="Ada was late.", audiences=frozenset({Audience.MANAGER})
    )
    journal.episodes.add(episode)
    told = texts(journal.exports.run(Choice(audience=Audience.MANAGER), "markdown", out / "it").path)
    assert b"Someone at work was late." in told["episodes/2026/2026-11-19 Told someone at work.md"]
    assert not any("Ada" in name or b"Ada" in content for name, content in told.items())
    assert b"as in a pack" in told["About this export.md"]


def test_what_is_in_the_trash_is_read_in_a_whole_json_alone(
    journal: Journal, one: Examples, out: Path
) -> None:
    journal.episodes.trash(one.episode.id)
    journal.lessons.trash(one.lesson.id)
    for key in READABLE:
        told = whole(journal.exports.run(WHOLE, key, out / key).path)
        assert "Moved the depot" not in told
        assert "Wait" not in told  # a recall of that lesson
        assert "note.txt" not in told
    assert "Moved the depot" in whole(journal.exports.run(WHOLE, "json", out / "j").path)
    assert journal.exports.count(WHOLE)["episode"] == 0


def test_a_period_and_a_tag_take_what_hangs_on_their_episodes(
    journal: Journal, one: Examples, out: Path
) -> None:
    journal.episodes.add(Episode(date=DAY - dt.timedelta(days=90), title="An old matter"), tags=["old"])
    period = Choice(start=DAY, end=DAY)
    told = texts(journal.exports.run(period, "markdown", out / "period").path)
    assert "episodes/2026/2026-11-19 Moved the depot.md" in told
    assert "reflections/2026/2026-11-19 After-action review – Moved the depot.md" in told
    assert not any("An old matter" in name for name in told)
    assert b"2026-11-19 to 2026-11-19" in told["About this export.md"]
    told = texts(journal.exports.run(Choice(tags=frozenset({"OLD"})), "markdown", out / "tag").path)
    assert [name for name in told if name.startswith("episodes")] == [
        "episodes/2026/2026-08-21 An old matter.md"
    ]
    assert not any(name.startswith("reflections") for name in told)
    with pytest.raises(NoSuchTag):
        journal.exports.run(Choice(tags=frozenset({"nothing"})), "markdown", out / "none")
    assert journal.exports.count(period)["reflection"] == 1
    assert not (out / "none").exists()


def test_without_attachments_their_names_stay(journal: Journal, one: Examples, out: Path) -> None:
    told = texts(journal.exports.run(Choice(attachments=False), "markdown", out / "it").path)
    assert not any(name.startswith("attachments") for name in told)
    assert b"- note.txt (not in this export)" in told["episodes/2026/2026-11-19 Moved the depot.md"]


def test_a_damaged_attachment_is_named_and_the_rest_is_there(
    journal: Journal, large: Path, out: Path
) -> None:
    damaged = bytearray(large.read_bytes())
    damaged[100_000] ^= 1
    large.write_bytes(damaged)
    for key in ("markdown", "csv"):
        exported = journal.exports.run(WHOLE, key, out / key)
        assert len(exported.left_out) == 1
        assert "plan.bin" in exported.left_out[0]
        assert "note.txt" in {Path(name).name for name in texts(exported.path)}
        assert "plan.bin" not in {Path(name).name for name in texts(exported.path)}


class Cancelled(Exception):
    """Whoever waits no longer raises this."""


@pytest.mark.parametrize(("key", "name"), [(key, name) for key, names in TARGETS.items() for name in names])
def test_given_up_at_any_moment_it_leaves_nothing(
    journal: Journal, one: Examples, out: Path, key: str, name: str
) -> None:
    asked: list[float] = []
    journal.exports.run(
        WHOLE, key, out / f"first {name}", report=lambda fraction, _text: asked.append(fraction)
    )
    assert asked == sorted(asked)
    assert asked[-1] == 1.0
    before = list(out.iterdir())
    for moment in {0, len(asked) // 2, len(asked) - 1}:
        left = iter(range(moment))

        def report(_fraction: float, _text: str, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise Cancelled

        with pytest.raises(Cancelled):
            journal.exports.run(WHOLE, key, out / name, report=report)
        assert list(out.iterdir()) == before


@pytest.mark.parametrize("name", ["m", "m.zip"])
def test_a_full_disk_leaves_nothing(
    journal: Journal, one: Examples, out: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(ExportUnwritable, match="No space left"):
            journal.exports.run(WHOLE, "markdown", out / name)
    assert list(out.iterdir()) == []


def test_it_is_for_the_user_alone(journal: Journal, one: Examples, out: Path) -> None:
    folder = journal.exports.run(WHOLE, "csv", out / "c").path
    modes = {oct(each.stat().st_mode & 0o777) for each in (folder, *folder.rglob("*"))}
    assert modes == {"0o600", "0o700"}
    assert journal.exports.run(WHOLE, "text", out / "t.txt").path.stat().st_mode & 0o777 == 0o600


def test_encrypted_nothing_of_it_is_ever_on_the_disk(journal: Journal, one: Examples, out: Path) -> None:
    def report(_fraction: float, _text: str) -> None:
        assert all(b"depot" not in content for each in out.iterdir() for content in texts(each).values())

    exported = journal.exports.run(
        WHOLE, "markdown", out / "m", passphrase="three plain words", report=report
    )
    assert [each.name for each in out.iterdir()] == ["m.zip.age"]
    content = exported.path.read_bytes()
    assert content.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert b"depot" not in content
    with zipfile.ZipFile(io.BytesIO(pyrage.passphrase.decrypt(content, "three plain words"))) as archive:
        assert b"# Moved the depot" in archive.read("episodes/2026/2026-11-19 Moved the depot.md")
        assert archive.read("attachments/note.txt") == b"Content"


@pytest.mark.parametrize(
    ("key", "name", "passphrase", "error"),
    [
        ("pdf", "x", None, UnknownExport),
        ("text", "x.txt.age", None, NotEncrypted),
        ("text", "x.txt", "  ", NoExportPassphrase),
        ("text", "nowhere/x.txt", None, ExportUnwritable),
        ("text", "../vault/x.txt", None, ExportUnwritable),
        ("markdown", "../vault/m", None, ExportUnwritable),
        ("markdown", "/", "three plain words", ExportUnwritable),
        ("markdown", "..", "three plain words", ExportUnwritable),
        ("text", "~nobody-is-called-so/x.txt", None, ExportUnwritable),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_there(
    journal: Journal, out: Path, key: str, name: str, passphrase: str | None, error: type[JournalError]
) -> None:
    target = Path(name) if name.startswith("~") else out / name
    with pytest.raises(error):
        journal.exports.run(WHOLE, key, target, passphrase=passphrase)
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("key", ["json", "markdown", "csv"])
def test_a_large_file_can_be_given_up_half_way(journal: Journal, large: Path, out: Path, key: str) -> None:
    """Seen failing with JSON: of a film nothing was told until all of it was written."""
    pieces = large.stat().st_size // 65536
    told: list[float] = []
    journal.exports.run(WHOLE, key, out / "x.zip", report=lambda share, _text: told.append(share))
    assert len(told) > pieces
    assert told == sorted(told)


def test_what_is_too_large_to_be_encrypted_in_memory_is_refused(
    journal: Journal, one: Examples, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "MOST", 1000)
    with pytest.raises(TooLargeToSeal, match="workjournal backup"):
        journal.exports.run(WHOLE, "markdown", out / "m", passphrase="three plain words")
    assert list(out.iterdir()) == []


def test_the_formats_have_names_and_their_exports_too(journal: Journal) -> None:
    assert [each.key for each in journal.exports.formats()] == ["json", "markdown", "csv", "text"]
    day = "Workjournal 2026-11-19"
    names = [journal.exports.suggested_name(each.key) for each in EXPORTERS]
    assert names == [f"{day}.zip", day, day, f"{day}.txt"]
    names = [journal.exports.suggested_name(each.key, encrypted=True) for each in EXPORTERS]
    assert names == [f"{day}.zip.age", f"{day}.zip.age", f"{day}.zip.age", f"{day}.txt.age"]


def test_an_empty_journal_can_be_exported(journal: Journal, out: Path) -> None:
    for key in ("json", *READABLE):
        assert journal.exports.run(WHOLE, key, out / key).path.exists()
