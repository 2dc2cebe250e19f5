/**
 * Fetches a file from an address that somebody names, and only from where everybody could: {@code platform.outbound} says which
 * addresses that are, at each redirect anew.
 *
 * <p>What must never happen: a connection to a machine of ours, an answer that is read without end, or a fetch that takes a
 * thread while it waits.
 */
package app.vstrivia.api.media.fetch;
