"""What becomes of a row of a source: accepted, filtered by a rule, or rejected by a rule."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.rows import Statement


@dataclass(frozen=True, slots=True)
class Accepted:
    """Statements that follow from rows.

    Attributes:
        rows: How many rows of the input these statements account for; 0 for a statement that
            gathers what many rows say, each accounted for elsewhere.
        notes: Names of the rules that mended something on the way.
    """

    statements: tuple[Statement, ...]
    rows: int = 1
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filtered:
    """A row that a rule leaves out on purpose."""

    rule: str
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that could not be understood.

    Attributes:
        file: Name of the file.
        line: Number of the row in it, from 1.
        reason: What is wrong, and what would be right.
        raw: The row as it came.
    """

    rule: str
    file: str
    line: int
    reason: str
    raw: str
    rows: int = 1


class Malformed(ValueError):
    """A row that does not have the shape of its source.

    Attributes:
        rule: The rule that refuses it.
    """

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(reason)
        self.rule = rule


Outcome = Accepted | Filtered | Rejected


@dataclass
class Tally:
    """Rows taken out of files, counted where they are read.

    Attributes:
        rows: So far.
        total: In all, once it is known.
    """

    rows: int = 0
    total: int | None = None


@dataclass(frozen=True)
class Source:
    """A source that can be loaded.

    Attributes:
        name: As it stands on every fact.
        version: Of its parser; raised with every change of what a row is turned into.
        files: Names of the files it reads, in the folder that is given to `outcomes`.
        outcomes: All rows of a folder, the same ones in the same order every time.
        synthetic: Whether everything in it was made up.
        complete: Whether a folder always holds all that the source states.
    """

    name: str
    version: str
    files: tuple[str, ...]
    outcomes: Callable[[Path, Tally], Iterator[Outcome]]
    synthetic: bool = False
    complete: bool = True
