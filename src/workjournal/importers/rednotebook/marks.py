"""The marks within a line of txt2tags, as RedNotebook reads them, in Markdown.

Their rules: https://txt2tags.org/rules.html, and RedNotebook's help for what it adds. What must not be read as marks
(code, links, addresses, formulas) is put aside first, each behind one letter that no text has; then marks are paired,
and what Markdown alone would read as marks gets its backslash. One pass for each, so that no line takes long.
"""

import re
from collections.abc import Callable

from workjournal.importers.html.pieces import bracketed, code, escaped, link, picture, target

_ASIDE, _STRONG, _EMPHASIS, _UNDERLINED, _STRUCK = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
"""Unicode gives these to programs for their own use; those of a text itself are put aside as well."""
_SIGNS = {_STRONG: "**", _EMPHASIS: "*", _UNDERLINED: "__", _STRUCK: "~~"}
_MARKS = (("*", _STRONG), ("/", _EMPHASIS), ("_", _UNDERLINED), ("-", _STRUCK))
_FIRST = re.compile(
    r"[\ufdd0-\ufdd4]|``|\"\"|''|\$\$|\\[(\[]|\["
    r"|(?<![A-Za-z0-9])(?:[A-Za-z][A-Za-z0-9+.-]{1,15}+://|www\.(?=\w))[^\s<>\"'`*\[\]{}|\\^]++"
    r"|(?<![\w&#])[#\uff03]\w++"
)
"""What begins something that is put aside."""
_BRACKETS = re.compile(r"\[((?:\[[^\[\]]*+\])?[^\[\]]*+)\]")
_QUOTED = re.compile(
    r"\[((?:[^\[\]\"]|\"(?!\")){0,2000}+)\"\"((?:[^\"]|\"(?!\")){1,4000}+)\"\"((?:\.\w{1,5}(?:\?\d+)?)?)\]"
)
_PICTURE = re.compile(r"(\S+\.(?:png|jpe?g|gif|eps|bmp|svg|webp|avif|tiff?))(?:\?\d+)?", re.IGNORECASE)
_ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]{1,15}:/{0,3}\S+|(?:www|ftp)\.\S+|[^\s@]+@[^\s@]+\.\w+", re.IGNORECASE
)
_PATH = re.compile(r"[^/]*/.*|.*\.[A-Za-z][A-Za-z0-9]{0,4}|#.+")
_UNMARKED = re.compile(r"(?:[^\W_]|[\s.,;:!?()%=+])*+")
_COLOURED = re.compile(r"\{([^{}|]++)\|color:[^{}]++\}")
_UNTOLD = re.compile(rf"{_COLOURED.pattern}|\.\w{{1,5}}\?\d+\]")
_ENDINGS = ("--", "__", "//", ".", ",", ":", ";", "!", "?")


def to_markdown(line: str) -> str:
    """A line, or a part of one."""
    if _UNMARKED.fullmatch(line):
        return line
    aside: list[str] = []
    masked = _put_aside(_COLOURED.sub(r"\1", line), aside)
    for letter, mark in _MARKS:
        masked = _paired(masked, letter, mark)
    pieces = iter(aside)
    masked = escaped(masked)
    return "".join(next(pieces) if each == _ASIDE else _SIGNS.get(each, each) for each in masked)


def has_untold(text: str) -> bool:
    """Whether it says something that Markdown has no sign for: how wide a picture is, or what colour words have."""
    return _UNTOLD.search(text) is not None


def _put_aside(line: str, aside: list[str]) -> str:
    kept: list[str] = []
    missing: set[str] = set()
    done = 0
    while found := _FIRST.search(line, done):
        begin = found.start()
        piece, end = _piece(line, begin, found[0], missing)
        kept.append(line[done:begin])
        if piece is None:
            kept.append(line[begin:end])
        else:
            kept.append(_ASIDE)
            aside.append(piece)
        done = end
    return "".join((*kept, line[done:]))


def _piece(line: str, begin: int, first: str, missing: set[str]) -> tuple[str | None, int]:
    """What is written instead of what begins here, or None where it begins nothing; and where it ends."""
    if first == "[":
        return _bracketed(line, begin)
    if first in _BETWEEN:
        closing, made = _BETWEEN[first]
        end = _end(line, begin + 2, closing, missing)
        if end < 0:
            return None, begin + 1
        return made(line[begin + 2 : end]), end + 2
    if first[0] in "#\uff03\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4":
        return first, begin + len(first)
    address = _trimmed(first)
    has_signs = "://" in address and ("_" in address or "~" in address)
    return (f"<{address}>" if has_signs else address), begin + len(address)


