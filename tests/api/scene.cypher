// A small scene with everything the schema can show, and some things it has to complain about.
//
// mode: write
// timeout: 30 s

UNWIND range(1, 14) AS n
CREATE (artist:Artist {id: 'ar_' + right('000000000000000' + toString(n), 16), name: 'Artist ' + toString(n),
  source: 'test', synthetic: n % 2 = 0, createdAt: datetime(), updatedAt: datetime()})
SET artist.type = CASE n % 4 WHEN 0 THEN 'person' WHEN 1 THEN 'group' WHEN 2 THEN 'duo' END,
  artist.country = CASE WHEN n % 3 = 0 THEN 'GB' END,
  artist.homeCity = CASE WHEN n % 5 = 0 THEN 'London' END,
  artist.genres = CASE WHEN n % 4 = 0 THEN ['house', 'techno'] END,
  artist.isVerified = CASE WHEN n % 6 = 0 THEN true END
SET artist += CASE WHEN n <= 9 THEN {pagerank: n / 100.0, centralityPct: toFloat(10 * (n % 4)),
  bridgeRaw: n / 10.0, bridgePct: toFloat(n), communityId: 1 + n % 2, componentId: 1,
  betweenness: toFloat(n), participation: 0.5, scoreVersion: 'v1', scoreAsOf: date('2019-12-31')} ELSE {} END
WITH collect(artist) AS artists
UNWIND [1, 2] AS c
CREATE (community:Community {id: 'cm_' + toString(c), communityId: c, name: 'Community ' + toString(c), size: 4 + c,
  topGenre: CASE c WHEN 1 THEN 'house' END, topCity: 'London', firstSeen: date('2019-01-01'), source: 'drift',
  synthetic: false, version: 0})
