"""Takes the pictures of README and docs/guide.md out of a demo's, and makes them small.

python packaging/pictures.py DEMO docs/pictures
"""

import sys
from pathlib import Path

from PIL import Image

PICTURES = (
    "today-light",
    "reflection-light",
    "lessons-light",
    "goal-light",
    "growth-dark",
    "pack-light",
    "search-light",
    "transfer-light",
    "safety-light",
    "help-light",
)
SIZE = "1440x900"
COLOURS = 256
"""Enough for screens, which have few of them; a picture is a third as large then."""


def main(demo: Path, place: Path) -> None:
    place.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        with Image.open(demo / f"{name}-{SIZE}.png") as picture:
            small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        small.save(place / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
