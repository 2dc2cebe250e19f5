package app.vstrivia.api.identity;

import app.vstrivia.model.id.PlayerId;
import java.time.Instant;
import java.util.UUID;

/**
 * A device that proved itself, and whose it is.
 *
 * @param leaving whether the player is about to be erased, and has not signed in since
 * @param at when, by the database's clock, while the device's row was locked: what is revoked later is revoked at a later
 *     moment
 */
public record AuthenticatedDevice(UUID deviceId, PlayerId playerId, boolean leaving, Instant at) {}
