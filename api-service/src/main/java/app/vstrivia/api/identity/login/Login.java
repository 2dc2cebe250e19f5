package app.vstrivia.api.identity.login;

import app.vstrivia.model.id.PlayerId;
import java.util.UUID;

/**
 * A sign-in.
 *
 * @param method {@link #DEVICE_SECRET}, {@link #MERGE} or the name of a provider
 * @param address of the client; null if it is not known
 */
public record Login(PlayerId player, UUID device, String method, String address) {
    public static final String DEVICE_SECRET = "device-secret";

    /** The device went on for another player. */
    public static final String MERGE = "merge";
}
