"""Labels: majors, their sublabels, independents, and who is on the roster."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from loaders.feed_format import LabelLine, SigningLine
from loaders.feed_format.base import IndependenceStatus
from loaders.world.config import WorldConfig
from loaders.world.dice import stream
from loaders.world.ground import Ground
from loaders.world.names import Names
from loaders.world.people import Artist
from loaders.world.scenes import Scene

MAJOR_SHARE = 0.02
SUBSIDIARY_SHARE = 0.1
SUBLABEL_SHARE = 0.12
STATUS_UNKNOWN_SHARE = 0.12
ROSTER_SIGMA = 0.7
OUTSIDER_SHARE = 0.2
SIGNED_SHARE = 0.6
SMALL_ROSTER_MOST = 2
CONTRACT_YEARS = 5
FOUNDER_SHARE = 0.5
LABEL_YEARS_MOST = 30


class RosterPlace(NamedTuple):
    """An artist on a roster since a year; signed by contract or only releasing."""

    artist: int
    since: int
    signed: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A label line in the making."""

    index: int
    name: str
    scene: Scene
    founded: int
    parent: int | None
    status: IndependenceStatus | None
    founded_by_artist: bool
    roster: tuple[RosterPlace, ...]

    @property
    def id(self) -> str:
        """Partner id of its line."""
        return f"label-{self.index + 1:05d}"


def choose_labels(ground: Ground) -> tuple[Label, ...]:
    """All labels; rosters are small once they have made their share of the pairs."""
    config, shape, pairs = ground.config, ground.config.catalogue, ground.pairs
    dice = stream(config.seed, "labels")
    names = Names(stream(config.seed, "label names"))
    count = max(4, round(config.artists / shape.artists_per_label))
    budget = len(pairs) + shape.label_pairs_share * config.edges
    usual = (2 * shape.label_pairs_share * config.edges / count) ** 0.5
    majors = max(1, round(count * MAJOR_SHARE))
    labels: list[Label] = []
    for index in range(count):
        scene = dice.choice(ground.scenes)
        size = dice.randint(1, SMALL_ROSTER_MOST)
        if len(pairs) < budget:
            size = max(size, round(usual * dice.lognormvariate(0, ROSTER_SIGMA)))
        founded = config.as_of.year - dice.randint(1, LABEL_YEARS_MOST)
        parent, status = _ownership(dice, index, majors)
        roster = _roster(ground, dice, scene, size, founded)
        pairs.add_other(place.artist for place in roster)
        founder = dice.random() < FOUNDER_SHARE
        labels.append(Label(index, names.label(), scene, founded, parent, status, founder, roster))
    return tuple(labels)


def _ownership(
    dice: Random, index: int, majors: int
) -> tuple[int | None, IndependenceStatus | None]:
    """Parent and status; the first labels are majors, subsidiaries belong to one of them."""
    if index < majors:
        return None, "major"
    chance = dice.random()
    if chance < SUBSIDIARY_SHARE:
        return dice.randrange(majors), "subsidiary"
    unknown = dice.random() < STATUS_UNKNOWN_SHARE
    if chance < SUBSIDIARY_SHARE + SUBLABEL_SHARE and index > majors:
        return dice.randrange(majors, index), None if unknown else "independent"
    return None, None if unknown else "independent"


def _roster(
    ground: Ground, dice: Random, scene: Scene, size: int, founded: int
) -> tuple[RosterPlace, ...]:
    """Mostly artists of the scene; each since a year of both the label and the artist."""
    config, pools = ground.config, ground.pools
    found: dict[int, RosterPlace] = {}
    wanted = min(size, config.catalogue.roster_max)
    for _ in range(4 * wanted):
        year = dice.randint(max(config.first_year, founded), config.as_of.year)
        outside = dice.random() < OUTSIDER_SHARE
        pool = pools.guests(dice, scene, year) if outside else pools.locals(scene, year)
        if len(found) < wanted and pool:
            artist = pool.draw(dice)
            found.setdefault(artist, RosterPlace(artist, year, dice.random() < SIGNED_SHARE))
    return tuple(found.values())


def label_lines(labels: Sequence[Label], artists: Sequence[Artist]) -> Iterator[LabelLine]:
    """One line a label."""
    for label in labels:
        founders = label.roster[:1] if label.founded_by_artist else ()
        yield LabelLine(
            id=label.id,
            name=label.name,
            parent=None if label.parent is None else labels[label.parent].id,
            independence_status=label.status,
            hq_city=label.scene.city.id,
            hq_country=label.scene.city.country,
            genre_tags=(label.scene.genre.name,),
            active_since=label.founded,
            founders=tuple(artists[place.artist].id for place in founders),
        )


def signing_lines(
    config: WorldConfig, labels: Sequence[Label], artists: Sequence[Artist]
) -> Iterator[SigningLine]:
    """One line a contract."""
    dice = stream(config.seed, "signings")
    number = 0
    for label in labels:
        for place in label.roster:
            if place.signed:
                number += 1
                start = date(place.since, dice.randint(1, 12), dice.randint(1, 28))
                start = min(start, config.as_of)
                years = CONTRACT_YEARS * dice.lognormvariate(0, 0.5)
                end = start + timedelta(days=round(365 * years))
                active = end > config.as_of
                yield SigningLine(
                    id=f"signing-{number:06d}",
                    artist=artists[place.artist].id,
                    label=label.id,
                    from_=start.isoformat(),
                    to=None if active else end.isoformat(),
                    active=active,
                )
