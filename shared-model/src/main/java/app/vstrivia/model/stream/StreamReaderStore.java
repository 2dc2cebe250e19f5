package app.vstrivia.model.stream;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The queries on {@code stream_reader}. */
final class StreamReaderStore {
    private StreamReaderStore() {}

    static Uni<Void> add(SqlClient client, StreamReader reader) {
        return client.preparedQuery("INSERT IGNORE INTO stream_reader (stream_id, player_id) VALUES (?, ?)")
                .execute(Values.of(reader.stream().toString(), reader.player()))
                .replaceWithVoid();
    }

    static Uni<Boolean> remove(SqlClient client, StreamReader reader) {
        return client.preparedQuery("DELETE FROM stream_reader WHERE stream_id = ? AND player_id = ?")
                .execute(Values.of(reader.stream().toString(), reader.player()))
                .map(rows -> rows.rowCount() > 0);
    }

    static Uni<List<StreamReader>> of(SqlClient client, StreamId stream) {
        return client.preparedQuery("SELECT player_id FROM stream_reader WHERE stream_id = ?")
                .execute(Values.of(stream.toString()))
                .map(rows -> rows.stream()
                        .map(row -> new StreamReader(stream, PlayerId.of(row.getBuffer(0))))
                        .toList());
    }

    static Uni<Void> removeAll(SqlClient client, StreamId stream) {
        return client.preparedQuery("DELETE FROM stream_reader WHERE stream_id = ?")
                .execute(Values.of(stream.toString()))
                .replaceWithVoid();
    }

    static Uni<Map<StreamReader, StreamHead>> heads(SqlClient client, List<StreamReader> asked) {
        Tuple values = Tuple.tuple();
        asked.forEach(reader -> Values.add(values.addString(reader.stream().toString()), reader.player()));
        // Not (stream_id, player_id) IN (...), for which MariaDB reads the whole index.
        String either = "(r.stream_id = ? AND r.player_id = ?)"
                + " OR (r.stream_id = ? AND r.player_id = ?)".repeat(asked.size() - 1);
        return client.preparedQuery("SELECT r.stream_id, r.player_id, h.epoch, h.seq FROM stream_reader r"
                        + " JOIN stream_head h ON h.stream_id = r.stream_id WHERE " + either)
                .execute(values)
                .map(rows -> {
                    Map<StreamReader, StreamHead> heads = new HashMap<>();
                    rows.forEach(row -> {
                        StreamId stream = StreamId.parse(row.getString(0));
                        heads.put(
                                new StreamReader(stream, PlayerId.of(row.getBuffer(1))),
                                new StreamHead(stream, row.getLong(2), row.getLong(3)));
                    });
                    return heads;
                });
    }
}
