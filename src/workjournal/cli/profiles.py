"""Role profiles in the terminal: what a role needs, by hand or from a file."""

import click

from workjournal.cli import naming, sheets, skill_records
from workjournal.cli.opening import Opening
from workjournal.cli.options import RATING, as_json, option
from workjournal.cli.printing import note, print_fields, print_json, print_table, short
from workjournal.cli.skill_pages import print_gaps, since
from workjournal.domain.role_profile import RoleProfile, covered
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal


class NotNeeded(JournalError):
    """The role {profile} needs no {skill}, so there is nothing to take out."""


@click.group("profile")
def profile() -> None:
    """Say what a role needs, skill by skill."""


@profile.command("add", epilog="Example: workjournal profile add 'Team lead' --description 'From autumn on'")
@click.argument("name")
@option("--description", text="What the role is.")
@click.pass_obj
def add(opening: Opening, name: str, description: str | None) -> None:
    """Begin a role profile; `profile need` says what the role needs.

    Prints its id.
    """
    with opening.journal() as journal:
        click.echo(journal.profiles.save(RoleProfile(name=name, description=description or "")).id)


@profile.command("edit", epilog="Example: workjournal profile edit 'Team lead' --name 'Lead of two teams'")
@click.argument("profile_name", metavar="PROFILE")
@option("--name", text="What the role is called.")
@option("--description", text="What the role is.")
@click.pass_obj
def edit(opening: Opening, profile_name: str, name: str | None, description: str | None) -> None:
    """Change a role profile; `profile need` changes a level.

    PROFILE is its name or id. What is not named stays as it is. Prints the id.
    """
    with opening.journal() as journal:
        known = naming.profile(journal, profile_name)
        known.name = known.name if name is None else name
        known.description = known.description if description is None else description
        click.echo(journal.profiles.save(known).id)


@profile.command("import", epilog="Example: workjournal profile import lead.csv --name 'Team lead'")
@click.argument("file", metavar="FILE|-")
@option("--name", text="The role; it is made where there is none of that name.", required=True)
@as_json
@click.pass_obj
def import_sheet(opening: Opening, file: str, name: str, *, as_json: bool) -> int:
    """Take in a role profile from a CSV file.

    Its first line names the columns: skill and target (0–100 in steps of 5); description where there is one. A good row
    comes once, however often the file is imported; a bad one is told by line and reason on standard error. The exit
    code is 0 when every row was good, and otherwise 1; the good rows are kept all the same.
    """
    called, content = sheets.read(opening, file)
    with opening.journal() as journal:
        _, found = journal.profiles.read_sheet(content, name)
    return sheets.report(called, found, "level", as_json=as_json)


@profile.command("list", epilog="Example: workjournal profile list --json")
@as_json
@click.pass_obj
def list_profiles(opening: Opening, *, as_json: bool) -> None:
    """List role profiles with how much of each is reached."""
    with opening.journal() as journal:
        found = [(each, journal.profiles.gaps(each.id)) for each in journal.profiles.all()]
    if as_json:
        print_json([skill_records.profile(each, gaps) for each, gaps in found])
    elif not found:
        note("No role profile here yet: `workjournal profile add` or `profile import` brings one.")
    else:
        rows = []
        for each, gaps in found:
            reached, needed = covered(gap.gap for gap in gaps)
            rows.append((short(each.id), f"{reached} of {needed}", each.name))
        print_table(("Id", "Reached", "Role"), rows)


@profile.command("show", epilog="Example: workjournal profile show 'Team lead'")
@click.argument("profile_name", metavar="PROFILE")
@as_json
@click.pass_obj
def show(opening: Opening, profile_name: str, *, as_json: bool) -> None:
    """Show a role profile: each skill with the level it needs and the one last rated."""
    with opening.journal() as journal:
        found = naming.profile(journal, profile_name)
        if as_json:
            print_json(skill_records.profile(found, journal.profiles.gaps(found.id)))
        else:
            print_profile(journal, found)


def print_profile(journal: Journal, found: RoleProfile) -> None:
    """A role profile for a reader."""
    fields = [
        ("Role", found.name),
        ("Id", str(found.id)),
        ("In the trash since", since(found)),
        ("Description", found.description),
    ]
    print_fields(fields)
    click.echo()
    print_gaps(found, journal.profiles.gaps(found.id))


@profile.command("need", epilog="Example: workjournal profile need 'Team lead' Planning 70 --note 'Alone'")
@click.argument("profile_name", metavar="PROFILE")
@click.argument("skill", metavar="SKILL")
@click.argument("level", type=RATING.read, metavar="0-100")
@option("--note", text="What is meant by it.")
@click.pass_obj
def need(opening: Opening, /, profile_name: str, skill: str, level: int, **given: str | None) -> None:
    """Say which level a role needs in a skill.

    SKILL is a name, and made where there is none. Prints the profile's id.
    """
    with opening.journal() as journal:
        known = naming.profile(journal, profile_name)
        click.echo(journal.profiles.need(known.id, skill, level, given["note"]).id)


@profile.command("drop", epilog="Example: workjournal profile drop 'Team lead' Planning")
@click.argument("profile_name", metavar="PROFILE")
@click.argument("skill", metavar="SKILL")
@click.pass_obj
def drop(opening: Opening, profile_name: str, skill: str) -> None:
    """Take a skill out of a role profile.

    The skill itself stays; `trash ID` puts a whole profile away. Prints the profile's id.
    """
    with opening.journal() as journal:
        known, gone = naming.profile(journal, profile_name), naming.skill(journal, skill)
        targets = [each for each in known.targets if each.skill_id == gone.id]
        if not targets:
            raise NotNeeded(profile=known.name, skill=gone.name)
        click.echo(journal.profiles.need_no_more(known.id, gone.id).id)
    note(f"Undo: workjournal untrash {short(targets[0].id)}")
