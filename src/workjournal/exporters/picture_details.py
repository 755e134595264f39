"""What a picture tells of the moment it was taken: the camera, the day, the place."""

import datetime as dt
import io
import math
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workjournal.exporters.picture_notes import notes
from workjournal.exporters.pictures import FORMATS

if TYPE_CHECKING:
    from PIL.Image import Exif

_MAKE, _MODEL, _CHANGED, _TAKEN, _EXIF, _GPS = 0x010F, 0x0110, 0x0132, 0x9003, 0x8769, 0x8825
_NORTH_SOUTH, _LATITUDE, _EAST_WEST, _LONGITUDE = 1, 2, 3, 4
_HARMLESS = frozenset(
    {
        "a colour profile",
        *(f"a chunk {name}" for name in ("sRGB", "gAMA", "cHRM", "pHYs", "iCCP", "bKGD", "sBIT")),
    }
)
"""What says how the picture is to be drawn, and nothing of who drew it, when or where."""


@dataclass(frozen=True)
class PictureDetails:
    """Camera ("" for unknown), local time, latitude and longitude in degrees; `others` names what else is in the file."""

    camera: str = ""
    taken: dt.datetime | None = None
    place: tuple[float, float] | None = None
    others: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything that one may not want to hand on."""
        return bool(self.camera or self.taken or self.place or self.others)


def details(content: bytes) -> PictureDetails:
    """What the picture in these bytes tells; nothing where they are no picture, or where that part is damaged."""
    from PIL import Image  # slow to load

    others = tuple(note for note in notes(content) if note not in _HARMLESS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
                found = opened.getexif()
                return PictureDetails(_camera(found), _taken(found), _place(found), others)
    except Exception:  # noqa: BLE001 - whatever a damaged file does to its reader, it tells nothing
        return PictureDetails()


def _camera(found: "Exif") -> str:
    make, model = (_words(found.get(tag)) for tag in (_MAKE, _MODEL))
    return model if model.lower().startswith(make.lower()) else f"{make} {model}".strip()


def _words(value: object) -> str:
    text = value.decode("latin-1") if isinstance(value, bytes) else value
    return " ".join(text.replace("\0", " ").split())[:100] if isinstance(text, str) else ""


def _taken(found: "Exif") -> dt.datetime | None:
    for value in (found.get_ifd(_EXIF).get(_TAKEN), found.get(_CHANGED)):
        try:
            return dt.datetime.strptime(_words(value), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - the camera's own clock
        except ValueError:
            continue
    return None


def _place(found: "Exif") -> tuple[float, float] | None:
    tags = found.get_ifd(_GPS)
    latitude = _degrees(tags.get(_LATITUDE), _words(tags.get(_NORTH_SOUTH)), "S", 90)
    longitude = _degrees(tags.get(_LONGITUDE), _words(tags.get(_EAST_WEST)), "W", 180)
    return None if latitude is None or longitude is None else (latitude, longitude)


def _degrees(value: Any, side: str, negative: str, most: int) -> float | None:
    """Degrees, minutes and seconds as one number; None where they are none."""
    try:
        whole, minutes, seconds = (float(part) for part in value)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    degrees = whole + minutes / 60 + seconds / 3600
    if not math.isfinite(degrees) or not 0 <= degrees <= most:
        return None
    return -degrees if side.upper().startswith(negative) else degrees
