"""Goals with their forecasts and check-ins as records of an export."""

from collections.abc import Collection, Iterator
from uuid import UUID

from workjournal.domain.check_in import CheckIn
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal
from workjournal.exporters.record import Noun, Record
from workjournal.journal.exporting.index import PAGES
from workjournal.journal.exporting.things import Things, one, passage

Ids = Collection[UUID]
CHECK_IN, FORECAST = Noun("check-in", "check-ins", dated=True), Noun("forecast", "forecasts", dated=True)
_TEXTS = (
    *("performance", "conditions", "criterion", "support", "wish", "outcome", "obstacle", "plan"),
    *("premortem", "prevention", "reason"),
)
_RATINGS = (
    "difficulty",
    "slack",
    "successes",
    "confidence_before",
    "confidence_after",
    "confidence_really_before",
)


def goals(of: Things, ids: Ids) -> Iterator[Record]:
    """With forecasts and check-ins."""
    for each in of.load(Goal, ids):
        check_ins = (check_in for check_in in each.check_ins if of.has(CheckIn, check_in.id))
        forecasts = (
            forecast
            for forecast in each.forecasts
            if of.has(Forecast, forecast.id) and not forecast.trashed_at
        )
        yield Record(
            noun=PAGES[Goal],
            id=each.id,
            title=each.title,
            values={
                "state": each.state.value,
                "start": each.start,
                "due": each.due,
                "closed": each.closed,
                **{field: getattr(each, field) for field in _RATINGS},
                "challenges": tuple(each.challenges),
                "feedback_from": each.feedback_from,
                "rhythm_days": each.rhythm_days,
                "paused_on": each.paused_on,
                "audiences": tuple(sorted(each.audiences)),
            },
            links={"skills": tuple(skill.id for skill in each.skills), "measure": one(each.measure_id)},
            passages=(
                passage("why", each.why, ""),
                *(passage(field, getattr(each, field)) for field in _TEXTS),
            ),
            parts=(*map(_forecast, forecasts), *map(_check_in, check_ins)),
        )


def _forecast(forecast: Forecast) -> Record:
    sealed = forecast.sealed_at.astimezone() if forecast.sealed_at else None
    return Record(
        noun=FORECAST,
        id=forecast.id,
        title="",
        date=sealed.date() if sealed else None,
        values={
            "probability": forecast.probability,
            "by": forecast.by,
            "sealed": sealed,
            "intact": forecast.is_intact(),
        },
        passages=(passage("reasons", forecast.reasons),),
    )


def _check_in(check_in: CheckIn) -> Record:
    texts = (
        ("changed", check_in.changed),
        ("feedback", check_in.feedback),
        ("help_needed", check_in.help_needed),
    )
    return Record(
        noun=CHECK_IN,
        id=check_in.id,
        title="",
        date=check_in.date,
        values={
            "progress": check_in.progress,
            "confidence": check_in.confidence,
            "measure_value": check_in.measure_value,
        },
        links={"measure": one(check_in.measure_id)},
        passages=tuple(passage(field, text) for field, text in texts),
    )
