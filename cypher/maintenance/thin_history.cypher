// Of the days of the history before one, keep the last of each month.
//
// mode: autocommit
// timeout: 600 s
// params:
//   $before   DATE     from it on every day is kept
// returns: 1 row
//   deleted   INTEGER  entries that are gone, one a subject and day

MATCH (history:ScoreHistory)
WHERE history.dates[0] < $before
WITH history, size(history.dates) AS days
WITH history, days, [at IN range(0, days - 1)
  WHERE history.dates[at] >= $before OR at = days - 1
    OR history.dates[at].month <> history.dates[at + 1].month | at] AS kept
WHERE size(kept) < days
CALL (history, kept) {
  UNWIND [key IN keys(history) WHERE valueType(history[key]) STARTS WITH 'LIST'] AS key
  WITH history, kept, key, history[key] AS entries
  SET history[key] = [at IN kept | entries[at]]
} IN TRANSACTIONS OF 1000 ROWS
RETURN sum(days - size(kept)) AS deleted
