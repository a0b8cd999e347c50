// What the small scene has besides artists and nights: labels, releases, mixes, more places.
//
// mode: write
// timeout: 30 s

MATCH (artist:Artist)
WITH artist ORDER BY artist.id
WITH collect(artist) AS artists
MATCH (label:Label {id: 'lb_0000000000000001'})
SET label.slug = 'ostgut', label.genreTags = ['techno', 'house'], label.hqCity = 'Berlin', label.hqCountry = 'DE',
  label.activeSince = 2005, label.distributionPartner = 'Kompakt'
CREATE (parent:Label {id: 'lb_0000000000000002', name: 'Major', independenceStatus: 'major', source: 'test', synthetic: false})
CREATE (other:Label {id: 'lb_0000000000000003', name: 'Unterton', slug: 'unterton', hqCountry: 'DE', activeSince: 2012,
  source: 'test', synthetic: true})
CREATE (alike:Label {id: 'lb_0000000000000004', name: 'Unterton', independenceStatus: 'subsidiary', source: 'test', synthetic: false})
CREATE (:Redirect {id: 'lb_ffffffffffffffff'})-[:TO]->(label)
WITH artists, label, parent, other, alike
CALL (label, parent, other, alike) {
  UNWIND [[label, parent, 'a'], [other, label, 'b'], [alike, label, 'c'], [other, parent, 'd']] AS row
  WITH row[0] AS child, row[1] AS owner, row[2] AS sourceId
  CREATE (child)-[belongs:SUBLABEL_OF {source: 'test', sourceId: sourceId, confidence: 1.0}]->(owner)
  SET belongs.lastSeen = CASE sourceId WHEN 'd' THEN datetime() END
}
CALL (artists, label, other) {
  UNWIND range(0, 6) AS n
  WITH artists[n] AS artist, label, other, n
  CREATE (artist)-[:RELEASED_ON {releaseCount: n, active: n % 2 = 0, firstRelease: date('2016-05-01'),
    lastRelease: date('2016-05-01') + duration({months: n})}]->(label)
  CREATE (artist)-[signed:SIGNED_TO {source: 'test', sourceId: toString(n), confidence: 1.0, active: n < 3}]->
    (other)
  SET signed.from = CASE WHEN n <> 1 THEN date('2015-01-01') + duration({months: n}) END,
    signed.to = CASE WHEN n % 2 = 0 THEN date('2016-01-01') + duration({months: n}) END,
    signed.lastSeen = CASE n WHEN 5 THEN datetime() END
}
CALL (artists, label) {
  MATCH (crew:Collective {id: 'co_0000000000000001'}), (series:EventSeries {id: 'es_0000000000000001'})
  SET crew.foundedYear = 2009, series.city = 'Berlin', series.foundedYear = 2004
  CREATE (promoter:Collective {id: 'co_0000000000000002', name: 'Nightshift', kind: 'promoter', source: 'test', synthetic: true})
  WITH artists, label, crew, series, promoter
  UNWIND [[label, 0], [label, 3], [crew, 5], [series, 2]] AS row
  WITH row[0] AS made, artists[row[1]] AS artist, row[1] AS n, crew, promoter
  CREATE (artist)-[:FOUNDED {source: 'test', sourceId: toString(n), confidence: 1.0}]->(made)
  WITH DISTINCT crew, promoter
  MATCH (event:Event)
  WITH crew, promoter, event, toInteger(split(event.sourceId, '/')[1]) AS n
  FOREACH (one IN CASE n % 3 WHEN 0 THEN [crew] WHEN 1 THEN [crew, promoter] ELSE [] END |
    CREATE (one)-[:ORGANISED {source: 'test', sourceId: toString(n), confidence: 1.0}]->(event))
  SET event.url = CASE WHEN n < 4 THEN 'https://example.org/night/' + toString(n) END
}
CALL (artists) {
  MATCH (artist:Artist {id: 'ar_0000000000000002'}), (event:Event {id: 'ev_0000000000000001'})
  CREATE (artist)-[:ORGANISED {source: 'test', sourceId: 'o', confidence: 1.0}]->(event)
  WITH event
  MATCH (fabric:Venue {id: 've_000000000000000a'})
  SET fabric.lat = 51.5198, fabric.lon = -0.1025, fabric.address = '77a Charterhouse St', fabric.status = 'open'
  CREATE (:Venue {id: 've_000000000000000c', name: 'Turnmills', city: 'London', country: 'GB', capacity: 700,
    status: 'closed', source: 'test', synthetic: true})
}
CALL (artists) {
  MATCH (release:Release)
  WITH artists, release, toInteger(right(release.id, 1)) AS n
  SET release.formats = CASE WHEN n < 3 THEN ['vinyl', 'digital'] END, release.datePrecision = 'day',
    release.catalogNumber = CASE WHEN n < 4 THEN 'OST ' + toString(n) END, release.beatportChartPeak = CASE n WHEN 4 THEN 3 END,
    release.upc = CASE WHEN n < 3 THEN '036000291452' END, release.upcRaw = CASE n WHEN 3 THEN '12' END
  WITH artists, release, n
  MATCH (track:Track {id: 'tr_000000000000000' + toString(n)})
  SET track.bpm = 120.5 + n
  WITH artists, release, n
  MATCH (track:Track {id: 'tr_000000000000000' + toString(1 + (n + 1) % 4)})
  CREATE (track)-[:ON_RELEASE {source: 'test', sourceId: 'x' + toString(n), confidence: 1.0, discNumber: 1,
    trackNumber: CASE WHEN n <> 2 THEN n END}]->(release)
}
CALL (artists) {
  CREATE (:Track {id: 'tr_0000000000000005', title: 'Track 1', isrc: 'GBAAA1600001', madeByText: 'Somebody & Co',
    source: 'test', synthetic: true})
  CREATE (:Track {id: 'tr_0000000000000006', title: 'Wrong', isrcRaw: 'XX', source: 'test', synthetic: false})
  WITH artists
  CREATE (radio:MixPlatform {id: 'mp_0000000000000001', name: 'Radio', slug: 'radio', platformType: 'radio', active: true,
    url: 'https://example.org/radio', prestigeScore: 90.0, source: 'test', synthetic: false})
  CREATE (:MixPlatform {id: 'mp_0000000000000002', name: 'Podcast', slug: 'podcast', source: 'test', synthetic: true})
  WITH artists, radio
  UNWIND range(1, 6) AS n
  CREATE (mix:Mix {id: 'mx_000000000000000' + toString(n), title: 'Mix ' + toString(n % 4), isB2b: n % 2 = 0,
    source: 'test', sourceId: 'mix/' + toString(n), synthetic: n = 4})
  SET mix.date = CASE WHEN n <> 3 THEN date('2018-03-01') + duration({days: n / 2}) END,
    mix.datePrecision = CASE WHEN n <> 3 THEN 'day' END,
    mix.setLengthMinutes = CASE WHEN n > 2 THEN 60 * n END, mix.viewCount = CASE WHEN n > 1 THEN 4294967296 + n END,
    mix.hasVideo = CASE WHEN n > 3 THEN true END, mix.url = CASE WHEN n < 4 THEN 'https://example.org/mix/' + toString(n) END
  FOREACH (one IN CASE WHEN n <> 5 THEN [radio] ELSE [] END |
    CREATE (mix)-[:HOSTED_BY {source: 'test', sourceId: toString(n), confidence: 1.0}]->(one))
  WITH artists, mix, n
  UNWIND [n, 3] AS at
  WITH DISTINCT artists[at] AS artist, mix, n
  CREATE (artist)-[:APPEARED_ON {source: 'test', sourceId: toString(n) + artist.id, confidence: 1.0}]->(mix)
  WITH DISTINCT mix, n
  MATCH (track:Track) WHERE right(track.id, 1) <= toString(n)
  CREATE (mix)-[:HAS_TRACK {source: 'test', sourceId: toString(n) + track.id, confidence: 1.0,
    position: 10 - toInteger(right(track.id, 1)) / 2}]->(track)
}
CALL () {
  CREATE (city:City {id: 'ci_0000000000000001', name: 'London', source: 'drift', synthetic: false})
  WITH city
  MATCH (fabric:Venue {id: 've_000000000000000a'}), (somewhere:Event {id: 'ev_0000000000000010'})
  CREATE (fabric)-[:LOCATED_IN {source: 'test', sourceId: 'l', confidence: 1.0}]->(city)
  CREATE (somewhere)-[:LOCATED_IN {source: 'test', sourceId: 'm', confidence: 1.0}]->(city)
  WITH city
  UNWIND [['London', 'city', 'London', 'GB', null, [2, 4, 6, 8, 10]], ['Berlin', 'city', 'Berlin', 'DE', null, [1, 3, 9, 11]],
    ['London Techno', 'city_genre', 'London', 'GB', 'techno', [2, 4]], ['Germany Techno', 'country_genre', null, 'DE', 'techno', [1, 3]],
    ['Atlantis', 'city', 'Atlantis', null, null, []]] AS row
  WITH row, CASE row[0] WHEN 'London' THEN 3 WHEN 'Berlin' THEN 4 WHEN 'London Techno' THEN 5 WHEN 'Germany Techno' THEN 6
    ELSE 7 END AS n
  CREATE (scene:Scene {id: 'sc_000000000000000' + toString(n), name: row[0], slug: replace(toLower(row[0]), ' ', '_'),
    kind: row[1], source: 'drift', synthetic: n = 5})
  SET scene.city = row[2], scene.country = row[3], scene.genre = row[4],
    scene.region = CASE WHEN row[3] IS NOT NULL THEN 'europe' END
  SET scene += CASE n
    WHEN 3 THEN {healthScore: 70.0, healthCoverage: 0.85, healthMissing: ['labels'], healthParts: [80.0, 60.0, 0.0 / 0.0, 90.0, 50.0],
      healthContributions: [24.0, 18.0, 0.0 / 0.0, 16.0, 12.0], eventFrequency: 2.5, growthRate: 12.5, emergenceStatus: 'established',
      emergenceDetected: true, emergenceQuarters: 3, activeArtists: 40, venueDiversity: 0.75, genreDiversity: 0.5,
      scoreVersion: 'scores-1', scoreAsOf: date('2018-12-31')}
    WHEN 4 THEN {healthScore: 30.0, healthCoverage: 1.0, healthMissing: [], healthParts: [30.0, 30.0, 30.0, 30.0, 30.0],
      healthContributions: [7.5, 7.5, 4.5, 4.5, 6.0], eventFrequency: 0.5, growthRate: 40.0, emergenceStatus: 'emerging', labelCount: 1,
      emergenceDetected: false, emergenceQuarters: 1, activeArtists: 9, venueDiversity: 0.0, genreDiversity: 0.25,
      scoreVersion: 'scores-1', scoreAsOf: date('2018-12-31')}
    WHEN 5 THEN {healthCoverage: 0.0, healthMissing: ['TOO_FEW_NIGHTS'], healthParts: [0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0],
      healthContributions: [0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0], eventFrequency: 0.0, activeArtists: 0,
      scoreVersion: 'scores-1', scoreAsOf: date('2018-12-31')}
    ELSE {} END
  WITH scene, row
  UNWIND row[5] AS n
  MATCH (event:Event {id: 'ev_' + right('000000000000000' + toString(n), 16)})
  CREATE (event)-[:IN_SCENE {computedAt: datetime()}]->(scene)
}
CALL () {
  MATCH (city:City {id: 'ci_0000000000000001'}), (scene:Scene)
  WHERE scene.id IN ['sc_0000000000000003', 'sc_0000000000000005']
  CREATE (scene)-[:IN_CITY {computedAt: datetime()}]->(city)
}
CALL () {
  UNWIND [[3, 3], [4, 3], [5, 3], [3, 4], [3, 5], [4, 6]] AS row
  MATCH (artist:Artist {id: 'ar_000000000000000' + toString(row[0])}), (scene:Scene {id: 'sc_000000000000000' + toString(row[1])})
  CREATE (artist)-[:AFFILIATED_WITH {affiliationStrength: 1.0, isHomeScene: true, eventsInScene: row[0],
    firstAppearance: date('2017-01-01'), lastAppearance: date('2018-01-01'), computedAt: datetime()}]->(scene)
}
CALL () {
  UNWIND [
    [1, 68.0, 'established', 'prestige 68.0', [80.0, 60.0, 0.0 / 0.0, 100.0, 50.0], [25.0, 18.0, 0.0 / 0.0, 12.5, 12.5], 0.8, 4, 60.0, 50.0],
    [2, null, null, 'too little is known for a prestige', [0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0, 0.0 / 0.0],
      [0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0, 0.0 / 0.0], 0.1, null, null, null],
    [3, 41.0, 'rising', 'prestige 41.0, grows as only few labels do', [20.0, 40.0, 90.0, 0.0 / 0.0, 0.0 / 0.0],
      [6.0, 14.0, 21.0, 0.0 / 0.0, 0.0 / 0.0], 0.7, 2, 30.0, null]
  ] AS row
  MATCH (label:Label {id: 'lb_000000000000000' + toString(row[0])})
  SET label += {prestigeScore: row[1], tier: row[2], tierReason: row[3], prestigeParts: row[4], prestigeContributions: row[5],
    prestigeCoverage: row[6], rosterCount: row[7], rosterCentrality: row[8], rosterCentralityMean: row[8] / row[7],
    vinylPercentage: row[9], notableAlumni: CASE row[0] WHEN 1 THEN 1 WHEN 3 THEN 0 END,
    scoreVersion: 'scores-1', scoreAsOf: date('2019-12-31')}
}
CALL (artists) {
  UNWIND [2, 3, 4] AS n
  WITH artists[n - 1] AS artist, n
  CREATE (artist)<-[:DESCRIBES]-(:SourceRecord {id: 'sr_000000000000000' + toString(n), source: 'other',
    sourceId: 'artist/' + toString(n), kind: 'Artist', firstSeen: datetime('2020-01-02T00:00:00Z'), synthetic: false})
  WITH count(*) AS records
  UNWIND [[1, 1, 2, 0.7, 'pending', 'Artist'], [2, 1, 3, 0.95, 'approved', 'Artist'], [3, 2, 3, 0.5, 'rejected', 'Artist'],
    [4, 1, 4, 0.7, 'pending', 'Artist'], [5, 2, 4, 0.99, 'pending', 'Label']] AS row
  CREATE (:IdentityCandidate {id: 'ic_000000000000000' + toString(row[0]), recordA: 'sr_000000000000000' + toString(row[1]),
    recordB: 'sr_000000000000000' + toString(row[2]), score: row[3], status: row[4], entityKind: row[5], reasons: ['same name'],
    source: 'drift', synthetic: false})
}
FINISH
