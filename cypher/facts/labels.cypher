// Labels with who is and was on their roster, what they released, and which mixes play it, up to a date.
//
// mode: read
// timeout: 120 s
// params:
//   $asOf   DATE          later facts do not count
//   $roles  LIST<STRING>  roles whose bearer is an artist of a release
// returns: 1 row
//   labels  LIST<LIST<ANY>>  per label, by id: id, name ('' of a stub), year of foundation, who owns it, the
//                            tier somebody set (null if unknown); its artists: id, whether on the roster, first release
//                            (ISO date, null if unknown); its releases: ISO date, whether the formats are
//                            known, whether on vinyl, best chart place (null if unknown), artist ids; whether
//                            any of its recordings is known; mixes that play one
// source: written by the loaders and algorithms/derive

MATCH (label:Label)
WITH label
ORDER BY label.id
RETURN collect([
  label.id, coalesce(label.name, ''), label.activeSince, label.independenceStatus, label.tierOverride,
  COLLECT {
    MATCH (artist:Artist)-[released:RELEASED_ON]->(label)
    RETURN [artist.id, released.active, toString(released.firstRelease)] AS entry
    ORDER BY artist.id
  },
  COLLECT {
    MATCH (label)<-[issued:ISSUED_BY]-(release:Release)
    WHERE issued.lastSeen IS NULL
      AND (release.releaseDate IS NULL OR release.releaseDate <= $asOf)
    WITH DISTINCT release
    ORDER BY release.id
    RETURN [
      toString(release.releaseDate), release.formats IS NOT NULL,
      coalesce('vinyl' IN release.formats, false), release.beatportChartPeak,
      COLLECT {
        MATCH (release)<-[credited:CREDITED_ON]-(artist:Artist)
        WHERE credited.lastSeen IS NULL AND credited.role IN $roles
        RETURN DISTINCT artist.id AS artistId
        UNION
        MATCH (release)<-[place:ON_RELEASE]-(:Track)<-[credited:CREDITED_ON]-(artist:Artist)
        WHERE place.lastSeen IS NULL AND credited.lastSeen IS NULL AND credited.role IN $roles
        RETURN DISTINCT artist.id AS artistId
      }
    ] AS entry
  },
  EXISTS {
    MATCH (label)<-[issued:ISSUED_BY]-(:Release)<-[place:ON_RELEASE]-(:Track)
    WHERE issued.lastSeen IS NULL AND place.lastSeen IS NULL
  },
  COUNT {
    MATCH (label)<-[issued:ISSUED_BY]-(:Release)<-[place:ON_RELEASE]-(:Track)
      <-[played:HAS_TRACK]-(mix:Mix)
    WHERE issued.lastSeen IS NULL AND place.lastSeen IS NULL AND played.lastSeen IS NULL
      AND (mix.date IS NULL OR mix.date <= $asOf)
    RETURN DISTINCT mix
  }
]) AS labels
