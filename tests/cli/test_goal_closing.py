"""The end of a goal: closed, looked back on, opened again; and a page with all of it."""

import datetime as dt

import pytest

from cli.terminal import CONTROL_C, Terminal, Typist
from conftest import PASSPHRASE
from workjournal.journal import opening

TODAY = dt.datetime.now().astimezone().date()


def started(terminal: Terminal, *more: str) -> str:
    made = terminal("goal", "add", "Chair the meeting", "--probability", "60", *more)
    terminal("goal", "start", made)
    return made


def short(made: str) -> str:
    return made.replace("-", "")[-8:]


def test_from_start_to_an_honest_end(terminal: Terminal) -> None:
    made = started(terminal, "--due", "2099-12-31")
    closed = ("--as", "partly", "--confidence-after", "70", "--really-before", "30", "--date", "today")
    assert terminal("goal", "close", made, *closed) == made
    assert "Forecast: 60 % by 2099-12-31, sealed on" in terminal.errors
    assert "Came true: no" in terminal.errors
    assert f"Look back on it: workjournal reflect {short(made)} --method aar-full" in terminal.errors
    goal = terminal.json("goal", "show", made)
    assert (goal["state"], goal["confidence_after"], goal["confidence_really_before"]) == ("partly", 70, 30)
    assert (goal["closed"], goal["came_true"]) == (TODAY.isoformat(), False)


def test_it_does_not_end_on_a_day_to_come(terminal: Terminal, typist: Typist) -> None:
    made, tomorrow = started(terminal), (TODAY + dt.timedelta(days=1)).isoformat()
    terminal("goal", "close", made, "--as", "achieved", "--date", tomorrow, code=1)
    assert f"{tomorrow} is still to come" in terminal.errors
    typist.types("achieved")
    terminal("goal", "close", made, "--date", tomorrow, code=1)
    assert "How did it end?" not in terminal.errors
    assert terminal.json("goal", "show", made)["state"] == "active"


def test_the_command_that_is_told_works(terminal: Terminal) -> None:
    made = started(terminal)
    terminal("goal", "close", made, "--as", "achieved")
    command = terminal.errors.splitlines()[-1].partition("workjournal ")[2].split()
    kept = terminal(*command, "--answer", "sustain=Ask early")
    reflection = terminal.json("show", kept)
    assert (reflection["method"], reflection["goal"]) == ("aar-full", made)
    assert terminal.json("goal", "show", made)["reflections"] == [kept]
    assert "After-action review, full" in terminal("goal", "show", made)


def test_reached_too_late_did_not_come_true(terminal: Terminal) -> None:
    made = started(terminal, "--due", "2026-01-31")
    terminal("goal", "close", made, "--as", "achieved")
    assert "Came true: no: it was reached after its day" in terminal.errors
    early = started(terminal, "--due", "2099-01-31")
    terminal("goal", "close", early, "--as", "achieved")
    assert "Came true: yes" in terminal.errors


def test_an_end_that_is_none_is_refused(terminal: Terminal) -> None:
    made = started(terminal)
    terminal("goal", "close", made, "--as", "abandoned", code=1)
    assert "Say why" in terminal.errors
    terminal("goal", "close", made, "--as", "missed", "--date", "2026-01-01", code=1)
    assert "cannot have ended" in terminal.errors
    terminal("goal", "close", made, code=2)
    assert "--as [achieved|partly|missed|abandoned]" in terminal.errors
    terminal("goal", "close", made, "--as", "abandoned", "--reason", "The meeting is gone")
    assert terminal.json("goal", "list")[0]["reason"] == "The meeting is gone"


def test_the_closing_is_taken_back(terminal: Terminal) -> None:
    made = started(terminal)
    terminal("goal", "reopen", made, code=1)
    terminal("goal", "close", made, "--as", "missed", "--confidence-after", "20")
    assert terminal("goal", "reopen", made) == made
    goal = terminal.json("goal", "show", made)
    assert (goal["state"], goal["closed"], goal["confidence_after"]) == ("active", None, 20)