SET community.churn = CASE c WHEN 1 THEN 0.25 END
WITH artists, collect(community) AS communities
CALL (artists, communities) {
  UNWIND artists AS artist UNWIND communities AS community
  WITH artist, community WHERE artist.communityId = community.communityId
  CREATE (artist)-[:IN_COMMUNITY {version: 0}]->(community)
}
CALL (artists) {
  UNWIND range(0, 8) AS i UNWIND range(0, 8) AS j
  WITH artists, i, j WHERE i < j AND (i + j) % 3 <> 0
  WITH artists[i] AS one, artists[j] AS other, i, j
  CREATE (one)-[:CONNECTED {strength: ((i * 7 + j) % 9 + 1) / 10.0, weight: 1.0, count: i + j,
    first: date('2015-01-01') + duration({months: i}), last: date('2017-01-01') + duration({months: j}),
    kinds: CASE WHEN i % 2 = 0 THEN ['b2b', 'same_event'] ELSE ['same_event'] END, computedAt: datetime()}]->(other)
  CREATE (one)-[:SHARES_EVENT {strength: ((i * 7 + j) % 9 + 1) / 20.0, weight: 1.0, count: i + j}]->(other)
  FOREACH (ignored IN CASE WHEN i % 2 = 0 THEN [1] ELSE [] END |
    CREATE (one)-[:B2B_WITH {strength: 0.5, weight: 1.0, count: 1}]->(other))
}
CREATE (one:Venue {id: 've_000000000000000a', name: 'Fabric', city: 'London', country: 'GB', capacity: 1600, source: 'test', synthetic: false})
CREATE (two:Venue {id: 've_000000000000000b', name: 'Berghain', source: 'test', synthetic: false})
CREATE (series:EventSeries {id: 'es_0000000000000001', name: 'Klubnacht', source: 'test', synthetic: false})
CREATE (label:Label {id: 'lb_0000000000000001', name: 'Ostgut', independenceStatus: 'independent', source: 'test', synthetic: false})
CREATE (crew:Collective {id: 'co_0000000000000001', name: 'Crew', kind: 'crew', city: 'Berlin', source: 'test', synthetic: false})
WITH artists, [one, two] AS venues, series, label, crew
CALL (artists, venues, series) {
  UNWIND range(1, 11) AS n
  CREATE (event:Event {id: 'ev_' + right('000000000000000' + toString(n), 16), cancelled: n = 7, isFestival: n % 5 = 0,
    source: 'test', synthetic: false, sourceId: 'event/' + toString(n)})
  SET event.name = CASE WHEN n % 4 <> 0 THEN 'Night ' + toString(n) END,
    event.date = CASE WHEN n % 6 <> 0 THEN date('2018-01-01') + duration({days: 30 * (n / 2)}) END,
    event.datePrecision = CASE WHEN n % 6 <> 0 THEN 'day' END,
    event.startsAt = CASE WHEN n % 3 = 0 THEN datetime({year: 2018, month: 6, day: n, hour: 23, timezone: 'Europe/London'}) END,
    event.mode = CASE WHEN n % 2 = 0 THEN 'in_person' END,
    event.timezone = 'Europe/London'
  WITH event, n, artists, venues, series
  FOREACH (ignored IN CASE WHEN n % 5 <> 0 THEN [1] ELSE [] END |
    CREATE (event)-[:HELD_AT {source: 'test', sourceId: toString(n), confidence: 1.0}]->(:Stub))
  FOREACH (ignored IN CASE WHEN n % 3 = 0 THEN [1] ELSE [] END |
    CREATE (event)-[:IN_SERIES {source: 'test', sourceId: toString(n), confidence: 1.0}]->(series))
  WITH event, n, artists, venues
  UNWIND range(0, n % 4 + 1) AS p
  WITH event, n, p, artists[(n + p * 3) % 9] AS artist, venues
  CREATE (artist)-[played:PERFORMED_AT {source: 'test', sourceId: event.sourceId + '/' + artist.id + '/' + toString(p),
    confidence: 1.0, cancelled: p = 4, isB2b: p = 1, isLive: false, position: p + 1}]->(event)
  SET played.setStart = CASE WHEN p = 0 THEN datetime('2018-06-01T23:30:15+01:00') END,
    played.slot = CASE p WHEN 0 THEN 'headliner' WHEN 1 THEN 'warm_up' END,
    played.lastSeen = CASE WHEN n = 9 AND p = 1 THEN datetime() END
}
CALL (venues) {
  MATCH (event:Event)-[held:HELD_AT]->(stub:Stub)
  WITH venues, event, held, stub, toInteger(held.sourceId) % 2 AS which
  WITH event, held, stub, venues[which] AS venue
  CREATE (event)-[:HELD_AT {source: held.source, sourceId: held.sourceId, confidence: 1.0}]->(venue)
  DETACH DELETE stub
}
CALL (artists, label) {
  UNWIND range(1, 4) AS n
  CREATE (release:Release {id: 're_000000000000000' + toString(n), type: 'ep', source: 'test', synthetic: false})
  SET release.title = CASE WHEN n <> 3 THEN 'Release ' + toString(n) END,
    release.releaseDate = CASE WHEN n <> 2 THEN date('2016-05-0' + toString(n)) END
  CREATE (release)-[:ISSUED_BY {source: 'test', sourceId: toString(n), confidence: 1.0}]->(label)
  CREATE (track:Track {id: 'tr_000000000000000' + toString(n), title: 'Track ' + toString(n), isrc: 'GBAAA160000' + toString(n),
    durationSec: 300 + n, source: 'test', synthetic: false})
  CREATE (track)-[:ON_RELEASE {source: 'test', sourceId: toString(n), confidence: 1.0}]->(release)
  WITH release, track, artists, n UNWIND [0, n] AS i
  WITH release, track, artists[i] AS artist, n, i
  CREATE (artist)-[:CREDITED_ON {role: 'primary', source: 'test', sourceId: 'r' + toString(n) + toString(i), confidence: 1.0}]->(release)
  CREATE (artist)-[:CREDITED_ON {role: 'primary', source: 'test', sourceId: 't' + toString(n) + toString(i), confidence: 1.0}]->(track)
}
CALL (artists, crew) {
  UNWIND [0, 1, 5] AS i
  WITH artists[i] AS artist, crew, i
  CREATE (artist)-[:MEMBER_OF {source: 'test', sourceId: toString(i), confidence: 1.0}]->(crew)
}
CALL (artists) {
  WITH artists[9] AS alias, artists[10] AS other, artists[11] AS third, artists[12] AS band, artists[0] AS someone
  CREATE (alias)-[:ALIAS_OF {source: 'test', sourceId: 'a', confidence: 1.0}]->(other)
  CREATE (third)-[:ALIAS_OF {source: 'test', sourceId: 'b', confidence: 1.0}]->(other)
  CREATE (someone)-[:MEMBER_OF {source: 'test', sourceId: 'm', confidence: 1.0}]->(band)
  CREATE (:Redirect {id: 'ar_ffffffffffffffff'})-[:TO]->(someone)
  CREATE (someone)-[:HAS_EXTERNAL_ID {source: 'test', sourceId: 'x', confidence: 1.0}]->
    (:ExternalId {id: 'xi_0000000000000001', platform: 'ra', platformId: 'someone', isPrimary: true, source: 'test', synthetic: false})
  CREATE (someone)<-[:DESCRIBES]-(:SourceRecord {id: 'sr_0000000000000001', source: 'test', sourceId: 'artist/1', kind: 'Artist',
    firstSeen: datetime('2020-01-01T00:00:00Z'), synthetic: false})
}
UNWIND [['derive', 1, 'succeeded'], ['pagerank', 2, 'succeeded'], ['louvain', 3, 'failed']] AS run
CREATE (:AlgorithmRun {id: 'al_000000000000000' + toString(run[1]), kind: run[0], status: run[2], version: '1',
  startedAt: datetime('2020-01-01T00:00:00Z') + duration({minutes: run[1]}), source: 'drift', synthetic: false,
  paramsJson: '{"asOf":"2019-12-31","seed":42}', countsJson: '{"rows":[1,2,{"z":1,"a":2}]}', milliseconds: 4294967296})
