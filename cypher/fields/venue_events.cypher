// Venue.events: nights at the venue that were not cancelled.
//
// mode: fragment
// this: Venue
// params:
//   $window  MAP  Only nights from `from` on, before `to`.
// returns: one row per night
//   node  NODE  the night
// source: written by the loaders

MATCH (this)<-[held:HELD_AT]-(event:Event)
WHERE held.lastSeen IS NULL AND NOT event.cancelled
  AND ($window.from IS NULL OR event.date >= $window.from)
  AND ($window.to IS NULL OR event.date < $window.to)
RETURN DISTINCT event AS node
