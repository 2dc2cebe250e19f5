package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The queries on {@code player} and {@code device} that are part of a larger transaction. */
final class AccountStore {
    private AccountStore() {}

    /** The player, locked: the first of all that a change of a player, or of what a player has, locks. */
    static Uni<Optional<Account>> lock(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("SELECT name, put_out_at, merged_into, erase_at, NOW(6) AS moment FROM player"
                        + " WHERE id = ? FOR UPDATE")
                .execute(Values.of(player))
                .map(rows -> rows.stream().findFirst().map(row -> account(player, row)));
    }

    private static Account account(PlayerId player, Row row) {
        Buffer mergedInto = row.getBuffer("merged_into");
        return new Account(
                player,
                row.getString("name"),
                row.getLocalDateTime("put_out_at"),
                mergedInto == null ? null : PlayerId.of(mergedInto),
                row.getLocalDateTime("erase_at"),
                row.getLocalDateTime("moment"));
    }

    /** Those that are players, not merged into others, who stay so to the end of the transaction; {@code players} is not empty. */
    static Uni<Set<PlayerId>> keep(Transaction transaction, Collection<PlayerId> players) {
        Tuple values = Tuple.tuple();
        players.forEach(player -> Values.add(values, player));
        return transaction
                .connection()
                // By the primary key: a shared lock of an index that has all that is read leaves the row itself, which
                // a merge
                // locks, alone.
                .preparedQuery("SELECT id FROM player FORCE INDEX (PRIMARY) WHERE merged_into IS NULL AND id IN ("
                        + Values.marks(players.size()) + ") ORDER BY id LOCK IN SHARE MODE")
                .execute(values)
                .map(rows ->
                        rows.stream().map(row -> PlayerId.of(row.getBuffer(0))).collect(Collectors.toSet()));
    }

    /** Who a player is now; nothing is locked. */
    static Uni<Optional<PlayerId>> present(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("SELECT COALESCE(merged_into, id) FROM player WHERE id = ?")
                .execute(Values.of(player))
                .map(rows -> rows.stream().findFirst().map(row -> PlayerId.of(row.getBuffer(0))));
    }

    /** Nothing is locked. */
    static Uni<Boolean> isPutOut(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("SELECT 1 FROM player WHERE id = ? AND put_out_at IS NOT NULL")
                .execute(Values.of(player))
                .map(rows -> rows.size() > 0);
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
}
