"""Texts inside pictures: the right one is found, and every kind of damage is named with its place."""

import struct
import tracemalloc
import zlib

import pytest

from domain import badge_samples as samples
from workjournal.domain import png_text
from workjournal.domain.png_text import PictureDamaged, PictureTextTooLarge, find_text
from workjournal.errors import JournalError

KEYS = ("openbadges",)
AFTER_HEADER = len(samples.SIGNATURE) + len(samples.HEADER)


def test_a_text_in_any_of_its_forms() -> None:
    for piece in (samples.international, samples.packed, samples.plain):
        assert find_text(samples.picture(piece("Größe".encode())), KEYS) == "Größe"
    assert find_text(samples.picture(samples.plain("Größe".encode("latin-1"))), KEYS) == "Größe"
    assert find_text(samples.picture(samples.international(b"x", packing=b"\0\7")), KEYS) == "x"


def test_no_text_under_other_keywords_or_after_the_end() -> None:
    others = samples.plain(b"a", b"openbadges2"), samples.international(b"b", b"Openbadges")
    assert find_text(samples.picture(*others), KEYS) is None
    assert find_text(samples.picture() + samples.plain(b"c"), KEYS) is None


def test_the_first_wins_and_the_international_one_before_all() -> None:
    pieces = samples.plain(b"a"), samples.international(b"b"), samples.international(b"c")
    assert find_text(samples.picture(*pieces), KEYS) == "b"
    newer = samples.international(b"d", b"openbadgecredential")
    assert find_text(samples.picture(*pieces, newer), ("openbadgecredential", "openbadges")) == "d"


def test_an_inflated_text_may_be_a_megabyte_and_no_more() -> None:
    most = png_text.MOST_INFLATED
    assert find_text(samples.picture(samples.packed(b"x" * most)), KEYS) == "x" * most
    with pytest.raises(PictureTextTooLarge) as refused:
        find_text(samples.picture(samples.packed(b"x" * (most + 1))), KEYS)
    assert "1 MB" in str(refused.value)


def test_a_text_that_would_fill_the_memory_is_not_unpacked_first() -> None:
    bomb = samples.picture(samples.packed(bytes(64 * png_text.MOST_INFLATED)))
    tracemalloc.start()
    try:
        with pytest.raises(PictureTextTooLarge):
            find_text(bomb, KEYS)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 8 * png_text.MOST_INFLATED


def wrong_checksum() -> bytes:
    whole = bytearray(samples.picture(samples.plain(b"text")))
    whole[AFTER_HEADER + 8] ^= 1
    return bytes(whole)


TEXT = zlib.compress(b"text")
BEGUN = samples.SIGNATURE + samples.HEADER
DAMAGED = [
    (samples.picture()[:-12], "it ends too early"),
    (samples.picture()[:-3], "it ends too early"),
    (samples.SIGNATURE, "it ends too early"),
    (BEGUN + struct.pack(">I", 2**31) + b"tEXt" + b"x" * 50, "a piece is longer than what is left"),
    (BEGUN + struct.pack(">I", 1) + b"IEND" + b"xxxx", "a piece is longer than what is left"),
    (wrong_checksum(), "the checksum of a piece is wrong"),
    (BEGUN + samples.chunk(b"t\xe4Xt", b"") + samples.END, "there is no piece of a picture"),
    (BEGUN + samples.chunk(b"1234", b"") + samples.END, "there is no piece of a picture"),
    (samples.SIGNATURE + samples.PIXEL + samples.END, "its first piece is not the header"),
    (samples.picture(samples.chunk(b"iTXt", b"openbadges\0\0\0en\0")), "a text in it is cut short"),
    (samples.picture(samples.chunk(b"iTXt", b"openbadges")), "a text in it is cut short"),
    (samples.picture(samples.international(TEXT, packing=b"\2\0")), "packed in an unknown way"),
    (samples.picture(samples.international(TEXT, packing=b"\1\1")), "packed in an unknown way"),
    (samples.picture(samples.international(b"text", packing=b"\1\0")), "cannot be unpacked"),
    (samples.picture(samples.international(TEXT[:-5], packing=b"\1\0")), "a packed text in it is cut short"),
    (samples.picture(samples.international(b"\xff")), "a text in it is not UTF-8"),
]


@pytest.mark.parametrize(("content", "told"), DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_picture_is_refused(content: bytes, told: str) -> None:
    with pytest.raises(PictureDamaged) as refused:
        find_text(content, KEYS)
    assert told in str(refused.value)


def test_damage_is_told_with_its_place_though_a_badge_was_found_before() -> None:
    whole = samples.picture(samples.plain(b"text"))
    with pytest.raises(JournalError) as refused:
        find_text(whole[:-1], KEYS)
    assert f"at byte {len(whole) - len(samples.END)}:" in str(refused.value)
