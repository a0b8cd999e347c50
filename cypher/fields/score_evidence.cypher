// Component.evidence: the things a part of a score rests on, those that weigh most first.
//
// mode: fragment
// this: node Event|Venue, key STRING
// params:
//   $first  INTEGER  Things at most.
// returns: 0 to $first rows
//   entity  NODE    the venue, artist, series or night
//   label   STRING  its name
//   date    DATE    day it happened, for a night
//   value   FLOAT   its own score, null if it has none
//   source  STRING  source that first described it
// source: written by the loaders and algorithms/scores

CALL (node, key) {
  WITH node, key
  WHERE key IN ['venue', 'capacity']
  MATCH (node)-[held:HELD_AT]->(venue:Venue)
  WHERE held.lastSeen IS NULL
  RETURN venue AS entity, null AS date,
    CASE key WHEN 'venue' THEN venue.prestigeScore ELSE toFloat(venue.capacity) END AS value
  UNION
  WITH node, key
  WHERE key = 'lineUp'
  MATCH (node)<-[performed:PERFORMED_AT]-(artist:Artist)
  WHERE performed.lastSeen IS NULL AND NOT performed.cancelled
  RETURN artist AS entity, null AS date, artist.centralityPct AS value
  UNION
  WITH node, key
  WHERE key = 'brand'
  MATCH (node)-[edition:IN_SERIES]->(series:EventSeries)
  WHERE edition.lastSeen IS NULL
  RETURN series AS entity, null AS date, series.brandScore AS value
  UNION
  WITH node, key
  WHERE key = 'festival'
  RETURN node AS entity, node.date AS date, null AS value
  UNION
  WITH node, key
  WHERE key = 'rank'
  MATCH (artist:Artist)-[:PLAYED_AT]->(node)
  RETURN artist AS entity, null AS date, artist.centralityPct AS value
  UNION
  WITH node, key
  WHERE key = 'lineUps'
  MATCH (night:Event)-[held:HELD_AT]->(node)
  WHERE held.lastSeen IS NULL AND NOT night.cancelled AND night.date <= node.scoreAsOf
  RETURN night AS entity, night.date AS date, night.prestigeTerms[1] AS value
}
RETURN entity, entity.name AS label, date,
  CASE WHEN NOT coalesce(isNaN(value), true) THEN value END AS value, entity.source AS source
ORDER BY value IS NULL, value DESC, entity.id
LIMIT $first
