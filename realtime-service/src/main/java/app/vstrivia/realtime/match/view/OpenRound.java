package app.vstrivia.realtime.match.view;

import app.vstrivia.model.match.QuestionType;

/** The round that answers count for. Moments in ms on the database's clock. */
public record OpenRound(int round, QuestionType type, int choices, long openedAt, long closesAt) {}
