"""Questions asked one by one at a terminal."""

import pytest

from cli.terminal import CONTROL_C, CONTROL_D, Terminal, Typist


def test_an_answer_there_is_can_be_kept_or_replaced(terminal: Terminal, typist: Typist) -> None:
    episode = terminal("add", "A hard day")
    terminal("reflect", episode, "--draft", "--answer", "intended=Ship", "--answer", "happened=Rain")
    typist.types("", "Snow", "", "", "Walk", "", "", "", "")
    kept = terminal("reflect", episode)
    assert "  | Ship" in terminal.errors
    answers = terminal.json("show", kept)["answers"]
    assert answers == {"intended": "Ship", "happened": "Snow", "next": "Walk"}


@pytest.mark.parametrize("stop", [CONTROL_C, CONTROL_D])
def test_half_an_answer_is_kept_beside_the_one_it_was_to_replace(
    stop: str, terminal: Terminal, typist: Typist
) -> None:
    episode = terminal("add", "A hard day")
    place = terminal("reflect", episode, "--draft", "--answer", "intended=Ship")
    typist.types("Ship all", "of it", stop)
    terminal("reflect", episode, code=130)
    assert terminal.drafts()[place]["answers"] == {"intended": "Ship\n\nShip all\nof it"}


def test_nothing_typed_leaves_nothing(terminal: Terminal, typist: Typist) -> None:
    episode = terminal("add", "A hard day")
    typist.types(CONTROL_D)
    terminal("reflect", episode, code=130)
    assert "Left unfinished" not in terminal.errors
    assert terminal.drafts() == {}
    typist.types(*[""] * 4)
    terminal("reflect", episode, code=1)
    assert "One answer is enough" in terminal.errors


def test_leaving_at_the_lessons_loses_nothing(terminal: Terminal, typist: Typist) -> None:
    episode = terminal("add", "A hard day")
    typist.types("Ship", "", "", "", "", "", "Walk first", CONTROL_C)
    terminal("reflect", episode, "--ask", "A day for it", code=130)
    assert "to be given again" in terminal.errors
    (fields,) = terminal.drafts().values()
    assert (fields["answers"], fields["lesson_1"]) == ({"intended": "Ship"}, "Walk first")


def test_each_answer_is_in_the_draft_at_once(
    terminal: Terminal, typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    episode = terminal("add", "A hard day")
    typist.types("Ship", "", "Rain", "", "never read")
    read, count = Typist.readline, 0

    def dies(self: Typist, size: int | None = -1, /) -> str:
        nonlocal count
        count += 1
        if count > 4:
            raise MemoryError  # as good as a kill: nothing in the program expects it
        return read(self, size)

    monkeypatch.setattr(Typist, "readline", dies)
    terminal("reflect", episode, code=70)
    assert "Ship" not in terminal.errors
    (fields,) = terminal.drafts().values()
    assert fields["answers"] == {"intended": "Ship", "happened": "Rain"}


def test_a_step_back_is_offered_and_refused(terminal: Terminal, typist: Typist) -> None:
    episode = terminal("add", "It failed", "--kind", "challenge")
    typist.types(CONTROL_D)
    terminal("reflect", episode, code=130)
    assert "What would a colleague say the aim was?" in terminal.errors
    terminal("reflect", episode, "--plain", code=130)
    assert "What did we set out to do?" in terminal.errors
    plain = terminal("add", "A day")
    terminal("reflect", plain, "--outcome-quality", "20", code=130)
    assert "What would a colleague say the aim was?" in terminal.errors


def test_a_method_that_warns_warns(terminal: Terminal, typist: Typist) -> None:
    episode = terminal("add", "A day")
    typist.types(CONTROL_D)
    terminal("reflect", episode, "--method", "five-whys", code=130)
    assert "One cause is rarely the whole" in terminal.errors


def test_what_is_not_text_is_asked_again(
    terminal: Terminal, typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    episode = terminal("add", "A hard day")
    typist.types("Ship", "", *[""] * 6)
    read, broken = Typist.readline, [True]

    def once_broken(self: Typist, size: int | None = -1, /) -> str:
        if broken.pop() if broken else False:
            raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
        return read(self, size)

    monkeypatch.setattr(Typist, "readline", once_broken)
    kept = terminal("reflect", episode)
    assert "was not UTF-8 text" in terminal.errors
    assert terminal.json("show", kept)["answers"] == {"intended": "Ship"}


def test_with_an_answer_given_nobody_is_asked(terminal: Terminal, typist: Typist) -> None:
    episode = terminal("add", "A hard day")
    typist.types("never read")
    terminal("reflect", episode, "--answer", "why=x")
    assert typist.read() == "never read\n"
