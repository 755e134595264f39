from workjournal.domain.text_template import PLACES, SHIPPED, TextTemplate


def test_places_are_filled_and_other_braces_stay() -> None:
    template = TextTemplate("A", "{day} {time} {nobody} {} {weekday}")
    assert (
        template.filled({"day": "19 November", "time": "16:40"}) == "19 November 16:40 {nobody} {} {weekday}"
    )


def test_what_ships_needs_nothing_unknown() -> None:
    values = dict.fromkeys(PLACES, "x")
    for template in SHIPPED:
        assert "{" not in template.filled(values)
    assert len({template.name for template in SHIPPED}) == len(SHIPPED) == 3
