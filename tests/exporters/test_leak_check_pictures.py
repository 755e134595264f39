"""A picture in a PDF that tells more than it shows is a leak, whatever it tells."""

from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Name, Pdf
from PIL import Image

from exporters.test_leak_check_places import held_picture, picture, planted
from workjournal.exporters.leak_check import find_leaks
from workjournal.exporters.pack_content import Secrets
from workjournal.exporters.pictures import bare


def made_by_somebody() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "x"
    return exif


TELLING: dict[str, dict[str, Any]] = {
    "EXIF or XMP": {"exif": made_by_somebody()},
    "a comment": {"comment": "x"},
    "a colour profile": {"icc_profile": b"x" * 99},
}


@pytest.mark.parametrize("what", TELLING)
def test_a_picture_with_notes_of_its_own_is_a_leak(what: str) -> None:
    """Whatever they say, and as an attachment too."""
    content = picture(**TELLING[what])

    def attached(document: Pdf) -> None:
        document.attachments["a.jpg"] = content

    for plant in (shown(content), attached):
        (leak,) = find_leaks(planted(plant), Secrets())
        assert leak.startswith("Stream ")
        assert leak.endswith(f" is a picture that tells more than it shows: {what}")
    for sound in (picture(), bare(content)[1]):
        assert find_leaks(planted(shown(sound)), Secrets()) == []


def shown(content: bytes) -> Callable[[Pdf], None]:
    def plant(document: Pdf) -> None:
        held_picture(document, content)

    return plant


def test_a_picture_with_xmp_beside_it_is_a_leak() -> None:
    def plant(document: Pdf) -> None:
        told = document.make_stream(b"<x:xmpmeta/>", Type=Name.Metadata, Subtype=Name.XML)
        held_picture(document, picture(), Metadata=told)

    (leak,) = find_leaks(planted(plant), Secrets())
    assert leak.endswith("is a picture that tells more than it shows: XMP")
