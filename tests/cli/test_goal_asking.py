"""The five steps of a goal's plan, asked at a terminal."""

import pytest

from cli.terminal import CONTROL_C, CONTROL_D, Terminal, Typist
from conftest import PASSPHRASE
from workjournal.cli.goal_asking import ON, STEPS
from workjournal.domain.goal import CHALLENGES
from workjournal.journal import opening

NEW = "goal:new"


def drafts(terminal: Terminal) -> dict[str, dict[str, object]]:
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal:
        return {each.place: dict(each.fields) for each in journal.drafts.all()}


def test_every_question_fills_its_field(terminal: Terminal, typist: Typist) -> None:
    measure = terminal("measure", "add", "On-time picks")
    typist.types(
        *("Chair the meeting", "It is time", "", "Chair it alone", "", "Six people", "", "Ends in time", ""),
        *(
            "2, people problems, something else",
            "Chairing, Listening",
            "80",
            "Priya",
            "An hour",
            "",
            "20",
            "70",
        ),
        *("A calm hour", "", "They listen", "", "I hurry", "", "If I hurry, then I ask", ""),
        *("No agenda", "No time", "", "Send it the day before", ""),
        *("2027-01-31", "60", "Twice before", "", "40", "14", "on-time PICKS"),
    )
    made = terminal("goal", "add")
    for number, (name, questions) in enumerate(STEPS, start=1):
        assert f"Step {number} of 5: {name}" in terminal.errors
        for question in questions:
            assert f"\n{question.text}\n" in terminal.errors
    assert "little room for it" in terminal.errors
    assert f"workjournal goal start {made.replace('-', '')[-8:]}" in terminal.errors
    goal = terminal.json("goal", "show", made)
    texts = {
        "title": "Chair the meeting",
        "why": "It is time",
        "performance": "Chair it alone",
        "conditions": "Six people",
        "criterion": "Ends in time",
        "feedback_from": "Priya",
        "support": "An hour",
        "wish": "A calm hour",
        "outcome": "They listen",
        "obstacle": "I hurry",
        "plan": "If I hurry, then I ask",
        "premortem": "No agenda\nNo time",
        "prevention": "Send it the day before",
        "due": "2027-01-31",
        "measure": measure,
        "difficulty": 80,
        "slack": 20,
        "successes": 70,
        "confidence_before": 40,
        "rhythm_days": 14,
    }
    assert {name: goal[name] for name in texts} == texts
    assert goal["challenges"] == [CHALLENGES[1], "people problems", "something else"]
    assert goal["skills"] == ["Chairing", "Listening"]
    assert (goal["forecast"]["probability"], goal["forecast"]["reasons"]) == (60, "Twice before")
    assert drafts(terminal) == {}


def test_the_first_step_alone_is_enough(terminal: Terminal, typist: Typist) -> None:
    typist.types("Chair the meeting", *[ON] * len(STEPS))
    made = terminal("goal", "add")
    goal = terminal.json("goal", "show", made)
    assert (goal["title"], goal["why"], goal["difficulty"], goal["forecast"]) == (
        "Chair the meeting",
        None,
        None,
        None,
    )
    assert goal["rhythm_days"] == 7


def test_a_title_is_the_one_thing_it_needs(terminal: Terminal, typist: Typist) -> None:
    typist.types(*[ON] * len(STEPS), "", "Chair it")
    made = terminal("goal", "add")
    assert "It needs a few words" in terminal.errors
    assert terminal.json("goal", "show", made)["title"] == "Chair it"


@pytest.mark.parametrize("stop", [CONTROL_C, CONTROL_D])
def test_left_half_way_it_is_gone_on_with(stop: str, terminal: Terminal, typist: Typist) -> None:
    typist.types("Chair the meeting", "It is time", stop)
    assert terminal("goal", "add", "--due", "2027-01-31", code=130) == ""
    assert "Go on with: workjournal goal add" in terminal.errors
    assert terminal.json("goal", "list") == []
    kept = drafts(terminal)[NEW]
    assert (kept["title"], kept["why"], kept["due"]) == ("Chair the meeting", "It is time", "2027-01-31")

    typist.types("", "", ON, *[ON] * 3, ON)
    made = terminal("goal", "add")
    assert "  | Chair the meeting" in terminal.errors
    goal = terminal.json("goal", "show", made)
    assert (goal["title"], goal["why"], goal["due"]) == ("Chair the meeting", "It is time", "2027-01-31")
    assert drafts(terminal) == {}


