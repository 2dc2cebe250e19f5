package app.vstrivia.realtime.match.machine;

import app.vstrivia.model.id.PlayerId;

/** A stored answer of the round; {@code choices} is a mask. */
public record PlayedAnswer(PlayerId player, int choices, int elapsedMs) {}
