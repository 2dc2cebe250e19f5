package app.vstrivia.api.identity.merge;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a merge asks and changes, in the tables of all that have players. */
final class MergeStore {
    private static final String BOTH = " player kept JOIN player guest ";
    private static final String WHO = " WHERE kept.id = ? AND guest.id = ? ";

    /** {@code g} is a guest's row, {@code k} the other player's in the same match, if there is one. */
    private static final String MEMBERS = BOTH + "JOIN match_player g ON g.player_id = guest.id"
            + " LEFT JOIN match_player k ON k.match_id = g.match_id AND k.player_id = kept.id ";

    /** The same of the quizzes that both work on, of which one membership stays. */
    private static final String QUIZZES_OF_BOTH = BOTH + "JOIN quiz_member g ON g.player_id = guest.id"
            + " JOIN quiz_member k ON k.quiz_id = g.quiz_id AND k.player_id = kept.id ";

    /**
     * All that moves, in this order. Whatever gets a table with players adds a line. Matches that both were in stay as they
     * are: they had two members there, and go on having them. Closed tickets and reports of
     * questions stay behind: whoever asks for what the player was asks for the guests, too.
     */
    private static final List<String> MOVES = List.of(
            "UPDATE" + MEMBERS + "JOIN match_round r ON r.match_id = g.match_id"
                    + " JOIN answer a ON a.match_id = r.match_id AND a.round_no = r.round_no AND a.player_id = g.player_id"
                    + " SET a.player_id = kept.id" + WHO + "AND k.match_id IS NULL",
            "UPDATE" + MEMBERS + "SET g.player_id = kept.id" + WHO + "AND k.match_id IS NULL",
            // An owner has a content once; who has it twice now keeps both, of which one is no longer known by it.
            "UPDATE" + BOTH + "JOIN medium g ON g.owner_id = guest.id"
                    + " JOIN medium k ON k.owner_id = kept.id AND k.sha256 = g.sha256 SET g.sha256 = NULL" + WHO,
            "UPDATE" + BOTH + "JOIN medium m ON m.owner_id = guest.id SET m.owner_id = kept.id" + WHO,
            "UPDATE" + BOTH + "JOIN webhook w ON w.owner_id = guest.id SET w.owner_id = kept.id" + WHO,
            "UPDATE" + BOTH + "JOIN live_match m ON m.host_id = guest.id SET m.host_id = kept.id" + WHO,
            "UPDATE" + QUIZZES_OF_BOTH + "SET k.access = CASE WHEN 'owner' IN (g.access, k.access) THEN 'owner'"
                    + " WHEN 'editor' IN (g.access, k.access) THEN 'editor' ELSE 'viewer' END" + WHO,
            "DELETE g FROM" + QUIZZES_OF_BOTH + WHO,
            "UPDATE" + BOTH + "JOIN quiz_member g ON g.player_id = guest.id SET g.player_id = kept.id" + WHO,
            "UPDATE" + BOTH + "JOIN linked_identity i ON i.player_id = guest.id SET i.player_id = kept.id" + WHO,
            "UPDATE" + BOTH + "JOIN device d ON d.player_id = guest.id SET d.player_id = kept.id" + WHO,
            "UPDATE" + BOTH + "JOIN login l ON l.player_id = guest.id SET l.player_id = kept.id" + WHO,
            "UPDATE" + BOTH + "JOIN question_import i ON i.owner_id = guest.id SET i.owner_id = kept.id" + WHO,
            "UPDATE" + BOTH + "JOIN publication p ON p.asked_by = guest.id SET p.asked_by = kept.id" + WHO,
            "UPDATE IGNORE" + BOTH + "JOIN stream_reader s ON s.player_id = guest.id SET s.player_id = kept.id" + WHO,
            "DELETE s FROM" + BOTH + "JOIN stream_reader s ON s.player_id = guest.id" + WHO,
            "DELETE c FROM" + BOTH + "JOIN device_link c ON c.player_id = guest.id" + WHO,
            "UPDATE" + BOTH + "JOIN player older ON older.merged_into = guest.id SET older.merged_into = kept.id" + WHO,
            "UPDATE" + BOTH + "SET guest.merged_into = kept.id" + WHO);

    private MergeStore() {}

