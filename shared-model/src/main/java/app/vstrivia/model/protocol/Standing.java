package app.vstrivia.model.protocol;

import app.vstrivia.model.id.PlayerId;

/** A line of the standings; {@code points} are those of the last round, {@code rank} counts from 1, ties share it. */
public record Standing(PlayerId player, String name, int score, int points, int rank) {}
