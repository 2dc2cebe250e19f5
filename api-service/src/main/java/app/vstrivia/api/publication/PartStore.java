package app.vstrivia.api.publication;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.publication.document.FrozenQuiz;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every query on {@code publication_part}, and those on {@code publication} that keep it. */
@ApplicationScoped
class PartStore {
    private static final String SHOWN = " FROM publication_part s JOIN publication p ON p.id = s.publication_id"
            + " WHERE p.status = 'published' AND p.withdrawn_at IS NULL AND s.part_id ";

    private final Pool pool;

    PartStore(Pool pool) {
        this.pool = pool;
    }

    /** Notes what a version shows; again is as good as once. The publication is locked. */
    Uni<Void> note(Transaction transaction, UUID publication, Set<UUID> parts) {
        Tuple rows = Tuple.tuple();
        parts.forEach(part -> {
            Values.add(rows, part);
            Values.add(rows, publication);
        });
        Uni<Void> noted = execute(transaction, "UPDATE publication SET parts_noted = 1 WHERE id = ?", publication)
                .replaceWithVoid();
        return parts.isEmpty()
                ? noted
                : transaction
                        .connection()
                        .preparedQuery("INSERT IGNORE INTO publication_part (part_id, publication_id) VALUES "
                                + Values.rows("(?, ?)", parts.size()))
                        .execute(rows)
                        .chain(() -> noted);
    }

    /** The publication is gone, or about to go. */
    Uni<Void> forget(Transaction transaction, UUID publication) {
        return execute(transaction, "DELETE FROM publication_part WHERE publication_id = ?", publication)
                .replaceWithVoid();
    }

    /** The versions that show it. */
    Uni<List<Shown>> showing(UUID part) {
        return pool.preparedQuery("SELECT p.id, p.quiz_id" + SHOWN + "= ?")
                .execute(Values.of(part))
                .map(rows -> rows.stream()
                        .map(row -> new Shown(id(row, "id"), id(row, "quiz_id")))
                        .toList());
    }

    /** Those of {@code parts}, which are some, that a version shows; also one that nobody sees, of which there are files. */
    static Uni<Set<UUID>> shown(Transaction transaction, Collection<UUID> parts) {
        return execute(
                        transaction,
                        "SELECT DISTINCT s.part_id" + SHOWN + "IN (" + Values.marks(parts.size()) + ")",
                        parts.toArray())
                .map(rows -> rows.stream().map(row -> id(row, "part_id")).collect(Collectors.toSet()));
    }

    /** Some versions of which nobody has noted what they show. */
    Uni<List<Unnoted>> unnoted(int most) {
        return pool.preparedQuery(
                        "SELECT id, content FROM publication WHERE parts_noted = 0 AND status = 'published' LIMIT ?")
                .execute(Values.of(most))
                .map(rows -> rows.stream()
                        .map(row -> new Unnoted(id(row, "id"), FrozenQuiz.parse(row.getString("content"))))
                        .toList());
    }

    private static UUID id(Row row, String column) {
        return UuidV7.fromBuffer(row.getBuffer(column));
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }

    record Shown(UUID publication, UUID quiz) {}

    record Unnoted(UUID publication, FrozenQuiz content) {}
}
