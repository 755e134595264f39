"""A pack in the making, apart from the window."""

import datetime as dt
from uuid import uuid4

from workjournal.domain.entity import Audience
from workjournal.journal.pack_items import PackItem
from workjournal.journal.packs import PackOffer
from workjournal.ui.parts.pack_draft import PackDraft, too_many

DAY = dt.date(2026, 11, 19)


def item(section: str, *, ticked: bool) -> PackItem:
    return PackItem(uuid4(), section, "A thing", "", shared=False, telling=True, ticked=ticked)


def draft() -> PackDraft:
    return PackDraft(start=DAY, end=DAY)


def test_ticks_differ_from_the_offer_and_belong_to_an_audience() -> None:
    one, other = item("highlights", ticked=True), item("highlights", ticked=False)
    offer = PackOffer((one, other), suggested=True)
    assert draft().choice(offer, ()).items == {one.id}
    turned = draft().ticking(str(one.id), False).ticking(str(other.id), True)
    assert turned.choice(offer, ()).items == {other.id}
    for_job = PackDraft.read({**turned.fields(), "audience": "next-job"})
    assert for_job.audience is Audience.NEXT_JOB
    assert for_job.choice(offer, ()).items == {one.id}


def test_a_section_left_out_takes_everything_with_it() -> None:
    one = item("goals", ticked=True)
    whole = PackDraft(start=DAY, end=DAY, asks="Time", commitments="A plan")
    bare = whole.including("goals", False).including("asks", False).including("growth", False)
    choice = bare.including("commitments", False).choice(PackOffer((one,), suggested=False), ("difficulty",))
    assert not choice.items
    assert not choice.asks
    assert not choice.commitments
    assert not choice.charts
    assert "goals" not in choice.sections
    assert bare.including("goals", True).left_out == {"asks", "growth"}


def test_lines_are_what_was_typed_without_the_empty_ones() -> None:
    typed = PackDraft(start=DAY, end=DAY, asks="  Time \n\nMoney\n", commitments="1\n2\n\n3\n4")
    assert typed.ask_lines() == ("Time", "Money")
    assert typed.commitment_lines() == ("1", "2", "3")
    assert too_many(typed.commitments)
    assert not too_many("1\n2\n3\n\n")


def test_comes_back_from_its_json() -> None:
    typed = draft().ticking(str(uuid4()), True).including("growth", False)
    assert PackDraft.read(typed.fields()) == typed
