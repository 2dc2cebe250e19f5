/**
 * From an answer on the wire to its acknowledgement: checked in memory, committed in a group, acknowledged after the
 * commit.
 *
 * <p>What must never happen: an acknowledgement before the commit, an answer that counts for another round, or a client
 * that gains time by what it claims.
 */
package app.vstrivia.realtime.match.answer;