    /** What would move. */
    static Uni<MergeOffer.Moves> preview(Transaction transaction, PlayerId guest, PlayerId kept) {
        return transaction
                .connection()
                .preparedQuery("SELECT"
                        + " (SELECT COUNT(*) FROM" + MEMBERS + WHO + "AND k.match_id IS NULL)"
                        + " + (SELECT COUNT(*) FROM live_match WHERE host_id = ?) AS matches,"
                        + " (SELECT COALESCE(SUM(g.score), 0) FROM" + MEMBERS + WHO
                        + "AND k.match_id IS NULL) AS points,"
                        + " (SELECT COUNT(*) FROM" + MEMBERS + WHO + "AND k.match_id IS NOT NULL) AS both_in,"
                        + " (SELECT COUNT(*) FROM device WHERE player_id = ? AND revoked_at IS NULL) AS devices,"
                        + " (SELECT COUNT(*) FROM linked_identity WHERE player_id = ?) AS identities,"
                        + " (SELECT COUNT(*) FROM quiz_member WHERE player_id = ?) AS quizzes")
                .execute(Values.of(kept, guest, guest, kept, guest, kept, guest, guest, guest, guest))
                .map(rows -> moves(rows.iterator().next()));
    }

    private static MergeOffer.Moves moves(Row row) {
        return new MergeOffer.Moves(
                row.getLong("matches"),
                row.getLong("points"),
                row.getLong("devices"),
                row.getLong("identities"),
                row.getLong("both_in"),
                row.getLong("quizzes"));
    }

    /** In place of what the guest was offered before. */
    static Uni<Void> offer(
            Transaction transaction, byte[] hash, PlayerId guest, PlayerId kept, UUID identity, Duration life) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO merge_offer (token_hash, guest_id, player_id, identity_id, expires_at)"
                        + " VALUES (?, ?, ?, ?, NOW(6) + INTERVAL ? SECOND) ON DUPLICATE KEY UPDATE"
                        + " token_hash = VALUES(token_hash), player_id = VALUES(player_id),"
                        + " identity_id = VALUES(identity_id), expires_at = VALUES(expires_at)")
                .execute(Values.of(Buffer.buffer(hash), guest, kept, identity, life.toSeconds()))
                .replaceWithVoid();
    }

    /** Into whom the guest is to be merged, if the offer is good. It stays so while both are locked. */
    static Uni<Optional<PlayerId>> offered(Transaction transaction, byte[] hash, PlayerId guest) {
        return transaction
                .connection()
                .preparedQuery("SELECT o.player_id FROM merge_offer o"
                        + " JOIN linked_identity i ON i.id = o.identity_id AND i.player_id = o.player_id"
                        + " WHERE o.token_hash = ? AND o.guest_id = ? AND o.expires_at > NOW(6)")
                .execute(Values.of(Buffer.buffer(hash), guest))
                .map(rows -> rows.stream().findFirst().map(row -> PlayerId.of(row.getBuffer(0))));
    }

    static Uni<Void> removeOffer(Transaction transaction, PlayerId guest) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM merge_offer WHERE guest_id = ?")
                .execute(Values.of(guest))
                .replaceWithVoid();
    }

    /** Nobody is paired with the guest any more; a pairing that is under way is waited for. */
    static Uni<Void> stopWaiting(Transaction transaction, PlayerId guest) {
        return transaction
                .connection()
                .preparedQuery("UPDATE matchmaking_ticket SET status = 'cancelled', waiting_player = NULL,"
                        + " last_seen_at = NOW(6) WHERE waiting_player = ?")
                .execute(Values.of(guest))
                .replaceWithVoid();
    }

    /** Whether the guest is or was in, or hosts, a match that is not over: its scores are still being written. */
    static Uni<Boolean> plays(Transaction transaction, PlayerId guest) {
        return transaction
                .connection()
                .preparedQuery("SELECT EXISTS (SELECT 1 FROM match_player p JOIN live_match m ON m.id = p.match_id"
                        + " WHERE p.player_id = ? AND m.phase <> 'finished')"
                        + " OR EXISTS (SELECT 1 FROM live_match WHERE host_id = ? AND phase <> 'finished')")
                .execute(Values.of(guest, guest))
                .map(rows -> rows.iterator().next().getInteger(0) == 1);
    }

    /** Moves everything. */
    static Uni<Void> move(Transaction transaction, PlayerId guest, PlayerId kept) {
        return Multi.createFrom()
                .iterable(MOVES)
                .onItem()
                .transformToUniAndConcatenate(
                        sql -> transaction.connection().preparedQuery(sql).execute(Values.of(kept, guest)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
