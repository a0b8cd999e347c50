"""Prints the schema; `schema.graphql` is what this printed when the schema was last changed."""

import sys

from graphql import print_schema

from api.schema.build import build_schema


def exported() -> str:
    """The schema in its definition language."""
    return print_schema(build_schema()) + "\n"


if __name__ == "__main__":
    sys.stdout.write(exported())
