package app.vstrivia.model.match;

import app.vstrivia.model.id.MatchId;

/** Names one round of one match. */
public record RoundKey(MatchId match, int round) {}
