"""The bundled dictionaries by spylls everywhere; the system's through enchant where there is one."""

from collections.abc import Iterator

import pytest

from workjournal.ui.prose import dictionaries


@pytest.fixture
def without_enchant(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    dictionaries.forget_all()
    with monkeypatch.context() as patched:
        patched.setattr(dictionaries, "_enchanted", frozenset)
        yield
        dictionaries._opened.clear()
    dictionaries.forget_all()


@pytest.mark.usefixtures("without_enchant")
def test_english_comes_with_the_program_and_is_read_with_pauses() -> None:
    assert {"en_GB", "en_US"} <= set(dictionaries.available())
    pauses: list[None] = []
    (english,) = dictionaries.open_all(("en_GB",), lambda: pauses.append(None))
    assert len(pauses) > 1000
    assert english.knows("colour")
    assert english.knows("wasn't")
    assert not english.knows("recieve")
    assert "receive" in english.suggest("recieve")
    assert dictionaries.open_all(("en_GB",), pytest.fail)[0] is english, "a second time nothing is read"


@pytest.mark.usefixtures("without_enchant")
def test_a_read_that_is_given_up_leaves_nothing_half(monkeypatch: pytest.MonkeyPatch) -> None:
    class GivenUp(Exception):
        pass

    def give_up() -> None:
        raise GivenUp

    with pytest.raises(GivenUp):
        dictionaries.open_all(("en_US",), give_up)
    assert dictionaries._opened == {}
    assert dictionaries.open_all(("xx_XX",), give_up) == []


def test_enchant_where_it_is() -> None:
    if not dictionaries._enchanted():
        pytest.skip("enchant's library is not installed here")
    language = next(iter(sorted(dictionaries._enchanted() & set(dictionaries.available()))))
    (opened,) = dictionaries.open_all((language,), pytest.fail)
    assert isinstance(opened, dictionaries.EnchantDictionary)
    assert not opened.knows("zzqxv")
    assert isinstance(opened.suggest("zzqxv"), list)


def test_one_of_a_country_stands_for_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionaries, "_enchanted", lambda: frozenset({"fr", "fr_FR", "eo"}))
    monkeypatch.setattr(dictionaries, "_files", dict)
    assert dictionaries.available() == ("eo", "fr_FR")


def test_what_one_begins_with() -> None:
    there = ("de_AT", "de_DE", "en_GB", "en_US", "fr_FR")
    assert dictionaries.usual("de_DE", there) == ("de_DE", "en_US")
    assert dictionaries.usual("de_CH", there) == ("de_AT", "en_US")
    assert dictionaries.usual("en_GB", there) == ("en_GB",)
    assert dictionaries.usual("ja_JP", there) == ("en_US",)
