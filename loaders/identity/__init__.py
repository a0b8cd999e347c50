"""Who is who: one entity for all records of the same artist, label, venue or release.

`records` says what follows from a set of records, `names` and `scoring` how alike two artists are,
`evidence` what the graph knows of them, `decide` which records belong together, `regroup` makes the
graph follow, `merge` does it by hand and `run` every night.
"""

from loaders.identity.listing import list_candidates, list_records
from loaders.identity.merge import Merged, SplitUp, merge, reject, split
from loaders.identity.records import (
    Record,
    decode_payload,
    encode_payload,
    resolve_properties,
    surviving_id,
)
from loaders.identity.run import IdentityReport, run_identity
from loaders.identity.scoring import MatchConfig

__all__ = [
    "IdentityReport",
    "MatchConfig",
    "Merged",
    "Record",
    "SplitUp",
    "decode_payload",
    "encode_payload",
    "list_candidates",
    "list_records",
    "merge",
    "reject",
    "resolve_properties",
    "run_identity",
    "split",
    "surviving_id",
]
