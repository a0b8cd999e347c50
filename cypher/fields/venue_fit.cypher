// Venue.fit: how well an artist suits the venue, and out of which parts.
//
// mode: fragment
// this: Venue
// params:
//   $artistId  STRING  The artist, `ar_...`; one that was merged away answers its survivor.
// returns: 0 or 1 rows
//   value       FLOAT         weighted mean of its known parts, 0 to 100
//   raw         FLOAT         the same
//   coverage    FLOAT         sum of the weights of known parts, 0 to 1
//   missing     LIST<STRING>  parts that are unknown, or NOT_COMPUTED
//   version     STRING        scoring configuration
//   asOf        DATE          day computed for
//   components  LIST<MAP>     the parts in order, each with the venue and the artist it is of
// source: nights written by the loaders; tiers, strengths and rule by algorithms

CALL () {
  MATCH (found:Artist {id: $artistId})
  RETURN found AS artist
  UNION
  MATCH (:Redirect {id: $artistId})-[:TO]->(found:Artist)
  RETURN found AS artist
}
MATCH (published:Published {id: 'pb_scores'})
WITH this, artist, published.venueFitWeights AS weights, published.venueFitRule AS rule,
  this.scoreAsOf AS asOf,
  this.scoreAsOf - duration({months: coalesce(published.venueFitRule[0], 0)}) AS since
WITH this, artist, weights, rule, asOf,
  COLLECT {
    MATCH (artist)-[tagged:TAGGED]->(genre:Genre)
    WHERE tagged.lastSeen IS NULL
    RETURN DISTINCT genre.id
  } AS borne,
  COLLECT {
    MATCH (this)<-[held:HELD_AT]-(night:Event)-[:IN_SCENE]->(:Scene {kind: 'city_genre'})
      -[:OF_GENRE]->(genre:Genre)
    WHERE held.lastSeen IS NULL AND NOT night.cancelled AND night.date > since AND night.date <= asOf
    RETURN DISTINCT genre.id
  } AS heard,
  head(COLLECT {
    MATCH (artist)-[played:PERFORMED_AT]->(night:Event)-[held:HELD_AT]->(venue:Venue)
    WHERE played.lastSeen IS NULL AND NOT played.cancelled AND NOT night.cancelled
      AND held.lastSeen IS NULL AND night.date > since AND night.date <= asOf
      AND venue.tier IS NOT NULL
    WITH DISTINCT night, venue
    RETURN percentileCont(venue.tier, 0.5)
  }) AS usual,
  COUNT {
    MATCH (this)<-[played:PLAYED_AT]-(other:Artist)
    WHERE played.last > since AND other <> artist
  } AS others,
  COUNT {
    MATCH (artist)-[link:CONNECTED]-(:Artist)-[played:PLAYED_AT]->(this)
    WHERE link.strength >= rule[1] AND played.last > since
  } AS known
WITH this, artist, weights, rule, asOf, borne, heard, usual, others, known,
  size([genre IN borne WHERE genre IN heard]) AS shared
WITH this, artist, weights, rule, asOf, ['genreOverlap', 'size', 'coBill'] AS keys, [
  CASE WHEN size(borne) > 0 AND size(heard) > 0
    THEN 100.0 * shared / (size(borne) + size(heard) - shared) END,
  100.0 * (1.0 - abs(usual - this.tier) / rule[3]),
  CASE WHEN others > 0 THEN 100.0 * known / others END
] AS parts
WITH this, artist, weights, rule, asOf, keys, parts, reduce(
  known = 0.0, at IN range(0, size(keys) - 1) |
  known + CASE WHEN parts[at] IS NULL THEN 0.0 ELSE coalesce(weights[at], 0.0) END
) AS coverage
WITH this, artist, weights, asOf, keys, parts, coverage,
  CASE WHEN coverage >= rule[2] THEN reduce(
    total = 0.0, at IN range(0, size(keys) - 1) |
    total + coalesce(parts[at], 0.0) * weights[at] / coverage
  ) END AS value
RETURN value, value AS raw,
  coverage,
  CASE
    WHEN weights IS NULL OR asOf IS NULL THEN ['NOT_COMPUTED']
    ELSE [at IN range(0, size(keys) - 1) WHERE parts[at] IS NULL | keys[at]]
  END AS missing,
  this.scoreVersion AS version, asOf,
  [at IN range(0, size(keys) - 1) WHERE weights IS NOT NULL AND asOf IS NOT NULL | {
    node: this, beside: artist, key: keys[at], weight: weights[at], value: parts[at],
    contribution: CASE WHEN value IS NOT NULL THEN parts[at] * weights[at] / coverage END,
    coverage: CASE WHEN parts[at] IS NULL THEN 0.0 ELSE 1.0 END
  }] AS components
