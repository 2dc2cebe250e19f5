/**
 * The door: the WebSocket endpoint, what each message leads to, and how much a connection may send.
 *
 * <p>What must never happen: a message that is taken before hello, or an error reply that tells of the inside.
 */
package app.vstrivia.realtime.socket;
