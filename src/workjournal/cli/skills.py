"""Skills in the terminal: how far one is in each, in one's own words, and what is missing for a role."""

import datetime as dt
from dataclasses import replace

import click

from workjournal.cli import naming, skill_records
from workjournal.cli.credentials import credential
from workjournal.cli.opening import Opening
from workjournal.cli.options import DAY, RATING, as_json, option, several
from workjournal.cli.printing import note, print_json, print_table, safe
from workjournal.cli.skill_pages import print_gaps, print_menu, print_skill, print_skills
from workjournal.domain.label import Skill
from workjournal.domain.levels import Level, as_kept, levels, meaning
from workjournal.domain.skill_record import SkillRating
from workjournal.domain.stretch_ideas import ideas
from workjournal.journal.journal import Journal


@click.group("skill")
def skill() -> None:
    """Rate skills, keep what speaks for them, and see what a role still needs."""


skill.add_command(credential)


@skill.command("add", epilog="Example: workjournal skill add 'Route planning' --description 'Depot to door'")
@click.argument("name")
@option("--description", text="What belongs to it.")
@click.pass_obj
def add(opening: Opening, name: str, description: str | None) -> None:
    """Name a skill.

    Prints its id.
    """
    with opening.journal() as journal:
        click.echo(journal.skills.save(Skill(name=name, description=description or "")).id)


@skill.command("edit", epilog="Example: workjournal skill edit Planning --name 'Route planning'")
@click.argument("skill_name", metavar="SKILL")
@option("--name", text="What it is called.")
@option("--description", text="What belongs to it.")
@click.pass_obj
def edit(opening: Opening, skill_name: str, name: str | None, description: str | None) -> None:
    """Change a skill.

    SKILL is its name or id. What is not named stays as it is. Prints the id.
    """
    with opening.journal() as journal:
        known = naming.skill(journal, skill_name)
        known.name = known.name if name is None else name
        known.description = known.description if description is None else description
        click.echo(journal.skills.save(known).id)


@skill.command("rate", epilog="Example: workjournal skill rate Planning 55 --evidence 'Two routes alone'")
@click.argument("skill_name", metavar="SKILL")
@click.argument("level", type=RATING.read, metavar="0-100")
@option("--evidence", text="By what one can tell.")
@option("--episode", text="The id of the episode that shows it.")
@option("--date", DAY, "The day; today if not given.")
@click.pass_obj
def rate(
    opening: Opening,
    skill_name: str,
    level: int,
    evidence: str | None,
    episode: str | None,
    date: dt.date | None,
) -> None:
    """Say how far you are in a skill.

    Prints the rating's id; `trash` takes it back.
    """
    with opening.journal() as journal:
        known = naming.skill(journal, skill_name)
        rating = SkillRating(
            skill_id=known.id,
            date=date or journal.today(),
            level=level,
            evidence=evidence or "",
            episode_id=journal.episodes.identify(episode) if episode is not None else None,
        )
        click.echo(journal.ratings.rate(rating).id)
    if words := meaning(levels(known.levels), level):
        note(f"In your words: {safe(words)}")
    if not rating.evidence.strip() and rating.episode_id is None:
        note("There is no evidence for it yet; --evidence or --episode says by what one can tell.")


@skill.command("list", epilog="Example: workjournal skill list --json")
@as_json
@click.pass_obj
def list_skills(opening: Opening, *, as_json: bool) -> None:
    """List skills with their last rating."""
    with opening.journal() as journal:
        found = journal.skills.all()
        latest, counts = journal.ratings.latest(), journal.credentials.counts()
    if as_json:
        print_json([skill_records.skill(each, latest.get(each.id), counts.get(each.id, 0)) for each in found])
    elif not found:
        note("No skills here yet: `workjournal skill add NAME` names one, and so does --skill elsewhere.")
    else:
        print_skills(found, latest, counts)


@skill.command("show", epilog="Example: workjournal skill show Planning")
@click.argument("skill_name", metavar="SKILL")
@as_json
@click.pass_obj
def show(opening: Opening, skill_name: str, *, as_json: bool) -> None:
    """Show a skill with its levels, ratings, credentials and goals."""
    with opening.journal() as journal:
        found = naming.skill(journal, skill_name)
        if as_json:
            print_json(skill_records.whole_skill(journal, found))
        else:
            print_skill(journal, found)


@skill.command("level", epilog="Example: workjournal skill level Planning 40 'Plans a route alone'")
@click.argument("skill_name", metavar="SKILL")
@click.argument("at", type=RATING.read, metavar="[0-100]", required=False)
@click.argument("text", required=False)
@as_json
@click.pass_obj
def level(opening: Opening, skill_name: str, at: int | None, text: str | None, *, as_json: bool) -> None:
    """Say in your own words what a level of a skill means.

    TEXT tells what one can do from that rating on; an empty one takes the words away. Without a rating the levels
    are listed. Prints the skill's id.
    """
    if (at is None) != (text is None) or (as_json and at is not None):
        raise click.UsageError("Give a rating and a TEXT to set a level; neither, to list them.")
    with opening.journal() as journal:
        known = naming.skill(journal, skill_name)
        if at is None or text is None:
            _list_levels(known, as_json=as_json)
        else:
            click.echo(_described(journal, known, Level(at, opening.text(text).rstrip())).id)


def _described(journal: Journal, known: Skill, new: Level) -> Skill:
    others = [each for each in levels(known.levels) if each.at != new.at]
    known.levels = as_kept([*others, new] if new.text.strip() else others)
    return journal.skills.save(known)


def _list_levels(known: Skill, *, as_json: bool) -> None:
    described = levels(known.levels)
    if as_json:
        print_json([each._asdict() for each in described])
    elif described:
        print_table(("From", "Means"), [(str(each.at), each.text) for each in described])
    else:
        note("Its levels are not described yet.")


@skill.command("gap", epilog="Example: workjournal skill gap 'Team lead' --menu Planning")
@click.argument("profile_name", metavar="[PROFILE]", required=False)
@option("--menu", text="What can be done about one SKILL: goals, episodes, ideas for a stretch.")
@several("--challenge challenges", text="Only ideas of this kind of challenge.")
@as_json
@click.pass_obj
def gap(
    opening: Opening,
    profile_name: str | None,
    menu: str | None,
    challenges: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Show what is missing for a role, the widest gap first.

    PROFILE is a role profile's name or id; without it, every one is shown.
    """
    if challenges and menu is None:
        raise click.UsageError("--challenge needs a --menu.")
    with opening.journal() as journal:
        if menu is not None:
            _show_menu(journal, naming.skill(journal, menu), challenges, as_json=as_json)
            return
        every = journal.profiles.all()
        found = every if profile_name is None else [naming.profile(journal, profile_name)]
        gaps = [journal.profiles.gaps(each.id) for each in found]
    if as_json:
        print_json([skill_records.profile(each, its) for each, its in zip(found, gaps, strict=True)])
        return
    for each, its in zip(found, gaps, strict=True):
        print_gaps(each, its)
    if not found:
        note("No role profile here yet: `workjournal profile add` or `profile import` brings one.")
    elif any(its for its in gaps):
        note("`workjournal skill gap --menu SKILL` shows what can be done about one.")


def _show_menu(journal: Journal, known: Skill, challenges: tuple[str, ...], *, as_json: bool) -> None:
    """Raises: NoSuchChallenge."""
    found = replace(journal.profiles.menu(known.id), ideas=tuple(ideas(challenges)))
    if as_json:
        print_json(skill_records.menu(known, found))
    else:
        print_menu(known, found)
