// Version of Graph Data Science on the server; fails where it is not installed.
//
// mode: read
// timeout: 5 s
// returns: 1 row
//   version  STRING    like 2.26.0
// source: the server itself

RETURN gds.version() AS version
