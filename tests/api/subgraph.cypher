// A scene for pulls: one of everything that is shared, and what must stay inside.
//
//   Ada .9 Ben .4 Dee .3 Eve .2 Fay      Ada .5 Cy .4 Dee
//
// mode: write
// timeout: 30 s

UNWIND [['ada', 90.0], ['ben', 80.0], ['cy', 70.0], ['dee', 60.0], ['eve', 50.0], ['fay', 40.0]] AS row
CREATE (:Artist {id: 'ar_' + row[0], name: toUpper(left(row[0], 1)) + substring(row[0], 1), centralityPct: row[1],
  source: 'test', synthetic: false, createdAt: datetime(), updatedAt: datetime(), contactEmail: 'secret@example.org'})
WITH count(*) AS artists
MATCH (ada:Artist {id: 'ar_ada'}), (ben:Artist {id: 'ar_ben'}), (cy:Artist {id: 'ar_cy'}),
  (dee:Artist {id: 'ar_dee'}), (eve:Artist {id: 'ar_eve'}), (fay:Artist {id: 'ar_fay'})
SET ada.genres = ['house', 'techno'], ada.scoreAsOf = date('2019-12-31'), ada:Touched
CREATE (alias:Artist {id: 'ar_zed', name: 'Zed', source: 'test', synthetic: false})
  -[:ALIAS_OF {source: 'test', sourceId: 'zed', confidence: 1.0}]->(ada)
CREATE (:Redirect {id: 'ar_old'})-[:TO]->(ben)
CREATE (club:Venue {id: 've_club', name: 'Club', city: 'London', lat: 51.5, lon: -0.1, capacity: 300, source: 'test', synthetic: false})
CREATE (series:EventSeries {id: 'es_series', name: 'Series', source: 'test', synthetic: false})
CREATE (crew:Collective {id: 'co_crew', name: 'Crew', kind: 'promoter', source: 'test', synthetic: false})
CREATE (label:Label {id: 'lb_label', name: 'Label', source: 'test', synthetic: false})
CREATE (release:Release {id: 're_release', title: 'Release', type: 'ep', releaseDate: date('2016-03-03'), source: 'test', synthetic: false})
CREATE (track:Track {id: 'tr_track', title: 'Track', source: 'test', synthetic: false})
CREATE (mix:Mix {id: 'mx_mix', title: 'Mix', date: date('2017-07-07'), source: 'test', synthetic: false})
CREATE (scene:Scene {id: 'sc_scene', slug: 'london', city: 'London', synthetic: false})
CREATE (community:Community {id: 'cm_1', name: 'Community', size: 2, source: 'drift', synthetic: false})
CREATE (night:Event {id: 'ev_night', name: 'Night', date: date('2018-05-05'), cancelled: false, isFestival: false,
  startsAt: datetime({year: 2018, month: 5, day: 5, hour: 23, timezone: 'Europe/London'}), source: 'test', synthetic: false})
