package app.vstrivia.api.media;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every query on {@code medium_file}. */
@ApplicationScoped
class MediumFileStore {
    private final Pool pool;

    MediumFileStore(Pool pool) {
        this.pool = pool;
    }

    /** {@code files} is not empty. */
    Uni<Void> add(Transaction transaction, UUID medium, List<StoredFile> files) {
        Tuple values = Tuple.tuple();
        for (StoredFile file : files) {
            Values.add(values, medium);
            Values.add(values, file.name());
            Values.add(values, file.type());
            Values.add(values, file.width());
            Values.add(values, file.height());
            Values.add(values, file.bytes());
        }
        return transaction
                .connection()
                .preparedQuery("INSERT INTO medium_file (medium_id, name, type, width, height, bytes) VALUES "
                        + Values.rows("(?, ?, ?, ?, ?, ?)", files.size()))
                .execute(values)
                .replaceWithVoid();
    }

    /** The smallest first. */
    Uni<List<StoredFile>> of(UUID medium) {
        return pool.preparedQuery("SELECT name, type, width, height, bytes FROM medium_file WHERE medium_id = ?"
                        + " ORDER BY width, name")
                .execute(Values.of(medium))
                .map(rows -> rows.stream().map(MediumFileStore::file).toList());
    }

    /** The same of several; {@code media} is not empty, and what has no files is left out. */
    Uni<Map<UUID, List<StoredFile>>> of(List<UUID> media) {
        return pool.preparedQuery("SELECT medium_id, name, type, width, height, bytes FROM medium_file"
                        + " WHERE medium_id IN (" + Values.marks(media.size()) + ") ORDER BY medium_id, width, name")
                .execute(Values.of(media.toArray()))
                .map(rows -> {
                    Map<UUID, List<StoredFile>> files = new LinkedHashMap<>();
                    rows.forEach(row -> files.computeIfAbsent(
                                    UuidV7.fromBuffer(row.getBuffer("medium_id")), medium -> new ArrayList<>())
                            .add(file(row)));
                    return files;
                });
    }

    private static StoredFile file(Row row) {
        return new StoredFile(
                row.getString("name"),
                row.getString("type"),
                row.getInteger("width"),
                row.getInteger("height"),
                row.getLong("bytes"));
    }

    /** The largest of each. {@code media} is not empty. */
    Uni<Map<UUID, StoredFile>> largest(List<UUID> media) {
        Tuple values = Tuple.tuple();
        media.forEach(medium -> Values.add(values, medium));
        return pool.preparedQuery(
                        "SELECT medium_id, name, type, width, height, bytes FROM medium_file" + " WHERE medium_id IN ("
                                + Values.marks(media.size()) + ") ORDER BY medium_id, width, name DESC")
                .execute(values)
                .map(rows -> {
                    Map<UUID, StoredFile> largest = new LinkedHashMap<>();
                    rows.forEach(row -> largest.put(UuidV7.fromBuffer(row.getBuffer("medium_id")), file(row)));
                    return largest;
                });
    }
}
