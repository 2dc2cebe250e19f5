package app.vstrivia.api.identity;

import app.vstrivia.model.id.PlayerId;
import java.time.Instant;

/** A player as the player sees it. */
public record PlayerView(PlayerId playerId, String name, Instant createdAt) {}
