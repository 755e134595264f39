"""Asking at the terminal: the question on standard error, the answer from standard input."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from types import FrameType
from typing import TypeVar

import click

from workjournal.cli.printing import note, safe
from workjournal.cli.unfinished import MOST_LESSONS, Unfinished

Keep = Callable[[], None]
Value = TypeVar("Value")
HOW = "Several lines are fine; an empty line ends an answer, and alone it skips the question. Control-C leaves the rest for later."


class LeftOff(Exception):
    """The asking was ended half-way: what was typed last, and by what it ended."""

    def __init__(self, typed: str = "", cause: BaseException | None = None) -> None:
        super().__init__()
        self.typed = typed
        self.cause = cause


def is_there() -> bool:
    """Whether somebody sits at a terminal and can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def lines(alone: str = "", so_far: Callable[[str], object] = str) -> str:
    """What is typed up to an empty line; `alone` on the first line ends it at once. `so_far` hears of each line.

    Raises:
        LeftOff
    """
    typed: list[str] = []
    while True:
        try:
            one = line("… " if typed else "> ")
        except LeftOff as left:
            raise LeftOff("\n".join(filter(None, [*typed, left.typed])), left.cause) from None
        if not one.strip():
            return "\n".join(typed)
        typed.append(one)
        if typed == [alone]:
            return alone
        so_far("\n".join(typed))


def line(mark: str = "> ") -> str:
    """One line, or several that were pasted at once.

    Raises:
        LeftOff
    """
    so_far = _edited()
    while True:
        try:
            with _keeping(so_far):
                typed = _read(mark)
            typed.encode()
        except EOFError:
            note("")
            raise LeftOff from None
        except KeyboardInterrupt as stop:
            note("")
            raise LeftOff(str(stop).strip(), stop) from None
        except UnicodeError:
            note("That was not UTF-8 text and was not taken. Type it once more.")
        else:
            return typed.replace("\0", "").rstrip()


def ask(unfinished: Unfinished, keep: Keep) -> None:
    """Ask one question after the other. An answer there is can be kept or replaced.

    `keep` is called after each line, so that a window that is closed loses one line at most.

    Raises:
        LeftOff: what was typed last is among the answers as well.
    """
    answers, prompts = unfinished.answers, unfinished.form.prompts
    if unfinished.method.caution:
        note(unfinished.method.caution)
    note(HOW)
    for place, prompt in enumerate(prompts, start=1):
        note(f"\n{place} of {len(prompts)}  {safe(unfinished.wording(prompt))}")
        before = answers.get(prompt.key, "")
        say_what_stands(before, prompt.hint)
        half = partial(_keep_half, answers, keep, prompt.key, before)
        try:
            typed = lines(so_far=half)
        except LeftOff as left:
            half(left.typed)
            raise
        if typed:
            answers[prompt.key] = typed
            keep()


def _keep_half(answers: dict[str, str], keep: Keep, key: str, before: str, typed: str) -> None:
    """Keep what is typed so far below the answer there was: perhaps more is to come, so nothing is replaced yet."""
    if typed.strip():
        answers[key] = "\n\n".join(filter(str.strip, (before, typed)))
        keep()


def say_what_stands(before: str, hint: str) -> None:
    """The answer there is, or else the hint."""
    if before.strip():
        note("\n".join(f"  | {each}" for each in safe(before).splitlines()))
        note("  An empty line keeps this; what you type takes its place.")
    elif hint:
        note(f"  {safe(hint)}")


def ask_value(question: str, hint: str, read: Callable[[str], Value], before: str = "") -> Value | None:
    """Ask for one line that `read` understands; it is asked again until it does. None for an empty one.

    Raises:
        LeftOff
    """
    note(f"\n{question}")
    say_what_stands(before, hint)
    while True:
        typed = line().strip()
        if not typed:
            return None
        try:
            return read(typed)
        except click.BadParameter as wrong:
            note(f"  {safe(wrong.message)}")


def ask_beside(unfinished: Unfinished, keep: Keep, *, has_evidence: bool, has_action: bool) -> None:
    """Ask for evidence, lessons and the next action, unless they are there; commitments are actions.

    Raises:
        LeftOff
    """
    if not (has_evidence or unfinished.evidence.strip()):
        unfinished.evidence = ask_line("Evidence", "A figure, a link, what somebody said; empty for none")
        keep()
    while len(unfinished.lessons) < MOST_LESSONS:
        hint = (
            "Another one; empty for none"
            if unfinished.lessons
            else "One sentence to try again; empty for none"
        )
        lesson = ask_line("A lesson it leaves", hint)
        if not lesson:
            break
        unfinished.add_lessons([lesson])
        keep()
    commits = any(prompt.commits for prompt in unfinished.form.prompts)
    if not (has_action or commits or unfinished.action):
        unfinished.action = ask_line("The next action", "One small thing in your own hands; empty for none")
        keep()


def ask_line(question: str, hint: str) -> str:
    """Ask for one line; an empty one skips it.

    Raises:
        LeftOff
    """
    note(f"\n{question}\n  {hint}")
    return line().strip()


def _read(mark: str) -> str:
    if sys.stdout.isatty():
        return input(mark)
    click.echo(mark, nl=False, err=True)  # the output is somebody else's
    return input()


@contextmanager
def _keeping(so_far: Callable[[], str]) -> Iterator[None]:
    """Let Control-C say what stood in the line: asked afterwards, it is empty already."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt(so_far())

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _edited() -> Callable[[], str]:
    """Have lines edited where the system can; returns what stands in the present one.

    A bare terminal cuts a line at 4,095 bytes. What is typed here never gets into the history of lines.
    """
    with suppress(ImportError):
        import readline

        if hasattr(readline, "set_auto_history"):
            readline.set_auto_history(False)
        return readline.get_line_buffer
    return str
