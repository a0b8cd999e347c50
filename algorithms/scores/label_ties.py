"""What ties artists to labels, as worth today and as progress from window to window."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from algorithms.derive.config import epoch_day
from algorithms.scores.artist_prestige import Affiliation, label_part
from algorithms.scores.configuration import ArtistPrestigeConfig
from algorithms.scores.parts import Floats


@dataclass(frozen=True)
class Tie:
    """An artist and a label.

    Attributes:
        days: Days of its releases there since 1970-01-01.
        signed: Whether it is signed there.
    """

    label: str
    days: tuple[int, ...]
    signed: bool


def ties_of(rows: Iterable[Sequence[Any]], stands_for: Mapping[str, str]) -> dict[str, list[Tie]]:
    """Ties of each artist from rows `[artist, label, days, signed]`; aliases' count for it."""
    found: dict[str, dict[str, Tie]] = {}
    for artist, label, days, signed in rows:
        mine = found.setdefault(stands_for.get(artist, artist), {})
        had = mine.get(label, Tie(label, (), False))
        epochs = tuple(epoch_day(date.fromisoformat(day)) for day in days)
        mine[label] = Tie(label, had.days + epochs, had.signed or signed)
    return {artist: list(mine.values()) for artist, mine in found.items()}


def label_parts(
    ties: Mapping[str, Sequence[Tie]],
    ids: Sequence[str],
    prestige: Mapping[str, float],
    as_of: date,
    config: ArtistPrestigeConfig,
) -> Floats:
    """What the labels of each artist are worth, NaN for unknown.

    Args:
        prestige: Prestige of labels that have one.
    """
    today = epoch_day(as_of)
    return np.array(
        [
            label_part(
                [
                    Affiliation(
                        prestige=prestige.get(tie.label, np.nan),
                        age=0.0 if tie.signed else today - max(tie.days),
                    )
                    for tie in ties.get(artist, ())
                    if tie.signed or tie.days
                ],
                config,
            )
            for artist in ids
        ]
    )


def label_progression(
    ties: Mapping[str, Sequence[Tie]],
    ids: Sequence[str],
    prestige: Mapping[str, float],
    as_of: date,
    days: int,
) -> Floats:
    """Prestige of the best label of the last days less that of the days before.

    Returns:
        Points, NaN without a release on a label of known prestige in either window.
    """
    today = epoch_day(as_of)

    def best(artist: str, since: int, until: int) -> float:
        known = [
            prestige[tie.label]
            for tie in ties.get(artist, ())
            if tie.label in prestige and any(since < day <= until for day in tie.days)
        ]
        return max(known, default=np.nan)

    return np.array(
        [
            best(artist, today - days, today) - best(artist, today - 2 * days, today - days)
            for artist in ids
        ]
    )
