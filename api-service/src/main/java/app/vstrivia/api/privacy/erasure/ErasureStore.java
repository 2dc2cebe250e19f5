package app.vstrivia.api.privacy.erasure;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The traces that a player leaves in the tables of others, and how they go. What is deleted is so {@value #BATCH} rows
 * at a time.
 */
@ApplicationScoped
class ErasureStore {
    private static final int BATCH = 1_000;
    private static final int EVENTS_AT_ONCE = 200;

    private final Pool pool;

    ErasureStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * What the player was told; whether there may be more. The stream's head stays, which tells nothing: a match that
     * still runs may have something to tell, and must not fail.
     */
    Uni<Boolean> dropEvents(PlayerId player) {
        return drop("change_event WHERE stream_id = ?", StreamId.of(player).toString());
    }

    Uni<Boolean> dropTickets(PlayerId player) {
        return drop("matchmaking_ticket WHERE player_id = ?", player);
    }

    Uni<Boolean> dropReports(PlayerId player) {
        return drop("question_report WHERE player_id = ?", player);
    }

    Uni<Boolean> dropQuizReports(PlayerId player) {
        return drop("quiz_report WHERE player_id = ?", player);
    }

    Uni<Boolean> dropWatching(PlayerId player) {
        return drop("stream_reader WHERE player_id = ?", player);
    }

    /** Files that the player has imported are nobody's for the days that they are still kept. */
    Uni<Void> disownImports(PlayerId player) {
        return pool.preparedQuery("UPDATE question_import SET owner_id = NULL WHERE owner_id = ?")
                .execute(Values.of(player))
                .replaceWithVoid();
    }

    /** What the player has published is the quiz's. */
    Uni<Void> disownPublications(PlayerId player) {
        return pool.preparedQuery("UPDATE publication SET asked_by = NULL WHERE asked_by = ?")
                .execute(Values.of(player))
                .replaceWithVoid();
    }

    private Uni<Boolean> drop(String from, Object key) {
        return pool.preparedQuery("DELETE FROM " + from + " LIMIT " + BATCH)
                .execute(Values.of(key))
                .map(rows -> rows.rowCount() == BATCH);
    }

    /** Finished matches in which the player's name stands. */
    Uni<List<MatchId>> matchesWithName(PlayerId player, int most) {
        return pool.preparedQuery("SELECT p.match_id FROM match_player p JOIN live_match m ON m.id = p.match_id"
                        + " WHERE p.player_id = ? AND p.name <> '' AND m.phase = 'finished' LIMIT ?")
                .execute(Values.of(player, most))
                .map(rows ->
                        rows.stream().map(row -> MatchId.of(row.getBuffer(0))).toList());
    }

    /** Whether the name stands in a match, which then is not finished. */
    Uni<Boolean> plays(PlayerId player) {
        return pool.preparedQuery("SELECT EXISTS (SELECT 1 FROM match_player p JOIN live_match m ON m.id = p.match_id"
                        + " WHERE p.player_id = ? AND p.name <> '')")
                .execute(Values.of(player))
                .map(rows -> rows.iterator().next().getInteger(0) == 1);
    }

    /** And what the player typed, in which there may be another name. */
    Uni<Void> takeName(Transaction transaction, MatchId match, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("UPDATE match_player SET name = '' WHERE match_id = ? AND player_id = ?")
                .execute(Values.of(match, player))
                .chain(() -> transaction
                        .connection()
                        .preparedQuery("UPDATE match_round r JOIN answer a ON a.match_id = r.match_id"
                                + " AND a.round_no = r.round_no AND a.player_id = ? SET a.given = '='"
                                + " WHERE r.match_id = ? AND r.type = 'text'")
                        .execute(Values.of(player, match)))
                .replaceWithVoid();
    }

    /**
     * From what the match told, and with it the names of those who are no members any more: they became part of another
     * player. Who left, or was kicked, is still one. The events stay as many as they were.
     */
    Uni<Void> takeNameFromEvents(Transaction transaction, MatchId match, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("SELECT player_id FROM match_player WHERE match_id = ? AND player_id <> ?")
                .execute(Values.of(match, player))
                .map(rows -> rows.stream()
                        .map(row -> PlayerId.of(row.getBuffer(0)).toString())
                        .collect(Collectors.toUnmodifiableSet()))
                .chain(keepers -> takeNames(transaction, StreamId.of(match), keepers, 0));
    }

    private Uni<Void> takeNames(Transaction transaction, StreamId stream, Set<String> keepers, long after) {
        return transaction
                .connection()
                .preparedQuery("SELECT seq, payload FROM change_event WHERE stream_id = ? AND seq > ?"
                        + " AND kind IN ('player-joined', 'round-revealed', 'finished') ORDER BY seq LIMIT "
                        + EVENTS_AT_ONCE)
                .execute(Values.of(stream.toString(), after))
                .chain(rows -> rewrite(transaction, stream, keepers, rows)
                        .chain(last -> rows.size() < EVENTS_AT_ONCE
                                ? Uni.createFrom().voidItem()
                                : takeNames(transaction, stream, keepers, last)));
    }

    /** Gives the seq of the last row. */
    private static Uni<Long> rewrite(Transaction transaction, StreamId stream, Set<String> keepers, RowSet<Row> rows) {
        List<Object[]> changes = new ArrayList<>();
        long last = 0;
        for (Row row : rows) {
            last = row.getLong(0);
            String payload = row.getString(1);
            String nameless = NameRemoval.from(payload, keepers);
            if (!nameless.equals(payload)) {
                changes.add(new Object[] {nameless, stream.toString(), last});
            }
        }
        return Multi.createFrom()
                .iterable(changes)
                .onItem()
                .transformToUniAndConcatenate(change -> transaction
                        .connection()
                        .preparedQuery("UPDATE change_event SET payload = ? WHERE stream_id = ? AND seq = ?")
                        .execute(Values.of(change)))
                .collect()
                .last()
                .replaceWith(last);
    }
}
