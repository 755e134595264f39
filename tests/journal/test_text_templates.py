import pytest

from workjournal.domain.text_template import SHIPPED, TextTemplate
from workjournal.journal.journal import Journal
from workjournal.journal.text_templates import NamelessTemplate


def test_those_that_ship_until_one_is_changed(journal: Journal) -> None:
    assert journal.text_templates.all() == list(SHIPPED)
    mine = TextTemplate("Übergabe", "{day}\n- ")
    journal.text_templates.keep([mine, SHIPPED[1]])
    assert journal.text_templates.all() == [mine, SHIPPED[1]]
    journal.text_templates.keep([])
    assert journal.text_templates.all() == []


@pytest.mark.parametrize("names", [[""], [" "], ["Stand-up", "stand-up "]])
def test_each_has_a_name_of_its_own(journal: Journal, names: list[str]) -> None:
    with pytest.raises(NamelessTemplate):
        journal.text_templates.keep([TextTemplate(name, "") for name in names])
    assert journal.text_templates.all() == list(SHIPPED)