WITH count(*) AS runs
UNWIND [['one', 'succeeded', 1], ['one', 'failed', 2], ['two', 'held', 3]] AS load
CREATE (:LoadRun {id: 'lr_000000000000000' + toString(load[2]), source: load[0], kind: 'load', status: load[1],
  startedAt: datetime('2020-01-01T00:00:00Z') + duration({minutes: load[2]}), finishedAt: datetime('2020-01-02T00:00:00Z'),
  rowsRead: 10, rowsRejected: 1, synthetic: false})
WITH count(*) AS loads
MATCH (night:Event {id: 'ev_0000000000000001'}), (other:Event {id: 'ev_0000000000000003'}),
  (venue:Venue {id: 've_000000000000000a'}), (published:Published {id: 'pb_scores'})
SET night += {prestigeRaw: 50.0, prestigeIndex: 60.0, prestigeCoverage: 0.85, prestigeTerms: [80.0, 60.0, 0.0 / 0.0, 15.0, 50.0],
    prestigeContributions: [30.0, 20.0, 0.0 / 0.0, 3.0, 7.0], scoreVersion: 'scores-1', scoreAsOf: date('2019-12-31')},
  other += {prestigeCoverage: 0.25, prestigeTerms: [0.0 / 0.0, 60.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0],
    prestigeContributions: [0.0 / 0.0, 100.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0], scoreVersion: 'scores-1', scoreAsOf: date('2019-12-31')},
  venue += {prestigeScore: 80.0, prestigeCoverage: 0.6, prestigeParts: [80.0, 0.0 / 0.0], prestigeContributions: [80.0, 0.0 / 0.0],
    tier: 5, scoreVersion: 'scores-1', scoreAsOf: date('2019-12-31')},
  published += {eventPrestigeWeights: [0.3, 0.25, 0.15, 0.15, 0.15], venuePrestigeWeights: [0.6, 0.4], healthWeights: [0.25, 0.25, 0.15, 0.15, 0.2],
    residencyRule: [4, 365, 120], touringRule: [14.0, 0.6], venueFitWeights: [0.35, 0.35, 0.3], venueFitRule: [24.0, 0.2, 0.6, 4.0],
    uaiWeights: [0.2, 0.1, 0.15, 0.15, 0.1, 0.15, 0.15], labelPrestigeWeights: [0.25, 0.25, 0.2, 0.1, 0.2], reachWeights: [0.6, 0.4], bookingWeights: [0.35, 0.25, 0.2, 0.2],
    prestigeWeights: [0.6, 0.4], momentumWeights: [0.3, 0.25, 0.15, 0.2, 0.1], slotEdges: [2.0, 12.0, 20.0, 22.0], evidenceDays: [3650.0, 1800.0], emergingRule: [1900.0, 20.0],
    uaiBands: [30.0, 50.0, 70.0, 90.0], driftBlendingDays: [28.0], driftWeights: [0.25, 0.2, 0.25, 0.1, 0.1, 0.1,
    0.15, 0.15, 0.25, 0.15, 0.2, 0.1, 0.15, 0.1, 0.1, 0.2, 0.25, 0.2, 0.1, 0.05, 0.1, 0.25, 0.25, 0.25, 0.2, 0.15, 0.05, 0.15, 0.15, 0.3]}
