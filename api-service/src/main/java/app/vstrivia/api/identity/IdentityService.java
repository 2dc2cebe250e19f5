package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Players and their devices. */
@ApplicationScoped
public class IdentityService {
    private final PlayerStore players;
    private final NameStore names;
    private final DeviceStore devices;
    private final DeviceRows rows;
    private final Transactions transactions;

    IdentityService(
            PlayerStore players, NameStore names, DeviceStore devices, DeviceRows rows, Transactions transactions) {
        this.players = players;
        this.names = names;
        this.devices = devices;
        this.rows = rows;
        this.transactions = transactions;
    }

    /** @throws InvalidName if the name breaks a rule */
    public Uni<RegisteredDevice> register(String name) {
        DisplayName displayName = DisplayName.parse(name);
        PlayerId playerId = PlayerId.next();
        Secret secret = Secret.random();
        Device device = new Device(UuidV7.next(), new Player(playerId, displayName), secret);
        // The stream first: one without a player is never read, a player without one could not be told of a match.
        return transactions
                .run(transaction -> transaction.create(StreamId.of(playerId)))
                .chain(() -> devices.add(device))
                .replaceWith(() -> new RegisteredDevice(playerId, device.id, secret.reveal(), displayName.text()));
    }

    /** Fails with {@link BadCredentials} whatever it is that is not right. */
    public Uni<AuthenticatedDevice> authenticate(UUID deviceId, String secret) {
        Secret given = Secret.given(secret);
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        return devices.get(deviceId)
                .invoke(device -> {
                    if (device == null || !device.accepts(given, now)) {
                        throw new BadCredentials();
                    }
                })
                .call(device -> device.seenLately(now) ? Uni.createFrom().voidItem() : rows.seen(deviceId))
                .map(Device::authenticated);
    }

    /** Fails with {@link UnknownPlayer}. */
    public Uni<PlayerView> player(PlayerId id) {
        return players.get(id.value()).map(IdentityService::known);
    }

    /** The names of those of {@code ids} that are players, in one query; {@code ids} is not empty. */
    public Uni<Map<PlayerId, String>> names(Collection<PlayerId> ids) {
        return names.names(ids);
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
