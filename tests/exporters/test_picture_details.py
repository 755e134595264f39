"""What a picture tells besides itself."""

import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from attachment_examples import told_picture
from workjournal.exporters.picture_details import PictureDetails, details
from workjournal.exporters.pictures import bare


def with_exif(exif: Image.Exif, kind: str = "JPEG") -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (4, 4)).save(written, kind, exif=exif)
    return written.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_camera_day_and_place(kind: str) -> None:
    told = details(told_picture(kind))
    assert told.camera == "Numbat Kettle 7"
    assert told.taken == dt.datetime(2026, 5, 3, 14, 12, 5)  # noqa: DTZ001 - the camera's own clock
    assert told.place is not None
    assert [round(degrees, 4) for degrees in told.place] == [47.3767, 8.54]
    assert told


def test_south_and_west_are_negative() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "S", 2: (33.0, 30.0, 0.0), 3: "W", 4: (70.0, 0.0, 36.0)})
    assert details(with_exif(exif)).place == (-33.5, -70.01)


@pytest.mark.parametrize(
    "tags",
    [
        {1: "N", 2: (91.0, 0.0, 0.0), 3: "E", 4: (8.0, 0.0, 0.0)},
        {1: "N", 2: (47.0, 0.0, 0.0)},
        {1: "N", 2: (47.0, 0.0), 3: "E", 4: (8.0, 0.0, 0.0)},
    ],
)
def test_a_place_that_is_none_is_not_told(tags: dict[int, object]) -> None:
    exif = Image.Exif()
    exif[0x0110] = "Kettle"
    exif.get_ifd(0x8825).update(tags)
    told = details(with_exif(exif))
    assert (told.camera, told.place) == ("Kettle", None)


def test_a_maker_who_stands_in_the_model_is_named_once() -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0132] = "NUMBAT", "Numbat X1\0", "2026:01:02 03:04:05"
    told = details(with_exif(exif))
    assert told.camera == "Numbat X1"
    assert told.taken == dt.datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001


def test_what_else_there_is_is_named_and_what_only_draws_it_is_not() -> None:
    written, remark = io.BytesIO(), PngImagePlugin.PngInfo()
    remark.add_text("Comment", "By Ada")
    Image.new("RGB", (4, 4)).save(written, "PNG", pnginfo=remark, dpi=(96, 96))
    assert details(written.getvalue()) == PictureDetails(others=("a chunk tEXt",))


def test_a_bare_picture_tells_nothing() -> None:
    assert not details(bare(told_picture(), 10_000)[1])
    assert not details(b"Content")
    assert not details(b"")


@given(st.integers(0, 600), st.integers(1, 255))
def test_a_damaged_one_does_no_harm(place: int, change: int) -> None:
    content = bytearray(told_picture())
    content[place % len(content)] ^= change
    assert isinstance(details(bytes(content)), PictureDetails)
    assert isinstance(details(bytes(content[:place])), PictureDetails)
