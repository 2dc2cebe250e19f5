package app.vstrivia.api.identity;

import app.vstrivia.model.id.PlayerId;
import java.util.UUID;

/** A device that proved itself, and whose it is. */
public record AuthenticatedDevice(UUID deviceId, PlayerId playerId, String name) {}
