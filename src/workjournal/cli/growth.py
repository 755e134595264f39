"""Growth in the terminal: each chart's sentence, its n, a small drawing, and the numbers of one."""

import datetime as dt
import locale
import os
import sys

import click

from workjournal.charts import CHARTS
from workjournal.charts import chart as known
from workjournal.charts.figure import Figure
from workjournal.cli import figure_record
from workjournal.cli.drawing import drawn
from workjournal.cli.glyphs import ASCII, Glyphs, glyphs
from workjournal.cli.opening import Opening
from workjournal.cli.options import as_json, need_order, option, period
from workjournal.cli.printing import print_json, print_table, safe, width


@click.command("growth", epilog="Example: workjournal growth --chart difficulty --from 2026-01-01")
@option("--chart", text="Only this chart, with the numbers behind it.")
@click.option("--list", "only_names", is_flag=True, help="List the charts there are.")
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
    only_ascii: bool,
    as_json: bool,
) -> None:
    """Show what the charts say.

    Of the whole journal, if no period is given.
    """
    if only_names:
        _list_charts(as_json=as_json)
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


def _encoding() -> str:
    """What the terminal takes: a Windows console takes any character, whatever the code page."""
    return "utf-8" if sys.platform == "win32" else locale.getencoding()


def _print(figure: Figure, characters: Glyphs) -> None:
    click.echo(f"\n{safe(figure.title)} ({figure.key}, n = {figure.n})\n{safe(figure.reading)}")
    for line in drawn(figure, width(), characters):
        click.echo(line.rstrip())
