"""Closed lists of values; a value is what the graph stores."""

from enum import Enum

import strawberry
from strawberry import enum_value as value


@strawberry.enum(description="What kind of act an artist is.")
class ArtistType(Enum):
    PERSON = value("person", description="One person.")
    GROUP = value("group", description="A band or other group.")
    ORCHESTRA = value("orchestra", description="An orchestra.")
    DUO = value("duo", description="Two people under one name.")
    OTHER = value("other", description="None of these.")


@strawberry.enum(description="Why two artists are connected.")
class ConnectionKind(Enum):
    B2B = value("b2b", description="Played one set together, back to back.")
    COLLAB = value("collab", description="Credited together on a release.")
    REMIX = value("remix", description="One remixed a track of the other.")
    SAME_LABEL = value("same_label", description="Released on or signed to the same label.")
    SAME_EVENT = value("same_event", description="On the line-up of the same night.")
    SAME_COLLECTIVE = value("same_collective", description="Members of the same collective.")


@strawberry.enum(description="In what two artists are alike.")
class SimilarityDimension(Enum):
    CONNECTION = value("connection", description="Artists both are connected with.")
    LABEL = value("label", description="Labels both released on or are signed to.")
    EVENT = value("event", description="Nights both played.")
    GENRE = value("genre", description="Genres of both.")
    SCENE = value("scene", description="Cities both play.")


@strawberry.enum(description="Direction of an order.")
class Direction(Enum):
    ASC = value("asc", description="Smallest, earliest or first by name at the top.")
    DESC = value("desc", description="Largest, latest or last by name at the top.")


@strawberry.enum(description="What artists can be ordered by.")
class ArtistOrder(Enum):
    DRIFT = value("drift", description="Drift Score, highest first.")
    UAI = value("uai", description="Underground Authenticity Index, highest first.")
    REACH = value("reach", description="Reach, highest first.")
    MOMENTUM = value("momentum", description="Momentum, highest first.")
    PREDICTION = value(
        "prediction", description="Probability of a breakout, highest first; the event beside it."
    )
    BOOKING = value("booking", description="Booking score, highest first.")
    PRESTIGE = value("prestige", description="Prestige, highest first.")
    PERCENTILE_OVERALL = value(
        "percentile_overall", description="Percentile of the Drift Score, highest first."
    )
    CENTRALITY = value("centrality", description="Centrality percentile, highest first.")
    BRIDGE = value("bridge", description="Bridge percentile, highest first.")
    EMERGING = value("emerging", description="Emerging percentile, highest first.")
    NAME = value("name", description="Name, as a computer sorts letters.")


@strawberry.enum(description="How precisely the date of a night is known.")
class DatePrecision(Enum):
    DAY = value("day", description="The day.")
    MONTH = value("month", description="The month only; the date is its middle.")
    YEAR = value("year", description="The year only; the date is its middle.")


@strawberry.enum(description="How a night takes place.")
class EventMode(Enum):
    IN_PERSON = value("in_person", description="At a venue.")
    STREAM = value("stream", description="Streamed only.")
    HYBRID = value("hybrid", description="At a venue and streamed.")
    AR = value("ar", description="In augmented reality.")
    VR = value("vr", description="In virtual reality.")


@strawberry.enum(description="Place of a set in its night.")
class TimeSlot(Enum):
    HEADLINER = value("headliner", description="The main act.")
    PRIME_TIME = value("prime_time", description="The hours with the fullest floor.")
    WARM_UP = value("warm_up", description="The opening hours.")
    CLOSING = value("closing", description="The last set.")
    DAYTIME = value("daytime", description="By day.")


@strawberry.enum(description="What a collective is.")
class CollectiveKind(Enum):
    COLLECTIVE = value("collective", description="Artists who work together.")
    PROMOTER = value("promoter", description="Organises nights.")
    CREW = value("crew", description="A crew.")


@strawberry.enum(description="What kind of release it is.")
class ReleaseType(Enum):
    SINGLE = value("single", description="A single.")
    EP = value("ep", description="An extended play.")
    ALBUM = value("album", description="An album.")
    COMPILATION = value("compilation", description="A compilation of several artists.")
    REMIX = value("remix", description="Remixes.")
    LIVE = value("live", description="A live recording.")


@strawberry.enum(description="What a release is sold on.")
class ReleaseFormat(Enum):
    VINYL = value("vinyl", description="Vinyl records.")
    DIGITAL = value("digital", description="Files.")
    CD = value("cd", description="Compact discs.")


@strawberry.enum(description="What sort of host of mixes it is.")
class MixPlatformType(Enum):
    PODCAST = value("podcast", description="A podcast.")
    LIVE_STREAM = value("live_stream", description="Streamed while it is played.")
    RADIO = value("radio", description="A radio show.")
    YOUTUBE_SERIES = value("youtube_series", description="A series on YouTube.")


