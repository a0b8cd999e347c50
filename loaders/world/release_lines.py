"""Release lines: titles, formats, numbers, codes, credits and tracks."""

from collections.abc import Iterator, Sequence
from random import Random

from loaders.feed_format import Credit, ReleaseLine, TrackEntry
from loaders.feed_format.base import ReleaseFormat
from loaders.world.codes import isrc, upc
from loaders.world.dice import Pool, stream
from loaders.world.ground import Ground
from loaders.world.labels import Label
from loaders.world.names import title
from loaders.world.releases import Release, Track
from loaders.world.scenes import GENRES

FORMATS: Pool[tuple[ReleaseFormat, ...]] = Pool(
    (("digital",), ("vinyl", "digital"), ("vinyl",), ("vinyl", "digital", "cd"), ("digital", "cd")),
    (52, 28, 9, 4, 7),
)
YEAR_ONLY_SHARE = 0.02
CHART_SHARE = 0.06
CODE_UNKNOWN_SHARE = 0.1
SECONDS = (190, 540)
TEMPO = {genre.name: (genre.bpm_low, genre.bpm_high) for genre in GENRES}


def release_lines(ground: Ground, releases: Sequence[Release]) -> Iterator[ReleaseLine]:
    """One line a release, in the order given."""
    dice = stream(ground.config.seed, "release lines")
    catalogue: dict[int, int] = {}
    tracks = 0
    for number, release in enumerate(releases, start=1):
        entries: list[TrackEntry] = []
        for place, track in enumerate(release.tracks, start=1):
            tracks += 1
            entries.append(_track(ground, dice, release, track, place, tracks))
        yield ReleaseLine(
            id=f"release-{number:06d}",
            title=title(dice),
            type=release.type,
            date=_date(dice, release),
            formats=FORMATS.draw(dice),
            label=None if release.label is None else release.label.id,
            catalog_number=_catalogue_number(release.label, catalogue),
            upc=None if dice.random() < CODE_UNKNOWN_SHARE else upc(number),
            beatport_chart_peak=dice.randint(1, 100) if dice.random() < CHART_SHARE else None,
            credits=tuple(
                Credit(artist=ground.artists[artist].id, role="primary")
                for artist in release.artists
            ),
            tracks=tuple(entries),
        )


def _date(dice: Random, release: Release) -> str:
    """The day; now and then only the year, of a release whose year has passed its middle."""
    year_only = dice.random() < YEAR_ONLY_SHARE and release.day.month > 6
    return str(release.day.year) if year_only else release.day.isoformat()


def _catalogue_number(label: Label | None, used: dict[int, int]) -> str | None:
    if label is None:
        return None
    used[label.index] = used.get(label.index, 0) + 1
    letters = "".join(letter for letter in label.name.upper() if letter.isalpha())[:4]
    return f"{letters}{used[label.index]:03d}"


def _track(
    ground: Ground, dice: Random, release: Release, track: Track, place: int, number: int
) -> TrackEntry:
    artists = [ground.artists[artist] for artist in track.artists]
    low, high = TEMPO[artists[0].scene.genre.name]
    credits = [Credit(artist=artist.id, role="primary") for artist in artists]
    name = title(dice)
    if track.remixer is not None:
        remixer = ground.artists[track.remixer]
        credits.append(Credit(artist=remixer.id, role="remixer"))
        name = f"{name} ({remixer.name} Remix)"
    known = dice.random() >= CODE_UNKNOWN_SHARE
    return TrackEntry(
        id=f"track-{number:06d}",
        title=name,
        track_number=place,
        isrc=isrc(number, release.day.year) if known else None,
        duration_sec=dice.randint(*SECONDS),
        bpm=float(dice.randint(low, high)),
        credits=tuple(credits),
    )
