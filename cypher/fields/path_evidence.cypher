// PathStep.evidence: the nights, releases, tracks, labels and collectives that join two artists.
//
// Of the kinds asked for and inside the window, newest first. What an alias did counts. Nights are
// tried newest first, between the first and the last evidence of the connection, until there are
// enough.
//
// mode: fragment
// this: from Artist, to Artist, walk MAP, asOf DATE, earliest DATE, latest DATE
// params:
//   $first  INTEGER  Pieces of evidence at most.
// returns: 0 to $first rows
//   kind        STRING  kind of connection it speaks for
//   entity      NODE    the night, release, track, label or collective
//   label       STRING  its name, a night's with its venue
//   date        DATE    day it happened or last held, null if unknown
//   value       FLOAT   how many artists were on the line-up or are credited, null for others
//   source      STRING  source that first described it
//   confidence  FLOAT   confidence that both facts hold, their product, 0 to 1
// source: written by the loaders and algorithms/derive

CALL (from, to) {
  MATCH (from)-[aliases:ALIAS_OF*0..]-(one:Artist)
  WHERE all(alias IN aliases WHERE alias.lastSeen IS NULL)
  WITH DISTINCT to, one
  MATCH (to)-[aliases:ALIAS_OF*0..]-(other:Artist)
  WHERE all(alias IN aliases WHERE alias.lastSeen IS NULL)
  WITH DISTINCT one, other
  RETURN one, other
}
CALL (from, to, one, other, walk, asOf, earliest, latest) {
  WITH walk, asOf, earliest, latest,
    CASE WHEN COUNT { (one)-[:PERFORMED_AT]->() } <= COUNT { (other)-[:PERFORMED_AT]->() }
      THEN [one, other] ELSE [other, one] END AS ends
  WHERE 'SHARES_EVENT' IN walk.types OR 'B2B_WITH' IN walk.types
  WITH walk, asOf, earliest, latest, ends[0] AS rarer, ends[1] AS busier
  MATCH (rarer)-[:PERFORMED_AT]->(night:Event)
  WHERE NOT night.cancelled
    AND CASE
      WHEN night.date IS NULL THEN walk.since IS NULL AND walk.until IS NULL
      ELSE night.date <= asOf
        AND (earliest IS NULL OR night.date >= earliest)
        AND (latest IS NULL OR night.date <= latest)
        AND (walk.since IS NULL OR night.date >= walk.since)
        AND (walk.until IS NULL OR night.date <= walk.until)
    END
  WITH DISTINCT walk, rarer, busier, night
  ORDER BY night.date IS NULL, night.date DESC, night.id
  CALL (walk, rarer, busier, night) {
    MATCH (rarer)-[firstSet:PERFORMED_AT]->(night)<-[secondSet:PERFORMED_AT]-(busier)
    WHERE firstSet.lastSeen IS NULL AND NOT firstSet.cancelled
      AND secondSet.lastSeen IS NULL AND NOT secondSet.cancelled
    WITH walk,
      max(coalesce(firstSet.setKey = secondSet.setKey, false) OR coalesce(firstSet.floor =
        secondSet.floor AND firstSet.setStart = secondSet.setStart AND firstSet.setEnd =
        secondSet.setEnd, false)) AS together,
      max(firstSet.confidence * secondSet.confidence) AS confidence
    WHERE 'SHARES_EVENT' IN walk.types OR together
    RETURN together, confidence
  }
  RETURN CASE WHEN together THEN 'b2b' ELSE 'same_event' END AS kind, night AS entity,
    night.date AS date, confidence
  LIMIT $first
  UNION
  WITH one, other, walk, asOf
  WHERE 'COLLABORATED_WITH' IN walk.types AND EXISTS { (from)-[:COLLABORATED_WITH]-(to) }
  MATCH (one)-[credit:CREDITED_ON]->(work:Release|Track)-[:ON_RELEASE]->{0,1}(release:Release)
    <-[:ON_RELEASE]-{0,1}(otherWork:Release|Track)<-[otherCredit:CREDITED_ON]-(other)
  WHERE credit.role <> 'remixer' AND otherCredit.role <> 'remixer'
    AND credit.lastSeen IS NULL AND otherCredit.lastSeen IS NULL
    AND coalesce(release.type, '') <> 'compilation'
    AND (release.releaseDate IS NULL OR release.releaseDate <= asOf)
  RETURN 'collab' AS kind, release AS entity, release.releaseDate AS date,
    max(credit.confidence * otherCredit.confidence) AS confidence
  UNION
  WITH one, other, walk, asOf
  WHERE 'REMIXED' IN walk.types AND EXISTS { (from)-[:REMIXED]-(to) }
  UNWIND [[one, other], [other, one]] AS direction
  WITH direction[0] AS remixer, direction[1] AS original, asOf
  MATCH (remixer)-[credit:CREDITED_ON {role: 'remixer'}]->(track:Track)
    -[:ON_RELEASE]->{0,1}(work:Track|Release)<-[otherCredit:CREDITED_ON {role: 'primary'}]-(original)
  WHERE credit.lastSeen IS NULL AND otherCredit.lastSeen IS NULL
  WITH track, coalesce(track.releaseDate, min(work.releaseDate)) AS date, asOf,
    max(credit.confidence * otherCredit.confidence) AS confidence
  WHERE date IS NULL OR date <= asOf
  RETURN 'remix' AS kind, track AS entity, date, confidence
  UNION
  WITH from, to, walk
  WHERE 'SHARES_LABEL' IN walk.types AND EXISTS { (from)-[:SHARES_LABEL]-(to) }
  MATCH (from)-[released:RELEASED_ON|SIGNED_TO]->(label:Label)
    <-[otherReleased:RELEASED_ON|SIGNED_TO]-(to)
  WHERE released.lastSeen IS NULL AND otherReleased.lastSeen IS NULL
  RETURN 'same_label' AS kind, label AS entity,
    CASE WHEN max(released.lastRelease) < max(otherReleased.lastRelease)
      THEN max(released.lastRelease) ELSE max(otherReleased.lastRelease) END AS date,
    max(coalesce(released.confidence, 1.0) * coalesce(otherReleased.confidence, 1.0))
      AS confidence
  UNION
  WITH from, to, one, other, walk, asOf
  WHERE 'SHARES_COLLECTIVE' IN walk.types AND EXISTS { (from)-[:SHARES_COLLECTIVE]-(to) }
  MATCH (one)-[member:MEMBER_OF]->(collective:Collective)<-[otherMember:MEMBER_OF]-(other)
  WHERE member.lastSeen IS NULL AND otherMember.lastSeen IS NULL
  RETURN 'same_collective' AS kind, collective AS entity,
    min(head(COLLECT {
      UNWIND [member.to, otherMember.to, asOf] AS day
      WITH day
      WHERE day IS NOT NULL
      RETURN day
      ORDER BY day
    })) AS date,
    max(member.confidence * otherMember.confidence) AS confidence
}
WITH kind, entity, date, max(confidence) AS confidence, walk
WHERE (walk.since IS NULL OR date >= walk.since) AND (walk.until IS NULL OR date <= walk.until)
WITH kind, entity, date, confidence
ORDER BY date IS NULL, date DESC, entity.id, kind
LIMIT $first
RETURN kind, entity, coalesce(entity.name, entity.title) + CASE WHEN entity:Event THEN
    coalesce(head([(entity)-[held:HELD_AT]->(venue:Venue) WHERE held.lastSeen IS NULL
      | ' at ' + venue.name]), '') ELSE '' END AS label,
  date,
  CASE
    WHEN entity:Event THEN toFloat(COUNT {
      MATCH (entity)<-[played:PERFORMED_AT]-(act:Artist)
      WHERE played.lastSeen IS NULL AND NOT played.cancelled
      RETURN DISTINCT act
    })
    WHEN entity:Release OR entity:Track THEN toFloat(COUNT {
      MATCH (entity)<-[credited:CREDITED_ON]-(act:Artist)
      WHERE credited.lastSeen IS NULL
      RETURN DISTINCT act
    })
  END AS value,
  entity.source AS source, confidence
ORDER BY date IS NULL, date DESC, entity.id, kind
LIMIT $first