@strawberry.enum(description="Whether a venue still holds nights.")
class VenueStatus(Enum):
    OPEN = value("open", description="It does.")
    CLOSED = value("closed", description="It is closed for good.")


@strawberry.enum(description="What ties an artist to a label.")
class LabelAffiliationKind(Enum):
    SIGNED = value("signed", description="Signed by it.")
    RELEASED_ON = value("released_on", description="Released there.")
    FOUNDED = value("founded", description="Founded it.")


@strawberry.enum(description="Who owns a label.")
class IndependenceStatus(Enum):
    INDEPENDENT = value("independent", description="Nobody but itself.")
    SUBSIDIARY = value("subsidiary", description="Another label.")
    MAJOR = value("major", description="One of the majors.")


@strawberry.enum(description="How high a label stands.")
class LabelTier(Enum):
    LEGENDARY = value("legendary", description="The most prestigious, for fifteen years or more.")
    ESTABLISHED = value("established", description="Of high prestige.")
    RISING = value("rising", description="Of some prestige, and growing as few others do.")
    EMERGING = value("emerging", description="None of these.")


@strawberry.enum(description="How far a review has come.")
class ReviewStatus(Enum):
    PENDING = value("pending", description="Waits for somebody.")
    APPROVED = value("approved", description="It is so.")
    REJECTED = value("rejected", description="It is not so.")
    NEEDS_INFO = value("needs_info", description="More has to be known first.")
    UNDER_REVIEW = value("under_review", description="Somebody looks at it.")


@strawberry.enum(description="What a scene is the scene of.")
class SceneKind(Enum):
    CITY = value("city", description="All nights of a city.")
    CITY_GENRE = value("city_genre", description="A genre in a city.")
    COUNTRY_GENRE = value("country_genre", description="A genre in a country.")


@strawberry.enum(description="Where a scene stands.")
class EmergenceStatus(Enum):
    EMERGING = value(
        "emerging", description="Health below 50, a quarter more nights than a year ago."
    )
    ACTIVE = value("active", description="None of the others.")
    ESTABLISHED = value("established", description="Health 70 and above.")
    DECLINING = value("declining", description="Fifteen percent fewer nights than a year ago.")


@strawberry.enum(description="A continent.")
class Region(Enum):
    EUROPE = value("europe", description="Europe.")
    NORTH_AMERICA = value(
        "north_america", description="North America, with Central America and the Caribbean."
    )
    ASIA = value("asia", description="Asia.")
    SOUTH_AMERICA = value("south_america", description="South America.")
    AFRICA = value("africa", description="Africa.")
    OCEANIA = value("oceania", description="Australia and the islands of the Pacific.")


@strawberry.enum(description="How far a run has come.")
class RunStatus(Enum):
    PENDING = value("pending", description="Not begun.")
    RUNNING = value("running", description="Under way.")
    SUCCEEDED = value("succeeded", description="Ended well.")
    FAILED = value("failed", description="Ended with an error.")
    HELD = value("held", description="Ended; waits for somebody to accept what it found.")


@strawberry.enum(description="How far a career has come.")
class CareerStage(Enum):
    EMERGING = value("emerging", description="Few nights a year.")
    BREAKING = value("breaking", description="Ten nights a year, or five with a first festival.")
    ESTABLISHED = value("established", description="Thirty nights a year, often as headliner.")
    PEAK = value("peak", description="As many nights as ever, as headliner, in many countries.")
    LEGACY = value("legacy", description="Half of what it once was, at prestigious nights.")


@strawberry.enum(description="Where a number or an id is from.")
class PlatformCode(Enum):
    SPOTIFY = value("spotify", description="Spotify.")
    YOUTUBE = value("youtube", description="YouTube.")
    SOUNDCLOUD = value("soundcloud", description="SoundCloud.")
    INSTAGRAM = value("instagram", description="Instagram.")
    BEATPORT = value("beatport", description="Beatport.")
    BANDCAMP = value("bandcamp", description="Bandcamp.")
    DISCOGS = value("discogs", description="Discogs.")
    RA = value("ra", description="Resident Advisor.")
    MUSICBRAINZ = value("musicbrainz", description="MusicBrainz.")
    LASTFM = value("lastfm", description="Last.fm.")
    MIXCLOUD = value("mixcloud", description="Mixcloud.")
    APPLE = value("apple", description="Apple Music.")
    ISNI = value("isni", description="International Standard Name Identifier.")


@strawberry.enum(description="How the last reading of a platform went.")
class FetchStatus(Enum):
    PENDING = value("pending", description="Not read yet.")
    SUCCESS = value("success", description="Read.")
    ERROR = value("error", description="Could not be read.")
    RATE_LIMITED = value("rate_limited", description="The platform asked to come back later.")
