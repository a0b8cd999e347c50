// One artist: by its id, by an id that was merged into it, or by its id on a platform.
//
// mode: fragment
// params:
//   $id          STRING  Id of the artist, `ar_...`; one that was merged away answers its survivor.
//   $externalId  MAP     The artist's id on a platform, in place of `id`.
// returns: 0 or 1 rows
//   node  NODE  the artist

CALL () {
  MATCH (found:Artist {id: $id})
  RETURN found
  UNION
  MATCH (:Redirect {id: $id})-[:TO]->(found:Artist)
  RETURN found
  UNION
  MATCH (:ExternalId {platform: $externalId.platform, platformId: $externalId.platformId})
        <-[:HAS_EXTERNAL_ID]-(found:Artist)
  RETURN found
}
RETURN found AS node
ORDER BY node.id LIMIT 1