def test_nothing_typed_leaves_nothing(terminal: Terminal, typist: Typist) -> None:
    typist.types(CONTROL_C)
    terminal("goal", "add", code=130)
    assert drafts(terminal) == {}
    assert "Left unfinished" not in terminal.errors


def test_afresh_leaves_the_draft_aside(terminal: Terminal, typist: Typist) -> None:
    typist.types("Chair the meeting", CONTROL_C)
    terminal("goal", "add", code=130)
    typist.types("Another", *[ON] * len(STEPS))
    made = terminal("goal", "add", "--afresh")
    assert "Chair the meeting" not in terminal.errors
    assert terminal.json("goal", "show", made)["title"] == "Another"


def test_what_is_no_answer_is_asked_again(terminal: Terminal, typist: Typist) -> None:
    typist.types(
        "Chair the meeting",
        ON,
        *("99", "1", "", "hard", "57", "80"),
        *[ON] * 3,
        *("tomorrow", "2027-01-31", "120", "60", "Because", "", "", "200", "30", "Punctuality", ""),
    )
    made = terminal("goal", "add")
    for told in ("99 is not a number of the list", "'57' is not a rating", "'tomorrow' is not a day"):
        assert told in terminal.errors
    assert "'200' is not a number of days" in terminal.errors
    assert "no measure called Punctuality" in terminal.errors
    goal = terminal.json("goal", "show", made)
    assert (goal["challenges"], goal["difficulty"]) == ([CHALLENGES[0]], 80)
    assert (goal["due"], goal["forecast"]["probability"], goal["rhythm_days"]) == ("2027-01-31", 60, 30)


def test_a_step_is_filled_in_later(terminal: Terminal, typist: Typist) -> None:
    made = terminal("goal", "add", "Chair the meeting", "--why", "It is time")
    typist.types(*[ON] * 3, "No agenda", CONTROL_C)
    terminal("goal", "edit", made, code=130)
    assert drafts(terminal)[f"goal:{made}"]["premortem"] == "No agenda"
    typist.types(*[ON] * 3, "", "Send it before", "", ON)
    assert terminal("goal", "edit", made) == made
    goal = terminal.json("goal", "show", made)
    assert (goal["why"], goal["premortem"], goal["prevention"]) == (
        "It is time",
        "No agenda",
        "Send it before",
    )
    assert drafts(terminal) == {}


def test_what_is_sealed_is_not_asked_again(terminal: Terminal, typist: Typist) -> None:
    made = terminal("goal", "add", "Chair the meeting", "--probability", "60", "--confidence", "40")
    terminal("goal", "start", made)
    typist.types(*[ON] * len(STEPS))
    terminal("goal", "edit", made)
    assert "How likely" not in terminal.errors
    assert "How confident" not in terminal.errors
    goal = terminal.json("goal", "show", made)
    assert (goal["forecast"]["probability"], goal["confidence_before"]) == (60, 40)


def test_what_the_window_left_is_gone_on_with(terminal: Terminal, typist: Typist) -> None:
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal:
        left = {"title": "Chair it", "wish": "A calm hour", "challenges": ["high stakes"], "slack": 30}
        figures = {"rhythm_days": 14, "due": "2027-01-31", "measure_id": None, "probability": 55}
        journal.drafts.keep(NEW, {**left, **figures, "skill_names": ["Chairing"], "audiences": ["manager"]})
    typist.types(*[ON] * len(STEPS))
    made = terminal("goal", "add")
    assert "Going on with what was left unfinished" in terminal.errors
    goal = terminal.json("goal", "show", made)
    told = ("title", "wish", "challenges", "slack", "rhythm_days", "due", "skills", "audiences")
    assert [goal[name] for name in told] == [
        *("Chair it", "A calm hour", ["high stakes"], 30, 14, "2027-01-31", ["Chairing"], ["manager"])
    ]
    assert goal["forecast"]["probability"] == 55


def test_each_answer_is_in_the_draft_at_once(
    terminal: Terminal, typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    typist.types("Chair the meeting", "It is time", "", "never read")
    read, count = Typist.readline, 0

    def dies(self: Typist, size: int | None = -1, /) -> str:
        nonlocal count
        count += 1
        if count > 3:
            raise MemoryError  # as good as a kill: nothing in the program expects it
        return read(self, size)

    monkeypatch.setattr(Typist, "readline", dies)
    terminal("goal", "add", code=70)
    kept = drafts(terminal)[NEW]
    assert (kept["title"], kept["why"]) == ("Chair the meeting", "It is time")
