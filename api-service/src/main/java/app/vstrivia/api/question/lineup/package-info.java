/**
 * Turns a recipe into a lineup: which questions a match is played with.
 *
 * <p>A draw is two queries on the connection of the caller's transaction, whatever the number of categories, players and
 * questions: what there is and what the players met lately, then the questions in random slots of the buckets. What players
 * met is read from their matches of the last 30 days, 30 of each player and 60 of a room at most; nothing else is noted about
 * them.
 *
 * <p>Reads, of the match's tables, {@code match_player} and {@code live_match.asked}.
 *
 * <p>What must never happen: a question twice in a lineup, or one that a player met lately while enough others are left
 *. (One may come
 * that has moved in its bucket since, with the chance that it is drawn from thousands.)
 */
package app.vstrivia.api.question.lineup;
