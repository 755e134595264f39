"""Growth in the terminal: each chart's sentence, its n, a small drawing, and the numbers of one; what a week moved."""

import datetime as dt
import locale
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict

import click

from workjournal.charts import CHARTS
from workjournal.charts import chart as known
from workjournal.charts.figure import Figure
from workjournal.cli import figure_record
from workjournal.cli.drawing import drawn
from workjournal.cli.glyphs import ASCII, Glyphs, glyphs
from workjournal.cli.opening import Opening
from workjournal.cli.options import EARLIEST, LATEST, as_json, need_order, option, period
from workjournal.cli.printing import print_json, print_table, safe, width
from workjournal.domain.period import Interval, Period
from workjournal.journal import growth_charts, weekly_look
from workjournal.journal.weekly_look import Saying


@click.command("growth", epilog="Example: workjournal growth --chart difficulty --from 2026-01-01")
@option("--chart", text="Only this chart, with the numbers behind it.")
@click.option("--list", "only_names", is_flag=True, help="List the charts there are.")
@click.option(
    "--week",
    "only_moved",
    is_flag=True,
    help="What moved in a week, in words; --to names a day of another week.",
)
@click.option("--ascii", "only_ascii", is_flag=True, help="Draw with plain ASCII characters.")
@period
@as_json
@click.pass_obj
def growth(
    opening: Opening,
    chart: str | None,
    start: dt.date | None,
    end: dt.date | None,
    *,
    only_names: bool,
    only_moved: bool,
    only_ascii: bool,
    as_json: bool,
) -> None:
    """Show what the charts say.

    Of the whole journal, if no period is given.
    """
    if only_names:
        _list_charts(as_json=as_json)
        return
    if only_moved:
        _need_week(chart or start, end)
        _tell_week(opening, end, as_json=as_json)
        return
    need_order(start, end)
    if chart:
        known(chart)  # before a passphrase is asked for
    with opening.journal() as journal:
        last = end or journal.today()
        first = start or min(journal.growth.first_day() or last, last)
        history = journal.growth.history(first, last)
        figures = [journal.growth.figure(chart, history)] if chart else journal.growth.figures(history)
    if as_json:
        told = [figure_record.figure(figure) for figure in figures]
        print_json(told[0] if chart else told)
        return
    click.echo(f"{first.isoformat()} to {last.isoformat()}")
    characters = ASCII if only_ascii else glyphs(_encoding(), os.environ.get("TERM", ""))
    for figure in figures:
        _print(figure, characters)
        if chart and figure.table.rows:
            click.echo()
            print_table(figure.table.headers, figure.table.rows, gives=0)


def _list_charts(*, as_json: bool) -> None:
    if as_json:
        print_json([{"key": each.key, "title": each.title, "private": each.private} for each in CHARTS])
    else:
        rows = [(each.key, each.title, "only for you" if each.private else "") for each in CHARTS]
        print_table(("Key", "Title", "Shown"), rows)


def _need_week(beside: object, day: dt.date | None) -> None:
    """Raises: click.UsageError for what does not go with a week, and for one that cannot be told of."""
    if beside:
        raise click.UsageError("--week is of one week, and of the charts chosen in Growth.")
    if day and not EARLIEST <= day <= LATEST:
        raise click.UsageError(f"--to {day.isoformat()} is out of reach.")


def _tell_week(opening: Opening, day: dt.date | None, *, as_json: bool) -> None:
    """The week of that day, otherwise the one to look at now."""
    with opening.journal() as journal:
        today, keys = journal.today(), growth_charts.chosen(journal.preferences)
        week = Period.of(Interval.WEEK, day) if day else weekly_look.latest(today)
        if week.start > today:
            raise click.UsageError(f"The week of {week.start.isoformat()} is still to come.")
        look = weekly_look.look(journal.growth, keys, week, today, lambda: None)
    first, last = look.history.start.isoformat(), look.history.end.isoformat()
    if as_json:
        moved, same = ([asdict(each) for each in sayings] for sayings in (look.moved, look.same))
        print_json({"from": first, "to": last, "moved": moved, "same": same, "silent": list(look.silent)})
        return
    click.echo(f"{first} to {last}")
    if look.moved or look.same:
        _print_sayings("What moved" if look.moved else "Nothing moved", look.moved)
    if look.same:
        _print_sayings("As the week before, but for figures alone", look.same)
    if look.silent:
        click.echo(f"\nCan't tell yet: {', '.join(look.silent)}")


def _print_sayings(heading: str, sayings: Iterable[Saying]) -> None:
    click.echo(f"\n{heading}")
    for saying in sayings:
        click.echo(f"  {safe(saying.title)}: {safe(saying.reading)}")
        if saying.before:
            click.echo(f"    A week before: {safe(saying.before)}")


def _encoding() -> str:
    """What the terminal takes: a Windows console takes any character, whatever the code page."""
    return "utf-8" if sys.platform == "win32" else locale.getencoding()


def _print(figure: Figure, characters: Glyphs) -> None:
    click.echo(f"\n{safe(figure.title)} ({figure.key}, n = {figure.n})\n{safe(figure.reading)}")
    for line in drawn(figure, width(), characters):
        click.echo(line.rstrip())