WITH count(*) AS scored
MATCH (one:Artist {id: 'ar_0000000000000001'}), (other:Artist {id: 'ar_0000000000000002'})
CREATE (one)-[:EXPLAINED_BY]->(sheet:ScoreSheet {id: 'ss_0000000000000001', subjectId: one.id, source: 'drift', synthetic: false}),
  (other)-[:EXPLAINED_BY]->(bare:ScoreSheet {id: 'ss_0000000000000002', subjectId: other.id, source: 'drift', synthetic: false})
SET one += {uai: 68.0, uaiProfile: 'crossover_potential', careerStage: 'breaking', drift: 60.0, trajectory: 'rising', percentileOverall: 75.5,
    emergingRaw: 0.05, emergingPct: 87.5,
    momentum: 70.0, booking: 50.0, prestige: 40.0, componentsVersion: 'scores-1', componentsAsOf: date('2019-12-31')},
  sheet += {uaiCoverage: 0.9, uaiFactors: [90.0, 0.0 / 0.0, 80.0, 70.0, 50.0, 40.0, 65.0],
    uaiContributions: [20.0, 0.0 / 0.0, 13.0, 12.0, 6.0, 7.0, 10.0], uaiFactorCoverages: [1.0, 0.0, 0.5, 1.0, 1.0, 1.0, 1.0],
    stageReasons: ['12 events a year'], stageMissing: ['headlinerRatio'], stageSince: '2019-12-01', stageBefore: 'emerging',
    stageCandidate: 'established', stageCandidateSince: '2019-12-20',
    driftCoverage: 0.9, driftComponents: [60.0, 68.0, 70.0, 0.0 / 0.0, 50.0, 40.0], driftWeights: [0.25, 0.2, 0.25, 0.1, 0.1, 0.1],
    driftContributions: [15.0, 15.0, 20.0, 0.0 / 0.0, 6.0, 4.0], driftCoverages: [1.0, 0.9, 0.55, 0.0, 0.75, 0.4],
    percentileGenre: 50.0, percentileScene: 40.0, genreRankNames: ['techno', 'dub'], genreRanks: [2, 1], genreRankSizes: [3, 1],
    momentumParts: [80.0, 58.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0], momentumContributions: [43.0, 27.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0],
    momentumCoverage: 0.55, growthVelocity7d: 1.5, growthVelocity30d: 12.5, growthVelocity90d: 20.0,
    bookingParts: [60.0, 0.0 / 0.0, 30.0, 50.0], bookingContributions: [28.0, 0.0 / 0.0, 8.0, 14.0], bookingCoverage: 0.75,
    prestigeParts: [0.0 / 0.0, 40.0], prestigeContributions: [0.0 / 0.0, 40.0], prestigeCoverage: 0.4,
    reachParts: [0.0 / 0.0, 0.0 / 0.0], reachContributions: [0.0 / 0.0, 0.0 / 0.0], reachCoverage: 0.0, tierSlope: 0.05,
    scoreVersion: 'scores-1', scoreAsOf: date('2019-12-31')},
  other += {componentsVersion: 'scores-1', componentsAsOf: date('2019-12-31'), emergingRaw: 0.125},
  bare += {stageReasons: ['no event and no release in 24 months'], stageSince: '2019-01-01', stageCandidate: 'inactive', uaiCoverage: 0.15,
    uaiFactors: [0.0 / 0.0, 0.0 / 0.0, 80.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0],
    uaiContributions: [0.0 / 0.0, 0.0 / 0.0, 80.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0],
    driftCoverage: 0.0 / 0.0, driftComponents: [60.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0],
    driftWeights: [0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0], driftCoverages: [1.0, 0.15, 0.0, 0.0, 0.0, 0.0],
    driftContributions: [0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0, 0.0 / 0.0],
    uaiFactorCoverages: [0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0], scoreVersion: 'scores-1', scoreAsOf: date('2019-12-31')}
