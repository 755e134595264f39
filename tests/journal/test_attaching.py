"""Files of episodes: how large, what they are called, what they tell, and how a try that fails leaves no trace."""

import io
import os
import threading
from pathlib import Path

import pytest
from PIL import Image

from attachment_examples import told_picture
from examples import Examples
from workjournal.domain.attachment import LARGEST, MEGABYTE, MOST, Attachment, AttachmentTooLarge, file_name
from workjournal.domain.entity import Missing
from workjournal.exporters.pictures import PictureUnreadable
from workjournal.journal import attachment_sources
from workjournal.journal.attaching import LARGEST_READ, LimitOutOfRange, PictureTooHeavy
from workjournal.journal.attachment_sources import FileUnreadable, Reader
from workjournal.journal.attachments import LARGE
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import LARGEST_ATTACHMENT


class Stopped(Exception):
    """Somebody gave it up."""


def film(one: Examples, size: int = 3 * MEGABYTE) -> Path:
    file = one.folder / "film.mp4"
    file.write_bytes(os.urandom(size))
    return file


def traces(journal: Journal) -> list[str]:
    return [file.name for file in (journal.folder / "objects").glob("*")]


def named(journal: Journal, one: Examples) -> list[str]:
    return [each.name for each in journal.episodes.attachments(one.episode.id)]


def test_the_largest_is_25_mb_until_it_is_allowed_more(journal: Journal, one: Examples) -> None:
    file = film(one, LARGEST + 1)
    with pytest.raises(AttachmentTooLarge, match=r"has 26 MB; .* up to 25 MB\. .*attach --largest"):
        journal.episodes.attach(one.episode.id, file)
    journal.attachments.allow(26)
    assert journal.episodes.attach(one.episode.id, file).size == LARGEST + 1
    journal.attachments.allow(25)
    assert (journal.attachments.largest(), journal.preferences.get(LARGEST_ATTACHMENT)) == (LARGEST, "")
    journal.attachments.allow(1024)
    assert journal.attachments.largest() == MOST


@pytest.mark.parametrize("asked", [0, -1, 1025])
def test_more_than_a_gigabyte_is_not_allowed(journal: Journal, asked: int) -> None:
    with pytest.raises(LimitOutOfRange, match=f"from 1 to 1024 MB, not {asked}"):
        journal.attachments.allow(asked)


@pytest.mark.parametrize(
    ("kept", "meant"), [("x", LARGEST), ("9" * 40, LARGEST), ("99999999999", MOST), ("0", MEGABYTE)]
)
def test_a_limit_that_is_none_does_no_harm(journal: Journal, kept: str, meant: int) -> None:
    journal.preferences.set(LARGEST_ATTACHMENT, kept)
    assert journal.attachments.largest() == meant


def test_one_that_grows_over_the_limit_while_it_is_read_is_refused(
    journal: Journal, one: Examples, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing with the count in `_Reading` left out."""
    journal.attachments.allow(2)
    monkeypatch.setattr(attachment_sources.FileSource, "size", LARGE + 1)
    with pytest.raises(AttachmentTooLarge):
        journal.episodes.attach(one.episode.id, film(one))
    assert traces(journal) == []


def test_one_that_is_written_to_meanwhile_is_refused(journal: Journal, one: Examples) -> None:
    """Seen failing without the comparison at the end."""
    file = film(one)

    def append(_fraction: float, _text: str) -> None:
        with file.open("ab") as more:
            more.write(b"!")

    with pytest.raises(FileUnreadable, match="it was changed while it was being read"):
        journal.episodes.attach(one.episode.id, file, append)
    assert traces(journal) == []
    assert named(journal, one) == ["note.txt"]


@pytest.mark.parametrize("after", [0, 2 * MEGABYTE])
def test_a_disk_that_cannot_be_read_leaves_nothing(
    journal: Journal, one: Examples, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Seen failing, as an ObjectUnwritable, with what is read inside the errors of what is written."""
    file, seen = film(one), 0
    before = file.read_bytes()

    class Failing(io.BytesIO):  # whose disk dies
        def read(self, size: int | None = -1) -> bytes:
            nonlocal seen
            if seen >= after:
                raise OSError(5, "Input/output error")
            seen += size or 0
            return super().read(size)

    read_from = Reader.__init__
    monkeypatch.setattr(Reader, "__init__", lambda self, _file, path: read_from(self, Failing(before), path))
    with pytest.raises(FileUnreadable, match=r"film\.mp4 cannot be read: Input/output error"):
        journal.episodes.attach(one.episode.id, file)
    assert traces(journal) == []
    assert named(journal, one) == ["note.txt"]
    assert file.read_bytes() == before


def test_given_up_it_leaves_nothing_and_tells_how_far_it_was(journal: Journal, one: Examples) -> None:
    told: list[float] = []

    def report(fraction: float, _text: str) -> None:
        told.append(fraction)
        if fraction > 0.6:
            raise Stopped

    with pytest.raises(Stopped):
        journal.episodes.attach(one.episode.id, film(one), report)
    assert told == [pytest.approx(1 / 3), pytest.approx(2 / 3)]
    assert traces(journal) == []
    assert named(journal, one) == ["note.txt"]


def test_a_copy_given_up_leaves_what_was_there(journal: Journal, one: Examples) -> None:
    attached, out = journal.episodes.attach(one.episode.id, film(one)), one.folder / "out"
    out.mkdir()
    (out / "film.mp4").write_bytes(b"another film")

    def report(fraction: float, _text: str) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        journal.episodes.copy_attachment(attached.id, out / "film.mp4", report)
    assert [file.read_bytes() for file in out.iterdir()] == [b"another film"]


def test_a_long_file_keeps_nobody_waiting(journal: Journal, one: Examples) -> None:
    """Seen failing with the file read inside `Store.writing`: this waits for itself for ever."""
    done = threading.Event()

    def report(_fraction: float, _text: str) -> None:
        writer = threading.Thread(target=journal.drafts.keep, args=("capture", {"title": "Meanwhile"}))
        writer.start()
        writer.join(5)
        assert not writer.is_alive()
        done.set()

    journal.episodes.attach(one.episode.id, film(one), report)
    assert done.is_set()


def test_folders_and_pipes_are_no_files(journal: Journal, one: Examples) -> None:
    with pytest.raises(FileUnreadable, match="it is a folder; attach the files in it, or a ZIP file"):
        journal.episodes.attach(one.episode.id, one.folder)
    if hasattr(os, "mkfifo"):
        os.mkfifo(one.folder / "pipe")
        with pytest.raises(FileUnreadable, match="it is no file"):
            journal.episodes.attach(one.episode.id, one.folder / "pipe")


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="there all names are letters")
def test_a_name_that_is_no_text_is_kept_as_far_as_it_is(journal: Journal, one: Examples) -> None:
    file = one.folder / os.fsdecode(b"caf\xe9.txt")
    file.write_bytes(b"x")
    assert journal.episodes.attach(one.episode.id, file).name == "caf�.txt"


