"""Stretch goals in the terminal: what there is to do with one, by when it is done."""

import click

from workjournal.cli import goal_closing, goal_planning, goal_running, goal_showing


@click.group("goal")
def goal() -> None:
    """Plan, start, check in on and close stretch goals."""


for _command in (
    *(goal_planning.add, goal_planning.edit, goal_planning.start),
    *(goal_running.checkin, goal_running.revise, goal_running.rhythm, goal_running.snooze),
    *(goal_running.pause, goal_running.resume, goal_running.evidence),
    *(goal_closing.close, goal_closing.reopen),
    *(goal_showing.list_goals, goal_showing.show),
):
    goal.add_command(_command)
