// Anything by its id, or by the id of something that was merged into it.
//
// mode: fragment
// params:
//   $id  STRING  Id of anything.
// returns: 0 or 1 rows
//   node  NODE  what has the id

CALL () {
  MATCH (found:Artist {id: $id})
  RETURN found
  UNION
  MATCH (found:Event {id: $id})
  RETURN found
  UNION
  MATCH (found:Venue {id: $id})
  RETURN found
  UNION
  MATCH (found:Community {id: $id})
  RETURN found
  UNION
  MATCH (found:Label {id: $id})
  RETURN found
  UNION
  MATCH (found:Collective {id: $id})
  RETURN found
  UNION
  MATCH (found:EventSeries {id: $id})
  RETURN found
  UNION
  MATCH (found:Release {id: $id})
  RETURN found
  UNION
  MATCH (found:Track {id: $id})
  RETURN found
  UNION
  MATCH (found:Scene {id: $id})
  RETURN found
  UNION
  MATCH (found:Mix {id: $id})
  RETURN found
  UNION
  MATCH (found:MixPlatform {id: $id})
  RETURN found
  UNION
  MATCH (found:SourceRecord {id: $id})
  RETURN found
  UNION
  MATCH (found:IdentityCandidate {id: $id})
  RETURN found
  UNION
  MATCH (found:AlgorithmRun {id: $id})
  RETURN found
  UNION
  MATCH (found:PredictionModel {id: $id})
  RETURN found
  UNION
  MATCH (found:ExternalId {id: $id})
  RETURN found
  UNION
  MATCH (:Redirect {id: $id})-[:TO]->(found)
  RETURN found
}
RETURN found AS node
ORDER BY node.id LIMIT 1
