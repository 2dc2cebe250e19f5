package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.protocol.PlayerEvent.DeviceSignedOut.Reason;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The devices of a player: a phone, a tablet, a browser. */
@ApplicationScoped
public class DeviceService {
    /** How many devices a player may have. */
    static final int MOST = 10;

    private static final int OLD_SECRET_SECONDS = 300;
    private static final int LINK_SECONDS = 600;

    private final DeviceRows rows;
    private final PlayerStore players;
    private final Transactions transactions;
    private final AccessEnd accessEnd;

    DeviceService(DeviceRows rows, PlayerStore players, Transactions transactions, AccessEnd accessEnd) {
        this.rows = rows;
        this.players = players;
        this.transactions = transactions;
        this.accessEnd = accessEnd;
    }

    /** Those that have access, the newest first. */
    public Uni<List<DeviceView>> list(PlayerId player, UUID current) {
        return rows.of(player, current);
    }

    /** Fails with {@link DeviceNotFound}. */
    public Uni<Void> rename(PlayerId player, UUID device, String name) {
        return rows.rename(player, device, name).map(DeviceService::found);
    }

    /** Takes a device's access: no token any more, and open sockets are closed. Fails with {@link DeviceNotFound}. */
    public Uni<Void> revoke(PlayerId player, UUID device) {
        return transactions
                .run(transaction -> DeviceRows.revoke(transaction, player, device)
                        .map(DeviceService::found)
                        .chain(() -> end(transaction, player, device)))
                .invoke(accessEnd::tell);
    }

    /** The same for all of the player's devices but the one that asks. */
    public Uni<Void> revokeOthers(PlayerId player, UUID current) {
        return transactions
                .run(transaction -> DeviceRows.others(transaction, player, current)
                        .chain(others -> Multi.createFrom()
                                .iterable(others)
                                .onItem()
                                .transformToUniAndConcatenate(other -> DeviceRows.revoke(transaction, player, other)
                                        .chain(() -> end(transaction, player, other)))
                                .collect()
                                .last()
                                .replaceWithVoid()))
                .invoke(accessEnd::tell);
    }

    private static Uni<Void> end(Transaction transaction, PlayerId player, UUID device) {
        transaction.tell(StreamId.of(player), new PlayerEvent.DeviceSignedOut(device, Reason.REVOKED));
        return AccessEnd.of(transaction, player, device);
    }

    /** A new secret, shown this once; the old one is good for five minutes more. Fails with {@link DeviceNotFound}. */
    public Uni<Secret> replaceSecret(PlayerId player, UUID device) {
        Secret secret = Secret.random();
        return rows.replaceSecret(player, device, secret.hash(), OLD_SECRET_SECONDS)
                .map(DeviceService::found)
                .replaceWith(secret);
    }

    /** A code for one more device, in place of the one that the player may have asked for before. */
    public Uni<LinkCode> linkCode(PlayerId player) {
        String code = LinkCode.random();
        return rows.addLink(player, LinkCode.normalized(code).hash(), LINK_SECONDS)
                .replaceWith(() -> new LinkCode(code, Instant.now().plusSeconds(LINK_SECONDS)));
    }

    /** Lets one more device in. Fails with {@link LinkCodeInvalid} or {@link TooManyDevices}; then the code is still good. */
    public Uni<RegisteredDevice> link(String code, String name) {
        UUID device = UuidV7.next();
        Secret secret = Secret.random();
        return transactions
                .run(transaction -> DeviceRows.takeLink(
                                transaction, LinkCode.normalized(code).hash())
                        .map(player -> player.orElseThrow(LinkCodeInvalid::new))
                        .call(player -> DeviceRows.count(transaction, player).invoke(count -> {
                            if (count >= MOST) {
                                throw new TooManyDevices();
                            }
                        }))
                        .call(player -> DeviceRows.add(transaction, player, device, secret.hash(), name))
                        .invoke(player ->
                                transaction.tell(StreamId.of(player), new PlayerEvent.DeviceAdded(device, name))))
                .chain(player -> players.get(player.value())
                        .map(known -> new RegisteredDevice(player, device, secret.reveal(), known.name)));
    }

    private static Void found(boolean found) {
        if (!found) {
            throw new DeviceNotFound();
        }
        return null;
    }
}
