/**
 * Where a request comes from. Behind proxies the connection is theirs, and the client's address stands in {@code
 * X-Forwarded-For}, which anybody can write: so it is read from its end, and only as far as those who wrote it are trusted.
 *
 * <p>What must never happen: a client that chooses its own address.
 */
package app.vstrivia.api.platform.address;
