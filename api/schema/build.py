"""The schema, built from the types."""

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from api.compiler.check import check_schema
from api.compiler.scalars import SCALARS
from api.schema.query import Query


def build_schema() -> GraphQLSchema:
    """The whole schema; build it once a process.

    Raises:
        DeclarationWrong: A field and its fragment disagree.
    """
    schema = strawberry.Schema(Query, config=StrawberryConfig(scalar_map=SCALARS))
    built = schema._schema  # pyright: ignore[reportPrivateUsage]
    check_schema(built)
    return built
