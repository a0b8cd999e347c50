// Label.alumni: artists that were signed or released there and are on the roster no more.
//
// mode: fragment
// this: Label
// returns: one row per artist
//   node  NODE  the artist
// source: written by algorithms/derive

MATCH (this)<-[released:RELEASED_ON]-(node:Artist)
WHERE NOT released.active
RETURN node
