"""A picture in a pack is its dots, upright, and nothing that a camera or a person wrote into the file."""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from workjournal.errors import JournalError
from workjournal.exporters.picture_notes import notes
from workjournal.exporters.pictures import MOST_DOTS, PictureTooLarge, PictureUnreadable, bare

CANARY = "Zebulon's kitchen"
RED, BLUE = (220, 30, 30), (30, 30, 220)


def exif(orientation: int = 1) -> Image.Exif:
    """Who, where, and how the camera was held."""
    held = Image.Exif()
    held[0x0112] = orientation
    held[0x010F] = held[0x013B] = held[0x010E] = CANARY
    held.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 29: "2026:10:14"})
    return held


def flag(mode: str = "RGB", size: tuple[int, int] = (64, 32)) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image.convert(mode)


def saved(image: Image.Image, form: str, **more: Any) -> bytes:
    written = io.BytesIO()
    image.save(written, form, **more)
    return written.getvalue()


def shown(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def close(image: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    dot = image.convert("RGB").getpixel(at)
    assert isinstance(dot, tuple)
    return all(abs(one - other) < 12 for one, other in zip(dot, colour, strict=True))


def with_texts() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", CANARY)
    texts.add_itxt("Comment", CANARY, zip=True)
    return saved(flag(), "PNG", pnginfo=texts, exif=exif(), icc_profile=profile())


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def jpeg(**more: Any) -> bytes:
    told = {"comment": CANARY, "xmp": f"<x:xmpmeta>{CANARY}</x:xmpmeta>".encode(), "icc_profile": profile()}
    return saved(flag(), "JPEG", quality=95, exif=exif(), **(told | more))


TELLING: dict[str, Callable[[], bytes]] = {
    "JPEG": jpeg,
    "JPEG, progressive": lambda: jpeg(progressive=True),
    "JPEG of two pictures": lambda: saved(flag(), "MPO", exif=exif(), save_all=True, append_images=[flag()]),
    "JPEG with more behind it": lambda: jpeg() + jpeg() + CANARY.encode(),
    "PNG": with_texts,
    "WebP": lambda: saved(
        flag(), "WEBP", lossless=True, exif=exif(), xmp=CANARY.encode(), icc_profile=profile()
    ),
    "GIF": lambda: saved(flag(), "GIF", comment=CANARY.encode()),
    "GIF that moves": lambda: saved(flag(), "GIF", save_all=True, append_images=[flag().rotate(180)]),
    "TIFF": lambda: saved(flag(), "TIFF", exif=exif(), description=CANARY),
    "BMP": lambda: saved(flag(), "BMP"),
}


@pytest.mark.parametrize("make", TELLING.values(), ids=TELLING)
def test_a_picture_is_the_same_and_tells_nothing_besides(make: Callable[[], bytes]) -> None:
    content = make()
    media_type, anew = bare(content)
    assert media_type == ("image/jpeg" if content.startswith(b"\xff\xd8") else "image/png")
    assert notes(anew) == []
    image = shown(anew)
    assert image.format == ("JPEG" if media_type == "image/jpeg" else "PNG")
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert image.size == (64, 32)
    assert close(image, (10, 16), RED)
    assert close(image, (54, 16), BLUE)
    assert bare(content) == (media_type, anew)
    assert CANARY.encode() not in anew


@pytest.mark.parametrize("name", ["JPEG", "JPEG, progressive", "JPEG of two pictures", "PNG"])
def test_what_a_picture_tells_is_seen(name: str) -> None:
    """So that a picture without notes is one indeed."""
    found = notes(TELLING[name]())
    assert found
    assert "bytes that are no picture" not in found
    if name == "JPEG":
        assert found == ["EXIF or XMP", "a colour profile", "a comment"]
    if name == "JPEG of two pictures":
        assert "bytes after its end" in found
    if name == "PNG":
        assert found == ["a chunk eXIf", "a chunk iCCP", "a chunk iTXt", "a chunk tEXt"]


def test_a_thumbnail_and_a_broken_end_are_seen() -> None:
    plain = saved(flag(), "JPEG")
    assert notes(plain) == []
    thumbnail = b"\xff\xe0" + struct.pack(">H", 16 + 3) + b"JFIF\0\1\2\0\0\1\0\1\1\1abc"
    assert notes(plain[:2] + thumbnail + plain[2:]) == ["a thumbnail"]
    assert notes(plain[:-2]) == ["bytes that are no picture"]
    assert notes(plain[:20] + b"hidden" + plain[20:]) == ["bytes that are no picture"]
    assert notes(b"no picture at all") == []


# Where the red half is once the picture is upright, by EXIF's orientation.
RED_SIDE = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom", 8: "bottom"}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize(("orientation", "side"), RED_SIDE.items())
def test_a_picture_is_upright(form: str, orientation: int, side: str) -> None:
    _, anew = bare(saved(flag(), form, exif=exif(orientation)))
    image = shown(anew)
    across, down = image.size
    assert (across, down) == ((64, 32) if orientation < 5 else (32, 64))
    at = {"left": (4, down // 2), "right": (across - 5, down // 2), "top": (16, 4), "bottom": (16, down - 5)}
    assert close(image, at[side], RED)
    assert sum(close(image, place, RED) for place in at.values()) >= 1


MODES = [
    *(("PNG", mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")),
    *(("TIFF", mode) for mode in ("CMYK", "LAB", "F", "I", "YCbCr")),
    *(("JPEG", mode) for mode in ("L", "CMYK", "RGB")),
]


@pytest.mark.parametrize(("form", "mode"), MODES)
def test_every_kind_of_colour_is_taken(form: str, mode: str) -> None:
    image = Image.new("L", (40, 20), 200).convert("I").point(lambda dot: dot * 257)
    image = (
        image.convert("I;16")
        if mode == "I;16"
        else image
        if mode == "I"
        else Image.new("L", (40, 20), 200).convert(mode)
    )
    _, anew = bare(saved(image, form))
    assert shown(anew).mode in {"L", "LA", "RGB", "RGBA"}
    grey = (255, 255, 255) if mode == "1" else (200, 200, 200)
    assert mode == "1" or close(shown(anew), (20, 10), grey)


@pytest.mark.parametrize("form", ["PNG", "GIF", "WEBP"])
def test_what_is_seen_through_stays_so(form: str) -> None:
    image = flag("RGBA")
    image.putalpha(Image.linear_gradient("L").resize((64, 32)).point(lambda dot: 255 * (dot > 127)))
    _, anew = bare(saved(image, form))
    alpha = shown(anew).getchannel("A")
    assert (alpha.getpixel((32, 2)), alpha.getpixel((32, 30))) == (0, 255)


def test_one_colour_that_means_nothing_there_is_seen_through() -> None:
    _, anew = bare(saved(flag(), "PNG", transparency=BLUE))
    alpha = shown(anew).getchannel("A")
    assert (alpha.getpixel((4, 4)), alpha.getpixel((60, 4))) == (255, 0)


def test_colours_are_those_that_the_profile_means() -> None:
    """Linear light at half its strength is much lighter than the number says."""
    curve = struct.pack(">4sII", b"curv", 0, 0)
    linear = io.BytesIO(profile()).getvalue()
    meant = ImageCms.ImageCmsProfile(io.BytesIO(linear))
    assert meant.profile.xcolor_space == "RGB "
    at = [found for name in (b"rTRC", b"gTRC", b"bTRC") if (found := linear.find(name)) > 0]
    changed = bytearray(linear)
    for place in at:
        (start,) = struct.unpack(">I", changed[place + 4 : place + 8])
        changed[start : start + 12] = curve
        changed[place + 8 : place + 12] = struct.pack(">I", 12)
    _, anew = bare(saved(Image.new("RGB", (8, 8), (128, 128, 128)), "PNG", icc_profile=bytes(changed)))
    assert close(shown(anew), (4, 4), (188, 188, 188))
    _, anew = bare(saved(Image.new("RGB", (8, 8), (128, 128, 128)), "PNG", icc_profile=b"rubbish" * 40))
    assert close(shown(anew), (4, 4), (128, 128, 128))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_large_picture_becomes_smaller_and_a_small_one_stays(form: str) -> None:
    _, anew = bare(saved(flag(size=(3000, 1000)), form))
    assert shown(anew).size == (1600, 533)
    _, anew = bare(saved(flag(size=(300, 1000)), form), most=100)
    assert shown(anew).size == (30, 100)
    assert close(shown(anew), (2, 50), RED)


def bomb(width: int, height: int) -> bytes:
    """A PNG file of a few kilobytes at most that says it has so many dots."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    dots = zlib.compress(bytes(1000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


def test_a_bomb_is_named_before_a_dot_of_it_is_read() -> None:
    with pytest.raises(PictureTooLarge, match=r"^shelf\.png is 50000 by 50000 dots; .* up to 120 million"):
        bare(bomb(50_000, 50_000), name="shelf.png")
    assert MOST_DOTS == 120_000_000
    with pytest.raises(PictureUnreadable, match=r"^The picture cannot be read as a picture \(.*\)"):
        bare(bomb(300, 300))
    text = zlib.compress(bytes(80_000_000), 9)
    held = b"Comment\0\0" + text
    chunk = struct.pack(">I", len(held)) + b"zTXt" + held + struct.pack(">I", zlib.crc32(b"zTXt" + held))
    with pytest.raises(PictureUnreadable):
        bare(bomb(3, 3)[:33] + chunk + bomb(3, 3)[33:])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"\xff\xd8\xff",
        saved(flag(), "PPM"),
        saved(flag(), "ICO"),
    ],
)
def test_what_is_no_picture_of_a_known_kind_is_named(content: bytes) -> None:
    with pytest.raises(PictureUnreadable) as caught:
        bare(content, name="plan.png")
    assert str(caught.value).startswith("plan.png cannot be read as a picture (it is in no format")
    assert "0x" not in str(caught.value)


SOUND = [make() for make in TELLING.values()]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(SOUND),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=12),
    st.floats(0.1, 1),
)
def test_a_damaged_file_is_a_picture_or_an_error_that_says_so(
    content: bytes, spots: list[tuple[float, int]], kept: float
) -> None:
    damaged = bytearray(content[: max(1, round(kept * len(content)))])
    for place, byte in spots:
        damaged[min(int(place * len(damaged)), len(damaged) - 1)] = byte
    try:
        _, anew = bare(bytes(damaged))
    except JournalError as error:
        assert str(error).startswith("The picture ")  # noqa: PT017
    else:
        assert notes(anew) == []
