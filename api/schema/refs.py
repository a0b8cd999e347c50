"""Types named before they are defined, so that each noun has its own file."""

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from api.schema.artist import Artist
    from api.schema.catalogue import Label, Release, Track
    from api.schema.collective import Collective
    from api.schema.community import Community
    from api.schema.event import Event, EventSeries, Performance
    from api.schema.link import ArtistLink
    from api.schema.venue import Venue

_CATALOGUE, _EVENT = strawberry.lazy("api.schema.catalogue"), strawberry.lazy("api.schema.event")

ArtistRef = Annotated["Artist", strawberry.lazy("api.schema.artist")]
ArtistLinkRef = Annotated["ArtistLink", strawberry.lazy("api.schema.link")]
CollectiveRef = Annotated["Collective", strawberry.lazy("api.schema.collective")]
CommunityRef = Annotated["Community", strawberry.lazy("api.schema.community")]
EventRef = Annotated["Event", _EVENT]
EventSeriesRef = Annotated["EventSeries", _EVENT]
PerformanceRef = Annotated["Performance", _EVENT]
VenueRef = Annotated["Venue", strawberry.lazy("api.schema.venue")]
LabelRef = Annotated["Label", _CATALOGUE]
ReleaseRef = Annotated["Release", _CATALOGUE]
TrackRef = Annotated["Track", _CATALOGUE]
