package app.vstrivia.api.matchmaking;

import app.vstrivia.api.match.Entrant;
import app.vstrivia.api.match.Settings;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Every query on {@code matchmaking_ticket}. */
@ApplicationScoped
class TicketStore {
    /** Keeps a player from waiting twice. */
    static final String ONE_EACH = "matchmaking_ticket_waiting";

    private static final String SELECT = "SELECT id, player_id, name, queue, settings, status, match_id, created_at,"
            + " last_seen_at, NOW(6) AS moment FROM matchmaking_ticket WHERE ";

    private final Pool pool;

    TicketStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(Transaction transaction, UUID id, Entrant player, Settings settings) {
        return transaction
                .connection()
                .preparedQuery(
                        "INSERT INTO matchmaking_ticket (id, player_id, waiting_player, name, queue, settings, status,"
                                + " created_at, last_seen_at) VALUES (?, ?, ?, ?, ?, ?, 'waiting', NOW(6), NOW(6))")
                .execute(Values.of(id, player.id(), player.id(), player.name(), Queue.of(settings), settings.toJson()))
                .replaceWithVoid();
    }

    /** The ticket, or null. */
    Uni<Ticket> get(UUID id) {
        return one(pool, "id = ?", Values.of(id));
    }

    /** The ticket, locked, or null. */
    Uni<Ticket> lock(Transaction transaction, UUID id) {
        return one(transaction.connection(), "id = ? FOR UPDATE", Values.of(id));
    }

    /** The ticket with which the player waits, locked, or null. */
    Uni<Ticket> lockWaiting(Transaction transaction, PlayerId player) {
        return one(transaction.connection(), "waiting_player = ? FOR UPDATE", Values.of(player));
    }

    private static Uni<Ticket> one(SqlClient client, String where, Tuple values) {
        return client.preparedQuery(SELECT + where)
                .execute(values)
                .map(TicketStore::tickets)
                .map(tickets -> tickets.isEmpty() ? null : tickets.get(0));
    }

    /** The two that wait longest in a queue, without those that somebody else pairs at this moment. */
    Uni<List<Ticket>> lockOldest(Transaction transaction, String queue) {
        return transaction
                .connection()
                .preparedQuery(SELECT
                        + "queue = ? AND status = 'waiting' ORDER BY created_at, id LIMIT 2 FOR UPDATE SKIP LOCKED")
                .execute(Values.of(queue))
                .map(TicketStore::tickets);
    }

    /** Whether somebody else waits in the queue. */
    Uni<Boolean> othersWait(Ticket ticket) {
        return pool.preparedQuery("SELECT EXISTS (SELECT 1 FROM matchmaking_ticket WHERE queue = ?"
                        + " AND status = 'waiting' AND id <> ? AND last_seen_at > NOW(6) - INTERVAL "
                        + Ticket.FORGOTTEN_AFTER.toSeconds() + " SECOND)")
                .execute(Values.of(ticket.queue(), ticket.id()))
                .map(rows -> rows.iterator().next().getInteger(0) == 1);
    }

    /** Notes that the player of a waiting ticket asked after it. */
    Uni<Void> touch(UUID id) {
        return pool.preparedQuery(
                        "UPDATE matchmaking_ticket SET last_seen_at = NOW(6) WHERE id = ? AND status = 'waiting'")
                .execute(Values.of(id))
                .replaceWithVoid();
    }

    /** Takes a ticket out of its queue; {@code match} is null if there is none. */
    Uni<Void> close(Transaction transaction, UUID id, TicketStatus status, MatchId match) {
        return transaction
                .connection()
                .preparedQuery("UPDATE matchmaking_ticket SET status = ?, match_id = ?, waiting_player = NULL,"
                        + " last_seen_at = NOW(6) WHERE id = ?")
                .execute(Values.of(status.wire(), match, id))
                .replaceWithVoid();
    }

    private static List<Ticket> tickets(RowSet<Row> rows) {
        return rows.stream()
                .map(row -> new Ticket(
                        UuidV7.fromBuffer(row.getBuffer("id")),
                        PlayerId.of(row.getBuffer("player_id")),
                        row.getString("name"),
                        row.getString("queue"),
                        Settings.parse(row.getString("settings")),
                        TicketStatus.of(row.getString("status")),
                        row.getBuffer("match_id") == null ? null : MatchId.of(row.getBuffer("match_id")),
                        row.getLocalDateTime("created_at"),
                        row.getLocalDateTime("last_seen_at"),
                        row.getLocalDateTime("moment")))
                .toList();
    }
}
