package app.vstrivia.api.identity.merge;

import app.vstrivia.api.identity.token.Tokens;
import app.vstrivia.model.id.PlayerId;
import java.util.UUID;

/** The guest's device is the player's now, with the secret that it had; all tokens from before are void. */
public record Merged(PlayerId playerId, UUID deviceId, String name, Tokens tokens) {}
