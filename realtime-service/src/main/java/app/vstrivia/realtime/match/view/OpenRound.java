package app.vstrivia.realtime.match.view;

import app.vstrivia.model.match.Offer;

/** The round that answers count for. Moments in ms on the database's clock. */
public record OpenRound(int round, Offer offer, long openedAt, long closesAt) {}
