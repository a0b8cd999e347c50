"""Relay pages: connections, edges and page info."""

from typing import Generic, TypeVar

import strawberry

from api.compiler.declare import WEIGHT
from api.compiler.scalars import Long

T = TypeVar("T")


@strawberry.type(description="Where a page lies in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(
        description="Whether rows follow; read backward, whether a cursor was given."
    )
    has_previous_page: bool = strawberry.field(
        description="Whether rows precede; read forward, whether a cursor was given."
    )
    start_cursor: str | None = strawberry.field(description="Cursor of the first row.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last row.")


@strawberry.type(description="A row of a page, with its cursor.")
class Edge(Generic[T]):
    cursor: str = strawberry.field(description="Marks this row; for `after` and `before`.")
    node: T = strawberry.field(description="The row.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[T]):
    nodes: list[T] = strawberry.field(description="The rows.")
    edges: list[Edge[T]] = strawberry.field(description="The rows, each with its cursor.")
    page_info: PageInfo = strawberry.field(description="Where the page lies in the list.")
    total_count: Long = strawberry.field(
        description="Rows of the whole list; counted only when asked.",
        metadata={WEIGHT: 5},
    )
