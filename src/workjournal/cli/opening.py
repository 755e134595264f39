"""Which vault, and where its passphrase comes from: a prompt, a file or a pipe; never an argument or the environment."""

import getpass
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workjournal.errors import JournalError
from workjournal.settings import Settings

if TYPE_CHECKING:
    from workjournal.journal.journal import Journal

STANDARD_INPUT = "-"
AskWindow = Callable[[Path, str], bool]
"""Passes a word ("lock") on to the window on a vault, and says whether there was one."""


class NoVaultYet(JournalError):
    """No journal was opened here yet. Name one with `workjournal --vault DIR …`, or make one with `workjournal --vault DIR init`."""


class NoPassphrase(JournalError):
    """There is no terminal to ask for the passphrase. Give it with --passphrase-file FILE, or with --passphrase-file - on standard input."""


class NoNewPassphrase(JournalError):
    """There is no terminal to ask for the new passphrase. Give it with --new-passphrase-file FILE, or with --new-passphrase-file - on standard input."""


class HeaderLost(JournalError):
    """The journal in {folder} has lost its header (vault.json). `workjournal check --mend-header` looks for a whole one in vault.json.old and in the backups."""


class NoStandardInput(JournalError):
    """Standard input is closed or cannot be read. Give the passphrase with --passphrase-file FILE, and a text as an argument."""


class PassphraseUnreadable(JournalError):
    """The passphrase file {path} cannot be read: {reason}."""


class PassphrasesDiffer(JournalError):
    """The two passphrases are not the same. Nothing was made."""


class NotText(JournalError):
    """What came in on standard input is not UTF-8 text. Nothing was done with it."""


def nobody_there(_folder: Path, _message: str) -> bool:
    """Where no window can be asked."""
    return False


@dataclass(frozen=True)
class Opening:
    """The options that stand before every command."""

    vault: Path | None
    passphrase_file: str | None
    ask_window: AskWindow = nobody_there
    opened: list["Journal"] = field(default_factory=list)
    """Those that the command opened: the day's backup is made of them once its answer is printed."""

    @property
    def takes_standard_input(self) -> bool:
        """Whether the passphrase comes from there, so that nothing else can."""
        return self.passphrase_file == STANDARD_INPUT

    def folder(self) -> Path:
        """The vault's folder: the one named, or the last one.

        Raises:
            NoVaultYet
        """
        last = Settings.load().last_vault
        if self.vault is None and not last:
            raise NoVaultYet
        return self.vault or Path(last)

    def journal(self) -> "Journal":
        """Open the journal.

        Raises:
            NoVaultYet, HeaderLost, NoPassphrase, PassphraseUnreadable. Otherwise as `opening.open_journal`.
        """
        return self.unlocked()[0]

    def unlocked(self) -> tuple["Journal", str]:
        """The opened journal, and what it was opened with: a change of its keys asks for that again."""
        from workjournal.journal import opening  # the database and all: not for `--help`

        folder = self.folder()
        need_header(folder)
        opening.need_journal(folder)  # nobody types a passphrase for what is not there
        secret = self.secret(f"Passphrase of {folder}: ")
        journal = opening.open_journal(folder, secret)
        self.opened.append(journal)
        for notice in journal.notices:
            click.echo(f"workjournal: {notice}", err=True)
        if journal.notices:
            click.echo("  If you know why: workjournal check --accept-older", err=True)
        return journal, secret

    def new_passphrase(self, file: str | None = None) -> str:
        """A new passphrase, typed twice or read from the file or pipe that is named for it.

        Raises:
            NoPassphrase, NoNewPassphrase, PassphraseUnreadable, PassphrasesDiffer
        """
        if file is not None:
            return standard_input(first_line=True) if file == STANDARD_INPUT else _first_line(Path(file))
        if sys.stdin is None or not sys.stdin.isatty():
            raise NoNewPassphrase if self.opened else NoPassphrase
        first = getpass.getpass("New passphrase: ")
        if first != getpass.getpass("The same once more: "):
            raise PassphrasesDiffer
        return first

    def text(self, word: str, what: str = "the text") -> str:
        """The text itself, or standard input for "-".

        Raises:
            NoStandardInput, NotText
        """
        if word != STANDARD_INPUT:
            return word
        if self.takes_standard_input:
            raise click.UsageError(f"Standard input cannot give both the passphrase and {what}.")
        return standard_input()

    def secret(self, prompt: str) -> str:
        """The passphrase or recovery code, asked for or read from where the options say.

        Raises:
            NoPassphrase, PassphraseUnreadable, NoStandardInput, NotText
        """
        if self.takes_standard_input:
            return standard_input(first_line=True)
        if self.passphrase_file is not None:
            return _first_line(Path(self.passphrase_file).expanduser())
        if sys.stdin is None or not sys.stdin.isatty():
            raise NoPassphrase
        return getpass.getpass(prompt)


def need_header(folder: Path) -> None:
    """Tell a journal that lost its header from a folder that is none.

    Raises:
        HeaderLost
    """
    from workjournal.journal.checks import header_mending

    if header_mending.is_lost(folder):
        raise HeaderLost(folder=folder)


def standard_input(*, first_line: bool = False) -> str:
    """All of it, or its first line without the line's end.

    Raises:
        NoStandardInput, NotText
    """
    if sys.stdin is None:
        raise NoStandardInput
    try:
        text = sys.stdin.readline().rstrip("\r\n") if first_line else sys.stdin.read()
    except UnicodeDecodeError as error:
        raise NotText from error
    except OSError as error:
        raise NoStandardInput from error
    if "\0" in text:
        raise NotText
    return text


def _first_line(file: Path) -> str:
    try:
        with file.open(encoding="utf-8-sig") as lines:
            first = lines.readline().rstrip("\r\n")
            mode = os.fstat(lines.fileno()).st_mode
    except OSError as error:
        raise PassphraseUnreadable(path=file, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise PassphraseUnreadable(path=file, reason="it is not UTF-8 text") from error
    if os.name != "nt" and mode & 0o077:
        click.echo(f"workjournal: others can read {file}; chmod 600 makes it yours alone.", err=True)
    return first
