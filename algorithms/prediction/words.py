"""What speaks for or against a breakout, in words."""

import math
from dataclasses import dataclass

import numpy as np

from algorithms.prediction.features import FEATURES, LOGARITHMIC, Known
from algorithms.scores.parts import Floats


@dataclass(frozen=True)
class Told:
    """What is known of one artist, as one would say it; `at` is its place."""

    known: Known
    at: int

    def __call__(self, at: int) -> float:
        """An input: nights rather than their logarithm."""
        return float(self.known.told[self.at, at])

    @property
    def windows(self) -> tuple[float, float]:
        """Nights of the last window and of the one before."""
        now, before = self.known.windows[self.at].tolist()
        return now, before


def said(name: str, value: float, windows: tuple[float, float]) -> str:
    """An input in words.

    Args:
        value: As one would say it: nights rather than their logarithm.
        windows: Nights of the last 180 days and of the 180 before.
    """
    match name:
        case "nightsIncrease":
            now, before = windows
            return f"{_number(now, 'night')} in 180 days after {before:.0f} in the 180 before"
        case "lastNight":
            return f"last night {_number(value, 'day')} ago"
        case "careerYears":
            return f"{value:.1f} years since the first night"
        case "busyVenues":
            return f"venues with {value:.0f} nights a year"
        case "lineUp":
            return f"line-ups of {value:.0f} acts"
        case "collaborators":
            return f"played with {_number(value, 'other')} in two years"
        case "newCollaborators":
            return f"{_number(value, 'other')} for the first time in 180 days"
        case "company":
            return f"plays beside artists with {_number(value, 'night')} a year"
        case "centrality":
            return f"more central than {value:.0f} % of all"
        case "centralityChange":
            return f"centrality {value:+.0f} percentiles in 180 days"
        case "breaking" | "established":
            return f"stage {name}" if value else f"stage not {name}"
        case _:
            return f"{_number(value, _COUNTED[name])} in a year"


def usual(name: str, mean: float) -> str:
    """What an input is in the mean of those learned from, as short as can be.

    Args:
        mean: As the model reads it.
    """
    if name in ("breaking", "established"):
        return ""
    if name == "nightsIncrease":
        return "; usual is " + ("an increase" if mean > _STEADY else "no increase")
    value = math.expm1(mean) if name in LOGARITHMIC else mean
    return f"; {value:{'+' if name == 'centralityChange' else ''}.0f} is usual"


def reasons(
    contributions: Floats, told: Told, means: Floats, number: int
) -> tuple[list[int], list[str]]:
    """The inputs that move a probability most, either way, and each in words."""
    order = np.lexsort((np.arange(len(contributions)), -np.abs(contributions)))
    chosen = [int(at) for at in order[:number] if contributions[at] != 0.0]
    return chosen, [_sentence(at, told, means) for at in chosen]


def risks(contributions: Floats, told: Told, means: Floats, number: int) -> list[str]:
    """The inputs that lower a probability most, in words."""
    order = np.lexsort((np.arange(len(contributions)), contributions))
    return [_sentence(int(at), told, means) for at in order[:number] if contributions[at] < 0.0]


def _sentence(at: int, told: Told, means: Floats) -> str:
    name = FEATURES[at]
    return said(name, told(at), told.windows) + usual(name, float(means[at]))


def _number(value: float, what: str) -> str:
    number = f"{value:.0f}"
    if number == "1":
        return f"1 {what}"
    return f"{number} {what}es" if what.endswith("x") else f"{number} {what}s"


_STEADY = 0.1
"""Mean increase, as a logarithm, that is none worth telling."""
_COUNTED = {"nights": "night", "festivals": "festival", "venues": "venue", "mixes": "mix"}
