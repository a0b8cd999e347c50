"""Computed scores on their way into the graph."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from algorithms.scores.nights import Nights
from algorithms.scores.parts import Floats


@dataclass(frozen=True)
class ScoreTable:
    """Scores of the nodes of one label.

    Attributes:
        label: Label of the nodes.
        ids: Their ids, sorted.
        columns: Property -> one value a node, None where it has none.
        percentages: Properties that lie between 0 and 100.
        as_of: Date they are computed for.
        version: Configuration they depend on.
    """

    label: str
    ids: tuple[str, ...]
    columns: Mapping[str, Sequence[Any]]
    percentages: tuple[str, ...]
    as_of: date
    version: str

    def rows(self) -> dict[str, tuple[Any, ...]]:
        """Id -> its values, in the order of the columns."""
        if not self.columns:
            return {}
        return dict(zip(self.ids, zip(*self.columns.values(), strict=True), strict=True))


@dataclass(frozen=True)
class LinkTable:
    """Computed relationships of one type, which all leave artists.

    Attributes:
        type: Their type.
        ids: Artists that have any, sorted.
        links: Of each artist its links by what they lead to: `[other id, *properties]`.
    """

    type: str
    ids: tuple[str, ...]
    links: Sequence[Sequence[Sequence[Any]]]


@dataclass(frozen=True)
class Scores:
    """What is published beside the network.

    Attributes:
        tables: The scores, a table a label.
        weights: Property of the publication -> weights of the parts of a score, in their order, or
            the constants of something that is computed when it is asked for.
        links: The computed relationships, a table a type.
        nights: The nights they were computed from, for what is computed next; None if there are
            no scores.
    """

    tables: tuple[ScoreTable, ...] = ()
    weights: Mapping[str, list[float]] = field(default_factory=dict[str, list[float]])
    links: tuple[LinkTable, ...] = ()
    nights: Nights | None = field(default=None, compare=False)


NO_SCORES = Scores()


def known(values: Floats) -> list[float | None]:
    """A column of numbers as the graph stores it: NaN is absent."""
    return [None if np.isnan(value) else value for value in values.tolist()]


def lists(values: Floats) -> list[list[float]]:
    """N x K numbers as lists; the graph stores no null inside a list, so unknown stays NaN."""
    return values.tolist()
