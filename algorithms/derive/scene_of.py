"""In which scenes a night lies: those of its cities, and of its genres there and in the country.

A genre is a night's if enough of its artists bear it, or if its series does. Cancelled nights and
nights whose city nobody knows lie in no scene.
"""

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.client import Row
from graph.model import SceneKind, node_id

SOURCE = "drift"
"""Source of the scenes: nobody states them, they follow."""


@dataclass(frozen=True)
class SceneConfig:
    """Constants of scenes; a change of any of them derives all scenes anew.

    Attributes:
        version: Name of this set of constants.
        genre_share: Share of a night's artists with known genres that must bear a genre before the
            night counts as one of that genre; chosen, so that a guest from elsewhere does not
            make a techno night a jazz night.
    """

    version: str = "scenes-1"
    genre_share: float = 0.5

    def __post_init__(self) -> None:
        if not 0 < self.genre_share <= 1:
            raise ValueError("the share must be above 0 and at most 1")

    def params(self) -> dict[str, Any]:
        """All constants as JSON values."""
        return dataclasses.asdict(self)


@dataclass(frozen=True)
class SceneKey:
    """What makes a scene the one it is.

    Attributes:
        place: Id of the city, or code of the country.
        genre: Id of the genre, None for the scene of a city as a whole.
    """

    kind: SceneKind
    place: str
    genre: str | None = None

    @cached_property
    def id(self) -> str:
        """Id of the scene, the same whenever it is made."""
        parts = (
            (self.kind, self.place) if self.genre is None else (self.kind, self.place, self.genre)
        )
        return node_id("Scene", SOURCE, "/".join(parts))

    def as_row(self) -> dict[str, Any]:
        """What its node is made of."""
        in_city = self.kind is not SceneKind.COUNTRY_GENRE
        return {
            "id": self.id,
            "kind": self.kind.value,
            "city": self.place if in_city else None,
            "country": None if in_city else self.place,
            "genre": self.genre,
        }


class SceneKeys:
    """Scenes by what makes them, each made once."""

    def __init__(self) -> None:
        self._made: dict[tuple[SceneKind, str, str | None], SceneKey] = {}

    def key(self, kind: SceneKind, place: str, genre: str | None = None) -> SceneKey:
        """The scene of a place, or of a genre there."""
        return self._made.setdefault((kind, place, genre), SceneKey(kind, place, genre))


def scenes_of(
    night: Row, countries: Mapping[str, Sequence[str]], keys: SceneKeys, config: SceneConfig
) -> Iterator[SceneKey]:
    """The scenes of a night, some twice.

    Args:
        night: `{cities: [id], lineUp: [[genre id]], series: [genre id]}`; the line-up has one
            list an artist whose genres are known.
        countries: City id -> codes of the countries it lies in.
    """
    genres = genres_of(night["lineUp"], night["series"], config)
    for city in night["cities"]:
        yield keys.key(SceneKind.CITY, city)
        for genre in genres:
            yield keys.key(SceneKind.CITY_GENRE, city, genre)
            for country in countries.get(city, ()):
                yield keys.key(SceneKind.COUNTRY_GENRE, country, genre)


def genres_of(
    line_up: Sequence[Sequence[str]], series: Sequence[str], config: SceneConfig
) -> set[str]:
    """Genres of a night: of its series, and those that enough of its artists bear."""
    bearers = Counter(genre for artist in line_up for genre in set(artist))
    enough = config.genre_share * len(line_up)
    return {*series, *(genre for genre, count in bearers.items() if count >= enough)}
