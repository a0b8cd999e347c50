// A scene for paths: facts, the edges that follow from them, and the runs that made these.
//
//   Ada .5 Ben .5 Dee      Ada .9 Cy .2 Dee      Ada .01 Eve .1 Dee      Gil .4 Hal      Fay
//
// mode: write
// timeout: 30 s

UNWIND ['Ada', 'Ben', 'Cy', 'Dee', 'Eve', 'Fay', 'Gil', 'Hal', 'Adalina'] AS name
CREATE (:Artist {id: 'ar_' + toLower(name), name: name, source: 'test', synthetic: false})
WITH count(*) AS artists
MATCH (ada:Artist {id: 'ar_ada'}), (ben:Artist {id: 'ar_ben'}), (cy:Artist {id: 'ar_cy'}),
  (dee:Artist {id: 'ar_dee'}), (eve:Artist {id: 'ar_eve'}), (fay:Artist {id: 'ar_fay'}),
  (gil:Artist {id: 'ar_gil'}), (hal:Artist {id: 'ar_hal'}), (adalina:Artist {id: 'ar_adalina'})
FOREACH (artist IN [ada, ben, cy, dee, eve] | SET artist.componentId = 1)
FOREACH (artist IN [gil, hal] | SET artist.componentId = 2)
CREATE (adalina)-[:ALIAS_OF {source: 'test', confidence: 1.0}]->(ada)
CREATE (:Redirect {id: 'ar_benold'})-[:TO]->(ben)
CREATE (fabric:Venue {id: 've_fabric', name: 'fabric', source: 'test', synthetic: false})
CREATE (release:Release {id: 're_one', title: 'One', releaseDate: date('2016-03-03'), source: 'test', synthetic: false})
CREATE (early:Release {id: 're_early', title: 'Early', releaseDate: date('2013-01-01'), source: 'test', synthetic: false})
CREATE (track:Track {id: 'tr_mix', title: 'Mix', releaseDate: date('2018-08-08'), source: 'test', synthetic: false})
CREATE (label:Label {id: 'lb_one', name: 'Label One', source: 'test', synthetic: false})
CREATE (crew:Collective {id: 'co_crew', name: 'Crew', source: 'test', synthetic: false})
CREATE (cy)-[:CREDITED_ON {role: 'primary', source: 'test', confidence: 1.0}]->(release)
CREATE (dee)-[:CREDITED_ON {role: 'primary', source: 'test', confidence: 0.5}]->(release)
CREATE (ben)-[:CREDITED_ON {role: 'primary', source: 'test', confidence: 1.0}]->(early)
CREATE (dee)-[:CREDITED_ON {role: 'featured', source: 'test', confidence: 1.0}]->(early)
CREATE (ada)-[:CREDITED_ON {role: 'remixer', source: 'test', confidence: 1.0}]->(track)
CREATE (eve)-[:CREDITED_ON {role: 'primary', source: 'test', confidence: 1.0}]->(track)
CREATE (dee)-[:RELEASED_ON {firstRelease: date('2016-03-03'), lastRelease: date('2018-01-01'), releaseCount: 2}]->(label)
CREATE (eve)-[:RELEASED_ON {firstRelease: date('2015-03-03'), lastRelease: date('2017-01-01'), releaseCount: 1}]->(label)
CREATE (gil)-[:MEMBER_OF {source: 'test', confidence: 1.0}]->(crew)
CREATE (hal)-[:MEMBER_OF {to: date('2018-05-05'), source: 'test', confidence: 1.0}]->(crew)
WITH *
CALL (ada, ben, cy, dee, fay, adalina, fabric) {
  UNWIND [
    ['ev_a', '2014-01-01', [ada, ben]], ['ev_b', '2016-05-07', [adalina, ben]],
    ['ev_c', '2018-01-01', [ada, ben]], ['ev_d', '2017-06-01', [ben, dee]],
    ['ev_e', '2015-02-02', [ada, cy]], ['ev_off', '2015-06-01', [ada, ben]],
    ['ev_f', '2014-12-12', [ada, cy]], ['ev_later', '2020-01-01', [ada, dee]], ['ev_hub', '2016-01-01', [dee, fay]]
  ] AS row
  CREATE (night:Event {id: row[0], name: 'Night ' + row[0], date: date(row[1]),
    cancelled: row[0] = 'ev_off', isFestival: false, source: 'test', synthetic: false})
  CREATE (night)-[:HELD_AT {source: 'test', confidence: 1.0}]->(fabric)
  WITH night, row
  UNWIND row[2] AS artist
  CREATE (artist)-[played:PERFORMED_AT {cancelled: false, source: 'test', confidence: 1.0}]->(night)
  SET played.setKey = CASE row[0] WHEN 'ev_e' THEN 'b2b' END
}
WITH *
CALL (ada) {
  MATCH (hub:Event {id: 'ev_hub'})
  UNWIND range(1, 149) AS n
  CREATE (:Artist {id: 'ar_x' + toString(n), name: 'Extra ' + toString(n), source: 'test', synthetic: false})
    -[:PERFORMED_AT {cancelled: false, source: 'test', confidence: 1.0}]->(hub)
}
CREATE (ada)-[:SHARES_EVENT {strength: 0.5, count: 3, first: date('2014-01-01'), last: date('2018-01-01')}]->(ben)
CREATE (ada)-[:CONNECTED {strength: 0.5, count: 3, first: date('2014-01-01'), last: date('2018-01-01'), kinds: ['same_event']}]->(ben)
CREATE (ben)-[:SHARES_EVENT {strength: 0.3, count: 1, first: date('2017-06-01'), last: date('2017-06-01')}]->(dee)
CREATE (ben)-[:COLLABORATED_WITH {strength: 0.2, count: 1, first: date('2013-01-01'), last: date('2013-01-01')}]->(dee)
CREATE (ben)-[:CONNECTED {strength: 0.5, count: 2, first: date('2013-01-01'), last: date('2017-06-01'), kinds: ['collab', 'same_event']}]->(dee)
CREATE (ada)-[:B2B_WITH {strength: 0.8, count: 1, first: date('2015-02-02'), last: date('2015-02-02')}]->(cy)
CREATE (ada)-[:SHARES_EVENT {strength: 0.5, count: 2, first: date('2014-12-12'), last: date('2015-02-02')}]->(cy)
CREATE (ada)-[:CONNECTED {strength: 0.9, count: 3, first: date('2014-12-12'), last: date('2015-02-02'), kinds: ['b2b', 'same_event']}]->(cy)
CREATE (cy)-[:COLLABORATED_WITH {strength: 0.2, count: 1, first: date('2016-03-03'), last: date('2016-03-03')}]->(dee)
CREATE (cy)-[:CONNECTED {strength: 0.2, count: 1, first: date('2016-03-03'), last: date('2016-03-03'), kinds: ['collab']}]->(dee)
CREATE (dee)-[:SHARES_LABEL {strength: 0.1, count: 1, first: date('2017-01-01'), last: date('2017-01-01')}]->(eve)
CREATE (dee)-[:CONNECTED {strength: 0.1, count: 1, first: date('2017-01-01'), last: date('2017-01-01'), kinds: ['same_label']}]->(eve)
CREATE (ada)-[:REMIXED {strength: 0.01, count: 1, first: date('2018-08-08'), last: date('2018-08-08')}]->(eve)
CREATE (ada)-[:CONNECTED {strength: 0.01, count: 1, first: date('2018-08-08'), last: date('2018-08-08'), kinds: ['remix']}]->(eve)
CREATE (gil)-[:SHARES_COLLECTIVE {strength: 0.4, count: 1, first: date('2018-05-05'), last: date('2018-05-05')}]->(hal)
CREATE (gil)-[:CONNECTED {strength: 0.4, count: 1, first: date('2018-05-05'), last: date('2018-05-05'), kinds: ['same_collective']}]->(hal)
CREATE (:AlgorithmRun {id: 'al_derive', kind: 'derive', status: 'succeeded', version: 'strength-1', startedAt: datetime(),
  finishedAt: datetime(), paramsJson: '{"asOf":"2019-12-31","full":true}'})
CREATE (:AlgorithmRun {id: 'al_components', kind: 'components', status: 'succeeded', version: 'network-1',
  startedAt: datetime(), finishedAt: datetime()})
