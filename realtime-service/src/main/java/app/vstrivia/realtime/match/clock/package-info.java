/**
 * Moves matches when their time has come. Any replica may try; the row decides who did. The replicas that serve a match
 * try one after another, 150 ms apart; a sweep picks up the matches that nobody serves.
 *
 * <p>Tables: writes {@code live_match}, {@code match_player} and the points of {@code answer}.
 *
 * <p>What must never happen: a phase that is entered twice, or points without the event that tells them.
 */
package app.vstrivia.realtime.match.clock;
