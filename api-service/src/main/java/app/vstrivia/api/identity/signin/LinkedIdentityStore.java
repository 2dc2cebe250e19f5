package app.vstrivia.api.identity.signin;

import app.vstrivia.api.identity.provider.VerifiedIdentity;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query on {@code linked_identity}, but for those that merge players. */
@ApplicationScoped
class LinkedIdentityStore {
    /** Keeps an identity from having two players. */
    static final String ONE_PLAYER = "linked_identity_subject";

    private static final String SELECT = "SELECT id, provider, player_id, linked_at FROM linked_identity WHERE ";

    private final Pool pool;

    LinkedIdentityStore(Pool pool) {
        this.pool = pool;
    }

    /** The identity, if somebody has linked it. It stays so while that player is locked. */
    static Uni<Optional<LinkedIdentity>> find(Transaction transaction, VerifiedIdentity identity) {
        return transaction
                .connection()
                .preparedQuery(SELECT + "issuer = ? AND subject = ?")
                .execute(Values.of(identity.issuer(), identity.subject()))
                .map(rows -> rows.stream().findFirst().map(LinkedIdentityStore::linkedIdentity));
    }

    /**
     * Nothing has changed since {@code before} was read, and nothing can any more: its player is locked now. Fails with {@link
     * IdentityMoved}.
     */
    static Uni<Void> requireSame(Transaction transaction, VerifiedIdentity identity, Optional<LinkedIdentity> before) {
        return find(transaction, identity)
                .invoke(now -> {
                    if (!now.equals(before)) {
                        throw new IdentityMoved();
                    }
                })
                .replaceWithVoid();
    }

    /** Fails on {@link #ONE_PLAYER} if the identity was linked meanwhile. */
    static Uni<LinkedIdentity> add(Transaction transaction, VerifiedIdentity identity, PlayerId player) {
        UUID id = UuidV7.next();
        return transaction
                .connection()
                .preparedQuery("INSERT INTO linked_identity (id, provider, issuer, subject, player_id, linked_at)"
                        + " VALUES (?, ?, ?, ?, ?, NOW(6))")
                .execute(Values.of(id, identity.provider(), identity.issuer(), identity.subject(), player))
                .replaceWith(() -> new LinkedIdentity(
                        id, identity.provider(), player, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    static Uni<Integer> count(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("SELECT COUNT(*) FROM linked_identity WHERE player_id = ?")
                .execute(Values.of(player))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** The player's, the oldest first. */
    Uni<List<LinkedIdentity>> of(PlayerId player) {
        return pool.preparedQuery(SELECT + "player_id = ? ORDER BY linked_at, id")
                .execute(Values.of(player))
                .map(rows ->
                        rows.stream().map(LinkedIdentityStore::linkedIdentity).toList());
    }

    /** Whether the player had it. */
    static Uni<Boolean> remove(Transaction transaction, PlayerId player, UUID id) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM linked_identity WHERE id = ? AND player_id = ?")
                .execute(Values.of(id, player))
                .map(rows -> rows.rowCount() > 0);
    }

    private static LinkedIdentity linkedIdentity(Row row) {
        return new LinkedIdentity(
                UuidV7.fromBuffer(row.getBuffer("id")),
                row.getString("provider"),
                PlayerId.of(row.getBuffer("player_id")),
                row.getLocalDateTime("linked_at").toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS));
    }
}
