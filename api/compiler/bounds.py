"""How many rows a list has at most: a number, or who knows it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Given:
    """The request says it.

    Attributes:
        parameter: Its name in the statement: a number, or a list as long.
    """

    parameter: str


@dataclass(frozen=True)
class PageSize:
    """The request says it, as the size of a page.

    Attributes:
        use: Number under which the page facts of the request are found.
    """

    use: int


@dataclass(frozen=True)
class Measured:
    """The graph says it: the most rows that the fragment has for any one parent.

    Attributes:
        fragment: Path of its file below `cypher/`.
    """

    fragment: str


Asked = Given | PageSize | Measured
"""What has to be asked for each request."""

Bound = int | Asked
