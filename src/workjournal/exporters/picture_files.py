"""Pictures on their way to a template, as files that exist in memory only.

Typst's Python binding takes such files where they are UTF-8. So each is an SVG image that holds the picture in base 64
and nothing else; Typst puts a JPEG into the PDF byte by byte as it was, and the SVG is gone.
"""

import base64
import hashlib
import io

from workjournal.exporters.pack_content import PackContent, PackPicture


def name_of(picture: PackPicture) -> str:
    """What its file is called by the template: the same picture is the same file whatever is said of it."""
    return f"{hashlib.sha256(picture.content).hexdigest()}.svg"


def files(content: PackContent) -> dict[str, bytes]:
    """The file of every picture in a pack by its name."""
    pictures = {
        name_of(picture): picture
        for section in content.sections
        for entry in section.entries
        for picture in entry.pictures
    }
    return {name: _svg(picture) for name, picture in pictures.items()}


def size(picture: PackPicture) -> tuple[int, int]:
    """Width and height in pixels.

    Raises:
        PIL.UnidentifiedImageError: it is no picture: a bug, for `pictures.bare` made it.
    """
    from PIL import Image  # 20 ms

    with Image.open(io.BytesIO(picture.content)) as opened:
        return opened.size


def _svg(picture: PackPicture) -> bytes:
    width, height = size(picture)
    whole = f'width="{width}" height="{height}"'
    address = f"data:{picture.media_type};base64,{base64.b64encode(picture.content).decode()}"
    image = f'<image {whole} preserveAspectRatio="none" href="{address}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {whole}>{image}</svg>'.encode()
