"""Pictures for a pack, made anew out of their dots alone: no place, camera, date, comment or thumbnail stays."""

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING

from workjournal.errors import JournalError

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
MOST_DOTS = 120_000_000
"""Of a phone's largest pictures. Two gigabytes of dots can be packed into a file of a few kilobytes."""
QUALITY = 88
PNG, JPEG = "image/png", "image/jpeg"
ORIENTATION = 0x0112
_TURNS = dict(
    enumerate(
        (
            "FLIP_LEFT_RIGHT",
            "ROTATE_180",
            "FLIP_TOP_BOTTOM",
            "TRANSPOSE",
            "ROTATE_270",
            "TRANSVERSE",
            "ROTATE_90",
        ),
        2,
    )
)
"""What EXIF's orientation asks for, by its number."""
_SCALED = frozenset({"L", "LA", "RGB", "RGBA", "CMYK"})
_BROKEN = (
    *(OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OverflowError),
    *(AttributeError, NotImplementedError, MemoryError, struct.error, zlib.error),
)


class PictureUnreadable(JournalError):
    """{name} cannot be read as a picture ({reason}). A pack takes PNG, JPEG, WebP, GIF, BMP and TIFF; leave it out, or save it anew in one of these."""


class PictureTooLarge(JournalError):
    """{name} is {width} by {height} dots; a pack takes pictures of up to 120 million. Leave it out, or make it smaller."""


def bare(content: bytes, most: int = 1600, *, name: str = "The picture") -> tuple[str, bytes]:
    """The media type and bytes of the same picture, upright, in sRGB, nothing but its dots; same bytes, same result.

    A JPEG file stays one, all else becomes PNG; of moving pictures the first is taken.

    Args:
        content: a file of one of FORMATS, whatever its name says.
        most: dots of its longer side; a smaller one stays as it is.
        name: what it is called in an error.

    Raises:
        PictureUnreadable, PictureTooLarge
    """
    from PIL import Image  # slow to load

    Image.MAX_IMAGE_PIXELS = None  # its own bound only warns; ours is below, before a dot is read
    try:
        # Damaged EXIF and the like are warned of, and left behind here in any case.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
                if opened.width * opened.height > MOST_DOTS:
                    raise PictureTooLarge(name=name, width=opened.width, height=opened.height)
                return _anew(opened, most)
    except _BROKEN as error:
        # Pillow says in its words where it stumbled, and of an unknown file only where that lies in memory.
        reason = "it is in no format that is known here" if "cannot identify" in str(error) else str(error)
        raise PictureUnreadable(name=name, reason=reason or type(error).__name__) from error


def _anew(opened: "Image", most: int) -> tuple[str, bytes]:
    from PIL import Image

    media_type = JPEG if opened.format in {"JPEG", "MPO"} else PNG
    if media_type == JPEG:
        opened.draft(None, (most, most))  # a huge one is read at an eighth, a quarter or half
    if opened.mode in _SCALED and "transparency" not in opened.info:
        opened.thumbnail((most, most), reducing_gap=3)  # first, for it takes the most memory
    shown = _plain(opened)
    shown.thumbnail((most, most), reducing_gap=3)
    # Asked now, for a TIFF file is turned by its reader, and a PNG file may tell it at its end.
    turn = _TURNS.get(opened.getexif().get(ORIENTATION, 1))
    upright = shown if turn is None else shown.transpose(Image.Transpose[turn])
    fresh = Image.new(upright.mode, upright.size)
    fresh.paste(upright)  # its dots, and none of what hangs on it
    written = io.BytesIO()
    if media_type == JPEG:
        fresh.save(written, "JPEG", quality=QUALITY)
    else:
        fresh.save(written, "PNG")
    return media_type, written.getvalue()


def _plain(opened: "Image") -> "Image":
    """Eight bits a channel: grey, grey with alpha, colour or colour with alpha, in sRGB."""
    if opened.mode.startswith("I"):  # sixteen bits, of which a screen shows the upper eight
        return opened.convert("I").point(lambda dot: dot * (1 / 256)).convert("L")
    seen = opened.has_transparency_data
    if opened.mode in {"1", "L", "LA", "F"} and not (seen and opened.mode != "LA"):
        return opened.convert("LA" if opened.mode == "LA" else "L")
    return _in_srgb(opened).convert("RGBA" if seen else "RGB")


def _in_srgb(opened: "Image") -> "Image":
    """With the colours that its profile means, which goes; as they are where there is none or it cannot be read."""
    from PIL import Image, ImageCms

    profile = opened.info.get("icc_profile")
    if not profile or opened.mode not in {"RGB", "RGBA", "CMYK"}:
        return opened
    colours = opened.convert("RGB") if opened.mode == "RGBA" else opened
    try:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(colours, meant, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return opened
    assert isinstance(made, Image.Image)
    if opened.mode == "RGBA":
        made.putalpha(opened.getchannel("A"))
    return made
