// A publication that is open for over a minute: its publisher is dead. The next `compute` ends it.
//
// mode: read
// timeout: 10 s
// returns: 0 or 1 row
//   version    INTEGER  the odd version
//   publisher  STRING   the run that began it

MATCH (published:Published)
WHERE published.version % 2 = 1
  AND NOT coalesce(published.publishingSince > datetime() - duration({seconds: 60}), false)
RETURN published.version AS version, published.publisher AS publisher
