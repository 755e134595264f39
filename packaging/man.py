"""Writes packaging/workjournal.1, the manual of the terminal program, from its commands.

.venv/bin/python packaging/man.py
"""

import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click

from workjournal.cli.opening import nobody_there
from workjournal.cli.program import made, no_window

FILE = Path(__file__).with_name("workjournal.1")
NAME = "workjournal"
ABOUT = "keep a local, encrypted journal that turns work into learning"
FILES = (
    ("vault.json", "In the journal's folder: the header. It says nothing of what the journal holds."),
    ("journal.db, objects/", "The journal, encrypted, and the larger of its attached files, encrypted each."),
    ("backups/", "Verified copies, encrypted as the journal is."),
    (
        "~/.config/workjournal/settings.json",
        "The settings of this computer: looks, and where the last journal lies. Nothing out of a journal.",
    ),
)
ENVIRONMENT = (
    ("WORKJOURNAL_CONFIG", "A folder for the settings of this computer, instead of the usual one."),
    ("_WORKJOURNAL_COMPLETE", "Set by the script of the command completion."),
)
CODES = (
    ("0", "Good."),
    ("1", "Something that you can mend; what it is stands on standard error."),
    ("2", "Wrong usage."),
    ("70", "A fault of the program."),
    ("130", "Interrupted."),
)


def written() -> str:
    """The manual in the language of man(7)."""
    program = made(no_window, nobody_there, no_window)
    context = click.Context(program, info_name=NAME)
    lines = [
        '.\\" Made by packaging/man.py; changes belong into the commands themselves.',
        f'.TH WORKJOURNAL 1 "" "Workjournal {version("workjournal")}" "User Commands"',
        ".SH NAME",
        f"{NAME} \\- {_text(ABOUT)}",
        ".SH SYNOPSIS",
        f"{_bold(NAME)} [OPTIONS] [COMMAND [ARGS]...]",
        ".SH DESCRIPTION",
        *_paragraphs(program.help or ""),
        *_paragraphs(
            "The passphrase is asked for, or read from a file or standard input; it is never an argument. A thing"
            " is named by the first letters of its id, which every list shows."
        ),
        ".SH OPTIONS",
        *_options(program, context),
        ".SH COMMANDS",
    ]
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command is not None
        lines += _command(command, context)
    lines += [*_terms("FILES", FILES), *_terms("ENVIRONMENT", ENVIRONMENT), *_terms("EXIT STATUS", CODES)]
    return "\n".join(lines) + "\n"


def _command(command: click.Command, parent: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=command.name, parent=parent)
    path = context.command_path.removeprefix(f"{NAME} ")
    yield f".SS {_bold(path)} {_text(' '.join(command.collect_usage_pieces(context)))}"
    yield from _paragraphs(command.help or "")
    yield from _options(command, context)
    if command.epilog:
        yield from (".PP", *_lines(command.epilog))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _command(below, context)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    """Without --help, which every command has."""
    for parameter in command.params:
        told = parameter.get_help_record(context)
        if isinstance(parameter, click.Option) and told is not None and "--help" not in parameter.opts:
            yield from (".TP", _bold(told[0]), *_lines(told[1]))


def _terms(heading: str, terms: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield f".SH {heading}"
    for term, told in terms:
        yield from (".TP", _bold(term), *_lines(told))


def _paragraphs(told: str) -> Iterator[str]:
    for part in re.split(r"\n\s*\n", told.strip()):
        if part:
            yield from (".PP", *_lines(part))


def _lines(told: str) -> list[str]:
    """As one line of text; a sign that roff would take for a request is guarded."""
    return [_text(" ".join(told.split()))]


def _bold(told: str) -> str:
    return f"\\fB{_text(told)}\\fR"


def _text(told: str) -> str:
    escaped = told.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("^", "\\(ha")
    escaped = escaped.replace("'", "\\(aq").replace("`", "\\(ga")
    escaped = "".join(letter if letter.isascii() else f"\\[u{ord(letter):04X}]" for letter in escaped)
    return f"\\&{escaped}" if escaped.startswith(".") else escaped


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
