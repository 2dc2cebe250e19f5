package app.vstrivia.api.privacy.erasure;

import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks for something in every table, those of which a test does not know included, but for the audit. */
final class WholeDatabase {
    private final Pool pool;

    WholeDatabase(Pool pool) {
        this.pool = pool;
    }

    /** The columns with text in which {@code text} stands, with the number of rows. */
    List<String> columnsWith(String text) {
        return search("data_type LIKE '%char' OR data_type LIKE '%text'", "LIKE ?", Values.of("%" + text + "%"));
    }

    /** The columns for identifiers in which {@code id} stands, with the number of rows. */
    List<String> columnsWith(UUID id) {
        return search("data_type = 'binary' AND character_maximum_length = 16", "= ?", Values.of(UuidV7.toBuffer(id)));
    }

    private List<String> search(String columns, String condition, Tuple value) {
        List<String> found = new ArrayList<>();
        for (Row column : pool.query("SELECT table_name AS t, column_name AS c FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name <> 'audit_event' AND (" + columns + ")")
                .execute()
                .await()
                .indefinitely()) {
            String table = column.getString("t");
            String name = column.getString("c");
            long rows = pool.preparedQuery("SELECT COUNT(*) FROM `" + table + "` WHERE `" + name + "` " + condition)
                    .execute(value)
                    .await()
                    .indefinitely()
                    .iterator()
                    .next()
                    .getLong(0);
            if (rows > 0) {
                found.add(table + "." + name + ": " + rows);
            }
        }
        return found;
    }
}
