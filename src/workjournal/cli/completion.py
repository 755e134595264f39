"""Completion by the shell's own means: the script it reads once, and the values an option takes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Complete = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]
SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_WORKJOURNAL_COMPLETE"
"""By which the script asks; click looks for this name."""
_PATHS = {"FILE": "file", "FILE|-": "file", "DIR": "dir"}


@click.command(
    "completion",
    epilog="Example: workjournal completion bash > ~/.local/share/bash-completion/completions/workjournal",
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that completes commands in bash, zsh or fish.

    It completes options and their values, too. bash reads it from the folder of the example, fish from
    ~/.config/fish/completions/workjournal.fish, and zsh from a file _workjournal in a folder of its fpath. Names in
    the journal are not completed: they are encrypted.
    """
    from click.shell_completion import ShellComplete, get_completion_class

    root = context.find_root()
    kind = get_completion_class(shell)
    assert kind is not None
    asked = kind(root.command, {}, root.info_name or "workjournal", VARIABLE)
    # Not bash's own: that runs bash to see how old it is, and the script may be for another computer.
    click.echo(ShellComplete.source(asked))


def values_of(shown: str) -> Complete:
    """What completes a value by what stands for it in the help: "[work|win]", FILE or DIR; nothing for the rest."""

    def complete(_context: click.Context, _parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        if shown in _PATHS:
            return [CompletionItem(begun, type=_PATHS[shown])]
        if not (shown.startswith("[") and shown.endswith("]")):
            return []
        return [CompletionItem(value) for value in shown[1:-1].split("|") if value.startswith(begun)]

    return complete


def commands_of(lines: dict[str, str], begun: str) -> "list[CompletionItem]":
    """The commands that begin so, with their lines in the help; none of them is loaded for it."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(name, help=line) for name, line in lines.items() if name.startswith(begun)]
