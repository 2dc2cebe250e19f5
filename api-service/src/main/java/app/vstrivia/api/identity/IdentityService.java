package app.vstrivia.api.identity;

import app.vstrivia.api.platform.revision.PreconditionFailed;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Players and their devices. */
@ApplicationScoped
public class IdentityService {
    private final PlayerStore players;
    private final NameStore names;
    private final Transactions transactions;

    IdentityService(PlayerStore players, NameStore names, Transactions transactions) {
        this.players = players;
        this.names = names;
        this.transactions = transactions;
    }

    /** A new player with a first device. Fails with {@link InvalidName}. */
    public Uni<RegisteredDevice> register(String name) {
        return transactions.run(transaction -> Accounts.open(transaction, name, null));
    }

    /**
     * Locks the device to the end of the transaction. Fails with {@link PlayerPutOut} if only that keeps it out, and with
     * {@link BadCredentials} whatever else it is that is not right.
     */
    public Uni<AuthenticatedDevice> authenticate(Transaction transaction, UUID deviceId, String secret) {
        Secret given = Secret.given(secret);
        return DeviceStore.lock(transaction, deviceId)
                .map(device -> device.filter(found -> found.knows(given)).orElseThrow(BadCredentials::new))
                .chain(device ->
                        device.revoked() ? refused(transaction, device.playerId()) : inUse(transaction, device));
    }

    /** Who is put out has no device that has access. */
    private static Uni<AuthenticatedDevice> refused(Transaction transaction, PlayerId player) {
        return AccountStore.isPutOut(transaction, player).map(putOut -> {
            throw putOut ? new PlayerPutOut(player) : new BadCredentials();
        });
    }

    /** The same for a device that has proved itself in another way; empty if it has no access. */
    public Uni<Optional<AuthenticatedDevice>> admit(Transaction transaction, UUID deviceId) {
        return DeviceStore.lock(transaction, deviceId).chain(device -> device.filter(found -> !found.revoked())
                .map(found -> inUse(transaction, found).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** The same; fails with {@link BadCredentials} if it has no access. */
    public Uni<AuthenticatedDevice> requireAccess(Transaction transaction, UUID deviceId) {
        return admit(transaction, deviceId).map(device -> device.orElseThrow(BadCredentials::new));
    }

    private static Uni<AuthenticatedDevice> inUse(Transaction transaction, Device device) {
        Uni<Void> noted =
                device.seenLately() ? Uni.createFrom().voidItem() : DeviceStore.seen(transaction, device.id());
        return noted.replaceWith(device::authenticated);
    }

    /** Fails with {@link UnknownPlayer}. */
    public Uni<PlayerView> player(PlayerId id) {
        return players.get(id.value()).map(IdentityService::known);
    }

    /** The names of those of {@code ids} that are players, in one query; {@code ids} is not empty. */
    public Uni<Map<PlayerId, String>> names(Collection<PlayerId> ids) {
        return names.names(ids);
    }

    /**
     * Matches that the player is in keep the name that they began with. Fails with {@link UnknownPlayer}, and with {@link
     * PreconditionFailed} if the player as it is does not have the client's consent.
     */
    public Uni<PlayerView> rename(PlayerId id, String name, Predicate<PlayerView> consent) {
        DisplayName displayName = DisplayName.parse(name);
        return player(id)
                .invoke(player -> {
                    if (!consent.test(player)) {
                        throw new PreconditionFailed();
                    }
                })
                .chain(player -> players.rename(id.value(), player.name(), displayName))
                // Somebody else was faster: what is there now needs the client's consent again.
                .chain(renamed -> renamed ? player(id) : rename(id, name, consent));
    }

    private static PlayerView known(Player player) {
        if (player == null) {
            throw new UnknownPlayer();
        }
        return player.toView();
    }
}
