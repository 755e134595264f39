"""What is said before a stretch starts: the rule alone, without a database."""

import pytest

from workjournal.domain.goal import Goal
from workjournal.domain.readiness import LITTLE, STRETCHING, Concern, Footing, concerns

FEEDBACK, SLACK, SUCCESS = Concern.NO_FEEDBACK, Concern.LITTLE_SLACK, Concern.FEW_SUCCESSES


@pytest.mark.parametrize(
    ("footing", "expected"),
    [
        (Footing(None), ()),
        (Footing(STRETCHING - 5), ()),  # no great stretch
        (Footing(STRETCHING - 5, "", 0, 0), ()),
        (Footing(STRETCHING), (FEEDBACK,)),
        (Footing(100), (FEEDBACK,)),
        (Footing(80, "Priya, each Friday"), ()),
        (Footing(80, " \n"), (FEEDBACK,)),
        (Footing(80, "Priya", LITTLE - 5, None), (SLACK,)),
        (Footing(80, "Priya", LITTLE, LITTLE), ()),
        (Footing(80, "Priya", None, 0), (SUCCESS,)),
        (Footing(80, "", 0, 0), (FEEDBACK, SLACK, SUCCESS)),
    ],
)
def test_what_speaks_against_a_start(footing: Footing, expected: tuple[Concern, ...]) -> None:
    assert concerns(footing) == expected


def test_a_goal_is_asked_by_its_own_fields() -> None:
    goal = Goal(title="Lead the count", difficulty=80, slack=10, successes=90)
    assert goal.concerns() == (FEEDBACK, SLACK)
    goal.feedback_from = "Ada"
    goal.slack = 60
    assert goal.concerns() == ()