class TestAtATerminal:
    def test_it_leads_into_the_review(self, terminal: Terminal, typist: Typist) -> None:
        made = started(terminal)
        ends = ("done", "partly", "Two of three", "70", "")
        answers = [line for key in range(6) for line in (f"Answer {key}", "")]
        typist.types(*ends, *answers, "3 minutes under", "Ask early", "", "Book the next")
        first, kept = terminal("goal", "close", made).splitlines()
        assert first == made
        assert "'done' is not one of achieved" in terminal.errors
        assert "1 of 6  What was intended, and by what standard?" in terminal.errors
        assert terminal.errors.index("Forecast: 60 %") > terminal.errors.index("How did it end?")
        goal = terminal.json("goal", "show", made)
        assert (goal["state"], goal["reason"], goal["confidence_after"]) == ("partly", "Two of three", 70)
        assert (goal["confidence_really_before"], goal["reflections"]) == (None, [kept])
        reflection = terminal.json("show", kept)
        assert (reflection["method"], len(reflection["answers"])) == ("aar-full", 6)
        assert [action["text"] for action in terminal.json("actions")] == ["Book the next"]

    def test_the_review_can_wait(self, terminal: Terminal, typist: Typist) -> None:
        made = started(terminal)
        typist.types(*[""] * 6)
        assert terminal("goal", "close", made, "--as", "achieved") == made
        assert f"It can be done later: workjournal reflect {short(made)} --method aar-full" in terminal.errors
        assert terminal.json("reflections") == []

    def test_left_half_way_the_goal_is_closed_and_the_review_resumed(
        self, terminal: Terminal, typist: Typist
    ) -> None:
        made = started(terminal)
        typist.types("Chair it well", "", CONTROL_C)
        assert terminal("goal", "close", made, "--as", "missed", code=130) == made
        assert f"Go on with: workjournal reflect {short(made)} --method aar-full" in terminal.errors
        assert terminal.drafts()[f"reflection:{made}"]["answers"] == {"intended": "Chair it well"}
        assert terminal.json("goal", "show", made)["state"] == "missed"
        other = started(terminal)
        typist.types(CONTROL_C)
        terminal("goal", "close", other, "--as", "missed", code=130)
        assert f"It can be done later: workjournal reflect {short(other)}" in terminal.errors

    def test_left_before_the_end_nothing_is_closed(self, terminal: Terminal, typist: Typist) -> None:
        made = started(terminal)
        typist.types("missed", CONTROL_C)
        assert terminal("goal", "close", made, code=130) == ""
        assert terminal.json("goal", "show", made)["state"] == "active"

    def test_no_review_asks_nothing(self, terminal: Terminal, typist: Typist) -> None:
        made = started(terminal)
        typist.types("never read")
        terminal("goal", "close", made, "--as", "achieved", "--no-review")
        assert typist.read() == "never read\n"
        assert "Look back on it" in terminal.errors


@pytest.mark.parametrize(
    "change", ["probability = 90", "reasons = 'Hindsight'", "sealed_at = NULL", "\"by\" = '2099-01-01'"]
)
def test_a_broken_seal_is_shown_wherever_the_forecast_is(change: str, terminal: Terminal) -> None:
    made = started(terminal, "--due", "2099-12-31")
    terminal("goal", "revise", made, "--probability", "40")
    assert "seal is broken" not in terminal("goal", "show", made)
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal, journal._store.writing() as session:
        session.connection().exec_driver_sql(
            f"UPDATE forecast SET {change} WHERE id = (SELECT min(id) FROM forecast)"
        )
    shown = terminal("goal", "show", made)
    assert (shown.count("seal is broken"), shown.count("intact")) == (1, 1)
    assert "seal is broken" in terminal("show", made)
    goal = terminal.json("goal", "show", made)
    assert (goal["forecast"]["intact"], goal["revisions"][0]["intact"]) == (False, True)
    assert terminal.json("goal", "list")[0]["forecast"]["intact"] is False
    terminal("goal", "close", made, "--as", "achieved")
    assert "seal is broken" in terminal.errors


