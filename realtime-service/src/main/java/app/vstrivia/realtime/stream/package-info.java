/**
 * The streams that this replica serves: whoever has a socket here reads through one {@code LiveStream} per stream, which
 * holds the newest events in memory.
 *
 * <p>A wake-up from Valkey brings new events or says that there are some; the sweep of the heads finds what a lost
 * wake-up would have told. The database is read once for all local readers.
 *
 * <p>What must never happen: a reader that gets a seq twice, out of order, or not at all.
 */
package app.vstrivia.realtime.stream;
