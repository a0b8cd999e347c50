"""Who is who: one entity for all records of the same artist, label, venue or release.

`records` says what follows from a set of records, `names` and `scoring` how alike two artists are,
`matching` finds candidates, `merge` and `split` change the graph, `run` does it all.
"""

from loaders.identity.records import (
    Record,
    decode_payload,
    encode_payload,
    resolve_properties,
    surviving_id,
)

__all__ = [
    "Record",
    "decode_payload",
    "encode_payload",
    "resolve_properties",
    "surviving_id",
]