CREATE (early:Event {id: 'ev_early', name: 'Early', date: date('2014-01-01'), cancelled: false, source: 'test', synthetic: false})
CREATE (undated:Event {id: 'ev_undated', name: 'Undated', cancelled: false, source: 'test', synthetic: false})
CREATE (off:Event {id: 'ev_off', name: 'Off', date: date('2018-06-06'), cancelled: true, source: 'test', synthetic: false})
CREATE (gone:Event {id: 'ev_gone', name: 'Gone', date: date('2018-06-06'), cancelled: false, source: 'test', synthetic: false})
WITH *
CALL (ada, ben, cy, dee, eve, fay) {
  UNWIND [[ada, ben, 0.9, ['b2b', 'same_event'], '2014-01-01', '2018-05-05'], [ada, cy, 0.5, ['remix'], '2016-03-03', '2016-03-03'],
    [ben, dee, 0.4, ['same_label'], '2015-01-01', '2015-01-01'], [cy, dee, 0.4, ['collab'], '2012-01-01', '2013-01-01'],
    [dee, eve, 0.3, ['same_collective'], null, null], [eve, fay, 0.2, ['same_event'], '2018-01-01', '2018-01-01']] AS row
  WITH row[0] AS one, row[1] AS other, row[2] AS strength, row[3] AS kinds, date(row[4]) AS first, date(row[5]) AS last
  CREATE (one)-[:CONNECTED {strength: strength, weight: 7.0, count: 2, kinds: kinds, first: first, last: last,
    computedAt: datetime(), algorithmRunId: 'al_1'}]->(other)
}
CREATE (ada)-[:B2B_WITH {strength: 0.6, weight: 7.0, count: 1, first: date('2018-05-05'), last: date('2018-05-05'), computedAt: datetime(), algorithmRunId: 'al_1'}]->(ben)
CREATE (ada)-[:SHARES_EVENT {strength: 0.75, weight: 7.0, count: 2, first: date('2014-01-01'), last: date('2018-05-05'), computedAt: datetime(), algorithmRunId: 'al_1'}]->(ben)
CREATE (cy)-[:REMIXED {strength: 0.5, weight: 7.0, count: 1, first: date('2016-03-03'), last: date('2016-03-03'), computedAt: datetime(), algorithmRunId: 'al_1'}]->(ada)
CREATE (ada)-[:PERFORMED_AT {source: 'test', sourceId: 'n/ada/1', confidence: 1.0, cancelled: false, position: 1, fromRecord: 'sr_1', loadRunId: 'lr_1', firstSeen: datetime()}]->(night)
CREATE (ada)-[:PERFORMED_AT {source: 'test', sourceId: 'n/ada/2', confidence: 1.0, cancelled: false, position: 2}]->(night)
CREATE (ben)-[:PERFORMED_AT {source: 'test', sourceId: 'n/ben/1', confidence: 1.0, cancelled: false, setStart: datetime('2018-05-06T01:00:00+01:00')}]->(night)
CREATE (cy)-[:PERFORMED_AT {source: 'test', sourceId: 'n/cy/1', confidence: 1.0, cancelled: true}]->(night)
CREATE (ada)-[:PERFORMED_AT {source: 'test', sourceId: 'e/ada/1', confidence: 1.0, cancelled: false}]->(early)
CREATE (ada)-[:PERFORMED_AT {source: 'test', sourceId: 'u/ada/1', confidence: 1.0, cancelled: false}]->(undated)
CREATE (ada)-[:PERFORMED_AT {source: 'test', sourceId: 'o/ada/1', confidence: 1.0, cancelled: false}]->(off)
CREATE (ada)-[:PERFORMED_AT {source: 'test', sourceId: 'g/ada/1', confidence: 1.0, cancelled: false, lastSeen: datetime()}]->(gone)
CREATE (ada)-[:PLAYED_AT {count: 1, first: date('2018-05-05'), last: date('2018-05-05'), computedAt: datetime(), algorithmRunId: 'al_1'}]->(club)
CREATE (night)-[:HELD_AT {source: 'test', sourceId: 'n/venue', confidence: 1.0}]->(club)
CREATE (night)-[:IN_SERIES {source: 'test', sourceId: 'n/series', confidence: 1.0, edition: 3}]->(series)
CREATE (night)-[:IN_SCENE]->(scene)
CREATE (crew)-[:ORGANISED {source: 'test', sourceId: 'n/by', confidence: 1.0}]->(night)
CREATE (ada)-[:SIGNED_TO {source: 'test', sourceId: 's', confidence: 1.0, active: false, from: date('2014-01-01'), to: date('2015-01-01')}]->(label)
CREATE (release)-[:ISSUED_BY {source: 'test', sourceId: 'r/label', confidence: 1.0, catalogNumber: 'L1'}]->(label)
CREATE (track)-[:ON_RELEASE {source: 'test', sourceId: 't/release', confidence: 1.0, trackNumber: 1}]->(release)
CREATE (ada)-[:CREDITED_ON {source: 'test', sourceId: 't/ada', confidence: 0.9, role: 'primary'}]->(track)
CREATE (ada)-[:APPEARED_ON {source: 'test', sourceId: 'm/ada', confidence: 1.0}]->(mix)
CREATE (mix)-[:HAS_TRACK {source: 'test', sourceId: 'm/track', confidence: 1.0, position: 4}]->(track)
CREATE (ada)-[:IN_COMMUNITY {version: 0}]->(community)
CREATE (fay)-[:IN_COMMUNITY {version: 0}]->(community)
CREATE (cy)-[:AFFILIATED_WITH {affiliationStrength: 0.5, isHomeScene: true, eventsInScene: 2, firstAppearance: date('2015-01-01'), lastAppearance: date('2016-01-01')}]->(scene)
CREATE (ada)-[:BASED_IN {source: 'test', sourceId: 'c', confidence: 1.0}]->(:City {id: 'ci_london', name: 'London', synthetic: false})
CREATE (ada)-[:TAGGED {source: 'test', sourceId: 'g', confidence: 1.0}]->(:Genre {id: 'ge_house', name: 'house', synthetic: false})
CREATE (ada)-[:HAS_EXTERNAL_ID {source: 'test', sourceId: 'x', confidence: 1.0}]->(:ExternalId {id: 'xi_1', platform: 'ra', platformId: 'ada', synthetic: false})
CREATE (ada)<-[:DESCRIBES]-(:SourceRecord {id: 'sr_1', source: 'test', sourceId: 'artist/ada', payload: 'secret', synthetic: false})
CREATE (ada)<-[:OF]-(:LeadScore {id: 'ls_1', orgId: 'or_1', total: 99, synthetic: false})
CREATE (ada)-[:HAS_CONTACT {role: 'booker'}]->(:Contact {id: 'ct_1', orgId: 'or_1', email: 'secret@example.org', synthetic: false})
CREATE (track)<-[:PROMOTES]-(:Campaign {id: 'ca_1', orgId: 'or_1', name: 'Secret', synthetic: false})
CREATE (:AlgorithmRun {id: 'al_1', kind: 'derive', status: 'succeeded', version: 'strength-1', startedAt: datetime(), finishedAt: datetime(),
  paramsJson: '{"asOf":"2019-12-31"}', source: 'drift', synthetic: false})
