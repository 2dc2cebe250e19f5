package app.vstrivia.model.stream;

import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every query on {@code stream_head} and {@code change_event}. */
final class StreamStore {
    private StreamStore() {}

    static Uni<Void> create(SqlClient client, StreamId stream, long epoch) {
        return client.preparedQuery("INSERT INTO stream_head (stream_id, epoch, seq) VALUES (?, ?, 0)")
                .execute(Values.of(stream.toString(), epoch))
                .replaceWithVoid();
    }

    static Uni<List<StreamEvent>> append(SqlConnection transaction, List<NewEvent> events) {
        SortedSet<StreamId> streams = new TreeSet<>();
        events.forEach(event -> streams.add(event.stream()));
        return lockHeads(transaction, streams).chain(heads -> {
            List<StreamEvent> numbered = number(events, heads);
            return writeHeads(transaction, heads.values())
                    .chain(() -> insert(transaction, numbered))
                    .replaceWith(numbered);
        });
    }

    private static Uni<Map<StreamId, StreamHead>> lockHeads(SqlConnection transaction, SortedSet<StreamId> streams) {
        return transaction
                .preparedQuery("SELECT stream_id, epoch, seq FROM stream_head WHERE stream_id IN ("
                        + Values.marks(streams.size()) + ") ORDER BY stream_id FOR UPDATE")
                .execute(names(streams))
                .map(rows -> {
                    Map<StreamId, StreamHead> heads = new HashMap<>();
                    rows.forEach(row -> heads.put(StreamId.parse(row.getString(0)), head(row)));
                    if (heads.size() != streams.size()) {
                        throw new IllegalStateException("a stream was written before it was created");
                    }
                    return heads;
                });
    }

    private static List<StreamEvent> number(List<NewEvent> events, Map<StreamId, StreamHead> heads) {
        List<StreamEvent> numbered = new ArrayList<>(events.size());
        for (NewEvent event : events) {
            StreamHead head = heads.computeIfPresent(
                    event.stream(), (stream, last) -> new StreamHead(stream, last.epoch(), last.seq() + 1));
            numbered.add(new StreamEvent(
                    head.stream(),
                    head.epoch(),
                    head.seq(),
                    event.body().eventKind(),
                    ProtocolCodec.encodeBody(event.body())));
        }
        return numbered;
    }

    private static Uni<Void> writeHeads(SqlConnection transaction, Collection<StreamHead> heads) {
        Tuple values = Tuple.tuple();
        heads.forEach(head ->
                values.addString(head.stream().toString()).addLong(head.epoch()).addLong(head.seq()));
        return transaction
                .preparedQuery("INSERT INTO stream_head (stream_id, epoch, seq) VALUES "
                        + Values.rows("(?, ?, ?)", heads.size()) + " ON DUPLICATE KEY UPDATE seq = VALUES(seq)")
                .execute(values)
                .replaceWithVoid();
    }

    private static Uni<Void> insert(SqlConnection transaction, List<StreamEvent> events) {
        Tuple values = Tuple.tuple();
        events.forEach(event -> values.addString(event.stream().toString())
                .addLong(event.seq())
                .addString(event.kind())
                .addString(event.payload()));
        return transaction
                .preparedQuery("INSERT INTO change_event (stream_id, seq, kind, payload, created_at) VALUES "
                        + Values.rows("(?, ?, ?, ?, NOW(6))", events.size()))
                .execute(values)
                .replaceWithVoid();
    }

    static Uni<List<StreamEvent>> read(SqlClient client, StreamId stream, long epoch, long after, int limit) {
        return client.preparedQuery("SELECT seq, kind, payload FROM change_event WHERE stream_id = ? AND seq > ?"
                        + " ORDER BY seq LIMIT ?")
                .execute(Values.of(stream.toString(), after, limit))
                .map(rows -> events(stream, epoch, rows));
    }

    static Uni<List<StreamEvent>> newest(SqlClient client, StreamId stream, long epoch, int limit) {
        return client.preparedQuery("SELECT seq, kind, payload FROM change_event WHERE stream_id = ?"
                        + " ORDER BY seq DESC LIMIT ?")
                .execute(Values.of(stream.toString(), limit))
                .map(rows -> {
                    List<StreamEvent> events = events(stream, epoch, rows);
                    Collections.reverse(events);
                    return events;
                });
    }

    private static List<StreamEvent> events(StreamId stream, long epoch, RowSet<Row> rows) {
        List<StreamEvent> events = new ArrayList<>(rows.size());
        rows.forEach(
                row -> events.add(new StreamEvent(stream, epoch, row.getLong(0), row.getString(1), row.getString(2))));
        return events;
    }

    /** The head first, as whoever appends locks it first. */
    static Uni<Void> drop(SqlClient client, StreamId stream) {
        return client.preparedQuery("DELETE FROM stream_head WHERE stream_id = ?")
                .execute(Values.of(stream.toString()))
                .chain(() -> client.preparedQuery("DELETE FROM change_event WHERE stream_id = ?")
                        .execute(Values.of(stream.toString())))
                .replaceWithVoid();
    }

    static Uni<List<StreamHead>> heads(SqlClient client, Collection<StreamId> streams) {
        return client.preparedQuery("SELECT stream_id, epoch, seq FROM stream_head WHERE stream_id IN ("
                        + Values.marks(streams.size()) + ")")
                .execute(names(streams))
                .map(StreamStore::heads);
    }

    /** By the index on the time of change: there may be millions of streams. */
    static Uni<List<StreamHead>> changedPlayers(SqlClient client, int seconds, int limit) {
        return client.preparedQuery("SELECT stream_id, epoch, seq FROM stream_head FORCE INDEX (stream_head_changed)"
                        + " WHERE changed_at >= NOW(6) - INTERVAL ? SECOND AND stream_id LIKE 'player:%' LIMIT ?")
                .execute(Values.of(seconds, limit))
                .map(StreamStore::heads);
    }

    static Uni<StreamLog.Sums> sums(SqlClient client, Collection<StreamId> streams) {
        return client.preparedQuery("SELECT COUNT(*), COALESCE(SUM(seq), 0), BIT_XOR(epoch) FROM stream_head"
                        + " WHERE stream_id IN (" + Values.marks(streams.size()) + ")")
                .execute(names(streams))
                .map(rows -> rows.iterator().next())
                .map(row -> new StreamLog.Sums(row.getLong(0), row.getLong(1), row.getLong(2)));
    }

    private static List<StreamHead> heads(RowSet<Row> rows) {
        List<StreamHead> heads = new ArrayList<>(rows.size());
        rows.forEach(row -> heads.add(head(row)));
        return heads;
    }

    private static StreamHead head(Row row) {
        return new StreamHead(StreamId.parse(row.getString(0)), row.getLong(1), row.getLong(2));
    }

    private static Tuple names(Collection<StreamId> streams) {
        Tuple names = Tuple.tuple();
        streams.forEach(stream -> names.addString(stream.toString()));
        return names;
    }
}
