// SeparationResult.explanation: the answer as a sentence, made from the data.
//
// Nights are counted as deriving has counted them; inside a window, and where only a hub joins two
// artists, they are counted here.
//
// mode: fragment
// this: origin Artist, target Artist, found BOOLEAN, degrees INTEGER, hops INTEGER, nodes LIST, links LIST, reason STRING, longer INTEGER, notes LIST, walk MAP, asOf DATE
// returns: 1 row
//   sentence  STRING  who is how far from whom and through what, or why there is no way
// source: written by the loaders and algorithms/derive

CALL (nodes, links, walk, asOf) {
  UNWIND range(0, size(nodes) - 2) AS at
  WITH nodes[at] AS from, nodes[at + 1] AS to, links[at] AS link, at, walk, asOf
  WITH *, walk.since IS NOT NULL OR walk.until IS NOT NULL AS windowed, CASE
      WHEN link.kinds = ['same_event'] AND 'SHARES_EVENT' IN walk.types
        THEN [{type: 'SHARES_EVENT', count: link.count, last: link.last}]
      ELSE COLLECT {
        MATCH (from)
          -[edge:B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_LABEL|SHARES_EVENT|SHARES_COLLECTIVE]
          -(to)
        WHERE type(edge) IN walk.types
        RETURN {
          type: type(edge), count: edge.count, last: edge.last,
          start: startNode(edge).name, end: endNode(edge).name
        } AS known
        ORDER BY edge.strength DESC, type(edge)
      }
    END AS edges
  WITH *, coalesce(edges[0].type, 'SHARES_EVENT') AS kind,
    head([edge IN edges WHERE edge.type = 'SHARES_EVENT' | edge.count]) AS counted
  CALL (from, to, walk, asOf, windowed, counted, kind, edges) {
    WITH walk, asOf, kind,
      CASE WHEN windowed OR counted IS NULL THEN walk.since ELSE edges[0].last END AS earliest,
      CASE WHEN windowed OR counted IS NULL THEN walk.until ELSE edges[0].last END AS latest,
      CASE WHEN COUNT { (from)-[:PERFORMED_AT]->() } <= COUNT { (to)-[:PERFORMED_AT]->() }
        THEN [from, to] ELSE [to, from] END AS ends
    WHERE 'SHARES_EVENT' IN walk.types OR 'B2B_WITH' IN walk.types
    WITH walk, asOf, kind, earliest, latest, ends[0] AS rarer, ends[1] AS busier
    MATCH (rarer)-[:PERFORMED_AT]->(night)
    WHERE night.date <= asOf AND night.date >= coalesce(earliest, night.date)
      AND night.date <= coalesce(latest, night.date)
    // One after the other: the planner would begin with the busier.
    WITH DISTINCT walk, kind, rarer, busier, night
    MATCH (rarer)-[one:PERFORMED_AT]->(night:Event)<-[other:PERFORMED_AT]-(busier)
    WHERE NOT night.cancelled AND one.lastSeen IS NULL AND NOT one.cancelled
      AND other.lastSeen IS NULL AND NOT other.cancelled
    WITH walk, kind, night, max(coalesce(one.setKey = other.setKey, false) OR coalesce(one.floor =
      other.floor AND one.setStart = other.setStart AND one.setEnd = other.setEnd, false))
      AS together
    WHERE 'SHARES_EVENT' IN walk.types OR together
    ORDER BY night.date DESC, night.id
    RETURN collect(night) AS shared,
      collect(CASE WHEN kind <> 'B2B_WITH' OR together THEN night END) AS nights
  }
  WITH *, COLLECT {
    UNWIND nights[..1] AS newest
    MATCH (newest)-[held:HELD_AT]->(venue:Venue)
    WHERE held.lastSeen IS NULL
    RETURN ' at ' + venue.name AS place
    ORDER BY place
    LIMIT 1
  } AS places
  WITH *, CASE
      WHEN size(edges) = 0 OR (windowed AND kind IN ['SHARES_EVENT', 'B2B_WITH']) THEN size(nights)
      ELSE edges[0].count
    END AS count,
    CASE WHEN windowed OR counted IS NULL THEN size(shared) ELSE counted END AS met
  WITH *, CASE
    WHEN kind IN ['SHARES_EVENT', 'B2B_WITH'] AND size(nights) > 0 THEN from.name + ' played '
      + CASE kind WHEN 'B2B_WITH' THEN 'back to back ' ELSE '' END + 'with ' + to.name
      + coalesce(places[0], '') + ' on ' + toString(nights[0].date) + ' (' + count
      + CASE count WHEN 1 THEN ' night)' ELSE ' nights)' END
    WHEN kind IN ['SHARES_EVENT', 'B2B_WITH'] THEN from.name + ' and ' + to.name + ' share '
      + count + CASE count WHEN 1 THEN ' night' ELSE ' nights' END
    WHEN kind = 'COLLABORATED_WITH' THEN from.name + ' released together with ' + to.name + ' ('
      + count + CASE count WHEN 1 THEN ' release' ELSE ' releases' END
      + coalesce(', last on ' + toString(edges[0].last), '') + ')'
    WHEN kind = 'REMIXED' THEN edges[0].start + ' remixed ' + edges[0].end + ' (' + count
      + CASE count WHEN 1 THEN ' track' ELSE ' tracks' END
      + coalesce(', last on ' + toString(edges[0].last), '') + ')'
    WHEN kind = 'SHARES_LABEL' THEN from.name + ' and ' + to.name + ' share ' + count
      + CASE count WHEN 1 THEN ' label' ELSE ' labels' END
    ELSE from.name + ' and ' + to.name + ' share ' + count
      + CASE count WHEN 1 THEN ' collective' ELSE ' collectives' END
  END AS phrase
  ORDER BY at
  RETURN collect(phrase) AS phrases, sum(met) AS events,
    sum(coalesce(head([edge IN edges WHERE edge.type = 'SHARES_LABEL' | edge.count]), 0)) AS labels
}
RETURN CASE
    WHEN reason STARTS WITH 'unknown' THEN 'Not found.'
    WHEN degrees = 0 THEN 'Both are ' + origin.name + ': 0 degrees.'
    WHEN found THEN origin.name + ' is ' + degrees + CASE degrees WHEN 1 THEN ' degree ' ELSE
      ' degrees ' END + '(' + hops + ' hops) from ' + target.name
      + CASE
        WHEN labels + events = 0 THEN ''
        ELSE ', connected via '
          + CASE labels WHEN 0 THEN '' WHEN 1 THEN '1 mutual label' ELSE labels + ' mutual labels' END
          + CASE WHEN labels > 0 AND events > 0 THEN ' and ' ELSE '' END
          + CASE events WHEN 0 THEN '' WHEN 1 THEN '1 shared event' ELSE events + ' shared events' END
      END
      + ': ' + reduce(text = phrases[0], phrase IN phrases[1..] | text + '; ' + phrase) + '.'
    WHEN reason = 'too_far' THEN origin.name + ' is ' + longer + ' degrees from ' + target.name
      + ', more than the ' + walk.maxHops + ' allowed (maxHops).'
    WHEN reason = 'no_connections' THEN 'Not connected: '
      + CASE WHEN EXISTS { (origin)-[:CONNECTED]-() } THEN target.name ELSE origin.name END
      + ' shares no night, release, label or collective with anyone.'
    WHEN reason = 'other_component' THEN 'Not connected: no chain of artists leads from '
      + origin.name + ' to ' + target.name + '.'
    ELSE 'Not connected: no chain of up to 8 artists leads from ' + origin.name + ' to '
      + target.name + CASE WHEN walk.kinds IS NULL AND walk.minStrength IS NULL
        AND walk.since IS NULL AND walk.until IS NULL THEN '.'
        ELSE ' with the kinds, strength and dates asked for.' END
  END + reduce(text = '', note IN notes | text + ' ' + note) AS sentence
