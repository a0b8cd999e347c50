"""What speaks for or against a breakout, in words."""

import math

import numpy as np

from algorithms.prediction.features import FEATURES, LOGARITHMIC


def said(name: str, value: float) -> str:
    """An input in words.

    Args:
        value: As one would say it: nights rather than their logarithm.
    """
    match name:
        case "nightsIncrease":
            return f"{math.exp(value):.1f} times as many nights as in the 180 days before"
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
        return f"; {math.exp(mean):.1f} is usual"
    value = math.expm1(mean) if name in LOGARITHMIC else mean
    return f"; {value:{'+' if name == 'centralityChange' else ''}.0f} is usual"


def reasons(
    contributions: np.ndarray, told: np.ndarray, means: np.ndarray, number: int
) -> tuple[list[int], list[str]]:
    """The inputs that move a probability most, either way, and each in words."""
    order = np.lexsort((np.arange(len(contributions)), -np.abs(contributions)))
    chosen = [int(at) for at in order[:number] if contributions[at] != 0.0]
    return chosen, [_sentence(at, told, means) for at in chosen]


def risks(contributions: np.ndarray, told: np.ndarray, means: np.ndarray, number: int) -> list[str]:
    """The inputs that lower a probability most, in words."""
    order = np.lexsort((np.arange(len(contributions)), contributions))
    return [_sentence(int(at), told, means) for at in order[:number] if contributions[at] < 0.0]


def _sentence(at: int, told: np.ndarray, means: np.ndarray) -> str:
    return said(FEATURES[at], float(told[at])) + usual(FEATURES[at], float(means[at]))


def _number(value: float, what: str) -> str:
    number = f"{value:.0f}"
    return f"{number} {what}" if number == "1" else f"{number} {what}s"


_COUNTED = {"nights": "night", "festivals": "festival", "venues": "venue", "mixes": "mix"}
