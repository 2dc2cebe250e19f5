package app.vstrivia.api.question.importing.background;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.importing.Finding;
import app.vstrivia.api.question.importing.ImportFigures;
import app.vstrivia.api.question.importing.ImportRequest;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Every query on {@code question_import} and {@code question_import_part}. */
@ApplicationScoped
class BackgroundImportStore {
    private static final String SELECT = "SELECT i.*, NOW(6) AS moment FROM question_import i WHERE id = ?";
    private static final String OPEN = " AND status IN ('waiting', 'running')";
    private static final int LONGEST_OPERATOR = 100;
    private static final int LONGEST_PROBLEM = 500;

    private final Pool pool;
    private final ObjectMapper json;

    BackgroundImportStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<Void> add(Transaction transaction, UUID id, Actor by, ImportRequest request) {
        return transaction
                .connection()
                .preparedQuery(
                        "INSERT INTO question_import (id, owner_id, operator, request, status, read_items, added,"
                                + " duplicates, repaired, look_alikes, refused, listed, omitted, worked_ms, created_at)"
                                + " VALUES (?, ?, ?, ?, 'waiting', 0, 0, 0, 0, 0, 0, 0, 0, 0, NOW(6))")
                .execute(Values.of(id, by.player(), cut(by.operator(), LONGEST_OPERATOR), written(request)))
                .replaceWithVoid();
    }

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    /** How many of the player's, or of those that no player wanted, have not ended. */
    Uni<Integer> open(Transaction transaction, PlayerId owner) {
        return transaction
                .connection()
                .preparedQuery("SELECT COUNT(*) FROM question_import WHERE owner_id <=> ?" + OPEN)
                .execute(Values.of(new Object[] {owner}))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    Uni<Optional<BackgroundImport>> find(UUID id) {
        return one(pool, SELECT, id);
    }

    /** It is locked. */
    Uni<Optional<BackgroundImport>> lock(Transaction transaction, UUID id) {
        return one(transaction.connection(), SELECT + " FOR UPDATE", id);
    }

    private Uni<Optional<BackgroundImport>> one(SqlClient client, String sql, UUID id) {
        return client.preparedQuery(sql)
                .execute(Values.of(id))
                .map(rows -> rows.stream().findFirst().map(this::read));
    }

    /** Notes that the work begins. */
    Uni<Void> start(UUID id) {
        return pool.preparedQuery("UPDATE question_import SET status = 'running' WHERE id = ? AND status = 'waiting'")
                .execute(Values.of(id))
                .replaceWithVoid();
    }

    /** Notes a step that took so long; not if the import has ended, or is not where the step began. */
    Uni<Boolean> advance(Transaction transaction, UUID id, int from, ImportFigures to, Duration took) {
        return transaction
                .connection()
                .preparedQuery("UPDATE question_import SET read_items = ?, added = ?, duplicates = ?, repaired = ?,"
                        + " look_alikes = ?, refused = ?, listed = ?, omitted = ?, worked_ms = worked_ms + ?"
                        + " WHERE id = ? AND status = 'running' AND read_items = ?")
                .execute(Values.of(
                        to.read(),
                        to.added(),
                        to.duplicates(),
                        to.repaired(),
                        to.lookAlikes(),
                        to.refused(),
                        to.listed(),
                        to.omitted(),
                        took.toMillis(),
                        id,
                        from))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Keeps what was found in a step that ended there. */
    Uni<Void> add(Transaction transaction, UUID id, int readItems, List<Finding> findings) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO question_import_part (import_id, read_items, findings) VALUES (?, ?, ?)")
                .execute(Values.of(id, readItems, written(findings)))
                .replaceWithVoid();
    }

    /** All that was found, by its lines. */
    Uni<List<Finding>> findings(UUID id) {
        return pool.preparedQuery("SELECT findings FROM question_import_part WHERE import_id = ? ORDER BY read_items")
                .execute(Values.of(id))
                .map(rows -> {
                    List<Finding> findings = new ArrayList<>();
                    rows.forEach(row -> findings.addAll(read(row.getString(0), new TypeReference<List<Finding>>() {})));
                    findings.sort(Comparator.comparingInt(Finding::line));
                    return findings;
                });
    }

    /** Notes how an import ended, once. */
    Uni<Boolean> end(Transaction transaction, UUID id, ImportStatus how, String problem, SortedSet<String> categories) {
        return transaction
                .connection()
                .preparedQuery("UPDATE question_import SET status = ?, problem = ?, categories = ?, ended_at = NOW(6)"
                        + " WHERE id = ?" + OPEN)
                .execute(Values.of(how.wire(), cut(problem, LONGEST_PROBLEM), written(categories), id))
                .map(rows -> rows.rowCount() > 0);
    }

    Uni<Void> drop(Transaction transaction, UUID id) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM question_import_part WHERE import_id = ?")
                .execute(Values.of(id))
                .chain(() -> transaction
                        .connection()
                        .preparedQuery("DELETE FROM question_import WHERE id = ?")
                        .execute(Values.of(id)))
                .replaceWithVoid();
    }

    private BackgroundImport read(Row row) {
        Buffer owner = row.getBuffer("owner_id");
        String categories = row.getString("categories");
        return new BackgroundImport(
                UuidV7.fromBuffer(row.getBuffer("id")),
                new Actor(owner == null ? null : PlayerId.of(owner), row.getString("operator")),
                read(row.getString("request"), new TypeReference<ImportRequest>() {}),
                ImportStatus.of(row.getString("status")),
                new ImportFigures(
                        row.getInteger("read_items"),
                        row.getInteger("added"),
                        row.getInteger("duplicates"),
                        row.getInteger("repaired"),
                        row.getInteger("look_alikes"),
                        row.getInteger("refused"),
                        row.getInteger("listed"),
                        row.getInteger("omitted")),
                Duration.ofMillis(row.getLong("worked_ms")),
                row.getString("problem"),
                categories == null ? new TreeSet<>() : read(categories, new TypeReference<TreeSet<String>>() {}),
                row.getLocalDateTime("created_at"),
                row.getLocalDateTime("ended_at"),
                row.getLocalDateTime("moment"));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
