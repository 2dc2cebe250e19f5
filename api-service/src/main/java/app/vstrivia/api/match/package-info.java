/**
 * Matches as requests make and change them: created with their lineup, entered, left, rescheduled, read afterwards.
 * realtime-service plays them.
 *
 * <p>Tables (shared with realtime-service): {@code live_match}, {@code match_round}, {@code match_player}, {@code
 * answer}. {@code live_match.asked} is the lineup in short, for the draws to come. Every change takes the match's row
 * first, for update. Events go on the stream {@code match:…}.
 *
 * <p>What must never happen: a solution in an answer before its reveal, somebody else's answers in an answer at all, or
 * an answer that counts although its round was not open.
 */
package app.vstrivia.api.match;
