package app.vstrivia.api.identity;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.protocol.PlayerEvent.DeviceSignedOut.Reason;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Players and devices as parts of larger transactions: of those that let somebody in without a device's secret. */
@ApplicationScoped
public class Accounts {
    private final AuditLog audit;

    Accounts(AuditLog audit) {
        this.audit = audit;
    }

    /** A new player with a first device. Fails with {@link InvalidName}. */
    public static Uni<RegisteredDevice> open(Transaction transaction, String name, String deviceName) {
        DisplayName displayName = DisplayName.parse(name);
        PlayerId player = PlayerId.next();
        return transaction
                .create(StreamId.of(player))
                .chain(() -> PlayerStore.add(transaction, player, displayName))
                .chain(() -> addDevice(transaction, player, displayName.text(), deviceName));
    }

    /**
     * One more device of a player, whose other devices are told. Where there are too many, that which was not used for the
     * longest time is signed out: who lost a device must not be kept out by it. Fails with {@link UnknownPlayer} or {@link
     * PlayerPutOut}.
     *
     * @param entry about what lets the device in
     */
    public Uni<RegisteredDevice> admit(Transaction transaction, PlayerId player, String deviceName, AuditEntry entry) {
        return lock(transaction, player)
                .chain(name -> addDevice(transaction, player, name, deviceName))
                .invoke(device -> transaction.tell(
                        StreamId.of(player), new PlayerEvent.DeviceAdded(device.deviceId(), deviceName)))
                .call(device -> makeRoom(transaction, player, device.deviceId(), entry.by(player)));
    }

    /** The player is locked. */
    static Uni<RegisteredDevice> addDevice(Transaction transaction, PlayerId player, String name, String deviceName) {
        UUID device = UuidV7.next();
        Secret secret = Secret.random();
        return DeviceStore.add(transaction, player, device, secret.hash(), deviceName)
                .replaceWith(() -> new RegisteredDevice(player, device, secret.reveal(), name));
    }

    /** The player, locked; empty if there is none. */
    public static Uni<Optional<Account>> find(Transaction transaction, PlayerId player) {
        return AccountStore.lock(transaction, player);
    }

    /** Locks several, in the one order in which that is done by all. */
    public static Uni<Void> hold(Transaction transaction, Set<PlayerId> players) {
        return Multi.createFrom()
                .items(players.stream().sorted())
                .onItem()
                .transformToUniAndConcatenate(player -> AccountStore.lock(transaction, player))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Those of {@code players} that there are, and that are not merged into others, to the end of the transaction. To be asked
     * by whoever is about to give them something that a merge would have to move: the merge waits, or it came first and they
     * are not there.
     */
    public static Uni<Set<PlayerId>> keep(Transaction transaction, Collection<PlayerId> players) {
        return players.isEmpty() ? Uni.createFrom().item(Set.of()) : AccountStore.keep(transaction, players);
    }

    /** The same for one. Fails with {@link UnknownPlayer}. */
    public static Uni<Void> keep(Transaction transaction, PlayerId player) {
        return keep(transaction, Set.of(player))
                .invoke(kept -> {
                    if (kept.isEmpty()) {
                        throw new UnknownPlayer();
                    }
                })
                .replaceWithVoid();
    }

    /** The player's name; the row is locked. Fails with {@link UnknownPlayer} or {@link PlayerPutOut}. */
    public static Uni<String> lock(Transaction transaction, PlayerId player) {
        return AccountStore.lock(transaction, player).map(found -> {
            Account account = found.filter(one -> !one.isMerged()).orElseThrow(UnknownPlayer::new);
            if (account.isPutOut()) {
                throw new PlayerPutOut(player);
            }
            return account.name();
        });
    }

    /** The device has access, as one of the player, who is locked. Fails with {@link AccessEnded}. */
    public static Uni<Void> requireAccess(Transaction transaction, PlayerId player, UUID device) {
        return DeviceStore.ids(transaction, player)
                .invoke(all -> {
                    if (!all.contains(device)) {
                        throw new AccessEnded();
                    }
                })
                .replaceWithVoid();
    }

    /** The same, and it knows its secret: a token that was stolen is not enough. Fails with {@link SecretRefused}. */
    public static Uni<Void> requireSecret(Transaction transaction, PlayerId player, UUID device, Secret secret) {
        return DeviceStore.lock(transaction, device)
                .map(found -> found.filter(own -> own.playerId().equals(player) && own.accepts(secret))
                        .orElseThrow(SecretRefused::new))
                .replaceWithVoid();
    }

    /**
     * Signs out, of the devices beyond {@value DeviceService#MOST}, those not used for the longest time; never {@code
     * current}.
     *
     * @param entry about what made them too many
     */
    public Uni<Void> makeRoom(Transaction transaction, PlayerId player, UUID current, AuditEntry entry) {
        AuditEntry tooMany = entry.as(AuditAction.DEVICE_REVOKED).with("reason", "too-many-devices");
        return AccountStore.leastUsed(transaction, player, current, DeviceService.MOST - 1)
                .chain(devices -> Multi.createFrom()
                        .iterable(devices)
                        .onItem()
                        .transformToUniAndConcatenate(device -> signOut(transaction, player, device, tooMany))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** Takes a device's access; the player is locked. Fails with {@link DeviceNotFound} if it has none. */
    Uni<Void> signOut(Transaction transaction, PlayerId player, UUID device, AuditEntry entry) {
        return DeviceStore.revoke(transaction, player, device)
                .invoke(found -> {
                    if (!found) {
                        throw new DeviceNotFound();
                    }
                    transaction.tell(StreamId.of(player), new PlayerEvent.DeviceSignedOut(device, Reason.REVOKED));
                })
                .chain(() -> audit.add(transaction, entry.on(device)))
                .chain(() -> AccessEnd.of(transaction, player, device));
    }
}
