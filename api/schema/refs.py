"""Types named before they are defined, so that each noun has its own file."""

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from api.schema.artist import Artist
    from api.schema.artists import ArtistFilter
    from api.schema.collective import Collective
    from api.schema.community import Community
    from api.schema.event import Event, EventSeries, Performance
    from api.schema.label import Label
    from api.schema.link import ArtistLink
    from api.schema.mix import Mix, MixPlatform
    from api.schema.release import Release, Track
    from api.schema.venue import Venue

_EVENT, _MIX = strawberry.lazy("api.schema.event"), strawberry.lazy("api.schema.mix")
_RELEASE = strawberry.lazy("api.schema.release")

ArtistFilterRef = Annotated["ArtistFilter", strawberry.lazy("api.schema.artists")]
ArtistRef = Annotated["Artist", strawberry.lazy("api.schema.artist")]
ArtistLinkRef = Annotated["ArtistLink", strawberry.lazy("api.schema.link")]
CollectiveRef = Annotated["Collective", strawberry.lazy("api.schema.collective")]
CommunityRef = Annotated["Community", strawberry.lazy("api.schema.community")]
EventRef = Annotated["Event", _EVENT]
EventSeriesRef = Annotated["EventSeries", _EVENT]
PerformanceRef = Annotated["Performance", _EVENT]
VenueRef = Annotated["Venue", strawberry.lazy("api.schema.venue")]
LabelRef = Annotated["Label", strawberry.lazy("api.schema.label")]
MixRef = Annotated["Mix", _MIX]
MixPlatformRef = Annotated["MixPlatform", _MIX]
ReleaseRef = Annotated["Release", _RELEASE]
TrackRef = Annotated["Track", _RELEASE]
