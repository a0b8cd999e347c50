// Nights at a venue, of a series, put on by a collective or in a scene that were not cancelled.
//
// mode: fragment
// this: Venue|EventSeries|Collective|Scene
// params:
//   $window  MAP  Only nights from `from` on, before `to`.
// returns: one row per night
//   node  NODE  the night
// source: written by the loaders; IN_SCENE by algorithms/derive

MATCH (this)-[fact:HELD_AT|IN_SERIES|ORGANISED|IN_SCENE]-(event:Event)
WHERE fact.lastSeen IS NULL AND NOT event.cancelled
  AND ($window.from IS NULL OR event.date >= $window.from)
  AND ($window.to IS NULL OR event.date < $window.to)
RETURN DISTINCT event AS node
