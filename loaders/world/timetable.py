"""Event lines: titles, set times, floors, b2b sets and billing."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from loaders.feed_format import EventLine, LineupEntry, Organiser
from loaders.feed_format.base import Billing
from loaders.world.dice import stream
from loaders.world.ground import Ground
from loaders.world.nights import Night

NIGHT_STARTS = (21, 22, 22, 23, 23, 23)
NIGHT_HOURS = (6, 7, 8, 9)
DAY_PARTY_SHARE = 0.08
DAY_PARTY_START = 14
ACTS_A_FLOOR = 6
ACTS_A_STAGE = 24
FESTIVAL_START = 12
FESTIVAL_HOURS = 36
FLOORS = ("Main Room", "Second Room", "Terrace", "Basement", "Garden", "Annex")
QUARTER_HOUR = 15
PEAK_SHARE = 0.4
LIVE_SHARE = 0.05
TRIPLE_B2B_SHARE = 0.1
OPENER_FROM = 3
SECOND_HEADLINER_FROM = 9


def event_lines(ground: Ground, nights: Sequence[Night]) -> Iterator[EventLine]:
    """One line a night, in the order given."""
    dice = stream(ground.config.seed, "timetable")
    editions: dict[int, int] = {}
    for number, night in enumerate(nights, start=1):
        if night.in_series and not night.cancelled:
            editions[night.brand.index] = editions.get(night.brand.index, 0) + 1
        yield _event_line(ground, dice, night, number, editions.get(night.brand.index, 0))


def _event_line(ground: Ground, dice: Random, night: Night, number: int, edition: int) -> EventLine:
    brand, event_id = night.brand, f"event-{number:06d}"
    timed = not night.month_only and dice.random() < ground.config.nights.timed_share
    start, hours = _opening(dice, night)
    return EventLine(
        id=event_id,
        name=_title(ground, night, edition),
        date=f"{night.day:%Y-%m}" if night.month_only else night.day.isoformat(),
        starts_at=start if timed else None,
        ends_at=start + timedelta(hours=hours) if timed else None,
        timezone=brand.scene.city.timezone,
        is_festival=brand.festival,
        cancelled=night.cancelled,
        mode="in_person",
        venue=night.venue.id,
        series=brand.id if night.in_series else None,
        edition=edition if night.in_series and not night.cancelled else None,
        organisers=(Organiser(kind="collective", id=brand.collective_id),),
        lineup=tuple(_lineup(ground, dice, night, event_id, (start, hours) if timed else None)),
    )


def _title(ground: Ground, night: Night, edition: int) -> str:
    """Series and edition, or who presents whom; a cancelled night says so, as they do."""
    brand = night.brand
    best = ground.artists[night.lineup[0]].name if night.lineup else "to be announced"
    if brand.festival:
        title = f"{brand.name} {night.day.year}"
    elif night.in_series:
        title = f"{brand.name} #{max(1, edition)}: {best}"
    else:
        title = f"{brand.collective_name}: {best}"
    return f"CANCELLED - {title}" if night.cancelled else title


def _opening(dice: Random, night: Night) -> tuple[datetime, int]:
    """Local start and hours open."""
    midnight = datetime(night.day.year, night.day.month, night.day.day)
    if night.brand.festival:
        return midnight + timedelta(hours=FESTIVAL_START), FESTIVAL_HOURS
    by_day = dice.random() < DAY_PARTY_SHARE
    hour = DAY_PARTY_START if by_day else dice.choice(NIGHT_STARTS)
    return midnight + timedelta(hours=hour), dice.choice(NIGHT_HOURS)


def _lineup(
    ground: Ground, dice: Random, night: Night, event_id: str, opening: tuple[datetime, int] | None
) -> Iterator[LineupEntry]:
    """Entries in poster order; each floor fills its hours from the least known to the best."""
    count = len(night.lineup)
    acts = ACTS_A_STAGE if night.brand.festival else ACTS_A_FLOOR
    floors = min(len(FLOORS), 1 + (count - 1) // acts)
    sets = _sets(ground, dice, night, event_id)
    for place, artist in enumerate(night.lineup):
        key = sets.get(place)
        lead = place if key is None else min(other for other in sets if sets[other] == key)
        floor = lead % floors
        start, end = (None, None) if opening is None else _slot(opening, lead, floor, floors, count)
        act = ground.artists[artist]
        yield LineupEntry(
            artist=act.id,
            position=place + 1,
            billing=_billing(night, place),
            floor=FLOORS[floor] if floors > 1 else None,
            set_start=start,
            set_end=end,
            set_key=key,
            is_live=bool(act.members) or dice.random() < LIVE_SHARE,
            cancelled=artist == night.pulled_out,
        )


def _sets(ground: Ground, dice: Random, night: Night, event_id: str) -> dict[int, str]:
    """Poster places that play one b2b set together, with the key of their set."""
    count = len(night.lineup)
    if count < 2 or dice.random() >= ground.config.nights.b2b_share:
        return {}
    size = 3 if count > 3 and dice.random() < TRIPLE_B2B_SHARE else 2
    first = dice.randrange(count - size + 1)
    return dict.fromkeys(range(first, first + size), f"{event_id}-set-{first + 1}")


def _slot(
    opening: tuple[datetime, int], place: int, floor: int, floors: int, count: int
) -> tuple[datetime, datetime]:
    """Start and end of one poster place: equal shares of the night, rounded to a quarter hour.

    The best known of a floor plays at its peak, the others the further from it the less known.
    """
    start, hours = opening
    acts = len(range(floor, count, floors))
    peak = int(acts * PEAK_SHARE)
    turns = sorted(range(acts), key=lambda turn: (abs(turn - peak), turn))
    length = max(QUARTER_HOUR, hours * 60 // acts // QUARTER_HOUR * QUARTER_HOUR)
    begins = start + timedelta(minutes=turns[place // floors] * length)
    return begins, begins + timedelta(minutes=length)


def _billing(night: Night, place: int) -> Billing:
    count = len(night.lineup)
    if place == 0 or (place == 1 and count >= SECOND_HEADLINER_FROM):
        return "headliner"
    if night.lineup[place] in night.brand.residents:
        return "resident"
    return "opener" if count >= OPENER_FROM and place == count - 1 else "support"
