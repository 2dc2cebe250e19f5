package app.vstrivia.api.identity;

import app.vstrivia.model.id.PlayerId;
import java.util.UUID;

/** The answer to a registration; the only time that {@code secret} is shown. */
public record RegisteredDevice(PlayerId playerId, UUID deviceId, String secret, String name) {
    @Override
    public String toString() {
        return "RegisteredDevice[" + playerId + ", " + deviceId + "]";
    }
}
