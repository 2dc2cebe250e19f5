package app.vstrivia.api.support;

import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;

/** The database, for what a test has to arrange or check beside the API. */
public final class Tables {
    private final Pool pool;

    public Tables(Pool pool) {
        this.pool = pool;
    }

    /** Changes a match's row; {@code assignments} is SQL. */
    public void setMatch(String match, String assignments) {
        execute("UPDATE live_match SET " + assignments + " WHERE id = ?", match);
    }

    /** Round 1 is open since two seconds and for 18 more, with a single-choice question whose second choice is right. */
    public void openFirstRound(String match) {
        execute(
                "UPDATE match_round SET type = 'single', choices = '[\"w\",\"x\",\"y\",\"z\"]', correct = 2"
                        + " WHERE round_no = 1 AND match_id = ?",
                match);
        setMatch(
                match,
                "phase = 'open', round_no = 1, version = version + 1, round_opened_at = NOW(6) - INTERVAL 2 SECOND,"
                        + " round_closes_at = NOW(6) + INTERVAL 18 SECOND, phase_ends_at = NOW(6) + INTERVAL 18500000"
                        + " MICROSECOND, earliest_seal_at = NOW(6)");
    }

    /** A file of questions that waits for its import, with a stream that its owner may watch; tells its id. */
    public String addImport(String owner) {
        UUID id = UuidV7.next();
        UUID player = UuidV7.parse(owner);
        insert("stream_head (stream_id, epoch, seq) VALUES (?, 1, 0)", "import:" + id);
        insert("stream_reader (stream_id, player_id) VALUES (?, ?)", "import:" + id, player);
        insert(
                "question_import (id, owner_id, request, status, read_items, added, duplicates, repaired, look_alikes,"
                        + " refused, listed, omitted, worked_ms, created_at) VALUES (?, ?, '{\"format\":\"csv\"}',"
                        + " 'waiting', 0, 0, 0, 0, 0, 0, 0, 0, 0, NOW(6))",
                id,
                player);
        return id.toString();
    }

    private void insert(String into, Object... values) {
        pool.preparedQuery("INSERT INTO " + into)
                .execute(Values.of(values))
                .await()
                .indefinitely();
    }

    public void execute(String sql, String id) {
        pool.preparedQuery(sql)
                .execute(Values.of(UuidV7.toBuffer(UuidV7.parse(id))))
                .await()
                .indefinitely();
    }

    public Row row(String sql, String id) {
        return pool.preparedQuery(sql)
                .execute(Values.of(UuidV7.toBuffer(UuidV7.parse(id))))
                .await()
                .indefinitely()
                .iterator()
                .next();
    }

    public Row match(String match) {
        return row("SELECT m.*, NOW(6) AS moment FROM live_match m WHERE id = ?", match);
    }

    /** The kinds of events on a stream, in order. */
    public List<String> events(String stream) {
        return pool
                .preparedQuery("SELECT kind FROM change_event WHERE stream_id = ? ORDER BY seq")
                .execute(Values.of(stream))
                .await()
                .indefinitely()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    /** The data of the last event on a stream. */
    public String lastEvent(String stream) {
        return pool.preparedQuery("SELECT payload FROM change_event WHERE stream_id = ? ORDER BY seq DESC LIMIT 1")
                .execute(Values.of(stream))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }
}
