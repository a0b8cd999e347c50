"""Types named before they are defined, so that each noun has its own file."""

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from api.schema.artist import Artist
    from api.schema.artists import ArtistFilter
    from api.schema.collective import Collective
    from api.schema.collectives import CollectiveFilter
    from api.schema.community import Community
    from api.schema.event import Event, EventSeries, Performance
    from api.schema.events import EventFilter
    from api.schema.label import Label
    from api.schema.labels import LabelFilter
    from api.schema.link import ArtistLink
    from api.schema.mix import Mix, MixPlatform
    from api.schema.release import Release, Track
    from api.schema.releases import ReleaseFilter
    from api.schema.scene import Scene
    from api.schema.tracks import TrackFilter
    from api.schema.venue import Venue
    from api.schema.venues import VenueFilter

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
SceneRef = Annotated["Scene", strawberry.lazy("api.schema.scene")]
TrackRef = Annotated["Track", _RELEASE]
CollectiveFilterRef = Annotated["CollectiveFilter", strawberry.lazy("api.schema.collectives")]
EventFilterRef = Annotated["EventFilter", strawberry.lazy("api.schema.events")]
LabelFilterRef = Annotated["LabelFilter", strawberry.lazy("api.schema.labels")]
ReleaseFilterRef = Annotated["ReleaseFilter", strawberry.lazy("api.schema.releases")]
TrackFilterRef = Annotated["TrackFilter", strawberry.lazy("api.schema.tracks")]
VenueFilterRef = Annotated["VenueFilter", strawberry.lazy("api.schema.venues")]
