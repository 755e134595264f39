"""What a captured sentence says beside its words."""

import datetime as dt
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workjournal.domain.capture import SIGNS, Captured, Known, Part, half_at, offers, recognise, written
from workjournal.domain.episode import Kind

NOW = dt.datetime(2026, 11, 20, 17, 5, tzinfo=dt.UTC)
LEAD, COUNT = uuid4(), uuid4()
KNOWN = Known(
    {
        Part.TAG: ("planning", "Two words", "C++"),
        Part.PERSON: ("Priya Shah", "Ann Lee", "Ann Moore", "Bo"),
        Part.SKILL: ("Delegation", "C++"),
    },
    {"Lead the Q1 planning": LEAD, "Count alone": COUNT},
    {"win": Kind.WIN, "erfolg": Kind.WIN, "challenge": Kind.CHALLENGE},
)


def seen(text: str, *, refused: tuple[str, ...] = (), shown: dt.date | None = None) -> Captured:
    return recognise(text, KNOWN, NOW, refused=refused, shown=shown)


def test_everything_in_one_sentence_and_the_text_is_kept() -> None:
    text = (
        'Handed the plan to @Priya yesterday 16:00 #planning #"two  words" +delegation !win ~lead, at last.'
    )
    found = seen(text)
    assert found.text == text
    assert found.names(Part.PERSON) == ["Priya Shah"]
    assert found.names(Part.TAG) == ["planning", "Two words"]
    assert found.names(Part.SKILL) == ["Delegation"]
    assert (found.kind, found.goal) == (Kind.WIN, LEAD)
    assert (found.day, found.time) == (dt.date(2026, 11, 19), dt.time(16))
    assert [text[one.start : one.end] for one in found.parts] == [one.typed for one in found.parts]


NAMES = [
    ("#new", Part.TAG, "new"),
    ("#2026-plan", Part.TAG, "2026-plan"),
    ("(#new)", Part.TAG, "new"),
    ("#Planning.", Part.TAG, "planning"),
    ("#a-b/c", Part.TAG, "a-b/c"),
    ("#日本語", Part.TAG, "日本語"),
    ("#हिन्दी", Part.TAG, "हिन्दी"),
    ("#“two words”", Part.TAG, "Two words"),
    ("#„neu neu“", Part.TAG, "neu neu"),
    ("@bo's", Part.PERSON, "bo's"),
    ("@Bo!", Part.PERSON, "Bo"),
    ("@Ann", Part.PERSON, "Ann"),  # two of them: not guessed
    ('@"Priya"', Part.PERSON, "Priya"),  # in quotes it is that name
    ("@priya", Part.PERSON, "Priya Shah"),
    ('+"C++"', Part.SKILL, "C++"),
    ('+"3D printing"', Part.SKILL, "3D printing"),
    ("!ERFOLG", Part.KIND, "erfolg"),
    ("~count", Part.GOAL, "Count alone"),
    ('~"lead the q1 planning"', Part.GOAL, "Lead the Q1 planning"),
]


@pytest.mark.parametrize(("text", "part", "name"), NAMES)
def test_a_name(text: str, part: Part, name: str) -> None:
    (found,) = seen(f"We did {text} so").parts
    assert (found.part, found.name) == (part, name)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "# Title",
            "## Title",
            "#123",
            "C#",
            "a#b",
            "ann@example.org",
            "@@x",
            "+5 %",
            "1+1",
            "+49 30",
            "a+b",
            "++x",
        ),
        *(
            "!important",
            "!",
            "great!",
            "a != b",
            "~5 minutes",
            "~/path",
            "~nothing",
            "~",
            "#",
            "@",
            "+",
            "- +",
            "@ Bo",
        ),
        *("http://x/#frag", '#"', '#"no end', '#""', "+C++", "`#x`", "x~lead", '~"lead"'),
        "#" + "x" * 61,
    ],
)
def test_no_name(text: str) -> None:
    assert seen(text).parts == ()


