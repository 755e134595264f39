"""Exports of Joplin, made for the tests."""

import io
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def id_of(number: int) -> str:
    return f"{number:032x}"


def written(
    kind: int, number: int, title: str | None = None, body: str | None = None, **said: object
) -> tuple[str, str]:
    """The name and the content of the file of an item."""
    times = {"created_time": "2024-04-28T21:53:13.647Z", "updated_time": "2024-05-01T10:00:00.000Z"}
    fields = {"id": id_of(number), **times, "encryption_applied": 0, **said, "type_": kind}
    parts = [title, body, "\n".join(f"{name}: {value}" for name, value in fields.items())]
    return f"{id_of(number)}.md", "\n\n".join(part for part in parts if part is not None)


def note(number: int, title: str, body: str, **said: object) -> tuple[str, str]:
    fields: dict[str, Any] = {
        "parent_id": id_of(100),
        "user_created_time": "2024-04-13T16:23:00.000Z",
        "markup_language": 1,
        "is_todo": 0,
        "latitude": "0.00000000",
        **said,
    }
    return written(1, number, title, body, **fields)


def resource(number: int, title: str, **said: object) -> tuple[str, str]:
    fields: dict[str, Any] = {"mime": "image/png", "file_extension": "png", "size": 7, **said}
    return written(4, number, title, **fields)


def jex(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A tar with these files."""
    with tarfile.open(path, "w") as archive:
        for name, content in files.items():
            raw = content.encode() if isinstance(content, str) else content
            member = tarfile.TarInfo(name)
            member.size = len(raw)
            archive.addfile(member, io.BytesIO(raw))
    return path