def test_a_page_with_everything_in_it(terminal: Terminal) -> None:
    made = started(terminal, "--due", "2099-12-31")
    episode = terminal("add", "Chaired it once", "--goal", made)
    terminal("goal", "checkin", made, "--progress", "40", "--changed", "They let me", "--feedback", "Shorter")
    kept = terminal(
        "reflect", made, "--answer", "why=Practice", "--lesson", "Ask early", "--action", "Book it"
    )
    (lesson,) = terminal.json("lessons")
    shown = terminal("goal", "show", made)
    for told in (
        "Chaired it once",
        "They let me; feedback: Shorter",
        "action: Book it",
        "cannot be told yet",
    ):
        assert told in shown
    goal = terminal.json("goal", "show", made)
    assert (goal["evidence"], goal["reflections"]) == ([episode], [kept])
    assert [each["id"] for each in terminal.json("actions")] == goal["actions"]
    assert goal["lessons"] == []  # none was taken into it
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal:
        journal.lessons.take_into(journal.lessons.identify(lesson["id"]), journal.goals.identify(made))
    assert terminal.json("goal", "show", made)["lessons"] == [lesson["id"]]
    assert "Ask early" in terminal("goal", "show", made)
    assert terminal("show", made) == terminal("goal", "show", made)
    assert terminal.json("show", made) == terminal.json("goal", "show", made)


def test_a_check_in_is_put_away_and_comes_back(terminal: Terminal) -> None:
    made = started(terminal)
    terminal("goal", "checkin", made, "--progress", "40", "--changed", "They let me")
    (look,) = terminal.json("goal", "show", made)["check_ins"]
    assert short(look["id"]) in terminal("goal", "show", made)
    assert "They let me" in terminal("show", look["id"])
    terminal("trash", look["id"])
    assert terminal.json("goal", "show", made)["check_ins"] == []
    assert "In the trash since" in terminal("show", look["id"])
    terminal("untrash", look["id"])
    assert len(terminal.json("goal", "show", made)["check_ins"]) == 1


def test_what_was_said_at_an_end_that_was_taken_back_stays(terminal: Terminal, typist: Typist) -> None:
    made = started(terminal)
    said = ("--reason", "They left", "--confidence-after", "60", "--really-before", "20")
    terminal("goal", "close", made, "--as", "missed", *said, "--no-review")
    terminal("goal", "reopen", made)
    typist.types("partly", "", "70", "")
    terminal("goal", "close", made, "--no-review")
    assert "  | They left" in terminal.errors
    goal = terminal.json("goal", "show", made)
    assert (goal["state"], goal["reason"]) == ("partly", "They left")
    assert (goal["confidence_after"], goal["confidence_really_before"]) == (70, 20)
    terminal("goal", "reopen", made)
    terminal("goal", "close", made, "--as", "missed", "--reason", "", "--no-review")
    assert terminal.json("goal", "show", made)["reason"] is None


def test_only_what_can_be_closed_is_asked_about(terminal: Terminal, typist: Typist) -> None:
    planned = terminal("goal", "add", "Chair the meeting")
    typist.types("achieved", "abandoned", "", "The meeting is gone", "", "")
    terminal("goal", "close", planned, "--no-review")
    assert "'achieved' is not" in terminal.errors
    assert terminal.errors.count("Why did it end so?") == 2
    assert terminal.json("goal", "show", planned)["reason"] == "The meeting is gone"
    typist.types("never asked")
    terminal("goal", "close", planned, code=1)
    assert "How did it end?" not in terminal.errors


def test_a_seal_that_was_taken_off_is_told(terminal: Terminal) -> None:
    made = started(terminal)
    with opening.open_journal(terminal.folder, PASSPHRASE) as journal, journal._store.writing() as session:
        session.connection().exec_driver_sql(
            "UPDATE forecast SET sealed_at = NULL, digest = '', probability = 5"
        )
    assert "its seal is missing" in terminal("goal", "show", made)
    assert terminal.json("goal", "show", made)["forecast"]["intact"] is False
    terminal("goal", "close", made, "--as", "missed")
    assert "its seal is missing" in terminal.errors
