"""The group of commands and the end of every error: exit 0, 1 (a JournalError), 2 (wrong usage), 70 (a bug), 130."""

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from workjournal import faults
from workjournal.cli import completion
from workjournal.cli.opening import AskWindow, Opening, nobody_there
from workjournal.errors import JournalError

Window = Callable[[Path | None], int]
BUG, INTERRUPTED, MISUSED = 70, 130, 2

COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("vaults", "Make a new, encrypted journal."),
    "add": ("episodes", "Record something that happened at work."),
    "capture": ("capturing", "Record something in one sentence, with what is named in it."),
    "list": ("episodes", "List episodes, newest first."),
    "show": ("showing", "Show one thing with everything in it, whatever has the id."),
    "edit": ("episodes", "Change an episode."),
    "attach": ("attaching", "Keep copies of files with an episode."),
    "attachments": ("attaching", "List the files that are kept with an episode."),
    "detach": ("attaching", "Put an attached file into the trash."),
    "save-attachment": ("attaching", "Write an attached file out of the journal, unencrypted."),
    "trash": ("trash", "List what is in the trash, put something into it, or empty it for good."),
    "untrash": ("trash", "Take something out of the trash."),
    "find": ("finding", "Find what was written, by words and filters; save a search."),
    "this-day": ("looking_back", "List what happened on this day of earlier years."),
    "history": ("looking_back", "Show what the texts of a thing were before they were changed."),
    "today": ("agenda", "List what is worth a minute today."),
    "reflect": ("reflections", "Look back on an episode or a goal."),
    "reflections": ("reflections", "List reflections, newest first."),
    "reflection": ("reflections", "Change a reflection that is kept."),
    "review": ("reviews", "Look back on a week, a month or a quarter."),
    "methods": ("methods", "List the reflection methods and their prompts."),
    "method": ("methods", "Show one reflection method; make and change methods of your own."),
    "lessons": ("lessons", "List lessons, newest first."),
    "lesson": ("lessons", "Write, change, retire and merge lessons."),
    "recall": ("recalls", "Try to remember a lesson before it is shown."),
    "apply": ("lessons", "Note that a lesson was used in an episode."),
    "match": ("lessons", "Find lessons that fit what is about to be done."),
    "actions": ("actions", "List what is still to be done."),
    "action": ("actions", "Write down and change actions."),
    "done": ("actions", "Close an action."),
    "goal": ("goals", "Plan, start, check in on and close stretch goals."),
    "measure": ("measures", "Keep figures of the work: by hand, from check-ins or from a file."),
    "skill": ("skills", "Rate skills, keep what speaks for them, and see what a role still needs."),
    "profile": ("profiles", "Say what a role needs, skill by skill."),
    "pulse": (
        "pulses",
        "Note once a month how safe it feels to speak up, and how much is expected; private for ever.",
    ),
    "label": ("labels", "List, rename and put away tags, skills and people."),
    "growth": ("growth", "Show what the charts say."),
    "pack": ("packs", "Make a review pack as a PDF from what was ticked."),
    "pack-form": ("pack_form", "Write a blank form for a meeting, to print and to write on."),
    "ledger": ("ledger", "List the packs that were shared, and keep what came of their meetings."),
    "redact": ("redact", "List, add and remove words that no portfolio shows: those of an employer."),
    "import": ("importing", "Bring in a journal of another program, or one exported here."),
    "imports": ("importing", "List what was imported, the newest first."),
    "undo-import": ("importing", "Put what an import brought into the trash."),
    "export": ("exporting", "Write the journal, or a part of it, to a new file or folder."),
    "print": (
        "paper",
        "Write episodes, with what was reflected on them, as a PDF: those of these ids, or those of a period.",
    ),
    "keys": ("keys", "See and change what opens the journal: passphrases, recovery code, keyring."),
    "backup": ("backups", "Make a backup now."),
    "backups": ("backups", "List the backups, newest first."),
    "restore": ("backups", "Make a journal out of a backup."),
    "rehearse": ("backups", "See whether the newest backup can be restored."),
    "check": ("checks", "Look for damage, and tell the way out of it."),
    "rescue": ("checks", "Make a new journal of what can still be read of a damaged one."),
    "settings": ("settings", "Show the settings, tell one of them, or change it to VALUE."),
    "completion": ("completion", "Print the script that completes commands in bash, zsh or fish."),
    "lock": ("vaults", "Lock the window in which the journal is open."),
    "demo": ("vaults", "Make a journal full of examples to look at."),
}
"""Each command's module and its line in the help. A module loads when its command is used (PyInstaller: name them)."""


class NoOutput(JournalError):
    """Standard output is closed, so the answer could not be shown. Nothing was done."""


