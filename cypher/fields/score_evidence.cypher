// Component.evidence: the things a part of a score rests on, those that weigh most first.
//
// mode: fragment
// this: node Event|Venue|Artist|Label|Scene, key STRING, beside Artist
// params:
//   $first  INTEGER  Things at most.
// returns: 0 to $first rows
//   entity  NODE    the venue, artist, series, night, release, mix, label or collective
//   label   STRING  its name
//   date    DATE    day it happened or came out
//   value   FLOAT   its own score, for a release the inverse of its chart place, null if it has none
//   source  STRING  source that first described it
// source: written by the loaders and algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
WITH node, key, beside, published.slotEdges[0] AS closing,
  node.componentsAsOf - duration({days: toInteger(published.evidenceDays[0])}) AS yearFrom,
  node.componentsAsOf - duration({days: toInteger(published.evidenceDays[1])}) AS lately
CALL (node, key, yearFrom, lately, closing, beside) {
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
  UNION
  WITH node, key
  WHERE key IN ['labelIndependence', 'vinylRatio', 'underground']
  MATCH (node)-[credited:CREDITED_ON]->(release:Release)
  WHERE credited.lastSeen IS NULL AND release.releaseDate <= node.componentsAsOf
    AND (key <> 'vinylRatio' OR 'vinyl' IN release.formats)
  RETURN release AS entity, release.releaseDate AS date, null AS value
  UNION
  WITH node, key
  WHERE key IN ['clubRatio', 'longevity', 'underground']
  MATCH (node)-[performed:PERFORMED_AT]->(night:Event)
  WHERE performed.lastSeen IS NULL AND NOT performed.cancelled AND NOT night.cancelled
    AND night.date <= node.componentsAsOf
  RETURN night AS entity, night.date AS date, null AS value
  UNION
  WITH node, key
  WHERE key = 'freeContent'
  MATCH (node)-[appeared:APPEARED_ON]->(mix:Mix)
  WHERE appeared.lastSeen IS NULL AND mix.date <= node.componentsAsOf
  RETURN mix AS entity, mix.date AS date, null AS value
  UNION
  WITH node, key
  WHERE key = 'sceneContribution'
  MATCH (node)-[effort:ORGANISED|FOUNDED|MEMBER_OF|MENTORED]->
    (thing:Event|Collective|EventSeries|Label|Artist)
  WHERE effort.lastSeen IS NULL
  RETURN thing AS entity, thing.date AS date, null AS value
  UNION
  // The most central former artists are the notable ones, and as many as were counted.
  WITH node, key
  WHERE key = 'influence'
  MATCH (artist:Artist)-[released:RELEASED_ON]->(node)
  WHERE NOT released.active AND released.firstRelease IS NOT NULL
    AND artist.centralityPct IS NOT NULL
  WITH node, artist
  ORDER BY artist.centralityPct DESC, artist.id
  WITH node, collect(artist)[..node.notableAlumni] AS notable
  UNWIND notable AS artist
  RETURN artist AS entity, null AS date, artist.centralityPct AS value
  UNION
  WITH node, key
  WHERE key = 'roster'
  MATCH (artist:Artist)-[released:RELEASED_ON]->(node)
  WHERE released.active
  RETURN artist AS entity, null AS date, artist.centralityPct AS value
  UNION
  WITH node, key
  WHERE key = 'releaseQuality'
  MATCH (node)<-[issued:ISSUED_BY]-(release:Release)
  WHERE issued.lastSeen IS NULL AND release.beatportChartPeak IS NOT NULL
    AND (release.releaseDate IS NULL OR release.releaseDate <= node.scoreAsOf)
  RETURN release AS entity, release.releaseDate AS date, 1.0 / release.beatportChartPeak AS value
  UNION
  WITH node, key
  WHERE key = 'distribution'
  RETURN node AS entity, null AS date, null AS value
  UNION
  WITH node, key
  WHERE key = 'recognition'
  MATCH (node)<-[issued:ISSUED_BY]-(:Release)<-[place:ON_RELEASE]-(:Track)<-[played:HAS_TRACK]-(mix:Mix)
  WHERE issued.lastSeen IS NULL AND place.lastSeen IS NULL AND played.lastSeen IS NULL
    AND (mix.date IS NULL OR mix.date <= node.scoreAsOf)
  RETURN mix AS entity, mix.date AS date, null AS value
  UNION
  WITH node, key
  WHERE key IN ['artists', 'genres']
  MATCH (node)<-[:IN_SCENE]-(night:Event)<-[performed:PERFORMED_AT]-(artist:Artist)
  WHERE performed.lastSeen IS NULL AND NOT performed.cancelled AND night.date <= node.scoreAsOf
    AND night.date > node.scoreAsOf - duration({days: 365})
    AND (key = 'artists' OR EXISTS {
      MATCH (artist)-[tagged:TAGGED]->(:Genre)
      WHERE tagged.lastSeen IS NULL
    })
  RETURN artist AS entity, null AS date, artist.centralityPct AS value
  UNION
  WITH node, key
  WHERE key IN ['nights', 'growth']
  MATCH (node)<-[:IN_SCENE]-(night:Event)
  WHERE night.date <= node.scoreAsOf AND night.date > node.scoreAsOf - duration({days: 365})
  RETURN night AS entity, night.date AS date, null AS value
  UNION
  WITH node, key
  WHERE key = 'labels'
  MATCH (node)-[:IN_CITY]->(:City)<-[based:BASED_IN]-(label:Label)
  WHERE based.lastSeen IS NULL
    AND (node.genre IS NULL OR EXISTS {
      MATCH (label)-[tagged:TAGGED]->(:Genre)<-[:OF_GENRE]-(node)
      WHERE tagged.lastSeen IS NULL
    })
  RETURN label AS entity, null AS date, label.prestigeScore AS value
  UNION
  WITH node, key
  WHERE key = 'labels' AND node.kind = 'country_genre'
  MATCH (:Country {code: node.country})<-[in:IN_COUNTRY]-(:City)<-[based:BASED_IN]-(label:Label)
  WHERE in.lastSeen IS NULL AND based.lastSeen IS NULL AND EXISTS {
    MATCH (label)-[tagged:TAGGED]->(:Genre)<-[:OF_GENRE]-(node)
    WHERE tagged.lastSeen IS NULL
  }
  RETURN label AS entity, null AS date, label.prestigeScore AS value
  UNION
  WITH node, key, beside
  WHERE key = 'genreOverlap'
  MATCH (published:Published {id: 'pb_scores'})
  WITH node, published, COLLECT {
    MATCH (beside)-[tagged:TAGGED]->(genre:Genre)
    WHERE tagged.lastSeen IS NULL
    RETURN genre
  } AS borne
  MATCH (node)<-[held:HELD_AT]-(night:Event)
  WHERE held.lastSeen IS NULL AND NOT night.cancelled AND night.date <= node.scoreAsOf
    AND night.date > node.scoreAsOf - duration({months: published.venueFitRule[0]})
    AND EXISTS {
      MATCH (night)-[:IN_SCENE]->(:Scene {kind: 'city_genre'})-[:OF_GENRE]->(genre:Genre)
      WHERE genre IN borne
    }
  RETURN night AS entity, night.date AS date, null AS value
  UNION
  WITH node, key, beside
  WHERE key = 'size'
  MATCH (published:Published {id: 'pb_scores'})
  MATCH (beside)-[played:PERFORMED_AT]->(night:Event)-[held:HELD_AT]->(venue:Venue)
  WHERE played.lastSeen IS NULL AND NOT played.cancelled AND held.lastSeen IS NULL
    AND NOT night.cancelled AND night.date <= node.scoreAsOf AND venue.tier IS NOT NULL
    AND night.date > node.scoreAsOf - duration({months: published.venueFitRule[0]})
  RETURN venue AS entity, max(night.date) AS date, toFloat(venue.tier) AS value
  UNION
  WITH node, key, beside
  WHERE key = 'coBill'
  MATCH (published:Published {id: 'pb_scores'})
  MATCH (beside)-[link:CONNECTED]-(artist:Artist)-[played:PLAYED_AT]->(node)
  WHERE link.strength >= published.venueFitRule[1]
    AND played.last > node.scoreAsOf - duration({months: published.venueFitRule[0]})
  RETURN artist AS entity, null AS date, link.strength AS value
  UNION
  WITH node, key
  WHERE key = 'network'
  MATCH (node)-[link:CONNECTED]-(artist:Artist)
  RETURN artist AS entity, link.last AS date, link.strength AS value
  UNION
  WITH node, key, lately
  WHERE key = 'centralityChange'
  MATCH (node)-[link:CONNECTED]-(artist:Artist)
  WHERE link.last > lately
  RETURN artist AS entity, link.last AS date, artist.centralityPct AS value
  UNION
  WITH node, key, yearFrom, lately, closing
  WHERE key IN ['booking', 'eventPrestige', 'headlinerRatio', 'spread', 'prestige', 'nightPrestige',
    'momentum', 'bookingIncrease']
  MATCH (node)-[performed:PERFORMED_AT]->(night:Event)
  WHERE performed.lastSeen IS NULL AND NOT performed.cancelled AND NOT night.cancelled
    AND night.date <= node.componentsAsOf
    AND night.date > CASE WHEN key IN ['momentum', 'bookingIncrease'] THEN lately ELSE yearFrom END
    AND (key <> 'headlinerRatio' OR performed.billing = 'headliner'
      OR coalesce(performed.slot = 'headliner', performed.setStart.hour < closing))
  RETURN night AS entity, night.date AS date,
    CASE WHEN key IN ['momentum', 'bookingIncrease'] THEN null ELSE night.prestigeIndex END AS value
  UNION
  WITH node, key
  WHERE key = 'tierProgression'
  MATCH (node)-[performed:PERFORMED_AT]->(night:Event)-[held:HELD_AT]->(venue:Venue)
  WHERE performed.lastSeen IS NULL AND NOT performed.cancelled AND NOT night.cancelled
    AND held.lastSeen IS NULL AND venue.tier IS NOT NULL AND night.date <= node.componentsAsOf
  RETURN night AS entity, night.date AS date, null AS value
  UNION
  WITH node, key
  WHERE key IN ['prestige', 'labelPrestige']
  MATCH (node)-[:RELEASED_ON|SIGNED_TO]->(label:Label)
  WHERE label.prestigeScore IS NOT NULL
  RETURN label AS entity, null AS date, label.prestigeScore AS value
  UNION
  WITH node, key, lately
  WHERE key IN ['momentum', 'labelProgression']
  MATCH (node)-[credited:CREDITED_ON]->(release:Release)
  WHERE credited.lastSeen IS NULL AND release.releaseDate <= node.componentsAsOf
    AND release.releaseDate > lately
  RETURN release AS entity, release.releaseDate AS date, null AS value
  UNION
  WITH node, key, lately
  WHERE key IN ['momentum', 'mixRate']
  MATCH (node)-[appeared:APPEARED_ON]->(mix:Mix)
  WHERE appeared.lastSeen IS NULL AND mix.date <= node.componentsAsOf AND mix.date > lately
  RETURN mix AS entity, mix.date AS date, null AS value
}
WITH key, entity, date, CASE WHEN NOT coalesce(isNaN(value), true) THEN value END AS value
RETURN entity, coalesce(entity.name, entity.title) AS label, date, value, entity.source AS source
// The oldest night shows how long; otherwise the newest things come first.
ORDER BY value IS NULL, value DESC, date IS NULL,
  CASE key WHEN 'longevity' THEN date END, date DESC, entity.id
LIMIT $first
