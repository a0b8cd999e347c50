// Label.rosterChange: how far the rosters of two days differ, as Label.roster tells them.
//
// mode: fragment
// this: Label
// params:
//   $since  DATE     The earlier day.
//   $until  DATE     The later day.
//   $days   INTEGER  days after a release during which its artist belongs to the roster
// returns: 1 row
//   before  INTEGER  artists on the earlier day
//   after   INTEGER  artists on the later day
//   joined  INTEGER  artists of the later day alone
//   left    INTEGER  artists of the earlier day alone
//   churn   FLOAT    those of one day alone by those of either, 0 to 1; null where there are none
// source: facts of the loaders

CALL (this) {
  UNWIND [$since, $until] AS day
  CALL (this, day) {
    MATCH (this)<-[signed:SIGNED_TO]-(artist:Artist)
    WHERE signed.lastSeen IS NULL AND (signed.from IS NULL OR signed.from <= day)
      AND coalesce(signed.to > day, signed.active, true)
    RETURN artist
    UNION
    MATCH (this)<-[issued:ISSUED_BY]-(release:Release)<-[credited:CREDITED_ON]-(artist:Artist)
    WHERE issued.lastSeen IS NULL AND credited.lastSeen IS NULL
      AND credited.role IN ['primary', 'featured']
      AND release.releaseDate <= day AND release.releaseDate > day - duration({days: $days})
    RETURN artist
    UNION
    MATCH (this)<-[issued:ISSUED_BY]-(release:Release)<-[place:ON_RELEASE]-(:Track)
      <-[credited:CREDITED_ON]-(artist:Artist)
    WHERE issued.lastSeen IS NULL AND place.lastSeen IS NULL AND credited.lastSeen IS NULL
      AND credited.role IN ['primary', 'featured']
      AND release.releaseDate <= day AND release.releaseDate > day - duration({days: $days})
    RETURN artist
  }
  WITH artist, collect(day) AS on
  RETURN count(artist) AS either, count(CASE WHEN $since IN on THEN 1 END) AS before,
    count(CASE WHEN $until IN on THEN 1 END) AS after
}
RETURN before, after, either - before AS joined, either - after AS left,
  CASE WHEN either > 0 THEN toFloat(2 * either - before - after) / either END AS churn
