"""The only code that knows where resources/ is: inside the package when installed or frozen, else the checkout's."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "resources"
_CHECKOUT = _PACKAGE.parent.parent / "resources"


def path(*parts: str) -> Path:
    """The file or folder below resources/.

    Raises:
        FileNotFoundError: the program is incomplete (a fault of packaging, not of the user).
    """
    found = (_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT).joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(found)
    return found
