package app.vstrivia.realtime.match.machine;

/** An answer with its worth; {@code bot} tells that it has no row yet. */
public record ScoredAnswer(PlayedAnswer answer, boolean correct, int points, boolean bot) {}
