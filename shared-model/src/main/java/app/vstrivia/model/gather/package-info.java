/**
 * Doing many small things in one go: what costs the database a round trip each is gathered for a few milliseconds and
 * done together.
 *
 * <p>What must never happen: one that fails takes others with it that would have succeeded.
 */
package app.vstrivia.model.gather;
