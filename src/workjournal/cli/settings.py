"""Settings in the terminal: those of this computer without a passphrase, those of a journal with it."""

from typing import Any

import click

from workjournal.cli.opening import Opening
from workjournal.cli.options import as_json
from workjournal.cli.printing import note, print_fields, print_json, print_table, safe
from workjournal.journal.every_setting import SETTINGS
from workjournal.journal.setting import Setting, Where, named
from workjournal.settings import Settings


@click.command("settings", epilog="Example: workjournal settings lock-after 15")
@click.argument("name", required=False)
@click.argument("value", required=False)
@click.option("--reset", is_flag=True, help="Bring it back to what it was at first.")
@click.option("--journal", is_flag=True, help="List those of the journal, which asks for its passphrase.")
@as_json
@click.pass_obj
def settings(
    opening: Opening, name: str | None, value: str | None, *, reset: bool, journal: bool, as_json: bool
) -> None:
    """Show the settings, tell one of them, or change it to VALUE.

    A window that is open takes up what is changed for this computer at its next start.
    """
    if name is None or (reset and value is not None):
        if reset:
            raise click.UsageError("--reset takes the NAME of one setting, and no VALUE.")
        where = Where.JOURNAL if journal else Where.COMPUTER
        _list([each for each in SETTINGS if each.where is where], opening, as_json=as_json)
        return
    setting = named(name, SETTINGS)
    wanted = setting.default if reset else None if value is None else setting.typed(value)
    if wanted is None and not reset:
        _tell(setting, _values([setting], opening)[0], as_json=as_json)
        return
    _put(setting, wanted, opening)
    click.echo(f"{setting.label}: {_told(setting, wanted)}")


def _values(wanted: list[Setting], opening: Opening) -> list[object]:
    """The values of settings that are kept in one place."""
    if all(each.where is Where.COMPUTER for each in wanted):
        kept = Settings.load()
        return [each.of_computer(kept) for each in wanted]
    with opening.journal() as journal:
        return [each.of_journal(journal.preferences) for each in wanted]


def _put(setting: Setting, value: object, opening: Opening) -> None:
    if setting.where is Where.COMPUTER:
        Settings.load().change({setting.key: value})
        return
    with opening.journal() as journal:
        setting.put(journal.preferences, value)


def _list(wanted: list[Setting], opening: Opening, *, as_json: bool) -> None:
    values = _values(wanted, opening)
    if as_json:
        print_json([_fields(*each) for each in zip(wanted, values, strict=True)])
        return
    rows = [(each.word, _told(each, value), each.label) for each, value in zip(wanted, values, strict=True)]
    print_table(("Name", "Value", "What it is"), rows)
    if wanted[0].where is Where.COMPUTER:
        note("--journal lists those that are kept in the journal.")


def _tell(setting: Setting, value: object, *, as_json: bool) -> None:
    if as_json:
        print_json(_fields(setting, value))
        return
    print_fields((
        ("Name", setting.word),
        ("Value", _told(setting, value)),
        ("At first", _told(setting, setting.default)),
        ("Takes", setting.control.takes()),
        ("Kept", setting.where.value.lower()),
        ("What it is", f"{setting.label}. {setting.words}"),
    ))  # fmt: skip


def _told(setting: Setting, value: object) -> str:
    return safe(setting.control.told(value)) or "–"


def _fields(setting: Setting, value: object) -> dict[str, Any]:
    return {
        "name": setting.word,
        "value": value,
        "default": setting.default,
        "where": setting.where.name.lower(),
        "label": setting.label,
    }
