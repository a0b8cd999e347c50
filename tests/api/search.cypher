// A scene for searches.
//
// mode: write
// timeout: 30 s

UNWIND [
  ['ar_coxone', 'Carl Cox', 90.0], ['ar_coxtwo', 'Carl Coxley', 10.0], ['ar_craig', 'Carl Craig', 80.0],
  ['ar_villa', 'Ricardo Villalobos', 95.0], ['ar_dj', 'DJ Koze', 70.0], ['ar_bey', 'Beyoncé', 20.0],
  ['ar_anna', 'Anna', 5.0], ['ar_annb', 'Anna', 60.0], ['ar_the', 'The Orb', 50.0], ['ar_nina', 'Nina Kraviz', 85.0]
] AS row
CREATE (:Artist {id: row[0], name: row[1], centralityPct: row[2], source: 'test', synthetic: false})
WITH count(*) AS artists
CREATE (club:Venue {id: 've_fabric', name: 'fabric', source: 'test', synthetic: false})
CREATE (:Venue {id: 've_fabrik', name: 'Fabrik', source: 'test', synthetic: false})
CREATE (night:Event {id: 'ev_cox', name: 'Carl Cox all night', cancelled: false, isFestival: false, source: 'test', synthetic: false})
CREATE (night)-[:HELD_AT]->(club)
CREATE (:Release {id: 're_cox', title: 'Space (Carl Cox Mix)', source: 'test', synthetic: false})
CREATE (:Mix {id: 'mx_cox', title: 'Carl Cox at Fabrik', source: 'test', synthetic: false})
CREATE (:Scene {id: 'sc_house', name: 'Berlin House', slug: 'berlin_house', kind: 'city_genre', source: 'drift', synthetic: false})
CREATE (techno:Scene {id: 'sc_techno', name: 'Berlin Techno', slug: 'berlin_techno', kind: 'city_genre', source: 'drift',
  synthetic: false})
CREATE (night)-[:IN_SCENE]->(techno)
