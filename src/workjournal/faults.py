"""What may be told of a bug: where it happened and of what kind; never a value or a message, which can hold text."""

import hashlib
import traceback
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INNERMOST = 3


def code(error: BaseException) -> str:
    """A short code, the same for the same fault: kind of error, and files and lines of our innermost frames."""
    frames = [
        f"{file.relative_to(_PACKAGE).as_posix()}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if (file := Path(frame.filename).resolve()).is_relative_to(_PACKAGE)
    ]
    told = "|".join([type(error).__qualname__, *frames[-_INNERMOST:]])
    digest = hashlib.sha256(told.encode()).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"


def trace(error: BaseException) -> str:
    """File, line and function of each frame, causes first, and the kinds of the errors."""
    cause = error.__cause__ or error.__context__
    before = [trace(cause), "then"] if cause is not None else []
    frames = [
        f"  {_short(Path(frame.filename))}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join([*before, *frames, type(error).__qualname__])


def _short(file: Path) -> str:
    """A path without the user's home: below the package, or its last two parts."""
    below = _PACKAGE.parent
    return file.relative_to(below).as_posix() if file.is_relative_to(below) else "/".join(file.parts[-2:])
