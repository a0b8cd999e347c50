"""Constants set by name: what they are called, and what they may be."""

import dataclasses
import difflib
import math
from collections.abc import Iterator, Mapping
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from algorithms.backdate import Constants
from algorithms.derive.config import StrengthConfig
from algorithms.network.config import PageRankConfig
from algorithms.scores.configuration import ScoringConfig
from graph.errors import SettingsError

NEAREST = 3
"""Keys named where one is unknown."""

Values = dict[str, Any]


def keys(constants: Constants) -> dict[str, float]:
    """Every number that can be set, by its name, such as `drift.emerging.network`."""
    return dict(_numbers(_values(constants), ""))


def changed(constants: Constants, settings: Mapping[str, str]) -> Constants:
    """The constants with some of them set, all at once: weights of a stage go on summing to 1.

    Raises:
        SettingsError: A key is unknown, or a value is no number or out of its bounds.
    """
    known, values = keys(constants), _values(constants)
    for key, text in settings.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, n=NEAREST, cutoff=0.0)
            raise SettingsError(f"no constant is called {key}", hint=f"Near: {', '.join(near)}.")
        *path, name = key.split(".")
        section = values
        for step in path:
            section = section[step]
        section[name] = _number(key, text, whole=isinstance(known[key], int))
    strength, pagerank = values.pop("strength"), values.pop("pagerank")
    try:
        return Constants(
            strength=dataclasses.replace(constants.strength, **strength),
            pagerank=PageRankConfig.model_validate(pagerank),
            scores=ScoringConfig.model_validate(values),
        )
    except ValueError as error:
        given = ", ".join(f"{key}={text}" for key, text in settings.items())
        usual = ", ".join(f"{key} is {known[key]:g}" for key in settings)
        raise SettingsError(f"{given}: {_reason(error)}", hint=f"Usually {usual}.") from error


def _reason(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors()[0]
    return first["msg"].removeprefix("Value error, ").removeprefix("Input ")


def _number(key: str, text: str, *, whole: bool) -> float:
    try:
        value = int(text) if whole else float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        kind = "whole number" if whole else "number"
        raise SettingsError(f"{key}={text}: that is no {kind}", hint=f"Give a {kind}.")
    return value


def _values(constants: Constants) -> Values:
    strength: StrengthConfig = constants.strength
    fields = {field.name: getattr(strength, field.name) for field in dataclasses.fields(strength)}
    return {
        "strength": fields,
        "pagerank": constants.pagerank.model_dump(),
        **{
            name: section.model_dump()
            for name, section in constants.scores
            if isinstance(section, BaseModel)
        },
    }


def _numbers(values: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, float]]:
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _numbers(cast(Values, value), f"{prefix}{name}.")
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield f"{prefix}{name}", value
