package app.vstrivia.api.identity.login;

import app.vstrivia.api.platform.origin.Origin;
import app.vstrivia.model.id.PlayerId;
import java.util.UUID;

/**
 * A sign-in.
 *
 * @param method {@link #DEVICE_SECRET}, {@link #MERGE} or the name of a provider
 * @param origin of the request that asked for it
 */
public record Login(PlayerId player, UUID device, String method, Origin origin) {
    public static final String DEVICE_SECRET = "device-secret";

    /** The device went on for another player. */
    public static final String MERGE = "merge";
}
