/** Whole matches through the real system: API, realtime service, database and sockets, many at once and through crashes. */
package app.vstrivia.local.match;
