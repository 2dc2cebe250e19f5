/**
 * Who is here: one {@code Session} for each socket, what it reads, and what waits to be sent on it.
 *
 * <p>What must never happen: a queue without a bound, or a stream that is read by somebody who may not.
 */
package app.vstrivia.realtime.session;
