package app.vstrivia.api.identity.role;

import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every query on {@code player_role}. Whoever changes a player's roles holds the player's row. */
@ApplicationScoped
class RoleStore {
    private final Pool pool;

    RoleStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Waits for whoever is changing them. What a token says of its moment is older than this, so that a token with roles of
     * before a change is older than the revocation that comes with it. Null for who is not there.
     */
    Uni<Authority> authority(PlayerId player) {
        return pool.preparedQuery("SELECT p.name, r.role FROM player p LEFT JOIN player_role r"
                        + " ON r.player_id = p.id WHERE p.id = ? LOCK IN SHARE MODE")
                .execute(Values.of(player))
                .map(RoleStore::authority);
    }

    private static Authority authority(RowSet<Row> rows) {
        Set<String> groups = new HashSet<>(Set.of(Roles.PLAYER));
        String name = null;
        for (Row row : rows) {
            name = row.getString("name");
            String role = row.getString("role");
            if (role != null) {
                groups.add(role);
            }
        }
        return name == null ? null : new Authority(name, Set.copyOf(groups));
    }

    Uni<List<RoleGrant>> of(PlayerId player) {
        return pool.preparedQuery(
                        "SELECT role, granted_by, granted_at FROM player_role WHERE player_id = ? ORDER BY role")
                .execute(Values.of(player))
                .map(rows -> rows.stream().map(RoleStore::grant).toList());
    }

    private static RoleGrant grant(Row row) {
        return new RoleGrant(
                row.getString("role"),
                row.getBuffer("granted_by") == null ? null : PlayerId.of(row.getBuffer("granted_by")),
                row.getLocalDateTime("granted_at").toInstant(ZoneOffset.UTC));
    }

    /** Whether the player did not have it; {@code by} may be null. */
    static Uni<Boolean> add(Transaction transaction, PlayerId player, Role role, PlayerId by) {
        return transaction
                .connection()
                .preparedQuery("INSERT IGNORE INTO player_role (player_id, role, granted_by) VALUES (?, ?, ?)")
                .execute(Values.of(player, role.group(), by))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Whether the player had it. */
    static Uni<Boolean> remove(Transaction transaction, PlayerId player, Role role) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM player_role WHERE player_id = ? AND role = ?")
                .execute(Values.of(player, role.group()))
                .map(rows -> rows.rowCount() > 0);
    }

    static Uni<Void> removeAll(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM player_role WHERE player_id = ?")
                .execute(Values.of(player))
                .replaceWithVoid();
    }

    /** The names of the player's roles; to be asked while the player is locked. */
    static Uni<List<String>> names(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("SELECT role FROM player_role WHERE player_id = ? ORDER BY role")
                .execute(Values.of(player))
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
    }

    /** All admins; their roles are locked, so that of two who go at the same time one sees that the other has gone. */
    static Uni<Set<PlayerId>> lockAdmins(Transaction transaction) {
        return transaction
                .connection()
                .preparedQuery("SELECT player_id FROM player_role WHERE role = ? ORDER BY player_id FOR UPDATE")
                .execute(Values.of(Role.ADMIN.group()))
                .map(rows -> {
                    Set<PlayerId> admins = new HashSet<>();
                    rows.forEach(row -> admins.add(PlayerId.of(row.getBuffer(0))));
                    return admins;
                });
    }
}
