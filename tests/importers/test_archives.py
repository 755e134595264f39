"""ZIP and tar: what they hold is read where it lies; bombs, links and damage are refused or told."""

import io
import struct
import tarfile
import time
import zipfile
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings

from importers.reading import mutated, zip_of
from workjournal.errors import JournalError
from workjournal.importers import archives
from workjournal.importers.archives import Tar, Zip
from workjournal.importers.item import Weight
from workjournal.importers.limits import EXPANSION_FROM, MEGABYTE, TooMuch
from workjournal.importers.trees import SourceUnreadable, read


def opened_zip(content: bytes) -> Zip:
    return Zip(io.BytesIO(content), "a.zip")


def opened_tar(content: bytes) -> Tar:
    return Tar(io.BytesIO(content), "a.tar")


def packed(*infos: zipfile.ZipInfo | str, content: bytes = b"x") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for info in infos:
            archive.writestr(info, content)
    return stream.getvalue()


def with_mode(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


def tarred(*members: tuple[tarfile.TarInfo, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=form) as archive:
        for info, content in members:
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return stream.getvalue()


def member(
    name: str, content: bytes = b"x", kind: bytes = tarfile.REGTYPE, target: str = ""
) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info, content if kind == tarfile.REGTYPE else b""


def left(tree: Zip | Tar) -> dict[str, str]:
    assert all(trouble.weight is Weight.LEFT_OUT for trouble in tree.left_out)
    return {
        each.place: each.what.removeprefix("It was left out: ").removesuffix(".") for each in tree.left_out
    }


def test_a_zip_has_its_files() -> None:
    tree = opened_zip(zip_of({"b.txt": "text", "a/": "", "a/ä.txt": "other"}))
    assert (tree.names(), tree.size("b.txt"), tree.left_out, tree.is_file) == (
        ["a/ä.txt", "b.txt"],
        4,
        [],
        False,
    )
    assert read(tree, "a/ä.txt") == b"other"
    with tree.opened("b.txt") as one, tree.opened("b.txt") as two:
        assert (one.read(2), two.read(), one.read()) == (b"te", b"text", b"xt")


def test_a_tar_has_its_files() -> None:
    long = "long/" + "n" * 150
    tree = opened_tar(
        tarred(member("./b.txt", b"text"), member("a", kind=tarfile.DIRTYPE), member(long, b"other"))
    )
    assert (tree.names(), tree.size("b.txt"), tree.left_out) == (["b.txt", long], 4, [])
    assert read(tree, long) == b"other"


NAMES = ("../out", "/root", "C:\\x", "a/../../b", "con.txt", "a\nb")


def test_names_that_lead_elsewhere_are_left_out() -> None:
    assert opened_zip(packed("a", *NAMES)).names() == ["a"]
    assert len(left(opened_zip(packed("a", *NAMES)))) == len(NAMES)
    assert opened_tar(tarred(member("a"), *map(member, NAMES))).names() == ["a"]


def test_a_file_without_a_name_is_left_out() -> None:
    content = packed("a")
    at = content.find(b"PK\x01\x02")
    without = content[: at + 28] + b"\0\0" + content[at + 30 : at + 46] + content[at + 47 :]
    end = without.find(b"PK\x05\x06")
    without = without[: end + 12] + (46).to_bytes(4, "little") + without[end + 16 :]
    assert (opened_zip(without).names(), left(opened_zip(without))) == ([], {"": "it has no name"})


def test_links_and_devices_are_left_out() -> None:
    tree = opened_zip(packed(with_mode("a", 0o100644), with_mode("l", 0o120777), with_mode("p", 0o10644)))
    assert tree.names() == ["a"]
    assert left(tree) == {"l": "it is a link to something elsewhere", "p": "it is no ordinary file"}
    kinds = {
        "s": tarfile.SYMTYPE,
        "h": tarfile.LNKTYPE,
        "f": tarfile.FIFOTYPE,
        "c": tarfile.CHRTYPE,
        "b": tarfile.BLKTYPE,
    }
    in_tar = opened_tar(
        tarred(member("a"), *(member(name, kind=kind, target="/etc/passwd") for name, kind in kinds.items()))
    )
    assert in_tar.names() == ["a"]
    assert left(in_tar) == dict.fromkeys(kinds, "it is no ordinary file")


def test_a_sparse_file_is_left_out() -> None:
    info, _ = member("zeros")
    info.pax_headers = {
        "GNU.sparse.major": "1",
        "GNU.sparse.minor": "0",
        "GNU.sparse.name": "zeros",
        "GNU.sparse.realsize": str(2**60),
    }
    tree = opened_tar(tarred((info, b"0\n".ljust(512, b"\0")), member("a")))
    assert tree.names() == ["a"]


def test_a_name_that_is_there_twice_counts_once() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        content = packed("a", "a")
    assert (opened_zip(content).names(), left(opened_zip(content))) == (["a"], {"a": "it is there twice"})
    tree = opened_tar(tarred(member("a", b"first"), member("a", b"second")))
    assert (read(tree, "a"), left(tree)) == (b"first", {"a": "it is there twice"})


def test_names_as_macos_and_old_windows_write_them() -> None:
    name = "Fähre.jpg".encode().decode("cp437")
    content = bytearray(packed(name))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # without the sign that names are in UTF-8
        at = content.find(sign)
        content[at + flags : at + flags + 2] = b"\0\0"
    content = content.replace(name.encode(), b"F\xc3\xa4hre.jpg".ljust(len(name.encode()), b"_"))
    assert [each.rstrip("_") for each in opened_zip(bytes(content)).names()] == ["Fähre.jpg"]
    windows = packed("media/2025/a.jpg").replace(b"media/2025/a.jpg", b"media\\2025\\a.jpg")
    assert read(opened_zip(windows), "media/2025/a.jpg") == b"x"


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    tree = opened_zip(zip_of({"zeros.json": bytes(EXPANSION_FROM * 2), "small": bytes(1000)}))
    with pytest.raises(TooMuch, match="more than 200 times as large"):
        read(tree, "zeros.json")
    assert read(tree, "small") == bytes(1000)


def test_a_file_that_is_larger_than_it_says_is_refused() -> None:
    content = zip_of({"a": bytes(MEGABYTE)})
    small = content.replace(struct.pack("<L", MEGABYTE), struct.pack("<L", 10))
    with pytest.raises(SourceUnreadable):
        read(opened_zip(small), "a")


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_unpacked_in_one_piece_is_left_out(packing: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        archive.writestr("a", bytes(MEGABYTE))
    assert left(opened_zip(stream.getvalue())) == {"a": "it is packed in a way that is not read here"}


def test_a_locked_file_is_left_out() -> None:
    content = bytearray(packed("a"))
    content[content.find(b"PK\x01\x02") + 8] |= 1
    assert left(opened_zip(bytes(content))) == {"a": "it is locked with a password"}


def test_files_on_the_same_bytes_are_refused() -> None:
    content = bytearray(packed("a", "b"))
    first, second = (content.find(b"PK\x01\x02"), content.rfind(b"PK\x01\x02"))
    content[second + 42 : second + 46] = content[first + 42 : first + 46]
    with pytest.raises(SourceUnreadable, match="overlap"):
        opened_zip(bytes(content))


def test_more_than_a_journal_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", 3)
    with pytest.raises(TooMuch, match="more than 3 files"):
        opened_zip(packed(*"abcd"))
    with pytest.raises(TooMuch, match="more than 3 files"):
        opened_tar(tarred(*map(member, "abcde")))
    monkeypatch.setattr(archives, "MOST_BYTES", 2)
    with pytest.raises(TooMuch, match="unpacked it would be more than"):
        opened_zip(packed(*"abc"))
    monkeypatch.setattr(archives, "_LARGEST_DIRECTORY", 100)
    with pytest.raises(TooMuch, match="list of its files"):
        opened_zip(packed(*"abc"))


def cut(content: bytes) -> Iterator[bytes]:
    yield from (content[:-1], content[: len(content) // 2], content[:10])


def test_a_zip_that_is_cut_off_is_refused() -> None:
    for content in cut(zip_of({"a": "text", "b": "x" * 2000})):
        with pytest.raises(SourceUnreadable, match="no whole ZIP"):
            opened_zip(content)


def test_a_damaged_file_in_a_zip_stops_no_other() -> None:
    content = zip_of({"a": "first text", "b": "second"})
    at = content.find(b"PK\x03\x04") + 31
    tree = opened_zip(content[:at] + bytes(byte ^ 0xFF for byte in content[at : at + 6]) + content[at + 6 :])
    with pytest.raises(SourceUnreadable, match="a cannot be read: it is damaged in the archive"):
        read(tree, "a")
    assert read(tree, "b") == b"second"


def test_a_tar_that_is_cut_off_or_damaged_is_told() -> None:
    content = tarred(member("a", b"x" * 600), member("b", b"y" * 600), member("c", b"z"))
    with pytest.raises(SourceUnreadable, match="no whole tar"):
        opened_tar(content[:1000])
    whole = opened_tar(content[: 6 * 512])  # cut between two files; some programs write no end
    assert (whole.names(), whole.left_out) == (["a", "b"], [])
    broken = bytearray(content)
    broken[3 * 512 + 10] ^= 0xFF
    tree = opened_tar(bytes(broken))
    assert tree.names() == ["a"]
    (trouble,) = tree.left_out
    assert (trouble.weight, trouble.place) == (Weight.FAILED, "a.tar")
    assert "damaged" in trouble.what


def backwards() -> bytes:
    """A header by whose size the next is one that was read before."""
    info, content = member("a")
    block = bytearray(tarred((info, content))[:512])
    block[124:136] = b"\xff" + (-1024).to_bytes(11, "big", signed=True)
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + bytes(512) * 3


def backwards_by_a_pax_header() -> bytes:
    info, content = member("a")
    info.pax_headers = {"size": "-2048"}
    return tarred((info, content))


def endless_digits() -> bytes:
    info, content = member("a")
    info.pax_headers = {"comment": "1" * 200_000}
    return tarred((info, content))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("make", [backwards, backwards_by_a_pax_header, endless_digits])
def test_a_tar_that_would_never_end_is_refused(make: Callable[[], bytes]) -> None:
    began = time.process_time()
    with pytest.raises(SourceUnreadable, match="no whole tar"):
        opened_tar(make())
    assert time.process_time() - began < 2


SAMPLES = [
    zip_of({"a.json": '{"a": 1}', "b/c.txt": "text " * 40}),
    tarred(
        member("a.json", b"{}"),
        member("long/" + "n" * 120, b"text" * 200),
        member("c", kind=tarfile.SYMTYPE, target="/a"),
    ),
    tarred(member("n" * 120, b"text"), form=tarfile.GNU_FORMAT),
]


@settings(max_examples=120, deadline=None)
@given(mutated(SAMPLES))
def test_a_changed_archive_is_read_or_refused(content: bytes) -> None:
    for kind in (Zip, Tar):
        try:
            tree = kind(io.BytesIO(content), "a")
        except JournalError:
            continue
        for name in tree.names():
            try:
                assert len(read(tree, name)) == tree.size(name)
            except JournalError:
                continue
