"""Artist lines: groups, aliases, residencies and ids on other platforms."""

from collections.abc import Iterator, Sequence
from random import Random

from loaders.feed_format import ArtistLine, ExternalIdEntry, Membership, ResidencyEntry
from loaders.feed_format.base import PlatformCode
from loaders.world.brands import Brand
from loaders.world.dice import stream
from loaders.world.ground import Ground
from loaders.world.names import slug
from loaders.world.people import Artist

ANNOUNCED_RESIDENCY_SHARE = 0.4
VERIFIED_FAME = 2.0
COUNTRY_KNOWN_SHARE = 0.95
PRESENCE: tuple[tuple[PlatformCode, float], ...] = (
    ("spotify", 0.75),
    ("soundcloud", 0.8),
    ("instagram", 0.85),
    ("youtube", 0.4),
    ("ra", 0.7),
    ("bandcamp", 0.35),
    ("beatport", 0.5),
    ("discogs", 0.45),
)
"""Share of artists of median fame on each platform; the unknown are on fewer."""

Presence = dict[int, tuple[PlatformCode, ...]]


def choose_presence(ground: Ground) -> Presence:
    """The platforms of each artist."""
    dice = stream(ground.config.seed, "presence")
    return {
        artist.index: tuple(
            platform
            for platform, share in PRESENCE
            if dice.random() < share * min(1.1, (0.4 + artist.fame) ** 0.5)
        )
        for artist in ground.artists
    }


def artist_lines(
    ground: Ground, brands: Sequence[Brand], presence: Presence
) -> Iterator[ArtistLine]:
    """One line an artist."""
    dice = stream(ground.config.seed, "artist lines")
    groups: dict[int, list[Artist]] = {}
    for group in ground.artists:
        for member in group.members:
            groups.setdefault(member, []).append(group)
    residencies = _residencies(ground, dice, brands)
    for artist in ground.artists:
        city = artist.scene.city
        known = dice.random() < COUNTRY_KNOWN_SHARE
        over = artist.last_year < ground.config.as_of.year
        yield ArtistLine(
            id=artist.id,
            name=artist.name,
            type=artist.type,
            country=city.country if known else None,
            home_city=city.id if known else None,
            genres=artist.genres,
            formed_year=artist.first_year,
            dissolved_year=artist.last_year if over and artist.members else None,
            is_verified=artist.fame >= VERIFIED_FAME,
            alias_of=None if artist.alias_of is None else ground.artists[artist.alias_of].id,
            member_of=tuple(
                Membership(artist=group.id, from_=str(group.first_year))
                for group in groups.get(artist.index, ())
            ),
            residencies=tuple(residencies.get(artist.index, ())),
            external_ids=_external_ids(ground.config.seed, artist, presence[artist.index]),
        )


def _residencies(
    ground: Ground, dice: Random, brands: Sequence[Brand]
) -> dict[int, list[ResidencyEntry]]:
    found: dict[int, list[ResidencyEntry]] = {}
    for brand in brands:
        over = brand.last_year < ground.config.as_of.year
        for resident in () if brand.festival else brand.residents:
            if dice.random() < ANNOUNCED_RESIDENCY_SHARE:
                first = max(brand.first_year, ground.artists[resident].first_year)
                entry = ResidencyEntry(
                    venue=brand.venue.id,
                    from_=str(first),
                    to=str(max(first, brand.last_year)) if over else None,
                )
                found.setdefault(resident, []).append(entry)
    return found


def _external_ids(
    seed: int, artist: Artist, platforms: Sequence[PlatformCode]
) -> tuple[ExternalIdEntry, ...]:
    """Ids that cannot be real ones; their addresses end in `.example`, which nobody owns."""
    key = f"world-{seed}-{slug(artist.name)}-{artist.index + 1}"
    return tuple(
        ExternalIdEntry(platform=platform, platform_id=key, url=f"https://{platform}.example/{key}")
        for platform in platforms
    )
