package app.vstrivia.realtime.match.machine;

/**
 * An answer with its worth; {@code bot} tells that it has no row yet.
 *
 * @param correct null where nothing is right or wrong
 */
public record ScoredAnswer(PlayedAnswer answer, Boolean correct, int points, boolean bot) {}
