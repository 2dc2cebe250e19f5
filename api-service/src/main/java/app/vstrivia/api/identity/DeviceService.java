package app.vstrivia.api.identity;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.platform.revision.PreconditionFailed;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The devices of a player: a phone, a tablet, a browser. What changes which there are holds the player's
 * row; all is done only for a device that has access at that moment.
 */
@ApplicationScoped
public class DeviceService {
    /** How many devices a player may have. */
    static final int MOST = 10;

    private static final int OLD_SECRET_SECONDS = 300;
    private static final int LINK_SECONDS = 600;

    private final DeviceStore devices;
    private final Accounts accounts;
    private final Transactions transactions;
    private final AccessEnd accessEnd;
    private final AuditLog audit;

    DeviceService(
            DeviceStore devices, Accounts accounts, Transactions transactions, AccessEnd accessEnd, AuditLog audit) {
        this.devices = devices;
        this.accounts = accounts;
        this.transactions = transactions;
        this.accessEnd = accessEnd;
        this.audit = audit;
    }

    /** Those that have access, the newest first. */
    public Uni<List<DeviceView>> list(PlayerId player, UUID current) {
        return devices.of(player, current);
    }

    /**
     * Fails with {@link DeviceNotFound}, and with {@link PreconditionFailed} if the list, as {@code current} sees it, does
     * not have the client's consent.
     */
    public Uni<Void> rename(
            PlayerId player, UUID current, UUID device, String name, Predicate<List<DeviceView>> consent) {
        return transactions.run(transaction -> AccountStore.lock(transaction, player)
                .chain(() -> DeviceStore.of(transaction, player, current))
                .invoke(all -> {
                    if (all.stream().noneMatch(one -> one.deviceId().equals(device))) {
                        throw new DeviceNotFound();
                    }
                    if (!consent.test(all)) {
                        throw new PreconditionFailed();
                    }
                })
                .chain(() -> DeviceStore.rename(transaction, device, name)));
    }

    /**
     * Takes a device's access: no token any more, and open sockets are closed. Fails with {@link DeviceNotFound}, or with
     * {@link AccessEnded} if {@code current}, which asks, has none itself.
     */
    public Uni<Void> revoke(PlayerId player, UUID current, UUID device) {
        AuditEntry entry = audit.entry(AuditAction.DEVICE_REVOKED).by(player);
        return transactions
                .run(transaction -> lock(transaction, player, current)
                        .chain(() -> accounts.signOut(transaction, player, device, entry)))
                .invoke(accessEnd::tell);
    }

    /** The same for all of the player's devices but the one that asks. */
    public Uni<Void> revokeOthers(PlayerId player, UUID current) {
        AuditEntry entry = audit.entry(AuditAction.DEVICE_REVOKED).by(player);
        return transactions
                .run(transaction -> lock(transaction, player, current).chain(all -> Multi.createFrom()
                        .iterable(all)
                        .filter(device -> !device.equals(current))
                        .onItem()
                        .transformToUniAndConcatenate(other -> accounts.signOut(transaction, player, other, entry))
                        .collect()
                        .last()
                        .replaceWithVoid()))
                .invoke(accessEnd::tell);
    }

    /** The devices that have access, of which {@code current} has to be one. */
    private static Uni<List<UUID>> lock(Transaction transaction, PlayerId player, UUID current) {
        return AccountStore.lock(transaction, player)
                .chain(() -> DeviceStore.ids(transaction, player))
                .invoke(all -> {
                    if (!all.contains(current)) {
                        throw new AccessEnded();
                    }
                });
    }

    /**
     * A new secret in place of {@code present}, shown this once. The old one is good for five minutes more, also for asking
     * again if the answer was lost, which makes the lost one void. Refresh tokens end. Fails with {@link SecretRefused}.
     */
    public Uni<Secret> replaceSecret(PlayerId player, UUID deviceId, Secret present) {
        AuditEntry entry = audit.entry(AuditAction.SECRET_REPLACED).by(player).on(deviceId);
        Secret next = Secret.random();
        return transactions
                .run(transaction -> DeviceStore.lock(transaction, deviceId)
                        .map(device -> device.filter(found -> found.playerId().equals(player) && found.accepts(present))
                                .orElseThrow(SecretRefused::new))
                        .chain(device -> device.isCurrent(present)
                                ? DeviceStore.replaceSecret(transaction, deviceId, next.hash(), OLD_SECRET_SECONDS)
                                : DeviceStore.replaceLostSecret(transaction, deviceId, next.hash()))
                        .chain(() -> AccessStore.endRefreshing(transaction, deviceId))
                        .chain(() -> audit.add(transaction, entry)))
                .replaceWith(next);
    }

    /**
     * A code for one more device, in place of the one that the player may have asked for before. Fails with {@link
     * SecretRefused} if {@code present} is not the asking device's.
     */
    public Uni<LinkCode> linkCode(PlayerId player, UUID current, Secret present) {
        String code = LinkCode.random();
        byte[] hash = LinkCode.normalized(code).hash();
        return transactions
                .run(transaction -> lock(transaction, player, current)
                        .call(() -> Accounts.requireSecret(transaction, player, current, present))
                        .chain(all -> LinkStore.add(transaction, player, current, hash, LINK_SECONDS)))
                .replaceWith(() -> new LinkCode(code, Instant.now().plusSeconds(LINK_SECONDS)));
    }

    /** Lets one more device in. Fails with {@link LinkCodeInvalid} or {@link TooManyDevices}; then the code is still good. */
    public Uni<RegisteredDevice> link(String code, String name) {
        byte[] hash = LinkCode.normalized(code).hash();
        AuditEntry entry = audit.entry(AuditAction.DEVICE_LINKED);
        return transactions.run(transaction -> LinkStore.owner(transaction, hash)
                .map(player -> player.orElseThrow(LinkCodeInvalid::new))
                .chain(player -> link(transaction, player, hash, name, entry)));
    }

    private Uni<RegisteredDevice> link(
            Transaction transaction, PlayerId player, byte[] codeHash, String name, AuditEntry entry) {
        return AccountStore.lock(transaction, player)
                .map(account -> account.filter(found -> !found.isMerged() && !found.isPutOut())
                        .orElseThrow(LinkCodeInvalid::new)
                        .name())
                .call(() -> LinkStore.take(transaction, codeHash).invoke(good -> {
                    if (!good) {
                        throw new LinkCodeInvalid();
                    }
                }))
                .call(() -> DeviceStore.ids(transaction, player).invoke(all -> {
                    if (all.size() >= MOST) {
                        throw new TooManyDevices();
                    }
                }))
                .chain(playerName -> Accounts.addDevice(transaction, player, playerName, name))
                .invoke(device ->
                        transaction.tell(StreamId.of(player), new PlayerEvent.DeviceAdded(device.deviceId(), name)))
                .call(device -> audit.add(transaction, entry.by(player).on(device.deviceId())));
    }
}
