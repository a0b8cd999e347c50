// What artists released, mixed, organised, founded and joined, up to a date.
//
// A label is as independent as the one at the top of its family; a release on a label of the artist's
// own is independent.
//
// mode: read
// timeout: 120 s
// params:
//   $asOf            DATE          later facts do not count
//   $contentSince    DATE          mixes and releases after it are recent
//   $organisedSince  DATE          nights after it are recent
//   $roles           LIST<STRING>  roles whose bearer is an artist of a release
// returns: 1 row
//   artists  LIST<LIST<ANY>>  per artist, by id: id; releases with a known root label, and independent
//                             ones; releases with known formats, and those on vinyl; recent releases,
//                             recent mixes; events organised, collectives and series founded,
//                             memberships, labels founded, artists mentored; first and last release
//                             (ISO dates)
// source: written by the loaders

MATCH (artist:Artist)
WITH artist
ORDER BY artist.id
CALL (artist) {
  OPTIONAL MATCH (artist)-[credited:CREDITED_ON]->(release:Release)
  WHERE credited.lastSeen IS NULL AND credited.role IN $roles
    AND (release.releaseDate IS NULL OR release.releaseDate <= $asOf)
  WITH DISTINCT artist, release, head(COLLECT {
    MATCH (release)-[issued:ISSUED_BY]->(label:Label)
      (()-[above:SUBLABEL_OF WHERE above.lastSeen IS NULL]->()){0,8}(root:Label)
    WHERE issued.lastSeen IS NULL
      AND NOT EXISTS { (root)-[higher:SUBLABEL_OF]->(:Label) WHERE higher.lastSeen IS NULL }
    RETURN CASE
      WHEN EXISTS { (artist)-[:FOUNDED]->(label) } THEN 'independent'
      ELSE root.independenceStatus
    END AS status
    ORDER BY label.id, root.id
    LIMIT 1
  }) AS status
  RETURN count(status) AS known,
    count(CASE WHEN status = 'independent' THEN 1 END) AS independent,
    count(release.formats) AS formatted,
    count(CASE WHEN 'vinyl' IN release.formats THEN 1 END) AS vinyl,
    count(CASE WHEN release.releaseDate > $contentSince THEN 1 END) AS recent,
    min(release.releaseDate) AS first, max(release.releaseDate) AS last
}
RETURN collect([
  artist.id, known, independent, formatted, vinyl, recent,
  COUNT {
    (artist)-[appeared:APPEARED_ON]->(mix:Mix)
    WHERE appeared.lastSeen IS NULL AND mix.date > $contentSince AND mix.date <= $asOf
  },
  COUNT {
    (artist)-[organised:ORGANISED]->(night:Event)
    WHERE organised.lastSeen IS NULL AND NOT night.cancelled
      AND night.date > $organisedSince AND night.date <= $asOf
  },
  COUNT {
    (artist)-[founded:FOUNDED]->(:Collective|EventSeries) WHERE founded.lastSeen IS NULL
  },
  COUNT {
    (artist)-[member:MEMBER_OF]->(:Collective)
    WHERE member.lastSeen IS NULL AND (member.to IS NULL OR member.to > $asOf)
  },
  COUNT { (artist)-[founded:FOUNDED]->(:Label) WHERE founded.lastSeen IS NULL },
  COUNT { (artist)-[mentored:MENTORED]->(:Artist) WHERE mentored.lastSeen IS NULL },
  toString(first), toString(last)
]) AS artists
