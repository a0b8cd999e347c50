"""What every thing of the graph has."""

import strawberry

from api.compiler.declare import stored


@strawberry.interface(description="Anything that has an id of ours.")
class Node:
    id: strawberry.ID = stored(
        description="Stable id: two letters for the kind, `_`, and 16 hexadecimal digits."
    )
