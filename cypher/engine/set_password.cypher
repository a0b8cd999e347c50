// Replaces the password of the user that is logged in; runs on the database `system`.
//
// mode: write
// timeout: 5 s
// params:
//   $old  STRING    password until now
//   $new  STRING    password from now on
// returns: 0 rows
// source: graph/engine/login

ALTER CURRENT USER SET PASSWORD FROM $old TO $new
