/**
 * How change travels: a stream is everything that happened to one thing, in order.
 *
 * <p>Tables: {@code stream_head}, {@code change_event}, {@code stream_reader}. The last statements of a business transaction append to the
 * stream; the head's row lock is held to the commit, so {@code seq} is dense and in commit order, a rollback gives the
 * number back, and a plain {@code seq > ?} read can never skip a late commit. After the commit a wake-up goes over
 * Valkey, with the events riding along; it may get lost, for the heads in the database tell the same a moment later.
 *
 * <p>What must never happen: an event seen before its commit, a gap, or a wake-up that is believed without its seq.
 */
package app.vstrivia.model.stream;
