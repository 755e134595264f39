"""An entry's first line as jrnl takes it apart: title, star, and what is behind (journals/Entry.py)."""

import re

LONGEST_TITLE = 200
"""A longer first line becomes a title by its first sentence: jrnl takes the whole line, of a paragraph too."""
_BLANK_LINES = re.compile(r"(?:[^\S\n]*+\n)++")
_SENTENCE = re.compile(
    r"[.!?\u2026\u203C\u203D\u2047-\u2049\u22EF\uFE52\uFE57]['\u2019\"\u201D]?[\])]*+\s+"
    r"|[\uFF01\uFF0E\uFF1F\uFF61\u3002]"
)
"""Where a sentence ends, as jrnl sees it; CJK stops need no blank behind."""
_STAR = re.compile(r"(?:^|\s)\*+$")


def without_star(line: str) -> tuple[str, bool]:
    """A first line and whether it is starred. jrnl sees a star in the end of **this** too; that stays as it is."""
    line = line.strip()
    if not line.endswith("*"):
        return line, False
    lone = _STAR.search(line)
    if lone:
        return line[: lone.start()].removeprefix("* ").strip(), True
    return (line[:-1] if line.count("*") == 1 else line), True


def split_title(line: str, *, by_sentence: bool) -> tuple[str, str]:
    """A title and what of the line is behind it; no title where the first sentence is too long for one."""
    if not by_sentence and len(line) <= LONGEST_TITLE:
        return line, ""
    end = _SENTENCE.search(line)
    title = line[: end.end()].rstrip() if end else line
    return (title, line[len(title) :].lstrip()) if len(title) <= LONGEST_TITLE else ("", line)


def without_blank_lines(body: str) -> str:
    """Without those before and after it; the first line keeps its indent, which may mean something."""
    blank = _BLANK_LINES.match(body)
    return body[blank.end() if blank else 0 :].rstrip()
