/**
 * The wire of {@code trivia.v1}: every message that crosses the socket, as sealed types. Each has one golden JSON file
 * under {@code src/test/resources/golden}, and the AsyncAPI document of realtime-service is checked against them.
 *
 * <p>What must never happen: a type that players receive carries a solution before its reveal. {@link
 * app.vstrivia.model.protocol.MatchEvent.RoundRevealed} and {@link app.vstrivia.model.protocol.MatchEvent.Finished} are
 * the only ones with a field for it, besides the snapshot of a revealed round.
 *
 * <p>All moments are milliseconds since 1970-01-01 UTC on the database's clock; all durations are milliseconds.
 */
package app.vstrivia.model.protocol;
