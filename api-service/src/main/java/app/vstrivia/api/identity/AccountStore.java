package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queries on {@code player} and {@code device} that are part of a larger transaction. */
final class AccountStore {
    private AccountStore() {}

    /** The player, locked, unless merged into another one. */
    static Uni<Optional<Account>> lock(Transaction transaction, PlayerId player) {
        return lockAny(transaction, player).map(found -> found.filter(account -> account.mergedInto() == null));
    }

    /** The player, locked. */
    static Uni<Optional<Account>> lockAny(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("SELECT name, put_out_at, merged_into FROM player WHERE id = ? FOR UPDATE")
                .execute(Values.of(player))
                .map(rows -> rows.stream().findFirst().map(AccountStore::account));
    }

    private static Account account(Row row) {
        return new Account(
                row.getString("name"),
                row.getLocalDateTime("put_out_at") != null,
                row.getBuffer("merged_into") == null ? null : PlayerId.of(row.getBuffer("merged_into")));
    }

    static Uni<Void> putOut(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("UPDATE player SET put_out_at = NOW(6) WHERE id = ?")
                .execute(Values.of(player))
                .replaceWithVoid();
    }

    /** Those of the player's devices with access, but for {@code current}, that come after the {@code kept} used last. */
    static Uni<List<UUID>> leastUsed(Transaction transaction, PlayerId player, UUID current, int kept) {
        return transaction
                .connection()
                .preparedQuery("SELECT id FROM device WHERE player_id = ? AND id <> ? AND revoked_at IS NULL"
                        + " ORDER BY COALESCE(last_seen_at, created_at) DESC, id DESC LIMIT 1000 OFFSET ?")
                .execute(Values.of(player, current, kept))
                .map(rows -> rows.stream()
                        .map(row -> UuidV7.fromBuffer(row.getBuffer(0)))
                        .toList());
    }

    /** @param mergedInto who the player is now; null for most */
    record Account(String name, boolean putOut, PlayerId mergedInto) {}
}
