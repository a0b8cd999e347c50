"""The schema, built from the types."""

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from api.compiler.scalars import SCALARS
from api.schema.query import Query


def build_schema() -> GraphQLSchema:
    """The whole schema; build it once a process."""
    schema = strawberry.Schema(Query, config=StrawberryConfig(scalar_map=SCALARS))
    return schema._schema  # pyright: ignore[reportPrivateUsage]
