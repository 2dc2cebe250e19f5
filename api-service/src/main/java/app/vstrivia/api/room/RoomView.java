package app.vstrivia.api.room;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;

/** A room as its host gets it. */
public record RoomView(MatchId matchId, String pin, PlayerId hostId) {}
