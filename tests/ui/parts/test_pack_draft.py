"""A pack in the making, apart from the window."""

import datetime as dt
import json
from typing import Any
from uuid import UUID, uuid4

from workjournal.domain.entity import Audience
from workjournal.domain.pack import SECTIONS, Paper
from workjournal.journal.pack_items import PackItem
from workjournal.journal.packs import PackOffer
from workjournal.ui.parts.pack_draft import PackDraft, too_many

DAY = dt.date(2026, 11, 19)
YEAR = (dt.date(2026, 1, 1), DAY)


def item(section: str, *, ticked: bool, pictures: tuple[tuple[UUID, str], ...] = ()) -> PackItem:
    return PackItem(uuid4(), section, "A thing", "", False, True, ticked, pictures=pictures)


def draft(**fields: Any) -> PackDraft:
    return PackDraft.begin((DAY, DAY)).changed(**fields)


def test_ticks_differ_from_the_offer_and_belong_to_an_audience() -> None:
    one, other = item("highlights", ticked=True), item("highlights", ticked=False)
    offer = PackOffer((one, other), suggested=True)
    assert draft().choice(offer, ()).items == {one.id}
    turned = draft().ticking(str(one.id), False).ticking(str(other.id), True)
    assert turned.choice(offer, ()).items == {other.id}
    for_job = turned.turned_to(Audience.NEXT_JOB, YEAR)
    assert for_job.audience is Audience.NEXT_JOB
    assert not for_job.one.ticks
    assert for_job.turned_to(Audience.MANAGER, YEAR).choice(offer, ()).items == {other.id}


def test_an_audience_begins_with_its_usual_period_and_keeps_its_own() -> None:
    own = draft(recipient="Aiko").turned_to(Audience.OWN, YEAR)
    assert (own.one.start, own.one.end) == YEAR
    assert not own.one.recipient
    back = own.turned_to(Audience.MANAGER, YEAR)
    assert (back.one.start, back.one.recipient) == (DAY, "Aiko")


def test_a_shared_pack_leaves_the_others_begun() -> None:
    both = draft(asks="Time").turned_to(Audience.OWN, YEAR)
    rest = both.without_this()
    assert rest is not None
    assert rest.audience is Audience.MANAGER
    assert rest.one.asks == "Time"
    assert rest.without_this() is None


def test_a_section_left_out_takes_everything_with_it() -> None:
    picture = uuid4()
    one = item("goals", ticked=True, pictures=((picture, "wall.png"),))
    offer = PackOffer((one,), suggested=False)
    whole = draft(asks="Time", commitments="A plan", pictures=frozenset({str(picture)}))
    assert whole.choice(offer, ()).pictures == {picture}
    assert not whole.including("evidence", False).choice(offer, ()).pictures
    bare = whole.including("goals", False).including("asks", False).including("growth", False)
    choice = bare.including("commitments", False).choice(offer, ("difficulty",))
    assert not choice.items
    assert not choice.pictures
    assert not choice.asks
    assert not choice.commitments
    assert not choice.charts
    assert "goals" not in choice.ordered
    assert bare.including("goals", True).one.left_out == {"asks", "growth"}


def test_sections_are_moved_and_what_is_unknown_or_new_does_not_matter() -> None:
    usual = [section.key for section in SECTIONS[Audience.MANAGER]]
    moved = draft().moving("asks", 0)
    assert [section.key for section in moved.sections()][:2] == ["asks", usual[0]]
    assert moved.choice(PackOffer((), suggested=False), ()).ordered[0] == "asks"
    last = moved.moving("asks", 99)
    assert [section.key for section in last.sections()][-1] == "asks"
    strange = draft(order=("gone", "goals", "goals"))
    assert [section.key for section in strange.sections()] == [
        "goals",
        *(key for key in usual if key != "goals"),
    ]


def test_paper_language_and_named_people_are_handed_on() -> None:
    known = uuid4()
    choice = draft(named=frozenset({str(known)})).choice(
        PackOffer((), suggested=False), (), Paper.LETTER, "de"
    )
    assert choice.named == {known}
    assert choice.paper is Paper.LETTER
    assert choice.language == "de"


def test_lines_are_what_was_typed_without_the_empty_ones() -> None:
    typed = draft(asks="  Time \n\nMoney\n", commitments="1\n2\n\n3\n4")
    assert typed.ask_lines() == ("Time", "Money")
    assert typed.commitment_lines() == ("1", "2", "3")
    assert too_many(typed.one.commitments)
    assert not too_many("1\n2\n3\n\n")


def test_comes_back_from_its_json() -> None:
    one = draft(recipient="Aiko", pictures=frozenset({"b", "a"}), named=frozenset({"c"}))
    typed = one.ticking(str(uuid4()), True).including("growth", False).moving("asks", 1)
    typed = typed.turned_to(Audience.NEXT_JOB, YEAR)
    assert PackDraft.read(json.loads(json.dumps(typed.fields()))) == typed


def test_a_draft_of_the_program_before_is_read() -> None:
    old = {
        "start": "2026-11-01",
        "end": "2026-11-19",
        "audience": "manager",
        "left_out": ["growth"],
        "ticks": {"manager": {"x": True}, "next-job": {"y": False}},
        "asks": "Half an hour",
        "commitments": "",
    }
    read = PackDraft.read(old)
    assert read.one.start == dt.date(2026, 11, 1)
    assert read.one.asks == "Half an hour"
    assert read.one.ticks == {"x": True}
    assert read.one.left_out == {"growth"}
    assert read.turned_to(Audience.NEXT_JOB, YEAR).one.ticks == {"y": False}
