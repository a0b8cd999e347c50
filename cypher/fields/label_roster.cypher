// Label.roster: artists of the label on one day, signed or with a recent release there.
//
// Without a day it is the roster that derivation found for its date, artists of several names once.
//
// mode: fragment
// this: Label
// params:
//   $on    DATE     The day; that of the last derivation if not given.
//   $days  INTEGER  days after a release during which its artist belongs to the roster
// returns: one row per artist
//   node  NODE  the artist
// source: facts of the loaders; without a day algorithms/derive

CALL (this) {
  MATCH (this)<-[released:RELEASED_ON]-(artist:Artist)
  WHERE $on IS NULL AND released.active
  RETURN artist
  UNION
  MATCH (this)<-[signed:SIGNED_TO]-(artist:Artist)
  WHERE signed.lastSeen IS NULL AND $on IS NOT NULL
    AND (signed.from IS NULL OR signed.from <= $on)
    AND coalesce(signed.to > $on, signed.active, true)
  RETURN artist
  UNION
  MATCH (this)<-[issued:ISSUED_BY]-(release:Release)<-[credited:CREDITED_ON]-(artist:Artist)
  WHERE issued.lastSeen IS NULL AND credited.lastSeen IS NULL
    AND credited.role IN ['primary', 'featured']
    AND release.releaseDate <= $on AND release.releaseDate > $on - duration({days: $days})
  RETURN artist
  UNION
  MATCH (this)<-[issued:ISSUED_BY]-(release:Release)<-[place:ON_RELEASE]-(:Track)
    <-[credited:CREDITED_ON]-(artist:Artist)
  WHERE issued.lastSeen IS NULL AND place.lastSeen IS NULL AND credited.lastSeen IS NULL
    AND credited.role IN ['primary', 'featured']
    AND release.releaseDate <= $on AND release.releaseDate > $on - duration({days: $days})
  RETURN artist
}
RETURN artist AS node
