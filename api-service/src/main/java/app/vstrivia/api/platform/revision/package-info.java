/**
 * ETags, so that nobody overwrites what they have not seen, and nobody fetches what they have. A resource method asks for
 * one with {@link app.vstrivia.api.platform.revision.Revised}; then {@code GET} honours {@code If-None-Match}. An edit hands
 * {@code If-Match}, which clients may leave out unless the method says otherwise, to {@link
 * app.vstrivia.api.platform.revision.Revisions}. What is created has a tag at once, so that the first edit needs no read.
 *
 * <p>A tag is a hash of the view, so that it changes with all that a client can see and needs no column.
 */
package app.vstrivia.api.platform.revision;
