package app.vstrivia.api.identity;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Players and their devices. */
@ApplicationScoped
public class IdentityService {
    private final PlayerStore players;
    private final DeviceStore devices;
    private final StreamLog streams;
    private final Pool pool;

    IdentityService(PlayerStore players, DeviceStore devices, StreamLog streams, Pool pool) {
        this.players = players;
        this.devices = devices;
        this.streams = streams;
        this.pool = pool;
    }

    /** @throws InvalidName if the name breaks a rule */
    public Uni<RegisteredDevice> register(String name) {
        DisplayName displayName = DisplayName.parse(name);
        PlayerId playerId = PlayerId.next();
        DeviceSecret secret = DeviceSecret.random();
        Device device = new Device(UuidV7.next(), new Player(playerId, displayName), secret);
        // The stream first: one without a player is never read, a player without one could not be told of a match.
        return streams.create(pool, StreamId.of(playerId))
                .chain(() -> devices.add(device))
                .replaceWith(() -> new RegisteredDevice(playerId, device.id, secret.reveal(), displayName.text()));
    }

    /** Fails with {@link BadCredentials} whatever it is that is not right. */
    public Uni<AuthenticatedDevice> authenticate(UUID deviceId, String secret) {
        DeviceSecret given = DeviceSecret.given(secret);
        return devices.get(deviceId).map(device -> {
            if (device == null || !device.accepts(given)) {
                throw new BadCredentials();
            }
            return device.authenticated();
        });
    }

    /** Fails with {@link UnknownPlayer}. */
    public Uni<PlayerView> player(PlayerId id) {
        return players.get(id.value()).map(IdentityService::known);
    }

    /** Matches that the player is in keep the name that they began with. */
    public Uni<PlayerView> rename(PlayerId id, String name) {
        DisplayName displayName = DisplayName.parse(name);
        return players.rename(id.value(), displayName).map(IdentityService::known);
    }

    private static PlayerView known(Player player) {
        if (player == null) {
            throw new UnknownPlayer();
        }
        return player.toView();
    }
}
