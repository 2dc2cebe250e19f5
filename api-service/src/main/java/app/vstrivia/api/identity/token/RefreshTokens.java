package app.vstrivia.api.identity.token;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.identity.AccessEnd;
import app.vstrivia.api.identity.AuthenticatedDevice;
import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.protocol.PlayerEvent.DeviceSignedOut.Reason;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Refresh tokens: opaque, kept as their hashes, each good once. Whoever uses one a second time is a thief, or was robbed
 * by one: then the family is void, with all that the device has, and the player's devices are told. Who asks again at once
 * has lost the answer, and gets another; the lost one is void.
 */
@ApplicationScoped
class RefreshTokens {
    private final IdentityService identity;
    private final Transactions transactions;
    private final AccessEnd accessEnd;
    private final AuditLog audit;
    private final Duration lifetime;
    private final Duration atMost;

    RefreshTokens(
            IdentityService identity,
            Transactions transactions,
            AccessEnd accessEnd,
            AuditLog audit,
            TokenConfig config) {
        this.identity = identity;
        this.transactions = transactions;
        this.accessEnd = accessEnd;
        this.audit = audit;
        this.lifetime = config.refreshLifetime();
        this.atMost = config.refreshAtMost();
    }

    /** The first of a new family, which ends the one that the device had. The device is locked. */
    Uni<Granted> begin(Transaction transaction, AuthenticatedDevice device) {
        RefreshToken token = RefreshToken.ofNewFamily();
        Family family = Family.begin(token, device.at(), lifetime, atMost);
        return RefreshTokenStore.begin(
                        transaction, device.deviceId(), token.family().hash(), family)
                .replaceWith(() -> new Granted(device, token, family.expiresAt()));
    }

    /** Trades a token for the next one. Fails with {@link RefreshTokenRefused}. */
    Uni<Granted> renew(String text) {
        AuditEntry reuse = audit.entry(AuditAction.REFRESH_TOKEN_REUSED);
        RefreshToken given = RefreshToken.parse(text).orElseThrow(RefreshTokenRefused::new);
        return transactions
                .run(transaction -> owner(transaction, given)
                        .chain(owner -> owner.map(device -> trade(transaction, device, given, reuse))
                                .orElseGet(() -> Uni.createFrom().item(Outcome.REFUSED))))
                .map(outcome -> {
                    if (outcome.reused()) {
                        accessEnd.tell();
                    }
                    return outcome.granted().orElseThrow(RefreshTokenRefused::new);
                });
    }

    private Uni<Optional<AuthenticatedDevice>> owner(Transaction transaction, RefreshToken given) {
        return RefreshTokenStore.device(transaction, given.family().hash())
                .chain(device -> device.map(id -> identity.admit(transaction, id))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Outcome> trade(
            Transaction transaction, AuthenticatedDevice device, RefreshToken given, AuditEntry reuse) {
        RefreshToken next = given.next();
        return RefreshTokenStore.get(transaction, given.family().hash()).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Outcome.REFUSED);
            }
            Optional<Family> traded = found.get().trade(given.own(), next.own(), device.at(), lifetime);
            return traded.map(family -> RefreshTokenStore.update(transaction, device.deviceId(), family)
                            .replaceWith(() -> Outcome.of(new Granted(device, next, family.expiresAt()))))
                    .orElseGet(() -> end(transaction, device, reuse));
        });
    }

    private Uni<Outcome> end(Transaction transaction, AuthenticatedDevice device, AuditEntry reuse) {
        transaction.tell(
                StreamId.of(device.playerId()),
                new PlayerEvent.DeviceSignedOut(device.deviceId(), Reason.TOKEN_REUSED));
        return audit.add(transaction, reuse.on(device.deviceId()).with("player", device.playerId()))
                .chain(() -> AccessEnd.of(transaction, device.playerId(), device.deviceId()))
                .replaceWith(Outcome.REUSED);
    }

    /** A refusal is no failure of the transaction: what a reuse ended has to be committed. */
    private record Outcome(Optional<Granted> granted, boolean reused) {
        static final Outcome REFUSED = new Outcome(Optional.empty(), false);
        static final Outcome REUSED = new Outcome(Optional.empty(), true);

        static Outcome of(Granted granted) {
            return new Outcome(Optional.of(granted), false);
        }
    }

    /** Who may have an access token, and the refresh token that goes with it. */
    record Granted(AuthenticatedDevice device, RefreshToken token, Instant expiresAt) {}
}
