// What the small scene has besides: scenes of nights, and who is resident where and counted how often.
//
// mode: write
// timeout: 30 s

UNWIND range(1, 2) AS n
CREATE (scene:Scene {id: 'sc_000000000000000' + toString(n), name: 'Scene ' + toString(n), slug: 'scene_' + toString(n),
  kind: 'city', source: 'drift', synthetic: false})
WITH collect(scene) AS scenes
CALL (scenes) {
  MATCH (event:Event)
  WITH scenes, event, toInteger(split(event.sourceId, '/')[1]) AS n
  UNWIND [[scenes[0], n IN [1, 2, 5]], [scenes[1], n IN [2, 3, 9]]] AS row
  WITH event, row WHERE row[1]
  WITH event, row[0] AS scene
  CREATE (event)-[:IN_SCENE]->(scene)
}
CALL (scenes) {
  MATCH (artist:Artist)-[:PERFORMED_AT]->(:Event)-[:HELD_AT]->(venue:Venue)
  WITH DISTINCT artist, venue, toInteger(right(artist.id, 2)) AS n
  WHERE n < 5
  CREATE (artist)-[resident:RESIDENT_AT {source: 'test', sourceId: toString(n) + venue.id, confidence: 0.8, detected: n = 2}]->(venue)
  SET resident.from = CASE WHEN n <> 3 THEN date('2018-01-01') + duration({months: n}) END,
    resident.to = CASE WHEN n <> 2 THEN date('2018-03-01') + duration({months: n}) END,
    resident.lastSeen = CASE WHEN n = 4 THEN datetime() END
}
CALL (scenes) {
  MATCH (artist:Artist {id: 'ar_0000000000000001'})
  UNWIND [[scenes[0], 0.25, false, 2], [scenes[1], 0.75, true, 5]] AS row
  WITH artist, row[0] AS scene, row[1] AS strength, row[2] AS home, row[3] AS nights
  CREATE (artist)-[:AFFILIATED_WITH {affiliationStrength: strength, isHomeScene: home, eventsInScene: nights,
    firstAppearance: date('2017-01-01'), lastAppearance: date('2018-01-01') + duration({months: nights}), computedAt: datetime()}]->(scene)
  WITH count(*) AS affiliations
  MATCH (artist:Artist {id: 'ar_0000000000000002'}), (scene:Scene {id: 'sc_0000000000000001'})
  CREATE (artist)-[:AFFILIATED_WITH {isHomeScene: false, eventsInScene: 1, computedAt: datetime()}]->(scene)
}
CALL (scenes) {
  MATCH (artist:Artist) WHERE artist.id IN ['ar_0000000000000001', 'ar_0000000000000002', 'ar_0000000000000009']
  UNWIND [
    ['spotify', 'followers', 2018, [10.0, 11.0], null, 'one'], ['spotify', 'followers', 2017, [8.0], null, 'one'],
    ['spotify', 'followers', 2018, [7.0], 'GB', 'one'], ['spotify', 'monthly_listeners', 2018, [125000.0], null, 'one'],
    ['soundcloud', 'plays', 2018, [9876543.0], null, 'two'], ['youtube', 'views', 2018, [45678901.0], null, 'two'],
    ['instagram', 'engagement_rate', 2018, [0.045], null, 'two'], ['beatport', 'chart_position', 2017, [4.0, 9.0], null, 'one'],
    ['beatport', 'chart_position', 2018, [7.0], null, 'one'], ['youtube', 'subscribers', 2018, [5000000000.0], null, 'two']
  ] AS row
  WITH artist, row, toInteger(right(artist.id, 2)) AS n
  WHERE n = 1 OR row[0] = 'spotify' OR n = 9 AND row[1] = 'views'
  CREATE (artist)<-[said:OF {source: row[5], sourceId: row[0] + row[1] + toString(row[2]) + coalesce(row[4], ''), confidence: 1.0}]-
    (point:MetricPoint {id: 'me_' + row[0] + row[1] + toString(row[2]) + coalesce(row[4], '') + toString(n), platform: row[0],
      metricType: row[1], year: row[2], values: row[3], source: row[5], synthetic: false,
      dates: [at IN range(1, size(row[3])) | date({year: row[2], month: 2 * at, day: 3})]})
  SET point.territoryCode = row[4], point.isEstimated = CASE WHEN row[2] = 2017 THEN true END,
    said.lastSeen = CASE WHEN n = 9 AND row[1] = 'followers' THEN datetime() END
}
CALL (scenes) {
  MATCH (artist:Artist {id: 'ar_0000000000000001'})
  CREATE (artist)-[:HAS_EXTERNAL_ID {source: 'test', sourceId: 'y', confidence: 1.0}]->
    (:ExternalId {id: 'xi_0000000000000002', platform: 'spotify', platformId: 'some one', platformUsername: 'someone',
      platformUrl: 'https://example.org/someone', verified: true, verifiedAt: datetime('2020-02-01T00:00:00Z'),
      lastFetchedAt: datetime('2020-03-01T00:00:00Z'), fetchStatus: 'rate_limited', fetchError: '429', source: 'test', synthetic: false})
}
CALL (scenes) {
  MATCH (artist:Artist {id: 'ar_0000000000000002'})
  CREATE (artist)-[:TAGGED {source: 'test', sourceId: 'g', confidence: 1.0}]->
    (:Genre {id: 'ge_0000000000000001', name: 'ambient', source: 'test', synthetic: false})
}
CALL (scenes) {
  MATCH (artist:Artist {id: 'ar_0000000000000001'})-[:EXPLAINED_BY]->(sheet:ScoreSheet)
  SET artist.predictedNextStage = 'breaking', artist.predictionConfidence = 0.125,
    sheet.predictionModel = 'prediction-1-a-b', sheet.predictionDays = 200.0,
    sheet.predictionFactors = ['nights', 'lastNight', 'company'],
    sheet.predictionTexts = ['7 nights in a year; 3 is usual', 'last night 90 days ago; 80 is usual',
      'plays beside artists with 9 nights a year; 8 is usual'],
    sheet.predictionContributions = [1.5, -0.5, 0.25],
    sheet.predictionRisks = ['last night 90 days ago; 80 is usual']
  CREATE (:PredictionModel {id: 'pm_0000000000000001', version: 'prediction-1-a-b', config: 'prediction-1-a', number: 2,
    event: 'ten_nights_a_year', horizonMonths: 12, trainedAsOf: date('2019-12-31'), synthetic: false, source: 'drift',
    threshold: 0.04, baseRate: 0.03, learnedFrom: date('2015-01-31'), learnedTo: date('2016-12-31'), learnedRows: 90000,
    learnedArtists: 700, learnedBaseRate: 0.04, learnedCoverage: 0.6, judgedFrom: date('2018-01-31'),
    judgedTo: date('2018-12-31'), judgedRows: 60000, judgedArtists: 400, judgedCoverage: 0.625,
    precisionAt100: 0.4, recallAt100: 0.25, recall: 0.75, balancedAccuracy: 0.78125, brier: 0.02, auc: 0.875,
    shuffledPrecisionAt100: 0.03, shuffledRecallAt100: 0.02, shuffledRecall: 0.5, shuffledBalancedAccuracy: 0.5,
    shuffledBrier: 0.03, shuffledAuc: 0.5, baselines: ['mostEvents', 'momentum'],
    baselinePrecisionAt100: [0.25, 0.375], baselineRecallAt100: [0.125, 0.25], baselineRecall: [0.5, 0.625],
    baselineBalancedAccuracy: [0.6, 0.65], baselineBrier: [0.025, 0.0225], baselineAuc: [0.7, 0.75],
    calibrationLeast: [0.0, 0.04], calibrationMost: [0.03, 0.5], calibrationPredicted: [0.01, 0.1],
    calibrationObserved: [0.01, 0.09], calibrationRows: [30000, 30000], calibrationDays: [0.0 / 0.0, 200.0],
    features: ['nights', 'lastNight'], means: [1.5, 4.0], scales: [0.5, 0.0], coefficients: [0.75, 0.0]})
  WITH count(*) AS models
  MATCH (unsure:Artist {id: 'ar_0000000000000002'})-[:EXPLAINED_BY]->(blank:ScoreSheet)
  SET blank.predictionMissing = 'NOT_ENOUGH_HISTORY'
}
FINISH
