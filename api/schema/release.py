"""Releases, and the recordings on them."""

from datetime import date

import strawberry

from api.compiler.declare import column, cypher, stored, traverse
from api.schema.enums import DatePrecision, ReleaseFormat, ReleaseType
from api.schema.node import Node
from api.schema.provenance import ExternalId, SourceRecord
from api.schema.refs import ArtistRef, LabelRef, ReleaseRef, TrackRef


@strawberry.type(description="A release.")
class Release(Node):
    title: str = stored(description="Title.")
    type: ReleaseType | None = stored(description="Sort of release, if known.")
    release_date: date | None = stored(description="First day of sale, if known.")
    date_precision: DatePrecision | None = stored(description="How precisely the day is known.")
    formats: list[ReleaseFormat] = cypher(
        "coalesce(this.formats, [])", description="What it is sold on; empty if unknown."
    )
    catalog_number: str | None = stored(description="The label's number, if known.")
    upc: str | None = stored(
        description="Product code in digits, if known and right; several releases may share it."
    )
    upc_raw: str | None = stored(description="A product code that is wrong, as its source has it.")
    beatport_chart_peak: int | None = stored(description="Best chart place at Beatport, if known.")
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )
    artists: list[ArtistRef] = traverse(
        "fields/release_artists", description="Artists credited on it, by name."
    )
    label: LabelRef | None = traverse("fields/release_label", description="Its label, if known.")
    external_ids: list[ExternalId] = traverse(
        "fields/external_ids", description="Its ids on platforms."
    )
    sources: list[SourceRecord] = traverse(
        "fields/source_records", description="The records of sources that describe it."
    )

    @traverse("fields/release_tracks")
    def tracks(self, first: int | None = None) -> list["ReleaseTrack"]:
        """Its recordings in order."""


@strawberry.type(description="A recording, and its place on a release.")
class ReleaseTrack:
    track: TrackRef = column(description="The recording.")
    disc_number: int | None = column(description="Disc or pair of sides, if known.")
    track_number: int | None = column(description="Place on its disc, 1 first, if known.")


@strawberry.type(description="A recording.")
class Track(Node):
    title: str = stored(description="Title, with the version in brackets.")
    isrc: str | None = stored(
        description="International standard recording code, if known and right; several "
        "recordings may share it."
    )
    isrc_raw: str | None = stored(
        description="A recording code that is wrong, as its source has it."
    )
    duration_sec: int | None = stored(description="Length in seconds, if known.")
    bpm: float | None = stored(description="Beats a minute, if known.")
    made_by_text: str | None = stored(
        description="Its makers as one text, where a source names them no other way."
    )
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )
    artists: list[ArtistRef] = traverse(
        "fields/release_artists", description="Artists credited on it, by name."
    )
    external_ids: list[ExternalId] = traverse(
        "fields/external_ids", description="Its ids on platforms."
    )
    sources: list[SourceRecord] = traverse(
        "fields/source_records", description="The records of sources that describe it."
    )

    @traverse("fields/track_releases")
    def releases(self, first: int | None = None) -> list[ReleaseRef]:
        """Releases it is on, oldest first, undated ones last."""
