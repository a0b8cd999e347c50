"""The version that readers watch: even while scores rest, odd while they are being written.

Neo4j reads committed data row by row, so a statement that runs during a publication may see some
artists before it and some after. Every reader therefore reads the version first and last, and
trusts its answer only if both are equal and even; the publisher makes the version odd in a
transaction of its own before it writes, and even in another afterwards.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from graph.client import Graph, Transaction
from graph.errors import PublicationTaken
from graph.queries import cypher

READ = cypher("publish/read_publication")
BEGIN = cypher("publish/begin_publication")
HOLD = cypher("publish/hold_publication")
END = cypher("publish/end_publication")

DEAD_PUBLISHER_AFTER = timedelta(seconds=60)
"""How long a version may be odd before its publisher counts as dead."""


@dataclass(frozen=True)
class PublicationState:
    """Where publication stands.

    Attributes:
        version: Odd while scores are being written; 0 before the first publication.
        data_version: Grows with each load batch, derivation, publication and curated change.
        publisher: Run that is writing, None if none.
        publishing_since: When it began.
        score_as_of: Date the published scores were computed for.
        score_version: Scoring configuration they depend on.
        community_input: Digest of what the published communities were found in.
        next_community_id: Number the next new community gets.
        modularity: Modularity of the published communities.
        community_churn: Share of artists whose community the last publication changed, 0 to 1.
    """

    version: int
    data_version: int
    publisher: str | None
    publishing_since: datetime | None
    score_as_of: date | None
    score_version: str | None
    community_input: str | None
    next_community_id: int
    modularity: float | None
    community_churn: float | None

    @property
    def publishing(self) -> bool:
        """Whether scores are being written, or were when their publisher died."""
        return self.version % 2 == 1

    @property
    def published_version(self) -> int:
        """The version whose scores were last whole."""
        return self.version - self.version % 2

    def publisher_is_dead(self, now: datetime) -> bool:
        """Whether a publication is open for so long that nobody is writing any more."""
        since = self.publishing_since
        return self.publishing and since is not None and now - since > DEAD_PUBLISHER_AFTER


@dataclass(frozen=True)
class Publication:
    """A publication in progress.

    Attributes:
        publisher: The run that writes; also its fence against a run that took over.
        version: The odd version.
    """

    publisher: str
    version: int

    @property
    def final_version(self) -> int:
        """The even version that the publication ends in."""
        return self.version + 1


async def read(graph: Graph) -> PublicationState:
    """Where publication stands now."""
    row = (await graph.rows(READ))[0]
    since, as_of = row["publishingSince"], row["scoreAsOf"]
    return PublicationState(
        version=row["version"],
        data_version=row["dataVersion"],
        publisher=row["publisher"],
        publishing_since=None if since is None else datetime.fromisoformat(since),
        score_as_of=None if as_of is None else date.fromisoformat(as_of),
        score_version=row["scoreVersion"],
        community_input=row["communityInput"],
        next_community_id=row["nextCommunityId"],
        modularity=row["modularity"],
        community_churn=row["communityChurn"],
    )


async def begin(graph: Graph, publisher: str) -> Publication:
    """Make the version odd, in a transaction of its own; take over what a dead run left open."""
    row = (await graph.write(BEGIN, publisher=publisher)).rows[0]
    return Publication(publisher=publisher, version=row["version"])


async def hold(transaction: Transaction, publication: Publication) -> None:
    """Make sure, until the transaction ends, that the publication is still this run's.

    Raises:
        PublicationTaken: Another run took over.
    """
    held = await transaction.run(HOLD, publisher=publication.publisher)
    if not held.rows:
        raise PublicationTaken(publication.publisher)


async def end(graph: Graph, publication: Publication) -> int:
    """Make the version even, in a transaction of its own, and answer it.

    Raises:
        PublicationTaken: Another run took over.
    """
    ended = await graph.write(END, publisher=publication.publisher)
    if not ended.rows:
        # A lost acknowledgement repeats the statement; then the version already is the final one.
        state = await read(graph)
        if state.version != publication.final_version:
            raise PublicationTaken(publication.publisher)
    return publication.final_version
