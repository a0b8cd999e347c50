// Nights held at a venue, of a series or put on by a collective that were not cancelled.
//
// mode: fragment
// this: Venue|EventSeries|Collective
// params:
//   $window  MAP  Only nights from `from` on, before `to`.
// returns: one row per night
//   node  NODE  the night
// source: written by the loaders

MATCH (this)-[fact:HELD_AT|IN_SERIES|ORGANISED]-(event:Event)
WHERE fact.lastSeen IS NULL AND NOT event.cancelled
  AND ($window.from IS NULL OR event.date >= $window.from)
  AND ($window.to IS NULL OR event.date < $window.to)
RETURN DISTINCT event AS node