def test_it_is_called_otherwise(journal: Journal, one: Examples) -> None:
    kept = journal.attachments.rename(one.attachment.id, "  minutes\n of  May.txt ")
    assert (kept.name, named(journal, one)) == ("minutes of May.txt", ["minutes of May.txt"])
    assert journal.episodes.attachment_content(kept.id) == b"Content"
    with pytest.raises(Missing, match="The file's name is empty"):
        journal.attachments.rename(one.attachment.id, " ")


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\autoexec.bat", "C__autoexec.bat"),
        (".bashrc", "bashrc"),
        ("a\x00b\x1b.txt", "a_b_.txt"),
        ("con.txt", "_con.txt"),
        ('what? "this" <one>|*', "what_ _this_ _one___"),
        ("...", "file"),
        ("", "file"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("end. ", "end"),
    ],
)
def test_a_name_for_a_file_points_nowhere_else(name: str, allowed: str) -> None:
    assert file_name(name) == allowed


def test_a_picture_tells_and_is_made_bare_and_back(journal: Journal, one: Examples) -> None:
    before = journal.attachments.add(one.episode.id, "depot.jpeg", told_picture())
    told = journal.attachments.details(before.id)
    assert told.camera == "Numbat Kettle 7"
    bare = journal.attachments.make_bare(before.id)
    assert not journal.attachments.details(bare.id)
    assert b"Kettle" not in journal.episodes.attachment_content(bare.id)
    with Image.open(io.BytesIO(journal.attachments.picture(bare.id))) as made:
        assert made.size == (40, 20)
    assert named(journal, one) == ["note.txt", "depot.jpeg"]
    assert [each.title for each in journal.trash.contents()] == ["depot.jpeg"]
    journal.attachments.exchange(bare.id, before.id)
    assert journal.episodes.attachment_content(before.id) == told_picture()
    assert [each.id for each in journal.episodes.attachments(one.episode.id)][1:] == [before.id]


def test_a_picture_of_another_kind_is_called_after_what_it_becomes(journal: Journal, one: Examples) -> None:
    kept = journal.attachments.add(one.episode.id, "depot.webp", told_picture("WEBP"))
    bare = journal.attachments.make_bare(kept.id)
    assert (bare.name, bare.media_type) == ("depot.png", "image/png")


def test_what_is_no_picture_stays_as_it_is(journal: Journal, one: Examples) -> None:
    assert not journal.attachments.details(one.attachment.id)
    with pytest.raises(PictureUnreadable, match=r"note\.txt cannot be read as a picture"):
        journal.attachments.make_bare(one.attachment.id)
    assert named(journal, one) == ["note.txt"]


def test_one_that_would_fill_the_memory_is_not_shown(journal: Journal, one: Examples) -> None:
    kept = Attachment(
        episode_id=one.episode.id,
        name="x.png",
        media_type="image/png",
        size=LARGEST_READ + 1,
        sha256="",
        content=b"",
    )
    journal.attachments.save(kept)
    with pytest.raises(PictureTooHeavy, match=r"x\.png is too large"):
        journal.attachments.picture(kept.id)
