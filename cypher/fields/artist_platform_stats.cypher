// Artist.platformStats: the last worldwide reading of each number on each platform.
//
// mode: fragment
// this: Artist
// returns: 0 or 1 rows, none where nothing was read
//   spotifyFollowers         INTEGER       each number is null where it was never read
//   spotifyMonthlyListeners  INTEGER
//   spotifyPopularity        INTEGER
//   soundcloudFollowers      INTEGER
//   soundcloudPlays          INTEGER
//   beatportFollowers        INTEGER
//   beatportChartPeak        INTEGER       best place ever read
//   youtubeSubscribers       INTEGER
//   youtubeTotalViews        INTEGER
//   youtubeAvgViews          INTEGER
//   instagramFollowers       INTEGER
//   instagramEngagementRate  FLOAT
//   bandcampSupporters       INTEGER
//   discogsHave              INTEGER
//   discogsWant              INTEGER
//   raFollowers              INTEGER
//   raRanking                INTEGER
//   lastReading              DATE          day of the newest reading
//   sources                  LIST<STRING>  who read them
// source: written by the loaders, a node a year

CALL (this) {
  MATCH (this)<-[said:OF]-(year:MetricPoint)
  WHERE said.lastSeen IS NULL AND year.territoryCode IS NULL AND size(year.dates) > 0
  WITH year ORDER BY last(year.dates) DESC, year.id
  WITH year.platform + '.' + year.metricType AS metric, collect(year) AS years
  WITH metric, years, head(years) AS newest
  RETURN collect({
    metric: metric, day: last(newest.dates), source: newest.source, value: last(newest.values),
    best: reduce(lowest = null, each IN years | reduce(low = lowest, value IN each.values
      | CASE WHEN low <= value THEN low ELSE value END))
  }) AS readings
}
WITH readings
WHERE size(readings) > 0
CALL (readings) {
  UNWIND readings AS read
  WITH max(read.day) AS lastReading, collect(DISTINCT read.source) AS sources
  RETURN lastReading, sources
}
RETURN
  head([read IN readings WHERE read.metric = 'spotify.followers' | toInteger(read.value)])
    AS spotifyFollowers,
  head([read IN readings WHERE read.metric = 'spotify.monthly_listeners' | toInteger(read.value)])
    AS spotifyMonthlyListeners,
  head([read IN readings WHERE read.metric = 'spotify.popularity' | toInteger(read.value)])
    AS spotifyPopularity,
  head([read IN readings WHERE read.metric = 'soundcloud.followers' | toInteger(read.value)])
    AS soundcloudFollowers,
  head([read IN readings WHERE read.metric = 'soundcloud.plays' | toInteger(read.value)])
    AS soundcloudPlays,
  head([read IN readings WHERE read.metric = 'beatport.followers' | toInteger(read.value)])
    AS beatportFollowers,
  head([read IN readings WHERE read.metric = 'beatport.chart_position' | toInteger(read.best)])
    AS beatportChartPeak,
  head([read IN readings WHERE read.metric = 'youtube.subscribers' | toInteger(read.value)])
    AS youtubeSubscribers,
  head([read IN readings WHERE read.metric = 'youtube.views' | toInteger(read.value)])
    AS youtubeTotalViews,
  head([read IN readings WHERE read.metric = 'youtube.avg_views' | toInteger(read.value)])
    AS youtubeAvgViews,
  head([read IN readings WHERE read.metric = 'instagram.followers' | toInteger(read.value)])
    AS instagramFollowers,
  head([read IN readings WHERE read.metric = 'instagram.engagement_rate' | toFloat(read.value)])
    AS instagramEngagementRate,
  head([read IN readings WHERE read.metric = 'bandcamp.supporters' | toInteger(read.value)])
    AS bandcampSupporters,
  head([read IN readings WHERE read.metric = 'discogs.have' | toInteger(read.value)])
    AS discogsHave,
  head([read IN readings WHERE read.metric = 'discogs.want' | toInteger(read.value)])
    AS discogsWant,
  head([read IN readings WHERE read.metric = 'ra.followers' | toInteger(read.value)])
    AS raFollowers,
  head([read IN readings WHERE read.metric = 'ra.ranking' | toInteger(read.value)])
    AS raRanking,
  lastReading, sources