class Program(click.Group):
    """A group that loads a command's module when it is asked for, so that `--help` needs neither database nor NumPy."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of COMMANDS."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"workjournal.cli.{COMMANDS[cmd_name][0]}")
        return next(
            found
            for found in vars(module).values()
            if isinstance(found, click.Command) and found.name == cmd_name
        )

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands from the table alone, and the options before a command."""
        lines = {name: line for name, (_, line) in COMMANDS.items()}
        return [
            *completion.commands_of(lines, incomplete),
            *click.Command.shell_complete(self, ctx, incomplete),
        ]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help, from the table alone."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run it; a reader that has seen enough (`| head`) is no error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise click.exceptions.Exit(0) from None


def no_window(_vault: Path | None) -> int:
    """Where there is none."""
    return _say("there is no window here", 1)


def run(
    arguments: list[str],
    window: Window,
    ask_window: AskWindow = nobody_there,
    capture: Window = no_window,
) -> int:
    """Do what the arguments say, with `window` for no command at all and `capture` for --capture; returns the exit code.

    `ask_window(folder, message)` passes "lock" on to an open window and says whether there was one.
    """
    _speak_utf8()
    try:
        code = _run(arguments, window, ask_window, capture)
    except JournalError as error:
        code = _say(str(error), 1)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one place where a bug ends
        code = _say_what_broke(error)
    return code if _flushed() else 0


def _run(arguments: list[str], window: Window, ask_window: AskWindow, capture: Window) -> int:
    try:
        "".join(arguments).encode()
    except UnicodeEncodeError:
        return _say("the arguments are not all UTF-8 text", MISUSED)
    result = made(window, ask_window, capture).main(
        args=arguments, prog_name="workjournal", standalone_mode=False
    )
    return result if isinstance(result, int) else 0


_passphrase_file = click.option(
    "--passphrase-file",
    metavar="FILE|-",
    shell_complete=completion.values_of("FILE|-"),
    help="Read the passphrase from the first line of a file, or of standard input.",
)


def made(window: Window, ask_window: AskWindow, capture: Window = no_window) -> Program:
    """The group of commands, with what opens a window."""

    @click.command(
        cls=Program,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog="Example: workjournal --vault ~/journal add 'Shipped 58 of 63 orders' --kind win",
    )
    @click.option(
        "--vault",
        type=_folder,
        metavar="DIR",
        shell_complete=completion.values_of("DIR"),
        help="The journal's folder; the last one if not given.",
    )
    @_passphrase_file
    @click.option("--capture", "small", is_flag=True, help="Bring up the small window for one capture.")
    @click.version_option(package_name="workjournal", message="Workjournal %(version)s")
    @click.pass_context
    def program(
        context: click.Context, vault: Path | None, passphrase_file: str | None, small: bool
    ) -> int | None:
        """Keep a journal that turns work into learning. Without a command, the window opens."""
        context.obj = Opening(vault, passphrase_file, ask_window)
        if context.invoked_subcommand is None:
            return capture(vault) if small else window(vault)
        _need_output(small=small)
        return None

    @program.result_callback()
    @click.pass_obj
    def back_up(opening: Opening, /, result: object, **_options: object) -> object:
        """The day's backup, after the answer: nobody waits for it before they can read."""
        for journal in opening.opened:
            if trouble := journal.back_up_if_due():
                _say(trouble, 0)
        return result

    assert isinstance(program, Program)
    return program


def _need_output(*, small: bool) -> None:
    """Raises: NoOutput; click.UsageError for a window asked for beside a command."""
    if small:
        raise click.UsageError("--capture stands without a command; the terminal's is `workjournal capture`.")
    if sys.stdout is None:
        raise NoOutput


def _folder(word: str) -> Path:
    if not word:
        raise click.BadParameter("name a folder.")
    return Path(word).expanduser()


def _speak_utf8() -> None:
    """In and out, whatever the system's own encoding; a stream may be missing in a windowed program."""
    for stream, errors in ((sys.stdin, "strict"), (sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _say(message: str, code: int) -> int:
    with suppress(OSError):  # nobody can be told where standard error is full too
        click.echo(f"workjournal: {message}", err=True)
    return code


def _say_what_broke(error: Exception) -> int:
    if isinstance(error, OSError):
        *_, (innermost, _) = traceback.walk_tb(error.__traceback__)
        if innermost.f_code is click.echo.__code__:  # a full disk behind `>`, not ours
            return _say(f"the output cannot be written: {error.strerror}", 1)
    return _say(f"this is a bug (code {faults.code(error)})\n{faults.trace(error)}", BUG)


def _flushed() -> bool:
    """Whether the reader is still there; where output cannot go, the interpreter's own last flush must not complain."""
    try:
        if hasattr(sys.stdout, "flush"):  # a windowed program has no standard output
            sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return not isinstance(error, BrokenPipeError)
    return True