def test_of_kind_goal_day_and_time_the_first_counts() -> None:
    found = seen("!win !challenge ~lead ~count yesterday 2 days ago 09:00 10:00")
    assert [one.typed for one in found.parts] == ["!win", "~lead", "yesterday", "09:00"]


def test_what_is_refused_is_text_and_the_next_has_its_turn() -> None:
    text = "!win !challenge @Priya @priya yesterday 2 days ago"
    found = seen(text, refused=("!win", "@PRIYA", "Yesterday"))
    assert found.text == text
    assert (found.kind, found.day) == (Kind.CHALLENGE, dt.date(2026, 11, 18))
    assert found.names(Part.PERSON) == []


def test_a_day_in_a_name_is_no_day() -> None:
    found = seen('#"3 March" @yesterday')
    assert [one.part for one in found.parts] == [Part.TAG, Part.PERSON]


def test_a_time_that_has_not_come_is_only_told_of() -> None:
    assert seen("meeting at 18:00").time is None
    assert seen("meeting at 17:00").time == dt.time(17)
    assert seen("yesterday at 18:00").time == dt.time(18)
    assert seen("meeting at 18:00", shown=dt.date(2026, 11, 3)).time == dt.time(18)
    assert seen("yesterday at 18:00", refused=("yesterday",)).time is None


HALVES = [
    ("#", Part.TAG, "", False),
    ("met @pri", Part.PERSON, "pri", False),
    ('met @"Priya S', Part.PERSON, "Priya S", True),
    ("(~le", Part.GOAL, "le", False),
    ("line\n+del", Part.SKILL, "del", False),
    ("!w", Part.KIND, "w", False),
]


@pytest.mark.parametrize(("text", "part", "typed", "quoted"), HALVES)
def test_a_name_that_is_being_typed(text: str, part: Part, typed: str, quoted: bool) -> None:
    half = half_at(f"{text} and more", len(text))
    assert half is not None
    assert (half.part, half.typed, half.quoted) == (part, typed, quoted)
    assert f"{text} and more"[half.start] in SIGNS


@pytest.mark.parametrize("text", ["", "word", "a@b", "# ", "#\n", "@pri ", '#"two words" ', "x#", "C#"])
def test_no_name_is_being_typed(text: str) -> None:
    assert half_at(text, len(text)) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@ann", ["Ann Lee", "Ann Moore"]),
        ("@sh", ["Priya Shah"]),
        ("@o", ["Ann Moore", "Bo"]),
        ("#", ["C++", "planning", "Two words"]),
        ("#w", ["Two words"]),
        ("~q", ["Lead the Q1 planning"]),
        ("!er", ["erfolg"]),
        ("@zz", []),
    ],
)
def test_names_offered(text: str, names: list[str]) -> None:
    half = half_at(text, len(text))
    assert half is not None
    assert offers(half, KNOWN) == names


def test_what_cannot_be_written_is_not_offered() -> None:
    odd = Known({Part.TAG: ('a "b" c', "fine")})
    half = half_at("#", 1)
    assert half is not None
    assert offers(half, odd) == ["fine"]


@given(st.sampled_from([Part.TAG, Part.PERSON, Part.SKILL]), st.text(min_size=1, max_size=40))
def test_what_is_written_is_recognised_as_that_name(part: Part, name: str) -> None:
    token = written(part, name)
    known = Known({part: (name,)})
    found = recognise(f"so {token}\nand", known, NOW).names(part)
    assert found == ([name] if token else [])


@settings(deadline=None)
@given(st.text(st.sampled_from('#@+!~"“” \nab1.,()yesterday 16:00'), max_size=80))
def test_any_text_is_kept_and_its_parts_lie_apart(text: str) -> None:
    found = seen(text)
    assert found.text == text
    end = 0
    for one in found.parts:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.typed
        end = one.end
    again = seen(text, refused=tuple(one.typed for one in found.parts))
    assert not {one.typed.casefold() for one in found.parts} & {one.typed.casefold() for one in again.parts}


def test_a_goal_is_its_id() -> None:
    (found,) = seen("~lead").parts
    assert isinstance(found.value, UUID)
