"""Numbers on platforms: readings over time, and the last of each."""

import datetime
from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.declare import column, cypher, traverse
from api.compiler.scalars import Long
from api.schema.operations import SourceFreshness

_STREAMING = """coalesce(spotifyMonthlyListeners, 0) + coalesce(soundcloudPlays, 0) / 100
  + coalesce(youtubeTotalViews, 0) / 1000"""
_SOCIAL = """coalesce(spotifyFollowers, 0) + coalesce(soundcloudFollowers, 0)
  + coalesce(youtubeSubscribers, 0) + coalesce(instagramFollowers, 0)"""


@strawberry.enum(description="What a number counts.")
class MetricType(Enum):
    FOLLOWERS = value("followers", description="Followers.")
    MONTHLY_LISTENERS = value("monthly_listeners", description="Listeners of the last month.")
    PLAYS = value("plays", description="Plays.")
    VIEWS = value("views", description="Views.")
    SUBSCRIBERS = value("subscribers", description="Subscribers.")
    CHART_POSITION = value("chart_position", description="Place in a chart, 1 the top.")
    POPULARITY = value("popularity", description="Popularity as the platform rates it.")
    AVG_VIEWS = value("avg_views", description="Views of a video on average.")
    ENGAGEMENT_RATE = value("engagement_rate", description="Share of followers that react.")
    SUPPORTERS = value("supporters", description="Supporters.")
    HAVE = value("have", description="People that own it.")
    WANT = value("want", description="People that want it.")
    RANKING = value("ranking", description="Rank among artists, 1 the top.")
    STREAMS = value("streams", description="Streams.")
    STREAMS_7D = value("streams_7d", description="Streams of seven days.")
    STREAMS_28D = value("streams_28d", description="Streams of 28 days.")
    STREAMS_12M = value("streams_12m", description="Streams of twelve months.")
    DOWNLOADS = value("downloads", description="Downloads.")
    REVENUE = value("revenue", description="Revenue.")
    LISTENERS = value("listeners", description="Listeners.")
    SAVES = value("saves", description="Saves.")
    COMPLETION_RATE = value("completion_rate", description="Share of plays to the end.")
    SKIP_RATE = value("skip_rate", description="Share of plays that were skipped.")
    PLAYLISTS = value("playlists", description="Playlists it is on.")
    SHARES = value("shares", description="Shares.")
    COMMENTS = value("comments", description="Comments.")
    LIKES = value("likes", description="Likes.")
    FOLLOWS_GAINED = value("follows_gained", description="Followers won.")
    AVG_PLAYBACK_DURATION = value("avg_playback_duration", description="Time played on average.")
    UNIQUE_LISTENERS = value("unique_listeners", description="Listeners, each counted once.")
    NEW_LISTENERS = value("new_listeners", description="Listeners that came for the first time.")
    RETURNING_LISTENERS = value("returning_listeners", description="Listeners that came back.")
    TICKETS_SOLD = value("tickets_sold", description="Tickets sold.")
    CHAT_MESSAGES = value("chat_messages", description="Messages in a chat.")
    KPI = value("kpi", description="A figure that a partner defined.")


@strawberry.type(description="One reading of a number.")
class MetricPoint:
    at: datetime.date = column(description="Day of the reading.")
    value: float = column(description="What was read.")
    territory_code: str | None = column(
        description="Country it is of, ISO 3166 code; null for the whole world."
    )
    is_estimated: bool = column(description="Whether it is an estimate.")
    source: str = column(description="Source that read it.")


@strawberry.type(description="The last worldwide reading of each number; null where none was read.")
class PlatformStats:
    spotify_followers: Long | None = column(description="Followers at Spotify.")
    spotify_monthly_listeners: Long | None = column(description="Listeners of a month at Spotify.")
    spotify_popularity: int | None = column(description="Popularity at Spotify, 0 to 100.")
    soundcloud_followers: Long | None = column(description="Followers at SoundCloud.")
    soundcloud_plays: Long | None = column(description="Plays at SoundCloud.")
    beatport_followers: Long | None = column(description="Followers at Beatport.")
    beatport_chart_peak: int | None = column(
        description="Best chart place ever read at Beatport, 1 the top."
    )
    youtube_subscribers: Long | None = column(description="Subscribers at YouTube.")
    youtube_total_views: Long | None = column(description="Views at YouTube.")
    youtube_avg_views: Long | None = column(description="Views of a video at YouTube on average.")
    instagram_followers: Long | None = column(description="Followers at Instagram.")
    instagram_engagement_rate: float | None = column(
        description="Share of the followers at Instagram that react."
    )
    bandcamp_supporters: Long | None = column(description="Supporters at Bandcamp.")
    discogs_have: Long | None = column(description="People that own a release, by Discogs.")
    discogs_want: Long | None = column(description="People that want a release, by Discogs.")
    ra_followers: Long | None = column(description="Followers at Resident Advisor.")
    ra_ranking: int | None = column(description="Rank at Resident Advisor, 1 the top.")
    total_streaming_reach: Long = cypher(
        _STREAMING,
        description="Listeners at Spotify, plays at SoundCloud / 100, views at YouTube / 1000; "
        "an unknown one counts as 0.",
    )
    total_social_reach: Long = cypher(
        _SOCIAL,
        description="Followers at Spotify, SoundCloud and Instagram, subscribers at YouTube; "
        "an unknown one counts as 0.",
    )
    last_reading: datetime.date = column(description="Day of the newest of these readings.")
    as_of: list[SourceFreshness] = traverse(
        "fields/freshness", description="How fresh the sources are that read them, by name."
    )
