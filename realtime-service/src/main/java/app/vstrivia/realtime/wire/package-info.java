/**
 * Sockets as the place where bytes go: who is connected, what is to be written to whom, and when a connection ends.
 *
 * <p>Every event loop has a {@code WireLoop} with a registry of its own. Whatever is sent, by any thread, becomes a task of
 * that loop; the tasks of one pass are done in order, and then every socket that got something is flushed once. A
 * {@code Frame} is encoded once for all sockets; an {@code Audience} sends it with one task for each loop.
 *
 * <p>websockets-next opens the connection (handshake, security). Then {@code Takeover} gives the channel to this package,
 * which reads and writes it without anything in between; where that cannot be done, {@code SendTextWire} goes through
 * websockets-next.
 *
 * <p>What must never happen: frames of one socket out of order, an unbounded queue, a thread, timer or buffer for a
 * connection that is idle.
 */
package app.vstrivia.realtime.wire;
