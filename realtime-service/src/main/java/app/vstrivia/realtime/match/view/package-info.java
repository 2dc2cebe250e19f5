/**
 * Matches as the readers of this replica see them: the state in memory that follows the match's stream, snapshots, and
 * each player's own result after a reveal.
 *
 * <p>What must never happen: a view that holds a solution. It is built from events and snapshots, which have none
 * before the reveal.
 */
package app.vstrivia.realtime.match.view;
