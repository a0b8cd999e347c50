"""Mix platforms with invented names, and the mixes they host."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from loaders.feed_format import MixLine, MixPlatformLine
from loaders.feed_format.base import MixPlatformType
from loaders.world.dice import Pool, stream, zipf_weights
from loaders.world.ground import Ground
from loaders.world.names import Names, slug

PLATFORM_TYPES: Pool[MixPlatformType] = Pool(
    ("podcast", "live_stream", "radio", "youtube_series"), (45, 20, 22, 13)
)
ARTISTS_A_PLATFORM = 120
PLATFORMS_FEWEST = 6
PLATFORMS_MOST = 80
PRESTIGE_TOP = 95
PRESTIGE_FALL = 0.45
B2B_SHARE = 0.06
LENGTHS = (30, 60, 60, 60, 75, 90, 120, 120, 180, 240)
VIEWS_MEDIAN = 800
DAY_UNKNOWN_SHARE = 0.02


def mix_platform_lines(ground: Ground) -> tuple[MixPlatformLine, ...]:
    """All platforms, the most prestigious first."""
    dice = stream(ground.config.seed, "mix platforms")
    names = Names(stream(ground.config.seed, "mix platform names"))
    wanted = round(ground.config.artists / ARTISTS_A_PLATFORM)
    lines: list[MixPlatformLine] = []
    for rank in range(1, min(PLATFORMS_MOST, max(PLATFORMS_FEWEST, wanted)) + 1):
        name = names.mix_platform()
        lines.append(
            MixPlatformLine(
                id=f"mix-platform-{rank:03d}",
                name=name,
                platform_type=PLATFORM_TYPES.draw(dice),
                prestige_score=round(PRESTIGE_TOP * rank**-PRESTIGE_FALL, 1),
                url=f"https://{slug(name)}.example",
                active=dice.random() < 0.9,
            )
        )
    return tuple(lines)


def mix_lines(ground: Ground, platforms: Sequence[MixPlatformLine]) -> Iterator[MixLine]:
    """The mixes; the famous record more of them, on better platforms."""
    config = ground.config
    dice = stream(config.seed, "mixes")
    hosts = Pool(platforms, zipf_weights(len(platforms), 0.8))
    for number in range(1, round(config.artists * config.catalogue.mixes_per_artist) + 1):
        year = dice.randint(config.first_year, config.as_of.year)
        pool = ground.pools.anywhere(year)
        first = ground.artists[pool.draw(dice)]
        together = [first]
        if dice.random() < B2B_SHARE:
            beside = ground.pools.locals(first.scene, year).draw_distinct(dice, 2)
            together += [ground.artists[index] for index in beside if index != first.index][:1]
        host = hosts.draw(dice)
        day = min(config.as_of, config.as_of.replace(year, 1, 1) + timedelta(dice.randint(0, 364)))
        known = dice.random() >= DAY_UNKNOWN_SHARE
        views = VIEWS_MEDIAN * first.fame * dice.lognormvariate(0, 1)
        yield MixLine(
            id=f"mix-{number:06d}",
            title=f"{host.name} {number:04d}: {' b2b '.join(artist.name for artist in together)}",
            platform=host.id,
            artists=tuple(artist.id for artist in together),
            date=day.isoformat() if known else None,
            length_minutes=dice.choice(LENGTHS),
            is_b2b=len(together) > 1,
            has_video=host.platform_type in ("live_stream", "youtube_series"),
            view_count=round(views),
        )