CREATE (:ScoreHistory {id: 'sh_0000000000000001_2019', subjectId: one.id, year: 2019, source: 'drift', synthetic: false,
  dates: [date('2019-06-30'), date('2019-12-31')], scoreVersion: ['scores-1', 'scores-1'], centralityPct: [55.0, 60.0],
  drift: [0.0 / 0.0, 60.0], uai: [68.0, 68.0], momentum: [0.0 / 0.0, 70.0], reach: [0.0 / 0.0, 0.0 / 0.0], booking: [45.0, 50.0],
  prestige: [40.0, 40.0], careerStage: ['', 'breaking'], trajectory: ['', 'rising'],
  driftCoverage: [0.0 / 0.0, 0.9], uaiCoverage: [0.9, 0.9], percentileOverall: [0.0 / 0.0, 75.5], stageSince: ['2019-06-30', '2019-12-01'],
  stageBefore: ['', 'emerging'], stageCandidate: ['', 'established'], stageCandidateSince: ['', '2019-12-20']})
// The worked example: emerging, half-way to breaking, breaking by other weights than today's.
CREATE (:ScoreHistory {id: 'sh_0000000000000002_2018', subjectId: other.id, year: 2018, source: 'drift', synthetic: false,
  dates: [date('2018-05-31'), date('2018-06-15'), date('2018-07-31')], scoreVersion: ['scores-1', 'scores-1', 'scores-0'],
  centralityPct: [60.0, 60.0, 60.0], uai: [85.0, 85.0, 85.0], momentum: [70.0, 70.0, 70.0], reach: [40.0, 40.0, 0.0 / 0.0],
  booking: [50.0, 50.0, 50.0], prestige: [55.0, 55.0, 55.0], drift: [64.0, 62.375, 61.0], careerStage: ['emerging', 'breaking', 'breaking'],
  trajectory: ['stable', 'rising', 'rising'], driftCoverage: [1.0, 1.0, 0.9], uaiCoverage: [1.0, 1.0, 0.9],
  percentileOverall: [50.4, 48.6, 40.0], stageSince: ['2018-01-31', '2018-06-01', '2018-06-01'], stageBefore: ['', 'emerging', 'emerging'],
  stageCandidate: ['breaking', '', ''], stageCandidateSince: ['2018-05-01', '', '']})
