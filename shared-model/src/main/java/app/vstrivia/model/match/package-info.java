/**
 * The live match as both services know it: its tables ({@code live_match}, {@code match_round}, {@code match_player},
 * {@code answer}), its rules of scoring, and the ledger that stores answers.
 *
 * <p>A match is a row with a version, a phase and the moment when that phase ends. api-service makes the row and changes
 * its schedule; realtime-service moves it through its rounds. Whoever writes holds the row's lock, so neither can
 * overtake the other.
 *
 * <p>What must never happen: an acknowledged answer that is not scored, or an answer accepted after the seal.
 */
package app.vstrivia.model.match;
