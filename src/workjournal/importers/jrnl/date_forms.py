"""The timeformats by which a date may have been written, told from its letters and figures."""

import re
from collections.abc import Iterator, Sequence

from workjournal.importers.jrnl.timeformat import MONTHS

_MOST_NUMBERS = 6
_TOKEN = re.compile(
    r"""(?P<clock>(?<!\d)\d{1,2}(?P<colon>[:h])\d{2}(?!\d)(?P<second>:\d{2}(?!\d)(?P<fraction>[.]\d{1,6})?)?)
        (?P<half>\s?[ap]\.?m\b\.?)?(?P<offset>\s?(?:Z\b|[+-]\d{2}:?\d{2}\b))?
      | (?P<number>\d+) | (?P<word>[^\W\d_]+\.?) | (?P<other>[-\s/.,_'’年月日])""",
    re.VERBOSE | re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?", re.IGNORECASE)
_MONTH = re.compile(
    f"(?:{'|'.join(MONTHS)}|january|february|march|april|june|july|august|sept|september|october"
    r"|november|december)\.?",
    re.IGNORECASE,
)
_HALF = re.compile(r"[ap]m\.?", re.IGNORECASE)
_JOINING = frozenset({"t", "at", "uhr", "um", "年", "月", "日"})
_LEADING_ON = ("t", "at", "um")
"""After these something must follow."""
_CLOCKS = {0: "", 2: "HM", 3: "HMS"}


def candidates(text: str) -> tuple[str, ...]:
    """The timeformats by which a text may have been written, the likelier first; () where it is no date."""
    parts: list[str] = []
    numbers: list[str] = []
    end = 0
    for token in _TOKEN.finditer(text.strip()):
        if token.start() != end:
            return ()
        end = token.end()
        part = "\0" if token["number"] else _part(token)
        if not part:
            return ()
        parts.append(part)
        if token["number"]:
            numbers.append(token["number"])
            if len(numbers) > _MOST_NUMBERS:
                return ()
    if end != len(text.strip()):
        return ()
    frame = "".join(parts)
    if any(frame.count(sign) > 1 for sign in ("%M", "%p", "%a", "%b")) or frame.lower().endswith(_LEADING_ON):
        return ()
    return tuple(_filled(frame, signs) for signs in _orders(numbers, frame))


def _part(token: re.Match[str]) -> str:
    if token["clock"]:
        hour = "%I" if token["half"] else "%H"
        second = ":%S" if token["second"] else ""
        fraction = ".%f" if token["fraction"] else ""
        half = _spaced(token["half"], "%p")
        return hour + token["colon"] + "%M" + second + fraction + half + _spaced(token["offset"], "%z")
    word = token["word"]
    if not word:
        return token["other"]
    for form, sign in ((_WEEKDAY, "%a"), (_MONTH, "%b"), (_HALF, "%p")):
        if form.fullmatch(word):
            return sign
    if word in {"UTC", "GMT"}:
        return "%Z"
    return word if word.lower() in _JOINING else ""


def _spaced(found: str | None, sign: str) -> str:
    return "" if not found else (" " if found[0].isspace() else "") + sign


def _filled(frame: str, signs: Sequence[str]) -> str:
    waiting = iter(signs)
    return "".join(next(waiting) if part == "\0" else part for part in frame)


def _orders(numbers: Sequence[str], frame: str) -> Iterator[list[str]]:
    """What the numbers of a date may be, each as its sign: "%d" or, of 20200829, "%Y%m%d"."""
    lengths = [len(number) for number in numbers]
    if any(each not in {1, 2, 4, 6, 8, 12, 14} for each in lengths):
        return
    if lengths and lengths[0] >= 8:
        yield from _compact(lengths)
        return
    for days in _days(lengths, frame):
        left = lengths[len(days) :]
        has_clock = "%M" in frame
        if "%p" in frame and not has_clock and len(left) == 1:
            yield [*_signs(days), "%I"]
        elif max(left, default=0) <= 2 and len(left) in _CLOCKS and not (left and has_clock):
            yield _signs(days + _CLOCKS[len(left)])


def _compact(lengths: Sequence[int]) -> Iterator[list[str]]:
    first = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}.get(lengths[0])
    clock = {(): [], (4,): ["%H%M"], (6,): ["%H%M%S"]}.get(tuple(lengths[1:]))
    if first and clock is not None:
        yield [first, *clock]


def _days(lengths: Sequence[int], frame: str) -> Iterator[str]:
    """The letters of year, month and day in their orders, as many as there are numbers for."""
    year = next((place for place, length in enumerate(lengths) if length == 4), None)
    if any(length > 4 for length in lengths):
        return
    if "%b" in frame:
        orders = {0: ("Yd", "Y"), 1: ("dY",), None: ("dy",)}.get(year, ())
    elif "/" in frame and "%p" in frame:  # as in America
        orders = {0: ("Ymd", "Ym"), 2: ("mdY", "dmY"), None: ("mdy", "dmy", "ymd")}.get(year, ())
    else:
        orders = {0: ("Ymd", "Ym"), 2: ("dmY", "mdY"), None: ("dmy", "mdy", "ymd")}.get(year, ())
    fitting = [order for order in orders if len(order) <= len(lengths)]
    longest = max(map(len, fitting), default=0)
    yield from (order for order in fitting if len(order) == longest)
    if not lengths and "%M" in frame:
        yield ""


def _signs(letters: str) -> list[str]:
    return [f"%{letter}" for letter in letters]