def _end(line: str, begin: int, closing: str, missing: set[str]) -> int:
    """Where what began before `begin` is closed, or -1. Marks touch their text; more signs behind it are part of it."""
    if closing in missing or begin >= len(line) or line[begin].isspace():
        return -1
    end = line.find(closing, begin + 1)
    while end >= 0 and line[end - 1].isspace():
        end = line.find(closing, end + 1)
    if end < 0:
        missing.add(closing)
    while end >= 0 and line[end + 1] == closing[0] and line[end + 2 : end + 3] == closing[0]:
        end += 1
    return end


def _bracketed(line: str, begin: int) -> tuple[str | None, int]:
    """A link or a picture: `[words target]`, `[words ""target""]`, `[picture.png]`, `[""picture"".png?300]`."""
    quoted = _QUOTED.match(line, begin)
    if quoted:
        words, path = quoted[1].strip(), quoted[2].strip() + quoted[3].partition("?")[0]
        if words and path and quoted[1][-1].isspace():
            return _link(words, path), quoted.end()
        if not words and _PICTURE.fullmatch(path.replace(" ", "_")):
            return _picture(path), quoted.end()
    found = _BRACKETS.match(line, begin)
    if found is None:
        return None, begin + 1
    alone = _PICTURE.fullmatch(found[1])
    if alone:
        return _picture(alone[1]), found.end()
    parts = found[1].rsplit(maxsplit=1)
    # To txt2tags "[not sure]" is a link to a file called "sure"; nobody meant one.
    if len(parts) == 2 and (_ADDRESS.fullmatch(parts[1]) or _PATH.fullmatch(parts[1])):
        return _link(parts[0].strip(), parts[1]), found.end()
    return None, begin + 1


def _link(words: str, address: str) -> str:
    shown = _PICTURE.fullmatch(words[1:-1]) if words.startswith("[") and words.endswith("]") else None
    if address.lower().startswith(("www.", "ftp.")):
        address = f"{'http' if address[0] in 'wW' else 'ftp'}://{address}"
    elif "@" in address and "/" not in address and ":" not in address:
        address = f"mailto:{address}"
    if shown:
        return f"[{_picture(shown[1])}]({target(address)})"
    return link(escaped(bracketed(words) if "[" in words else words), address)


def _picture(path: str) -> str:
    return picture(path.replace("\\", "/").rpartition("/")[2] or path, path)


def _trimmed(address: str) -> str:
    """Without the signs behind it that belong to the sentence or to marks around it."""
    end = len(address)
    endings = _ENDINGS if "(" in address else (*_ENDINGS, ")")
    while ending := next((each for each in endings if address.endswith(each, 1, end)), ""):
        end -= len(ending)
    return address[:end]


def _paired(text: str, letter: str, mark: str) -> str:
    """With `mark` for two of `letter` before and two behind a text that they touch."""
    if text.count(letter * 2) < 2:
        return text
    pieces: list[str] = []
    done, opened = 0, -1
    for run in re.finditer(f"{re.escape(letter)}{{2,}}", text):
        begin, end = run.span()
        if opened < 0:
            opened = begin if end < len(text) and not text[end].isspace() else -1
        elif not text[begin - 1].isspace():
            sign = _STRONG if mark == _UNDERLINED and _is_in_word(text, opened, end) else mark
            pieces += (text[done:opened], sign, text[opened + 2 : end - 2], sign)
            done, opened = end, -1
    return "".join((*pieces, text[done:]))


def _is_in_word(text: str, begin: int, end: int) -> bool:
    """Markdown reads no `__` there: what is underlined is as bold then as elsewhere, by other signs."""
    return text[begin - 1 : begin].isalnum() or text[end : end + 1].isalnum()


def _raw(text: str) -> str:
    return escaped(text)


_BETWEEN: dict[str, tuple[str, Callable[[str], str]]] = {
    "``": ("``", code),
    '""': ('""', _raw),
    "''": ("''", str),
    "$$": ("$$", "$${}$$".format),
    r"\(": (r"\)", "${}$".format),
    r"\[": (r"\]", "$${}$$".format),
}
"""What stands between two signs, and how it is written."""
